// Reads kept for a case, with their original pictures, in the encrypted case database.
#pragma once

#include "domain/Case.h"
#include "store/CaseTable.h"

#include <expected>
#include <vector>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns.
class KeptReadTable {
public:
    explicit KeptReadTable(Database& database) : m_database(database) {}
    /// Duplicate where the case already holds this read id.
    [[nodiscard]] std::expected<void, StoreFault> insert(const CaseNumber& number, const KeptRead& read);
    /// Newest capture first.
    [[nodiscard]] std::vector<KeptRead> forCase(const CaseNumber& number) const;
    [[nodiscard]] bool holds(const CaseNumber& number, const QString& readId) const;

private:
    Database& m_database;
};

} // namespace casebound
