#include "LiveDatabase.h"

#include "LogFolder.h"
#include "crypto/Digest.h"

#include <SqlCipherNames.h>
// after the names
#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace casebound {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, Finalize>;

StatementPtr prepare(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return StatementPtr(statement);
}

void take(sqlite3_stmt* statement, int column, QByteArray& into)
{
    const void* bytes = sqlite3_column_blob(statement, column);
    into.resize(0);
    into.append(static_cast<const char*>(bytes), sqlite3_column_bytes(statement, column));
}

SecureBytes keyText(const SecureBytes& key)
{
    SecureBytes text(67);
    std::uint8_t* at = text.data();
    *at++ = 'x';
    *at++ = '\'';
    for (const std::uint8_t byte : key.span()) {
        for (const int half : {byte >> 4, byte & 15})
            *at++ = static_cast<std::uint8_t>(half < 10 ? '0' + half : 'a' + half - 10);
    }
    *at = '\'';
    return text;
}

} // namespace

struct LiveDatabase::Private {
    sqlite3* handle = nullptr;
    int lock = -1;
    StatementPtr rows;

    ~Private()
    {
        rows.reset();
        sqlite3_close_v2(handle);
        if (lock >= 0)
            ::close(lock);
    }
    [[nodiscard]] bool run(const char* sql) const { return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
};

LiveDatabase::LiveDatabase(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
LiveDatabase::~LiveDatabase() = default;

std::expected<std::unique_ptr<LiveDatabase>, DatabaseProblem> LiveDatabase::open(const QString& folder, const SecureBytes& key)
{
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/audit.db"));
    auto parts = std::make_unique<Private>();
    parts->lock = ::open(QFile::encodeName(folder + QStringLiteral("/audit.lock")).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (parts->lock >= 0 && ::flock(parts->lock, LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(DatabaseProblem::InUse);

    const auto opened = LogFolder::open(folder);
    if (!opened)
        return std::unexpected(opened.error() == ReadProblem::Missing ? DatabaseProblem::Missing : DatabaseProblem::Unreadable);
    {
        const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (file < 0)
            return std::unexpected(errno == ENOENT ? DatabaseProblem::Missing : DatabaseProblem::Unreadable);
        char header[16] = {};
        const bool plain =
            ::read(file, header, sizeof header) == 16 && QByteArrayView(header, 16) == QByteArrayView("SQLite format 3\0", 16);
        ::close(file);
        if (plain)
            return std::unexpected(DatabaseProblem::Plain);
    }
    // Read-write for SQLite's own locks in exclusive mode, which needs no shared-memory file; nothing below writes, and query_only holds
    // it. Where nothing can be written, a file without a journal is read as one that nobody changes.
    const bool writable = ::access(path.constData(), W_OK) == 0 && ::access(QFile::encodeName(folder).constData(), W_OK) == 0;
    if (!writable && QFileInfo(folder + QStringLiteral("/audit.db-wal")).size() > 0)
        return std::unexpected(DatabaseProblem::ReadOnlyJournal);
    const QByteArray address = writable ? path : "file:" + path.toPercentEncoding("/") + "?immutable=1";
    const int flags = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    if (sqlite3_open_v2(address.constData(), &parts->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr) != SQLITE_OK)
        return std::unexpected(DatabaseProblem::Unreadable);
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const SecureBytes text = keyText(key);
    if (!parts->run("PRAGMA cipher_log_level = NONE") ||
        sqlite3_key_v2(parts->handle, "main", text.data(), static_cast<int>(text.size())) != SQLITE_OK)
        return std::unexpected(DatabaseProblem::Unreadable);
    // Some of these read the first page already.
    for (const char* statement :
         {"PRAGMA fast_kdf_iter = 1000", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON",
          "PRAGMA cell_size_check = ON", "PRAGMA cache_size = -8000", "SELECT count(*) FROM sqlite_master"}) {
        const int result = sqlite3_exec(parts->handle, statement, nullptr, nullptr, nullptr) & 0xff;
        if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
            return std::unexpected(DatabaseProblem::InUse);
        // SQLCipher answers a page whose MAC does not hold with NOTADB or with a plain ERROR.
        if (result == SQLITE_NOTADB || result == SQLITE_CORRUPT || result == SQLITE_ERROR)
            return std::unexpected(DatabaseProblem::NotReadable);
        if (result != SQLITE_OK)
            return std::unexpected(DatabaseProblem::Unreadable);
    }
    parts->rows =
        prepare(parts->handle, "SELECT seq, at, boot, event, query_id, user_id, on_behalf_of, plate, case_number, reason_code, results,"
                               " leaf, public, private FROM entry ORDER BY seq");
    if (!parts->rows)
        return std::unexpected(DatabaseProblem::NotReadable);
    return std::unique_ptr<LiveDatabase>(new LiveDatabase(std::move(parts)));
}

bool LiveDatabase::next(LiveRow& row)
{
    sqlite3_stmt* rows = d->rows.get();
    if (!rows)
        return false;
    const int result = sqlite3_step(rows);
    m_damaged = m_damaged || (result != SQLITE_ROW && result != SQLITE_DONE);
    if (result != SQLITE_ROW) {
        d->rows.reset(); // another step would begin anew
        return false;
    }
    row.sequence = sqlite3_column_int64(rows, 0);
    row.at = sqlite3_column_int64(rows, 1);
    row.boot = sqlite3_column_int64(rows, 2);
    QByteArray* const fields[] = {&row.event,      &row.queryId, &row.userId, &row.onBehalfOf,  &row.plate,       &row.caseNumber,
                                  &row.reasonCode, &row.results, &row.leaf,   &row.publicBytes, &row.privateBytes};
    for (int i = 0; QByteArray * field : fields)
        take(rows, 3 + i++, *field);
    return true;
}

std::optional<QByteArray> LiveDatabase::blobBy(const char* sql, QByteArrayView key, std::optional<std::uint64_t> number)
{
    const StatementPtr statement = prepare(d->handle, sql);
    if (!statement)
        return std::nullopt;
    if (number)
        sqlite3_bind_int64(statement.get(), 1, static_cast<std::int64_t>(*number));
    else
        sqlite3_bind_blob64(statement.get(), 1, key.data(), static_cast<sqlite3_uint64>(key.size()), SQLITE_STATIC);
    const int result = sqlite3_step(statement.get());
    m_damaged = m_damaged || (result != SQLITE_ROW && result != SQLITE_DONE);
    if (result != SQLITE_ROW)
        return std::nullopt;
    QByteArray found;
    take(statement.get(), 0, found);
    return found;
}

std::optional<QByteArray> LiveDatabase::chunkRoot(std::uint64_t chunk)
{
    return blobBy("SELECT root FROM chunk_root WHERE chunk = ?", {}, chunk);
}

std::optional<QByteArray> LiveDatabase::sealedBlob(QByteArrayView sha256)
{
    return blobBy("SELECT blob FROM sealed WHERE sha256 = ?", sha256, std::nullopt);
}

std::optional<QByteArray> LiveDatabase::segment(QByteArrayView id)
{
    return blobBy("SELECT cms FROM segment WHERE id = ?", id, std::nullopt);
}

std::int64_t LiveDatabase::count(const char* table)
{
    const StatementPtr statement = prepare(d->handle, ("SELECT count(*) FROM " + QByteArray(table)).constData());
    const bool row = statement && sqlite3_step(statement.get()) == SQLITE_ROW;
    m_damaged = m_damaged || !row;
    return row ? sqlite3_column_int64(statement.get(), 0) : 0;
}

bool LiveDatabase::segmentsGood()
{
    const StatementPtr statement = prepare(d->handle, "SELECT id, cms FROM segment");
    int result = SQLITE_ERROR;
    for (QByteArray id, cms; statement && (result = sqlite3_step(statement.get())) == SQLITE_ROW;) {
        take(statement.get(), 0, id);
        take(statement.get(), 1, cms);
        if (view(sha256(cms)) != id)
            return false;
    }
    m_damaged = m_damaged || result != SQLITE_DONE;
    return true;
}

} // namespace casebound
