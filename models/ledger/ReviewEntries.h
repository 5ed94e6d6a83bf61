// The entries of a review as one list, of one log or of several: this workstation's last, each log newest first. An entry is named by the
// number reviewEntry() gives it, so the list is in falling order of its numbers.
#pragma once

#include "ledger/EntryIndex.h"
#include "ledger/ReviewSample.h"

namespace casebound {

/// The indexes outlive it. Not thread-safe.
class ReviewEntries {
public:
    /// In the order of the logs.
    void add(const EntryIndex& index) { m_logs.push_back(&index); }

    [[nodiscard]] const IndexedEntry* find(std::uint64_t entry) const;
    [[nodiscard]] bool matches(const EntryFilter& filter, std::uint64_t entry) const;
    /// From below `before` (nothing: from the highest), at most `count`.
    [[nodiscard]] std::vector<std::uint64_t> page(const EntryFilter& filter, std::optional<std::uint64_t> before, std::size_t count) const;
    /// How many match, counted up to `most`.
    [[nodiscard]] std::size_t count(const EntryFilter& filter, std::size_t most) const;
    [[nodiscard]] QStringList persons() const;
    [[nodiscard]] QStringList outcomes() const;

private:
    [[nodiscard]] QStringList together(QStringList (EntryIndex::*values)() const) const;
    std::vector<const EntryIndex*> m_logs;
};

} // namespace casebound
