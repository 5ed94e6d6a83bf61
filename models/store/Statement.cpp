#include "store/Statement.h"

#include "domain/Text.h"
#include "store/DatabasePrivate.h"

#include <utility>

namespace casebound {

Statement::Statement(const Database& database, const char* sql) : m_database(database)
{
    if (!database.d->handle) {
        m_result = SQLITE_AUTH; // shut: locked
        return;
    }
    m_result = sqlite3_prepare_v3(database.d->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(std::int64_t value)
{
    if (m_result == SQLITE_OK)
        m_result = sqlite3_bind_int64(m_statement, m_next++, value);
    return *this;
}

Statement& Statement::bind(double value)
{
    if (m_result == SQLITE_OK)
        m_result = sqlite3_bind_double(m_statement, m_next++, value);
    return *this;
}

Statement& Statement::bind(const QString& text)
{
    if (text.isEmpty())
        return bindNull();
    const QByteArray utf8 = text.toUtf8();
    if (m_result == SQLITE_OK)
        m_result = sqlite3_bind_text64(m_statement, m_next++, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                                       SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(QByteArrayView blob)
{
    if (m_result == SQLITE_OK)
        m_result = sqlite3_bind_blob64(m_statement, m_next++, blob.isEmpty() ? "" : blob.data(), static_cast<sqlite3_uint64>(blob.size()),
                                       SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull()
{
    if (m_result == SQLITE_OK)
        m_result = sqlite3_bind_null(m_statement, m_next++);
    return *this;
}

std::expected<bool, StoreFault> Statement::step()
{
    if (m_result != SQLITE_OK)
        return std::unexpected(m_database.d->faultOf(m_result));
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    return std::unexpected(m_database.d->faultOf(result));
}

std::expected<void, StoreFault> Statement::run()
{
    const auto stepped = step();
    reset();
    if (!stepped)
        return std::unexpected(stepped.error());
    return {};
}

void Statement::reset()
{
    if (!m_statement)
        return; // never prepared: the error stays
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_next = 1;
    m_result = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const void* text = sqlite3_column_text(m_statement, column);
    return textFromUtf8(QByteArrayView(static_cast<const char*>(text), sqlite3_column_bytes(m_statement, column)));
}

QByteArray Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement, column);
    return QByteArray(static_cast<const char*>(bytes), sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Transaction::Transaction(Database& database) : m_database(database)
{
    const auto begun = database.d->execute("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    if (!begun)
        m_fault = begun.error();
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.d->execute("ROLLBACK");
}

std::expected<void, StoreFault> Transaction::commit()
{
    if (!m_open)
        return std::unexpected(m_fault);
    auto done = m_database.d->execute("COMMIT");
    if (done)
        m_open = false; // a failed commit is rolled back by the destructor
    return done;
}

} // namespace casebound
