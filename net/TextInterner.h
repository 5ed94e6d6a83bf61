// Cameras, contributors, makes and the like repeat in nearly every read; a page keeps each text once.
#pragma once

#include "domain/ReadSet.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace casebound {

/// Texts of one ReadSet while it is filled. Lives no longer than the parsing of one page. Not synchronised.
class TextInterner {
public:
    struct Entry {
        std::uint64_t hash = 0;
        TextSpan span;
        // What was found out about the text once, for plates and jurisdictions.
        std::array<char, 8> normalised{};
        bool judged = false;
        bool holds = false; ///< Plate: equals the queried one. Jurisdiction: is a known key.
    };

    /// `seed` keys the hashes (they are also part of a read's content hash).
    TextInterner(ReadSet& set, std::uint64_t seed);
    /// Adds the text to the set unless it is there. The reference stays good. Empty text is the absent span.
    [[nodiscard]] Entry& intern(std::string_view text);
    [[nodiscard]] std::uint64_t hash(std::string_view text) const;

private:
    void grow();
    ReadSet& m_set;
    std::uint64_t m_seed;
    Entry m_absent;
    std::deque<Entry> m_entries;
    std::vector<std::uint32_t> m_slots; ///< Index into m_entries plus one; 0 is free. A power of two.
};

} // namespace casebound
