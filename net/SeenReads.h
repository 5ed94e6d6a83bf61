// Which reads of a query have arrived already, by identifier, without keeping them.
#pragma once

#include <cstdint>
#include <vector>

namespace casebound {

/// 128 bits of two keyed hashes; the keys are chosen at random per query, so a vendor cannot aim for a collision.
struct ReadKey {
    std::uint64_t first = 0, second = 0;
    friend bool operator==(const ReadKey&, const ReadKey&) = default;
};

/// Open addressing, 24 bytes a read. Not synchronised.
class SeenReads {
public:
    enum class Meeting {
        New,
        Identical, ///< Same identifier, same content.
        Differing, ///< Same identifier, other content.
    };
    [[nodiscard]] Meeting meet(ReadKey key, std::uint64_t content);
    [[nodiscard]] std::size_t size() const { return m_size; }
    void reserve(std::size_t reads);
    /// Says that meet() will be called with this key soon.
    void prefetch(ReadKey key) const
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[key.first & (m_slots.size() - 1)]);
    }

private:
    struct Slot {
        ReadKey key;
        std::uint64_t content = 0;
    };
    void grow(std::size_t slots);
    std::vector<Slot> m_slots; ///< A power of two; an all-zero key marks a free slot.
    std::size_t m_size = 0;
};

} // namespace casebound
