#include "store/Rekey.h"

#include "store/AuditLogRows.h"
#include "store/DatabasePrivate.h"
#include "store/Files.h"
#include "store/HeadFile.h"

#include <QFile>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

StoreFault faultOf(int result)
{
    switch (result & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_AUTH:
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StoreFault::Locked;
    case SQLITE_CORRUPT: return StoreFault::Damaged;
    case SQLITE_FULL: return StoreFault::DiskFull;
    default: return StoreFault::WriteFailed;
    }
}

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

std::expected<void, StoreFault> changeKey(const QString& path, const SecureBytes& key, const SecureBytes& next)
{
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, nullptr);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    if (opened != SQLITE_OK)
        return std::unexpected(faultOf(opened));
    const SecureBytes now = rawKeyText(key), then = rawKeyText(next);
    if (const int done = sqlite3_key_v2(raw, "main", now.data(), static_cast<int>(now.size())); done != SQLITE_OK)
        return std::unexpected(StoreFault::NotEncrypted);
    // No journal of its own is left beside the copy, and nothing of it is in one that the old key opens.
    for (const char* setting : {"PRAGMA fast_kdf_iter = 1000", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA temp_store = MEMORY",
                                "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"}) {
        if (const int done = sqlite3_exec(raw, setting, nullptr, nullptr, nullptr); done != SQLITE_OK)
            return std::unexpected(faultOf(done));
    }
    if (const int done = sqlite3_rekey_v2(raw, "main", then.data(), static_cast<int>(then.size())); done != SQLITE_OK)
        return std::unexpected(faultOf(done));
    return {};
}

std::expected<void, StoreFault> copyAndRekey(const QString& from, const QString& to, const SecureBytes& key, const SecureBytes& next,
                                             std::span<const char* const> schema)
{
    // Opened and closed: its journal is folded in, and the key is the right one.
    if (const auto opened = Database::open(from, key, schema); !opened)
        return std::unexpected(opened.error());
    if (QFile::exists(from + "-wal"_L1))
        return std::unexpected(StoreFault::WriteFailed);
    QFile source(from);
    if (!source.copy(to))
        return std::unexpected(source.error() == QFileDevice::ResourceError ? StoreFault::DiskFull : StoreFault::WriteFailed);
    if (const auto done = changeKey(to, key, next); !done)
        return done;
    if (const auto opened = Database::open(to, next, schema); !opened)
        return std::unexpected(opened.error());
    return syncFile(to);
}

} // namespace

std::expected<void, StoreFault> copyWithKey(const QString& from, const QString& to, const SecureBytes& key, const SecureBytes& next,
                                            std::span<const char* const> schema)
{
    if (QFile::exists(to) || key.size() != 32 || next.size() != 32)
        return std::unexpected(StoreFault::WriteFailed);
    const auto done = copyAndRekey(from, to, key, next, schema);
    if (!done) {
        for (const auto suffix : {""_L1, "-wal"_L1, "-journal"_L1})
            removeFile(to + suffix);
    }
    return done;
}

std::expected<void, StoreFault> copyLogWithKey(const QString& from, const QString& to, const SecureBytes& key, const SecureBytes& next)
{
    if (const auto copied = copyWithKey(from + "/audit.db"_L1, to + "/audit.db"_L1, key, next, AuditLogRows::schema()); !copied)
        return copied;
    const auto head = HeadFile::open(from + "/audit.head"_L1);
    if (!head)
        return std::unexpected(head.error());
    const auto made = HeadFile::create(to + "/audit.head"_L1, HeadFile::keyCheckOf(next.view()), (*head)->content().note);
    if (!made)
        return std::unexpected(made.error());
    return syncFolder(to);
}

} // namespace casebound
