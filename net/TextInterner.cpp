#include "net/TextInterner.h"

#include <QHashFunctions>

namespace casebound {

TextInterner::TextInterner(ReadSet& set, std::uint64_t seed) : m_set(set), m_seed(seed), m_slots(1024) {}

std::uint64_t TextInterner::hash(std::string_view text) const
{
    return qHashBits(text.data(), text.size(), m_seed);
}

TextInterner::Entry& TextInterner::intern(std::string_view text)
{
    if (text.empty())
        return m_absent;
    const std::uint64_t key = hash(text);
    if ((m_entries.size() + 1) * 2 > m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = key & mask;; at = (at + 1) & mask) {
        if (m_slots[at] == 0) {
            m_slots[at] = static_cast<std::uint32_t>(m_entries.size()) + 1;
            return m_entries.emplace_back(Entry{.hash = key, .span = m_set.addText(text)});
        }
        Entry& entry = m_entries[m_slots[at] - 1];
        if (entry.hash == key && m_set.text(entry.span) == text)
            return entry;
    }
}

void TextInterner::grow()
{
    std::vector<std::uint32_t> bigger(m_slots.size() * 2);
    const std::size_t mask = bigger.size() - 1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t at = m_entries[i].hash & mask;
        while (bigger[at] != 0)
            at = (at + 1) & mask;
        bigger[at] = static_cast<std::uint32_t>(i) + 1;
    }
    m_slots = std::move(bigger);
}

} // namespace casebound
