#include "store/DraftTable.h"

#include "store/Statement.h"

namespace casebound {

std::expected<void, StoreFault> DraftTable::put(const UserId& person, const QByteArray& form, Instant at)
{
    Statement statement(m_database, "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)");
    statement.bind(person.text()).bind(QByteArrayView(form)).bind(std::int64_t{at.time_since_epoch().count()});
    return statement.run();
}

std::optional<QByteArray> DraftTable::find(const UserId& person) const
{
    Statement row(m_database, "SELECT form FROM draft WHERE person = ?");
    row.bind(person.text());
    return row.step().value_or(false) ? std::optional(row.blob(0)) : std::nullopt;
}

std::expected<void, StoreFault> DraftTable::remove(const UserId& person)
{
    Statement statement(m_database, "DELETE FROM draft WHERE person = ?");
    statement.bind(person.text());
    return statement.run();
}

std::expected<void, StoreFault> DraftTable::removeBefore(Instant moment)
{
    Statement statement(m_database, "DELETE FROM draft WHERE saved_at < ?");
    statement.bind(std::int64_t{moment.time_since_epoch().count()});
    return statement.run();
}

} // namespace casebound
