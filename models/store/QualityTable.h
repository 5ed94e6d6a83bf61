// What is known of how reads were read, in the encrypted case database.
#pragma once

#include "domain/ReadQuality.h"
#include "store/CaseTable.h"

#include <expected>
#include <vector>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns.
class QualityTable {
public:
    explicit QualityTable(Database& database) : m_database(database) {}
    /// In the place of an earlier one of the same read.
    [[nodiscard]] std::expected<void, StoreFault> put(const QualitySample& sample);
    /// Of reads judged from `first` to `last`, both included; by day.
    [[nodiscard]] std::expected<std::vector<QualitySample>, StoreFault> between(QDate first, QDate last) const;

private:
    Database& m_database;
};

} // namespace casebound
