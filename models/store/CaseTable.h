// Cases of the office, one row each, in the encrypted case database.
#pragma once

#include "domain/Case.h"

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

class Database;

enum class StoreFault { Locked, NotEncrypted, Damaged, DiskFull, WriteFailed, Duplicate, NotFound, Newer };

/// Not thread-safe. Every write is one committed transaction when it returns.
class CaseTable {
public:
    explicit CaseTable(Database& database) : m_database(database) {}
    [[nodiscard]] std::expected<void, StoreFault> insert(const CaseRecord& record);
    [[nodiscard]] std::expected<void, StoreFault> setState(const CaseNumber& number, CaseState state, Instant at);
    [[nodiscard]] std::optional<CaseRecord> find(const CaseNumber& number) const;
    /// Open first, newest first.
    [[nodiscard]] std::vector<CaseRecord> all() const;

private:
    Database& m_database;
};

} // namespace casebound
