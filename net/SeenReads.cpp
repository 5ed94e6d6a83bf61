#include "net/SeenReads.h"

#include <bit>

namespace casebound {

SeenReads::Meeting SeenReads::meet(ReadKey key, std::uint64_t content)
{
    if (key == ReadKey{})
        key.second = 1; // the one value that means "free"
    if ((m_size + 1) * 2 > m_slots.size())
        grow(m_slots.empty() ? 256 : m_slots.size() * 2);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = key.first & mask;; at = (at + 1) & mask) {
        Slot& slot = m_slots[at];
        if (slot.key == key)
            return slot.content == content ? Meeting::Identical : Meeting::Differing;
        if (slot.key == ReadKey{}) {
            slot = {.key = key, .content = content};
            ++m_size;
            return Meeting::New;
        }
    }
}

void SeenReads::reserve(std::size_t reads)
{
    const std::size_t slots = std::bit_ceil(reads * 2 + 2);
    if (slots > m_slots.size())
        grow(slots);
}

void SeenReads::grow(std::size_t slots)
{
    std::vector<Slot> bigger(slots);
    const std::size_t mask = slots - 1;
    for (const Slot& slot : m_slots) {
        if (slot.key == ReadKey{})
            continue;
        std::size_t at = slot.key.first & mask;
        while (!(bigger[at].key == ReadKey{}))
            at = (at + 1) & mask;
        bigger[at] = slot;
    }
    m_slots = std::move(bigger);
}

} // namespace casebound
