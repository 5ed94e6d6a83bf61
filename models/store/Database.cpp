#include "store/DatabasePrivate.h"

#include "crypto/SecureBytes.h"
#include "store/Files.h"
#include "store/Statement.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

namespace casebound {
namespace {

constexpr QByteArrayView plainHeader("SQLite format 3\0", 16);

enum class FileState { Missing, Empty, Plain, Other };

FileState stateOf(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return FileState::Missing;
    if (file.size() == 0)
        return FileState::Empty;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return FileState::Other;
    return file.read(plainHeader.size()) == plainHeader ? FileState::Plain : FileState::Other;
}

/// Options before the key matter for the process; those after it for the connection.
constexpr const char* settings[] = {
    "PRAGMA locking_mode = EXCLUSIVE", // before the first access: no shared-memory file, one process
    "PRAGMA temp_store = MEMORY",      "PRAGMA secure_delete = ON", "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",     "PRAGMA foreign_keys = ON",  "PRAGMA cache_size = -16000",
};

} // namespace

SecureBytes rawKeyText(const SecureBytes& key)
{
    static constexpr char digits[] = "0123456789abcdef";
    SecureBytes text(2 + key.size() * 2 + 1);
    std::uint8_t* at = text.data();
    *at++ = 'x';
    *at++ = '\'';
    for (const std::uint8_t byte : key.span()) {
        *at++ = static_cast<std::uint8_t>(digits[byte >> 4]);
        *at++ = static_cast<std::uint8_t>(digits[byte & 15]);
    }
    *at = '\'';
    return text;
}

StoreFault Database::Private::faultOf(int result) const
{
    switch (result & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_AUTH:
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::Locked;
    case SQLITE_CORRUPT: return StoreFault::Damaged;
    case SQLITE_FULL: return StoreFault::DiskFull;
    case SQLITE_CONSTRAINT: return StoreFault::Duplicate;
    case SQLITE_IOERR: {
        const int error = sqlite3_system_errno(handle);
        return error == ENOSPC || error == EFBIG || error == EDQUOT ? StoreFault::DiskFull : StoreFault::WriteFailed;
    }
    default: return StoreFault::WriteFailed;
    }
}

std::expected<void, StoreFault> Database::Private::execute(const char* sql) const
{
    if (!handle)
        return std::unexpected(StoreFault::Locked);
    const int result = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return std::unexpected(faultOf(result));
    return {};
}

Database::Database(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
Database::~Database() = default;

void Database::shut()
{
    sqlite3_close_v2(std::exchange(d->handle, nullptr));
}

void Database::takeOver(std::unique_ptr<Database> other)
{
    shut();
    d = std::exchange(other->d, std::move(d));
}

void Database::forgetPages()
{
    if (d->handle)
        (void)sqlite3_db_release_memory(d->handle);
}

void Database::keepFilesOnClose(bool keep)
{
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

std::expected<std::unique_ptr<Database>, StoreFault> Database::open(const QString& path, const SecureBytes& key,
                                                                    std::span<const char* const> schema)
{
    if (key.size() != 32)
        return std::unexpected(StoreFault::Locked);
    switch (stateOf(path)) {
    case FileState::Empty: return std::unexpected(StoreFault::Damaged);
    case FileState::Plain: return std::unexpected(StoreFault::NotEncrypted);
    case FileState::Other: break;
    case FileState::Missing: {
        const QString draft = path + QLatin1StringView(".new");
        if (QFile::exists(path + QLatin1StringView("-wal")))
            return std::unexpected(StoreFault::Damaged); // a file was here, and its newest pages still are
        if (!path.endsWith(QLatin1StringView(".new"))) {
            for (const char* suffix : {"", "-wal", "-journal"})
                removeFile(draft + QLatin1StringView(suffix));
            if (auto made = open(draft, key, schema); !made)
                return made;
            if (const auto fault = syncFile(draft); !fault)
                return std::unexpected(fault.error());
            if (const auto fault = renameDurably(draft, path); !fault)
                return std::unexpected(fault.error());
        }
        break;
    }
    }

    auto parts = std::make_unique<Private>();
    const bool draft = path.endsWith(QLatin1StringView(".new"));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | (draft ? SQLITE_OPEN_CREATE : 0);
    if (const int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &parts->handle, flags, nullptr); result != SQLITE_OK)
        return std::unexpected(parts->faultOf(result));
    sqlite3_extended_result_codes(parts->handle, 1);
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); // until everything below held
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(parts->handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);

    if (!parts->execute("PRAGMA cipher_log_level = NONE")) // its messages go to the standard error stream otherwise
        return std::unexpected(StoreFault::NotEncrypted);
    // cipher_memory_security stays off: it made an append on tmpfs 2.8 times as long (mlock and wiping at each allocation of SQLite).
    // SQLCipher keeps its keys in a locked heap of its own either way.
    const SecureBytes text = rawKeyText(key);
    if (sqlite3_key_v2(parts->handle, "main", text.data(), static_cast<int>(text.size())) != SQLITE_OK)
        return std::unexpected(StoreFault::NotEncrypted);
    if (const auto done = parts->execute("PRAGMA fast_kdf_iter = 1000"); !done)
        return std::unexpected(done.error());

    auto database = std::unique_ptr<Database>(new Database(std::move(parts)));
    const Private& handle = *database->d;
    Statement version(*database, "PRAGMA cipher_version");
    if (const auto row = version.step(); !row || !*row || !version.text(0).startsWith(QLatin1StringView("4.")))
        return std::unexpected(StoreFault::NotEncrypted);
    for (const char* setting : settings) {
        if (const auto done = handle.execute(setting); !done)
            return std::unexpected(done.error());
    }
    // The first read: the key is right, or it is not, and nothing was written.
    {
        Statement first(*database, "SELECT count(*) FROM sqlite_master");
        if (const auto row = first.step(); !row)
            return std::unexpected(row.error());
    }
    {
        Statement journal(*database, "PRAGMA journal_mode = WAL");
        if (const auto row = journal.step(); !row)
            return std::unexpected(row.error());
        else if (!*row || journal.text(0) != QLatin1StringView("wal"))
            return std::unexpected(StoreFault::WriteFailed);
    }
    if (const auto done = handle.execute("PRAGMA synchronous = FULL"); !done)
        return std::unexpected(done.error());

    Statement read(*database, "PRAGMA user_version");
    if (const auto row = read.step(); !row)
        return std::unexpected(row.error());
    const std::int64_t applied = read.integer(0);
    read.reset();
    if (applied < 0)
        return std::unexpected(StoreFault::Damaged);
    if (applied > static_cast<std::int64_t>(schema.size()))
        return std::unexpected(StoreFault::Newer);
    for (std::size_t i = static_cast<std::size_t>(applied); i < schema.size(); ++i) {
        Transaction transaction(*database);
        if (!transaction.isOpen())
            return std::unexpected(transaction.fault());
        const QByteArray number = "PRAGMA user_version = " + QByteArray::number(static_cast<qulonglong>(i + 1));
        if (const auto done = handle.execute(schema[i]); !done)
            return std::unexpected(done.error());
        if (const auto done = handle.execute(number.constData()); !done)
            return std::unexpected(done.error());
        if (const auto done = transaction.commit(); !done)
            return std::unexpected(done.error());
    }
    // With a wrong link order PRAGMA key succeeds and the file is plain.
    if (draft && !handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
        return std::unexpected(StoreFault::WriteFailed);
    if (stateOf(path) != FileState::Other)
        return std::unexpected(StoreFault::NotEncrypted);
    database->keepFilesOnClose(false);
    return database;
}

} // namespace casebound
