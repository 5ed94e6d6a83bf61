// Entries of the alert list, one row each, in the encrypted case database.
#pragma once

#include "domain/AlertEntry.h"
#include "store/CaseTable.h"

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns.
class AlertTable {
public:
    explicit AlertTable(Database& database) : m_database(database) {}
    [[nodiscard]] std::expected<void, StoreFault> insert(const AlertEntry& entry);
    /// Everything but id, owner and plate, which never change.
    [[nodiscard]] std::expected<void, StoreFault> update(const AlertEntry& entry);
    [[nodiscard]] std::expected<void, StoreFault> erase(const AlertId& id);
    [[nodiscard]] std::optional<AlertEntry> find(const AlertId& id) const;
    /// Oldest first, everybody's.
    [[nodiscard]] std::vector<AlertEntry> all() const;

    /// The latest moment the program ever saw (trustedNow()); 1970 where it saw none.
    [[nodiscard]] Instant latestSeen() const;
    /// Never goes back.
    [[nodiscard]] std::expected<void, StoreFault> setLatestSeen(Instant at);

private:
    Database& m_database;
};

} // namespace casebound
