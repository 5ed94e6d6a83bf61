// Reads kept for a case, with their original pictures, in the encrypted case database, each sealed under the key of its case.
#pragma once

#include "domain/Case.h"
#include "store/CaseTable.h"
#include "store/Database.h"

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns. A copy of the database file alone opens none of them: the
/// secrets of the cases lie beside it (docs/cryptography.md, "Kept reads").
class KeptReadTable {
public:
    explicit KeptReadTable(Database& database) : m_database(database) {}
    /// Duplicate where the case already holds this read id. The case's first read makes the case's key.
    [[nodiscard]] std::expected<void, StoreFault> insert(const CaseNumber& number, const KeptRead& read);
    /// Newest capture first. Nothing where they cannot be opened.
    [[nodiscard]] std::vector<KeptRead> forCase(const CaseNumber& number) const;
    [[nodiscard]] bool holds(const CaseNumber& number, const QString& readId) const;

    /// Of all reads of the case, newest capture first; 16 bytes a read. Locked: there are reads, and the case's secret is gone.
    [[nodiscard]] std::expected<std::vector<std::int64_t>, StoreFault> rows(const CaseNumber& number) const;
    /// Some of rows(), in their order. With `pictures` their bytes too, and then it ends after the read with which the pictures exceed
    /// `mostBytes`. NotFound where one is gone, Damaged where it is not what was kept.
    [[nodiscard]] std::expected<std::vector<KeptRead>, StoreFault> read(const CaseNumber& number, std::span<const std::int64_t> rows,
                                                                        bool pictures, qsizetype mostBytes = 8 << 20) const;

    /// After many reads: what the database still holds of them in memory goes.
    void forgetPages() const { m_database.forgetPages(); }

    /// The reads of the case and its key are deleted and the case is Disposed, in one transaction; then the journal is folded in and the
    /// case's secret destroyed. WriteFailed with the case Disposed: the secret stands yet, and the next opening destroys it. NotFound: no
    /// such case.
    [[nodiscard]] std::expected<void, StoreFault> dispose(const CaseNumber& number, Instant at);

private:
    Database& m_database;
};

} // namespace casebound
