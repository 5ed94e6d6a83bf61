#include "app/OfficeLogCare.h"

#include "app/ExportedLog.h"
#include "verify/BagCheck.h"
#include "verify/LiveLogCheck.h"
#include "verify/TileExport.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QStorageInfo>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <thread>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t entriesATurn = 256;
constexpr std::uint64_t progressStep = 1'000;

LogVerdict verdictOf(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::InOrder: return LogVerdict::InOrder;
    case VerifyVerdict::FaultFound: return LogVerdict::FaultFound;
    case VerifyVerdict::CannotTell: return LogVerdict::CannotTell;
    }
    return LogVerdict::CannotTell;
}

LogExportProblem problemOf(ExportFault fault)
{
    switch (fault) {
    case ExportFault::TargetExists: return LogExportProblem::TargetExists;
    case ExportFault::CannotWrite: return LogExportProblem::CannotWrite;
    case ExportFault::DiskFull: return LogExportProblem::DiskFull;
    case ExportFault::EntryTooLarge:
    case ExportFault::NotInOrder: return LogExportProblem::NotInOrder;
    case ExportFault::CannotSign: return LogExportProblem::CannotSign;
    case ExportFault::CannotRead: return LogExportProblem::CannotRead;
    }
    return LogExportProblem::CannotWrite;
}

unsigned threads()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

/// From whichever thread reports, to the window's; not at all once the object is gone.
std::function<void(std::uint64_t, std::uint64_t)> postedTo(QObject* receiver, LogProgress progress)
{
    if (!progress)
        return {};
    return [receiver, progress = std::move(progress), last = std::uint64_t{0}](std::uint64_t done, std::uint64_t total) mutable {
        if (done != total && done < last + progressStep)
            return;
        last = done;
        QMetaObject::invokeMethod(receiver, [progress, done, total] { progress(done, total); }, Qt::QueuedConnection);
    };
}

LogCheckResult examine(const QString& folder, const SecureBytes& key, const std::optional<PrivateKey>& signing, VerifyOptions options)
{
    if (signing)
        (void)options.keys.addPublicKey(signing->publicKeyDer());
    const QString journal = folder + u"/audit.db-wal"_s;
    const bool hadJournal = QFileInfo::exists(journal);
    const VerifyReport report = checkLiveLog(folder, key, options);
    if (!hadJournal && QFileInfo(journal).size() == 0)
        QFile::remove(journal); // of SQLite's making: the folder stays as it was found
    return {.verdict = verdictOf(report.verdict()),
            .entries = report.entries,
            .faults = report.faults.count(),
            .report = QString::fromUtf8(report.text())};
}

/// What is left when every entry is written: sign, sync, rename, and read all of it again as an outsider would.
LogExportResult conclude(TileExport& out, const CheckpointSigner& signer, const LogCopy& copy, VerifyOptions options)
{
    const auto head = out.finish(signer);
    if (!head)
        return std::unexpected(problemOf(head.error()));
    const VerifyReport report = checkExportedLog(copy.folder, options);
    if (report.verdict() != VerifyVerdict::InOrder || report.entries != copy.entries || report.root != copy.root)
        return std::unexpected(LogExportProblem::CheckFailed);
    return copy;
}

} // namespace

struct OfficeLogCare::Export {
    QPromise<LogExportResult> promise;
    std::shared_ptr<TileExport> out;
    LogHead head;
    LogCopy copy;
    LogProgress progress;
    std::stop_token stop;
    bool withPrivate = false;
    LedgerFaults faults;
    LedgerCheck check{faults};
    EntryExaminer examiner;
    std::uint64_t next = 0;
};

OfficeLogCare::OfficeLogCare(Parts parts) : m_parts(std::move(parts)), m_turn(std::make_unique<QTimer>())
{
    m_turn->setInterval(0);
    connect(m_turn.get(), &QTimer::timeout, this, &OfficeLogCare::step);
}

OfficeLogCare::~OfficeLogCare()
{
    (void)abandonExport();
    m_checking.waitForFinished();
}

QFuture<LogCheckResult> OfficeLogCare::check(LogProgress progress, std::stop_token stop)
{
    if (m_parts.databaseKey.isEmpty() || m_checking.isRunning())
        return QtFuture::makeReadyValueFuture(LogCheckResult{});
    VerifyOptions options;
    options.threads = threads();
    options.progress = postedTo(this, std::move(progress));
    m_checking = QtConcurrent::run([folder = m_parts.folder, key = std::make_shared<SecureBytes>(m_parts.databaseKey.clone()),
                                    signing = m_parts.signingKey, options] { return examine(folder, *key, signing, options); });
    return m_checking.then(this, [stop](LogCheckResult result) {
        if (stop.stop_requested())
            return LogCheckResult{};
        return result;
    });
}

QFuture<LogExportResult> OfficeLogCare::exportTo(const QString& target, LogProgress progress, std::stop_token stop)
{
    return begin(target, false, std::move(progress), std::move(stop));
}

QFuture<LogExportResult> OfficeLogCare::exportWithPrivate(const QString& target, LogProgress progress, std::stop_token stop)
{
    return begin(target, true, std::move(progress), std::move(stop));
}

QFuture<LogExportResult> OfficeLogCare::begin(const QString& target, bool withPrivate, LogProgress progress, std::stop_token stop)
{
    const auto refuse = [](LogExportProblem problem) {
        const LogExportResult refused = std::unexpected(problem);
        return QtFuture::makeReadyValueFuture(refused);
    };
    if (m_export)
        return refuse(LogExportProblem::Busy);
    if (!m_parts.log)
        return refuse(LogExportProblem::NotInOrder);
    if (!m_parts.signingKey)
        return refuse(LogExportProblem::CannotSign);
    auto out = TileExport::create(target);
    if (!out)
        return refuse(problemOf(out.error()));
    m_export = std::make_unique<Export>();
    m_export->out = *std::move(out);
    m_export->withPrivate = withPrivate;
    m_export->head = m_parts.log->head();
    m_export->copy = {.folder = target,
                      .origin = QString::fromUtf8(m_parts.log->origin()),
                      .entries = m_export->head.size,
                      .root = toBytes(m_export->head.root)};
    m_export->progress = std::move(progress);
    m_export->stop = std::move(stop);
    m_export->check.expect(
        {.size = m_export->head.size, .root = m_export->head.root, .place = {}, .ifDifferent = LedgerFaultKind::RootDiffers});
    m_export->promise.start();
    auto future = m_export->promise.future();
    m_turn->start();
    return future;
}

void OfficeLogCare::step()
{
    Export& now = *m_export;
    if (now.stop.stop_requested())
        return end(std::unexpected(LogExportProblem::Cancelled));
    const std::uint64_t left = now.head.size - now.next;
    const auto rows = m_parts.log->entries(now.next, static_cast<std::size_t>(std::min<std::uint64_t>(left, entriesATurn)));
    if (rows.empty() && left > 0)
        return end(std::unexpected(LogExportProblem::CannotRead));
    for (const StoredEntry& row : rows) {
        if (row.sequence != now.next)
            return end(std::unexpected(LogExportProblem::NotInOrder));
        now.check.add(now.examiner.examine(row.publicBytes, QByteArrayView(row.privateBytes)));
        auto added = now.out->add(row.publicBytes);
        if (added && now.withPrivate)
            added = now.out->addPrivate(row.sequence, row.privateBytes);
        if (!added)
            return end(std::unexpected(problemOf(added.error())));
        ++now.next;
    }
    if (now.progress)
        now.progress(now.next, now.head.size);
    if (now.next < now.head.size)
        return;
    m_turn->stop();
    now.check.finish();
    if (now.faults.count() > 0 || now.out->head().root != now.head.root)
        return end(std::unexpected(LogExportProblem::NotInOrder));
    write();
}

void OfficeLogCare::write()
{
    const auto signer = CheckpointSigner::create(m_export->copy.origin.toUtf8(), *m_parts.signingKey);
    if (!signer)
        return end(std::unexpected(LogExportProblem::CannotSign));
    VerifyOptions options;
    options.threads = threads();
    (void)options.keys.addPublicKey(m_parts.signingKey->publicKeyDer());
    // Syncing may take as long as the medium does.
    m_writing = QtConcurrent::run(
        [out = m_export->out, signer = *signer, copy = m_export->copy, options] { return conclude(*out, signer, copy, options); });
    m_writing.then(this, [this](LogExportResult result) {
        if (m_export)
            end(std::move(result));
    });
}

BundleCheck OfficeLogCare::bundleCheck() const
{
    const auto anchors = Certificate::listFromPem(m_parts.peopleCaPem);
    if (!m_parts.signingKey || !anchors)
        return {};
    BagOptions options;
    (void)options.keys.addPublicKey(m_parts.signingKey->publicKeyDer());
    options.anchors = *anchors;
    if (const auto stamps = Certificate::listFromPem(m_parts.stampCaPem))
        options.stampAnchors = *stamps;
    return [options](const QString& path) {
        const BagReport report = checkBag(path, options);
        return report.verdict() == VerifyVerdict::InOrder ? QString() : QString::fromUtf8(report.text());
    };
}

QFuture<OtherLogResult> OfficeLogCare::openOther(const QString& folder, const KeyOfLog& keyOf)
{
    return QtConcurrent::run(openExportedLog, folder, keyOf); // of files alone: nothing of this object is asked
}

std::optional<LogExportResult> OfficeLogCare::abandonExport()
{
    if (!m_export)
        return std::nullopt;
    m_turn->stop();
    LogExportResult result = std::unexpected(LogExportProblem::Cancelled);
    if (m_writing.isValid() && !m_writing.isCanceled()) {
        m_writing.waitForFinished();
        result = m_writing.result();
    }
    m_export.reset();
    return result;
}

void OfficeLogCare::end(LogExportResult result)
{
    m_turn->stop();
    const auto done = std::move(m_export);
    done->out.reset();
    m_writing = {};
    done->promise.addResult(std::move(result));
    done->promise.finish();
}

} // namespace casebound
