// What a person had typed and not sent, in the encrypted case database: one form a person.
#pragma once

#include "store/CaseTable.h"

#include <expected>
#include <optional>

namespace casebound {

/// Not thread-safe. Every write is one committed transaction when it returns. The bytes are the caller's own.
class DraftTable {
public:
    explicit DraftTable(Database& database) : m_database(database) {}
    /// In the place of the person's earlier one.
    [[nodiscard]] std::expected<void, StoreFault> put(const UserId& person, const QByteArray& form, Instant at);
    [[nodiscard]] std::optional<QByteArray> find(const UserId& person) const;
    [[nodiscard]] std::expected<void, StoreFault> remove(const UserId& person);
    /// Of everybody: a form that waited since before `moment` is nobody's work any more.
    [[nodiscard]] std::expected<void, StoreFault> removeBefore(Instant moment);

private:
    Database& m_database;
};

} // namespace casebound
