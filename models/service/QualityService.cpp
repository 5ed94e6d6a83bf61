#include "service/QualityService.h"

#include "bundle/BundleText.h"
#include "bundle/DraftFile.h"
#include "crypto/Digest.h"
#include "domain/ReadSet.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "service/VerificationService.h"
#include "store/AuditLog.h"
#include "store/QualityTable.h"

#include <QDir>
#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QualityProblem problemOf(BundleFault fault)
{
    switch (fault) {
    case BundleFault::TargetExists: return QualityProblem::TargetExists;
    case BundleFault::DiskFull: return QualityProblem::DiskFull;
    default: return QualityProblem::CannotWrite;
    }
}

QString wordOf(QualityProblem problem)
{
    switch (problem) {
    case QualityProblem::BadPeriod: return u"bad_period"_s;
    case QualityProblem::BadTarget: return u"bad_target"_s;
    case QualityProblem::TargetExists: return u"target_exists"_s;
    case QualityProblem::CannotWrite: return u"cannot_write"_s;
    case QualityProblem::DiskFull: return u"disk_full"_s;
    }
    return {};
}

QString percent(double share)
{
    return decimal(share * 100, 1);
}

QString charactersOf(QChar c)
{
    return c.isNull() ? u"(none)"_s : QString(c);
}

QStringList cellsOf(const QString& group, const QString& key, const QualityRate& rate)
{
    QStringList cells{group, key, QString::number(rate.compared), QString::number(rate.misread)};
    if (rate.isEnough())
        cells << percent(rate.share()) << percent(rate.interval().low) << percent(rate.interval().high);
    else
        cells << u"too few to say"_s << QString() << QString();
    return cells << QString::number(rate.unreadable);
}

} // namespace

QualitySample qualitySample(const ReadSet& reads, const ReadRow& row, const Revealed* revealed, Verdict verdict, Instant at)
{
    QualitySample sample{.read = toBytes(sha256(reads.string(row.readId).toUtf8())),
                         .day = toDateTime(at).toUTC().date(),
                         .camera = reads.string(row.cameraId),
                         .contributor = reads.string(row.contributor),
                         .jurisdiction = row.knownJurisdiction ? reads.string(row.jurisdiction) : QString()};
    if (!revealed || verdict == Verdict::Unreadable)
        return sample;
    std::tie(sample.outcome, sample.confusions) = outcomeOf(revealed->againstMachine);
    if (!revealed->typedJurisdiction.isEmpty()) {
        sample.jurisdiction = revealed->typedJurisdiction;
        if (!revealed->machineJurisdiction.isEmpty())
            sample.jurisdictionRight = revealed->typedJurisdiction == revealed->machineJurisdiction;
    }
    return sample;
}

std::optional<ServiceFailure> QualityService::refused()
{
    return refusedByRole(m_parts.log, m_parts.actor, Action::LookAtQuality, [this](LogFault fault) { Q_EMIT logFailed(fault); });
}

QualityOutcome<QualityReport> QualityService::report(QDate first, QDate last)
{
    if (auto failure = refused())
        return std::unexpected(*std::move(failure));
    if (!first.isValid() || !last.isValid() || last < first)
        return std::unexpected(QualityProblem::BadPeriod);
    const auto samples = QualityTable(m_parts.database).between(first, last);
    if (!samples)
        return std::unexpected(ServiceFailure{.why = samples.error(), .detail = {}});
    QualityReport report{.first = first,
                         .last = last,
                         .found = qualityOf(*samples),
                         .vendor = m_parts.capabilities.vendor,
                         .claimedAccuracy = m_parts.capabilities.claimedPlateAccuracy};
    report.standing = standingOf(report.found.whole, report.claimedAccuracy);
    return report;
}

QByteArray QualityService::csv(const QualityReport& report)
{
    QByteArray csv;
    const auto row = [&csv](const QStringList& cells) { csv += csvRow(cells); };
    row({u"group"_s, u"key"_s, u"compared"_s, u"misread"_s, u"misread_percent"_s, u"wilson95_low_percent"_s, u"wilson95_high_percent"_s,
         u"unreadable"_s});
    row(cellsOf(u"all"_s, report.first.toString(Qt::ISODate) + u'/' + report.last.toString(Qt::ISODate), report.found.whole));
    row(cellsOf(u"jurisdiction_as_read"_s, {}, report.found.jurisdictions));
    for (const auto& [group, rows] :
         {std::pair(u"camera"_s, &report.found.byCamera), std::pair(u"contributor"_s, &report.found.byContributor),
          std::pair(u"jurisdiction"_s, &report.found.byJurisdiction)}) {
        for (const QualityRow& one : *rows)
            row(cellsOf(group, one.key, one.rate));
    }
    for (const PairRow& one : report.found.byPair)
        row(cellsOf(u"character_pair"_s, charactersOf(one.pair.shown) + u" read as "_s + charactersOf(one.pair.read), one.rate));
    if (report.claimedAccuracy)
        row({u"vendor_claim_not_verified"_s, report.vendor, {}, {}, percent(1 - *report.claimedAccuracy), {}, {}, {}});
    return csv;
}

QualityOutcome<void> QualityService::exportTo(const QualityReport& report, const QString& target)
{
    if (auto failure = refused())
        return std::unexpected(*std::move(failure));
    const QFileInfo info(target);
    if (!info.isAbsolute() || info.fileName().isEmpty() || !info.dir().exists())
        return std::unexpected(QualityProblem::BadTarget);
    auto file = DraftFile::create(target);
    if (!file)
        return std::unexpected(problemOf(file.error()));
    if (!(*file)->write(csv(report)))
        return std::unexpected(problemOf((*file)->fault()));
    if (const auto done = (*file)->finish().and_then([&] { return (*file)->check(); }); !done)
        return std::unexpected(problemOf(done.error()));
    const auto append = [this](const QString& outcome, const QString& note) -> std::optional<ServiceFailure> {
        AuditRecord record = plainRecord(AuditEvent::QualityExported, outcome);
        record.note = note;
        if (const auto receipt = m_parts.log.append(record); !receipt) {
            Q_EMIT logFailed(receipt.error());
            return ServiceFailure{.why = receipt.error(), .detail = {}};
        }
        Q_EMIT logged();
        return std::nullopt;
    };
    const QString what = u"judged %1 to %2, %3 compared; %4"_s.arg(report.first.toString(Qt::ISODate), report.last.toString(Qt::ISODate))
                             .arg(report.found.whole.compared)
                             .arg(bounded(info.fileName(), 200));
    if (auto failure = append(u"written"_s, what))
        return std::unexpected(*std::move(failure));
    if (const auto named = (*file)->publish(); !named) {
        const QualityProblem problem = problemOf(named.error());
        if (auto failure = append(u"failed:"_s + wordOf(problem), what))
            return std::unexpected(*std::move(failure));
        return std::unexpected(problem);
    }
    return {};
}

} // namespace casebound
