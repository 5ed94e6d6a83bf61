#include "ledger/ReviewEntries.h"

namespace casebound {

const IndexedEntry* ReviewEntries::find(std::uint64_t entry) const
{
    return logOf(entry) < m_logs.size() ? m_logs[logOf(entry)]->find(sequenceOf(entry)) : nullptr;
}

bool ReviewEntries::matches(const EntryFilter& filter, std::uint64_t entry) const
{
    const std::size_t log = logOf(entry);
    return log < m_logs.size() && filter.log.value_or(log) == log && m_logs[log]->matches(filter, sequenceOf(entry));
}

std::vector<std::uint64_t> ReviewEntries::page(const EntryFilter& filter, std::optional<std::uint64_t> before, std::size_t count) const
{
    std::vector<std::uint64_t> rows;
    for (std::size_t log = m_logs.size(); log-- > 0 && rows.size() < count;) {
        if ((before && logOf(*before) < log) || filter.log.value_or(log) != log)
            continue;
        const auto within = before && logOf(*before) == log ? std::optional(sequenceOf(*before)) : std::nullopt;
        for (const IndexedEntry* entry : m_logs[log]->page(filter, within, count - rows.size()))
            rows.push_back(reviewEntry(log, entry->sequence));
    }
    return rows;
}

std::size_t ReviewEntries::count(const EntryFilter& filter, std::size_t most) const
{
    std::size_t found = 0;
    for (std::size_t log = 0; log < m_logs.size() && found < most; ++log) {
        if (filter.log.value_or(log) == log)
            found += m_logs[log]->count(filter, most - found);
    }
    return found;
}

QStringList ReviewEntries::together(QStringList (EntryIndex::*values)() const) const
{
    QStringList all;
    for (const EntryIndex* log : m_logs)
        all += (log->*values)();
    all.sort();
    all.removeDuplicates();
    return all;
}

QStringList ReviewEntries::persons() const
{
    return together(&EntryIndex::persons);
}

QStringList ReviewEntries::outcomes() const
{
    return together(&EntryIndex::outcomes);
}

} // namespace casebound
