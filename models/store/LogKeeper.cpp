#include "store/LogKeeper.h"

#include "crypto/SecureBytes.h"
#include "ledger/Checkpoint.h"
#include "store/Files.h"
#include "store/HeadFile.h"
#include "store/LogAside.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace casebound {
namespace {

constexpr std::size_t namedFiles = 64;

QString asideOf(const QString& log)
{
    return log + ".aside"_L1;
}
QString holdingOf(const QString& log)
{
    return log + ".holding"_L1;
}
QString nextOf(const QString& log)
{
    return log + ".next"_L1;
}

/// A fault of the log itself: what stands there is not what was written, or not for this program to write on.
bool isOfTheLog(LogFault fault, const LogFinding& finding)
{
    switch (fault) {
    case LogFault::Damaged:
    case LogFault::NotEncrypted:
    case LogFault::Newer:
    case LogFault::ProfileOlder: return true;
    case LogFault::Locked: return finding.kind == LogFindingKind::OtherKey;
    case LogFault::InUse:
    case LogFault::DiskFull:
    case LogFault::WriteFailed:
    case LogFault::EntryTooLarge: return false;
    }
    return false;
}

bool wantsCopies(LogFault fault)
{
    return fault != LogFault::ProfileOlder && fault != LogFault::Newer;
}

/// Fixed, for the entry's outcome.
QString wordOf(LogFault fault)
{
    switch (fault) {
    case LogFault::Locked: return u"other_key"_s;
    case LogFault::InUse: return u"in_use"_s;
    case LogFault::NotEncrypted: return u"not_encrypted"_s;
    case LogFault::Damaged: return u"damaged"_s;
    case LogFault::Newer: return u"newer"_s;
    case LogFault::ProfileOlder: return u"profile_older"_s;
    case LogFault::DiskFull: return u"disk_full"_s;
    case LogFault::WriteFailed: return u"write_failed"_s;
    case LogFault::EntryTooLarge: return u"too_large"_s;
    }
    return u"damaged"_s;
}

/// Moves a folder below log.aside, under a name that is free.
std::expected<void, StoreFault> moveAside(const QString& folder, const QString& beside, Instant now, QLatin1StringView what)
{
    if (const auto made = preparePrivateFolder(beside); !made)
        return made;
    const QString wanted = beside + u'/' + asideMark(now) + u'-' + what;
    QString to = wanted;
    for (int n = 2; QFileInfo::exists(to); ++n)
        to = wanted + u'-' + QString::number(n);
    if (const auto moved = renameDurably(folder, to); !moved)
        return moved;
    return syncFolder(QFileInfo(folder).path());
}

/// A way begun by takeIntoUse() is gone to its end.
std::expected<void, StoreFault> finishTaking(const QString& log, Instant now)
{
    if (!QFileInfo::exists(nextOf(log)))
        return {};
    if (QFileInfo::exists(log)) {
        if (const auto moved = moveAside(log, asideOf(log), now, "replaced"_L1); !moved)
            return moved;
    }
    return renameDurably(nextOf(log), log);
}

/// "<size> <root>" of the sidecar's head, whoever signed it: it is only named, never trusted.
void readLastHead(LogFaultReport& report)
{
    const auto head = HeadFile::open(report.logFolder + u"/audit.head"_s);
    if (!head)
        return;
    const QByteArrayList lines = (*head)->content().note.split('\n');
    bool number = false;
    const qulonglong size = lines.size() < 3 ? 0 : lines[1].toULongLong(&number);
    if (!number)
        return;
    report.lastSize = size;
    report.lastHead = QString::fromUtf8(lines[0] + ' ' + lines[1] + ' ' + lines[2]);
}

AuditRecord faultRecord(const LogFaultReport& report, LogFault fault)
{
    AuditRecord record{.event = AuditEvent::LogFault};
    record.outcome = wordOf(fault);
    QStringList lines{u"found: "_s + report.where};
    if (!report.lastHead.isEmpty())
        lines += u"last known head: "_s + report.lastHead;
    if (!report.asideFolder.isEmpty())
        lines += u"kept aside: "_s + QFileInfo(report.asideFolder).fileName();
    for (std::size_t n = 0; n < std::min(report.files.size(), namedFiles); ++n) {
        const AsideFile& file = report.files[n];
        lines += u"%1 %2 %3"_s.arg(file.sha256.isEmpty() ? u"not a plain file"_s : QString::fromLatin1(file.sha256.toHex()))
                     .arg(file.bytes)
                     .arg(file.name);
    }
    if (report.files.size() > namedFiles)
        lines += u"and %1 more, in SHA256SUMS"_s.arg(report.files.size() - namedFiles);
    record.note = lines.join(u'\n');
    return record;
}

/// Fills in what was kept aside of it.
std::expected<void, StoreFault> keep(LogFaultReport& report, Instant now)
{
    auto aside = keepAside(report.logFolder, asideOf(report.logFolder), now);
    if (!aside)
        return std::unexpected(aside.error());
    report.asideFolder = aside->folder;
    report.files = std::move(aside->files);
    return {};
}

} // namespace

std::expected<OpenedLog, LogFault> LogKeeper::open(const AuditLog::Config& config, const SecureBytes& key, const Clock& clock,
                                                   QString* where, LogFinding* finding)
{
    const QString folder = config.folder, holding = holdingOf(folder);
    QString words;
    LogFinding found;
    const auto refuse = [&](LogFault fault) {
        if (where)
            *where = words;
        if (finding)
            *finding = found;
        return std::unexpected(fault);
    };
    if (const auto finished = finishTaking(folder, clock.now()); !finished) {
        words = u"a new log could not be put in its place"_s;
        return refuse(finished.error() == StoreFault::DiskFull ? LogFault::DiskFull : LogFault::WriteFailed);
    }

    auto log = AuditLog::open(config, key, clock, &words, &found);
    if (log) {
        if (QFileInfo::exists(holding)) {
            // What was at fault opens again, as when its files were put back. That it was stands in the holding log; this names it.
            LogFaultReport gone{.where = u"a holding log was kept while this log was at fault"_s, .logFolder = holding};
            readLastHead(gone);
            AuditRecord record = faultRecord(gone, LogFault::Damaged);
            record.outcome = u"in_order_again"_s;
            if (const auto written = (*log)->append(record); !written)
                return refuse(written.error());
            if (!moveAside(holding, asideOf(folder), clock.now(), "holding"_L1))
                return refuse(LogFault::WriteFailed);
        }
        if (where)
            *where = words;
        return OpenedLog{.log = *std::move(log), .fault = {}};
    }
    if (!isOfTheLog(log.error(), found))
        return refuse(log.error());

    LogFaultReport report{.fault = log.error(), .finding = found, .where = words, .logFolder = folder, .foundAt = clock.now()};
    readLastHead(report);
    const auto notKept = [&](StoreFault why) {
        found = {.kind = LogFindingKind::CannotKeepAside, .place = asideOf(folder)};
        return refuse(why == StoreFault::DiskFull ? LogFault::DiskFull : LogFault::WriteFailed);
    };
    if (wantsCopies(report.fault)) {
        if (const auto kept = keep(report, clock.now()); !kept)
            return notKept(kept.error());
    }

    AuditLog::Config held = config;
    held.folder = holding;
    held.witnessFolder.clear(); // until it is the log
    held.seen.reset();
    held.knownBefore = std::max(config.knownBefore, found.lastAt);
    held.successor = asideMark(clock.now());
    held.holding = true;
    std::vector<AuditRecord> records{faultRecord(report, report.fault)};
    auto second = AuditLog::open(held, key, clock, &words, &found);
    if (!second &&
        (second.error() == LogFault::Damaged || second.error() == LogFault::NotEncrypted || second.error() == LogFault::Locked)) {
        LogFaultReport again{.fault = second.error(), .finding = found, .where = u"holding log: "_s + words, .logFolder = holding};
        readLastHead(again);
        auto kept = keepAside(holding, asideOf(folder), clock.now());
        if (!kept)
            return notKept(kept.error());
        again.asideFolder = kept->folder;
        again.files = std::move(kept->files);
        if (const auto moved = moveAside(holding, asideOf(folder), clock.now(), "holding"_L1); !moved)
            return notKept(moved.error());
        records.push_back(faultRecord(again, again.fault));
        second = AuditLog::open(held, key, clock, &words, &found);
    }
    if (!second)
        return refuse(second.error());
    for (const AuditRecord& record : records) {
        if (const auto written = (*second)->append(record); !written)
            return refuse(written.error());
    }
    report.holdingEntries = (*second)->head().size;
    if (where)
        *where = report.where;
    if (finding)
        *finding = report.finding;
    return OpenedLog{.log = *std::move(second), .fault = std::move(report)};
}

std::expected<void, StoreFault> LogKeeper::takeIntoUse(const QString& logFolder, Instant now)
{
    if (!QFileInfo::exists(holdingOf(logFolder)))
        return std::unexpected(StoreFault::NotFound);
    return renameDurably(holdingOf(logFolder), nextOf(logFolder)).and_then([&] { return finishTaking(logFolder, now); });
}

} // namespace casebound
