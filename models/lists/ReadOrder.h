// Sorting 100,000 reads without stalling the window: keys are copied out once, then sorted anywhere, on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casebound {

/// Sort keys of one column. Value type: holds no reference to the reads, so that they may grow or go while a thread sorts.
class ReadOrder {
public:
    void reserve(std::size_t rows) { m_entries.reserve(rows); }
    void add(std::uint32_t read, std::int64_t number);
    /// NaN sorts below every number.
    void add(std::uint32_t read, double number);
    /// Compared without regard to ASCII case; an empty text sorts last in ascending order.
    void add(std::uint32_t read, std::string_view text);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    /// The reads in order. Equal keys stay in the order of arrival in both directions.
    [[nodiscard]] std::vector<std::uint32_t> sorted(bool descending) &&;

private:
    struct Entry {
        std::uint64_t key; ///< Order-preserving: a number, or the first eight bytes of the text.
        std::uint32_t read;
        std::uint32_t at, length;
    };
    [[nodiscard]] std::string_view rest(const Entry& entry) const { return std::string_view(m_text).substr(entry.at, entry.length); }

    std::vector<Entry> m_entries;
    std::string m_text; ///< What the eight bytes could not hold.
};

} // namespace casebound
