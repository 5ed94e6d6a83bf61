#include "service/CaseExport.h"

#include "service/AuditEntries.h"
#include "service/CaseExportRunning.h"
#include "service/RoleGate.h"
#include "store/CaseTable.h"
#include "store/KeptReadTable.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <unordered_set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t lookedAtATime = 256;
constexpr qsizetype longestNote = 16'000, longestId = 128;

QString withoutSeparator(const QString& path)
{
    return path.size() > 1 && path.endsWith(u'/') ? path.chopped(1) : path;
}

QString recipientsText(const std::vector<ExportRecipient>& recipients)
{
    QStringList list;
    for (const ExportRecipient& one : recipients)
        list += one.name + u' ' + QString::fromLatin1(one.fingerprint().toHex());
    return list.isEmpty() ? u"recipients: none, not encrypted; the person said that this is meant"_s
                          : u"recipients: "_s + list.join(u"; "_s);
}

/// What a search or an outcome of the log is about is said once, at the intention.
QString intendedWord(const CaseExportRequest& request)
{
    return request.recipients.empty() ? u"case:not_encrypted"_s : u"case:encrypted"_s;
}

} // namespace

CaseExport::CaseExport(Parts parts) : m_parts(std::move(parts)) {}

CaseExport::~CaseExport()
{
    disconnect();
    suspend();
}

bool CaseExport::mayExport() const
{
    return may(m_parts.actor, Action::ExportCase);
}

std::vector<ExportRecipient> CaseExport::officeRecipients() const
{
    return casebound::officeRecipients(m_parts.profile, m_parts.clock.now());
}

std::expected<CaseContents, CaseExportProblem> CaseExport::contents(const CaseNumber& number) const
{
    if (!mayExport())
        return std::unexpected(CaseExportProblem::NotAllowed);
    const std::optional<CaseRecord> subject = m_parts.cases.find(number);
    if (!subject)
        return std::unexpected(CaseExportProblem::NoSuchCase);
    if (subject->state == CaseState::Disposed)
        return std::unexpected(CaseExportProblem::Disposed);
    CaseContents contents{.subject = *subject, .retention = retentionLabel(*subject, m_parts.profile.retention), .items = {}};
    const auto rows = m_parts.kept.rows(number);
    if (!rows)
        return std::unexpected(CaseExportProblem::CannotRead);
    for (std::span<const std::int64_t> left(*rows); !left.empty();) {
        const auto some = left.first(std::min(left.size(), lookedAtATime));
        const auto reads = m_parts.kept.read(number, some, false);
        if (!reads)
            return std::unexpected(CaseExportProblem::CannotRead);
        for (std::size_t n = 0; n < reads->size(); ++n) {
            const KeptRead& kept = (*reads)[n];
            CaseItem item{.row = some[n],
                          .plate = kept.read.plate,
                          .capturedAt = kept.read.capturedAt,
                          .verdict = kept.verification.verdict,
                          .exact = kept.read.exact,
                          .contrary = kept.contrary};
            for (const auto& [kind, bytes] : kept.images)
                ++(kind == ImageKind::Plate ? item.plateImages : item.vehicleImages);
            contents.items.push_back(std::move(item));
        }
        left = left.subspan(reads->size());
    }
    return contents.without({});
}

CaseContents CaseContents::without(const std::vector<std::int64_t>& rows) const
{
    CaseContents rest{.subject = subject, .retention = retention, .items = {}};
    const std::unordered_set<std::int64_t> gone(rows.begin(), rows.end());
    for (const CaseItem& item : items) {
        if (gone.contains(item.row))
            continue;
        ++rest.reads;
        ++(item.verdict == Verdict::Confirmed ? rest.verified : rest.unverified);
        rest.contrary += item.contrary ? 1 : 0;
        rest.plateImages += item.plateImages;
        rest.vehicleImages += item.vehicleImages;
        rest.items.push_back(item);
    }
    return rest;
}

QString CaseExport::proposedTarget(const QString& folder, const CaseNumber& number, BundleKind kind) const
{
    const QString name = QString::fromLatin1(bagName(number, m_parts.clock.now()));
    QString ending;
    switch (kind) {
    case BundleKind::Folder: break;
    case BundleKind::Zip: ending = u".zip"_s; break;
    case BundleKind::Encrypted: ending = u".zip.p7m"_s; break;
    }
    QString path = QDir(folder).filePath(name + ending);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QDir(folder).filePath(name + u'-' + QString::number(n) + ending);
    return path;
}

std::expected<CaseRecord, CaseExportProblem> CaseExport::accept(const CaseExportRequest& request) const
{
    if (isRunning())
        return std::unexpected(CaseExportProblem::Busy);
    const std::optional<CaseRecord> subject = m_parts.cases.find(request.subject);
    if (!subject)
        return std::unexpected(CaseExportProblem::NoSuchCase);
    if (subject->state == CaseState::Disposed)
        return std::unexpected(CaseExportProblem::Disposed);
    if ((request.kind == BundleKind::Encrypted) == request.recipients.empty())
        return std::unexpected(CaseExportProblem::BadRecipient);
    if (request.recipients.empty() && !request.plainAcknowledged)
        return std::unexpected(CaseExportProblem::NotAcknowledged);
    if (!m_parts.profile.timeStamps.address.isEmpty() && !m_parts.stamper)
        return std::unexpected(CaseExportProblem::NoTimeStamp);
    const QFileInfo info(withoutSeparator(request.target));
    if (request.target.isEmpty() || request.target.contains(QChar()) || info.isRelative() || info.fileName().isEmpty() ||
        !QFileInfo(info.path()).isDir())
        return std::unexpected(CaseExportProblem::BadTarget);
    if (info.exists() || info.isSymLink())
        return std::unexpected(CaseExportProblem::TargetExists);
    return *subject;
}

std::expected<QStringList, CaseExportProblem> CaseExport::leaveOut(const CaseExportRequest& request, std::vector<std::int64_t>& rows) const
{
    const std::unordered_set<std::int64_t> chosen(request.leftOut.begin(), request.leftOut.end());
    const auto behind = std::ranges::stable_partition(rows, [&](std::int64_t row) { return !chosen.contains(row); });
    QStringList ids;
    for (std::span<const std::int64_t> left(behind); !left.empty();) {
        const auto reads = m_parts.kept.read(request.subject, left.first(std::min(left.size(), lookedAtATime)), false);
        if (!reads)
            return std::unexpected(CaseExportProblem::CannotRead);
        for (const KeptRead& kept : *reads)
            ids += bounded(kept.read.readId, longestId);
        left = left.subspan(reads->size());
    }
    rows.erase(behind.begin(), behind.end());
    return ids;
}

std::expected<void, CaseExportProblem> CaseExport::start(const CaseExportRequest& request)
{
    if (const auto refused =
            refusedByRole(m_parts.log, m_parts.actor, Action::ExportCase, [this](LogFault fault) { Q_EMIT logFailed(fault); })) {
        if (!std::holds_alternative<NotAllowed>(refused->why))
            return std::unexpected(CaseExportProblem::LogFault);
        Q_EMIT logged();
        return std::unexpected(CaseExportProblem::NotAllowed);
    }
    const auto subject = accept(request);
    if (!subject)
        return std::unexpected(subject.error());
    auto rows = m_parts.kept.rows(request.subject);
    if (!rows)
        return std::unexpected(CaseExportProblem::CannotRead);
    const auto leftOut = leaveOut(request, *rows);
    if (!leftOut)
        return std::unexpected(leftOut.error());

    m_running = std::make_unique<Running>();
    m_running->request = request;
    m_running->request.target = QDir::cleanPath(withoutSeparator(request.target));
    m_running->id = QueryId::create(m_parts.clock.now()).text();
    m_running->rows = *std::move(rows);
    AuditRecord record = plainRecord(AuditEvent::ExportIntended, intendedWord(request));
    record.queryId = m_running->id;
    record.caseNumber = request.subject.text();
    record.readIds = *leftOut;
    QString note = recipientsText(request.recipients) + (request.vehicleImages ? u"\n"_s : u"\nwithout pictures of vehicles\n"_s);
    if (!leftOut->isEmpty())
        note += u"left out by choice: the %1 reads named here, of %2 kept\n"_s.arg(leftOut->size())
                    .arg(m_running->rows.size() + static_cast<std::size_t>(leftOut->size()));
    record.note = bounded(note + m_running->request.target, longestNote);
    const auto receipt = m_parts.log.append(record);
    if (!receipt) {
        m_running.reset();
        Q_EMIT logFailed(receipt.error());
        return std::unexpected(CaseExportProblem::LogFault);
    }
    m_running->leave = AuditedExport(m_running->id, *receipt);
    m_running->job->cover = coverOf(*subject, request, m_running->id);
    m_running->job->cover.leftOut = leftOut->size();
    Q_EMIT logged();
    turn();
    return {};
}

BundleCover CaseExport::coverOf(const CaseRecord& subject, const CaseExportRequest& request, const QString& id) const
{
    BundleCover cover;
    cover.subject = subject;
    cover.exportId = id;
    cover.office = m_parts.profile.office;
    cover.origin = QString::fromUtf8(m_parts.log.origin());
    cover.appVersion = QStringLiteral(CASEBOUND_VERSION);
    cover.exportedBy = m_parts.actor.user;
    const RosterUser* user = m_parts.profile.user(m_parts.actor.user);
    cover.exporterName = user ? user->name : m_parts.actor.user.text();
    cover.exportedAt = m_parts.clock.now();
    cover.training = m_parts.profile.training;
    cover.vehicleImages = request.vehicleImages;
    for (const ExportRecipient& one : request.recipients)
        cover.recipients += one.name;
    if (m_parts.stamper && !m_parts.profile.timeStamps.address.isEmpty())
        cover.timeStampBy = m_parts.stamper->host();
    cover.retention = retentionLabel(subject, m_parts.profile.retention);
    return cover;
}

void CaseExport::cancel()
{
    if (!m_running || !m_running->job->stop() || !m_running->isStamping)
        return;
    m_running->isStamping = false; // nobody waits for the service any more
    work([](Job&) -> std::expected<void, CaseExportProblem> { return {}; });
}

void CaseExport::suspend()
{
    if (!m_running)
        return;
    if (m_running->job->stop()) {
        m_running->worker.reset(); // the worker removes what was begun when it comes to it
        return end(std::unexpected(CaseExportProblem::Cancelled));
    }
    m_running->worker->waitForFinished();
    const auto done = m_running->worker->result();
    m_running->worker.reset();
    if (!done)
        return end(std::unexpected(done.error()));
    end(*m_running->job->written);
}

bool CaseExport::append(AuditEvent event, const QString& outcome, const QString& note)
{
    AuditRecord record = plainRecord(event, outcome);
    record.queryId = m_running->id;
    record.caseNumber = m_running->request.subject.text();
    record.note = bounded(note, longestNote);
    const auto receipt = m_parts.log.append(record);
    if (!receipt)
        Q_EMIT logFailed(receipt.error());
    else
        Q_EMIT logged();
    return receipt.has_value();
}

void CaseExport::end(CaseExportResult result)
{
    const Running& now = *m_running;
    bool written = false;
    if (result) {
        written = append(AuditEvent::ExportWritten, u"case"_s,
                         u"sha512 %1\n%2 files, %3 bytes, %4 reads, %5 entries\n%6\n%7"_s.arg(QString::fromLatin1(result->sha512.toHex()))
                             .arg(result->files)
                             .arg(result->bytes)
                             .arg(now.rows.size())
                             .arg(now.sequences.size())
                             .arg(recipientsText(now.request.recipients), result->path));
    } else {
        written = append(AuditEvent::ExportFailed, auditWord(result.error()), now.request.target);
    }
    m_running.reset();
    // The export is there; that its outcome is not in the log, the stopped log says itself.
    if (!written && result)
        result = std::unexpected(CaseExportProblem::LogFault);
    Q_EMIT finished(result);
}

} // namespace casebound
