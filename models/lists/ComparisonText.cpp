#include "lists/ComparisonText.h"

#include <QDateTime>
#include <QLocale>

namespace casebound {

QString ComparisonText::of(AuditFinding::Kind kind)
{
    switch (kind) {
    case AuditFinding::Kind::OnlyInLog: return tr("Only in the log");
    case AuditFinding::Kind::OnlyAtVendor: return tr("Only at the vendor");
    case AuditFinding::Kind::Differs: return tr("Differs");
    }
    return {};
}

QString ComparisonText::of(AuditFinding::Hint hint)
{
    switch (hint) {
    case AuditFinding::Hint::None: return {};
    case AuditFinding::Hint::StillOpen: return tr("It has no outcome yet.");
    case AuditFinding::Hint::InDoubt: return tr("It was stopped or not answered, so it may never have arrived.");
    case AuditFinding::Hint::Refused: return tr("The vendor refused it, and may keep no record of that.");
    case AuditFinding::Hint::OtherDesk: return tr("Perhaps another workstation’s: look for it in that log.");
    case AuditFinding::Hint::BeforeLog: return tr("Received before this log begins: an older log may have it.");
    case AuditFinding::Hint::NotOnRoster: return tr("By somebody who is not on the roster.");
    }
    return {};
}

QString ComparisonText::of(AuditField field)
{
    switch (field) {
    case AuditField::Person: return tr("Person");
    case AuditField::OnBehalfOf: return tr("On behalf of");
    case AuditField::Plate: return tr("Plate");
    case AuditField::Jurisdiction: return tr("Jurisdiction");
    case AuditField::From: return tr("From");
    case AuditField::To: return tr("To");
    case AuditField::Case: return tr("Case");
    case AuditField::ReasonKey: return tr("Reason code");
    case AuditField::Reason: return tr("Reason");
    case AuditField::Received: return tr("Time of the query");
    case AuditField::Outcome: return tr("Outcome");
    }
    return {};
}

QString ComparisonText::value(const AuditFinding& finding, const QString& value)
{
    const bool isTime = finding.field == AuditField::From || finding.field == AuditField::To || finding.field == AuditField::Received;
    if (const QDateTime at = isTime ? QDateTime::fromString(value, Qt::ISODateWithMs) : QDateTime(); at.isValid()) {
        //: How a time is written to the second, where two times are compared; Qt's letters.
        return QLocale().toString(at.toLocalTime(), tr("d MMM yyyy, HH:mm:ss"));
    }
    if (finding.field && finding.field != AuditField::Outcome)
        return value;
    const QString count = value.section(QStringLiteral(": "), 1);
    bool isCount = false;
    const int reads = count.toInt(&isCount);
    if (value.startsWith(QStringLiteral("answered: ")) && isCount)
        return tr("answered, reads: %1").arg(QLocale().toString(reads));
    //: Outcome of a query that did not work out. %1: a fixed word of the log, such as "timed_out"
    const auto with = [&](const QString& words) { return count.isEmpty() ? words : tr("%1: %2").arg(words, count); };
    if (value.startsWith(QStringLiteral("failed")))
        return with(tr("failed"));
    if (value.startsWith(QStringLiteral("withdrawn")))
        return with(tr("stopped"));
    if (value.startsWith(QStringLiteral("unknown")))
        return with(tr("outcome unknown"));
    return value == QStringLiteral("open") ? tr("no outcome yet") : value;
}

QString ComparisonText::of(RosterIssue issue)
{
    switch (issue) {
    case RosterIssue::NotOnRoster: return tr("Open account of somebody who is not on the roster");
    case RosterIssue::Revoked: return tr("Open account; the person’s certificate is revoked or out of date");
    case RosterIssue::Untrained: return tr("Open account; no training in force");
    case RosterIssue::NotAtVendor: return tr("On the roster, no account at the vendor");
    case RosterIssue::ClosedAtVendor: return tr("On the roster, account closed at the vendor");
    case RosterIssue::NameDiffers: return tr("Another name at the vendor");
    case RosterIssue::TrainingDiffers: return tr("Other training dates at the vendor");
    }
    return {};
}

} // namespace casebound
