#include "app/Rekeying.h"

#include "office/PrivateFolder.h"
#include "store/Files.h"
#include "store/Rekey.h"

#include <QDir>
#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// What a finished staging folder holds, and where it belongs. The keys come last: they are what everything else is opened with.
struct Piece {
    QString staged, place;
};

std::vector<Piece> pieces(const WorkstationFolder& folder)
{
    const QString staged = folder.rekeyFolder();
    return {{.staged = staged + u"/audit.db"_s, .place = folder.logFolder() + u"/audit.db"_s},
            {.staged = staged + u"/audit.head"_s, .place = folder.logFolder() + u"/audit.head"_s},
            {.staged = staged + u"/cases.db"_s, .place = folder.caseFile()},
            {.staged = staged + u"/keys.cms"_s, .place = folder.keysFile()}};
}

QString makingFolder(const WorkstationFolder& folder)
{
    return folder.rekeyFolder() + u".making"_s;
}

std::expected<OfficeKeys, StoreFault> stage(const WorkstationFolder& folder, const AuditLog::Config& log, const OfficeKeys& keys,
                                            std::span<const Certificate> people, const Clock& clock)
{
    const QString making = makingFolder(folder);
    auto next = keys.successor();
    const auto signing = next ? next->workstation() : std::unexpected(KeysFault::Crypto);
    if (!signing || !ensurePrivateFolder(making))
        return std::unexpected(StoreFault::WriteFailed);
    if (const auto copied = copyLogWithKey(folder.logFolder(), making, keys.audit(), next->audit()); !copied)
        return std::unexpected(copied.error());
    {
        // No witness yet: it would have seen a head that may still come to nothing.
        AuditLog::Config staged = log;
        staged.folder = making;
        staged.witnessFolder.clear();
        const auto opened = AuditLog::open(staged, next->audit(), clock);
        if (!opened)
            return std::unexpected(opened.error() == LogFault::DiskFull ? StoreFault::DiskFull : StoreFault::Damaged);
        if (const auto replaced = (*opened)->replaceSigningKey(*signing); !replaced)
            return std::unexpected(replaced.error() == LogFault::DiskFull ? StoreFault::DiskFull : StoreFault::WriteFailed);
        // In the copy: where these keys are in use, the entry is there, and where the entry is, they are.
        AuditRecord changed{.event = AuditEvent::KeysChanged};
        changed.outcome = u"changed"_s;
        changed.note = u"generation %1, for %2 certificates"_s.arg(next->generation()).arg(people.size());
        if (const auto said = (*opened)->append(changed); !said)
            return std::unexpected(said.error() == LogFault::DiskFull ? StoreFault::DiskFull : StoreFault::WriteFailed);
    }
    if (QFileInfo::exists(folder.caseFile())) {
        const auto copied = copyWithKey(folder.caseFile(), making + u"/cases.db"_s, keys.cases(), next->cases(), Database::caseSchema());
        if (!copied)
            return std::unexpected(copied.error());
    }
    if (!next->save(making + u"/keys.cms"_s, people))
        return std::unexpected(StoreFault::WriteFailed);
    for (const auto name : {"/audit.db"_L1, "/audit.head"_L1}) {
        if (const auto synced = syncFile(making + name); !synced)
            return std::unexpected(synced.error());
    }
    if (QFileInfo::exists(making + u"/audit.db-wal"_s))
        return std::unexpected(StoreFault::WriteFailed); // the log did not close in order
    if (const auto synced = syncFolder(making); !synced)
        return std::unexpected(synced.error());
    return *std::move(next);
}

} // namespace

bool finishRekeying(const WorkstationFolder& folder)
{
    if (QFileInfo::exists(makingFolder(folder)) && !QDir(makingFolder(folder)).removeRecursively())
        return false;
    if (!QFileInfo::exists(folder.rekeyFolder()))
        return true;
    for (const Piece& piece : pieces(folder)) {
        if (!QFileInfo::exists(piece.staged))
            continue;                        // moved before the program ended
        removeFile(piece.place + u"-wal"_s); // of the old file, which was closed in order and is wholly in the new one
        if (!renameDurably(piece.staged, piece.place))
            return false;
    }
    return QDir(folder.rekeyFolder()).removeRecursively();
}

std::expected<OfficeKeys, StoreFault> rekey(const WorkstationFolder& folder, const AuditLog::Config& log, const OfficeKeys& keys,
                                            std::span<const Certificate> people, const Clock& clock)
{
    // An unfinished change is finished before the log is opened, never here: `keys` would be the old ones, the log newer than its copy.
    if (QFileInfo::exists(folder.rekeyFolder()) || !finishRekeying(folder))
        return std::unexpected(StoreFault::WriteFailed);
    auto next = stage(folder, log, keys, people, clock);
    if (!next) {
        QDir(makingFolder(folder)).removeRecursively();
        return next;
    }
    // From this rename on it is done, whether or not this program lives to do it.
    if (const auto done = renameDurably(makingFolder(folder), folder.rekeyFolder()); !done) {
        QDir(makingFolder(folder)).removeRecursively();
        return std::unexpected(done.error());
    }
    if (!finishRekeying(folder))
        return std::unexpected(StoreFault::WriteFailed);
    return next;
}

} // namespace casebound
