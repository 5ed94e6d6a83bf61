#include "ui/review/ComparisonWords.h"

#include "lists/ComparisonText.h"

namespace casebound {

FailureWords ComparisonWords::of(ReconciliationProblem problem)
{
    switch (problem) {
    case ReconciliationProblem::BadPeriod:
        return {tr("A period ends after it begins, not in the future, and covers at most 92 days."),
                tr("Nothing was compared. Choose other days.")};
    case ReconciliationProblem::NoVendorAudit:
        return {tr("This vendor keeps no record of queries that could be asked for."),
                tr("There is nothing to compare with: this workstation’s log is the whole record, and it seals the results.")};
    case ReconciliationProblem::NotConnected:
        return {tr("There is no way to the vendor now."), tr("Nothing was compared. Try again once the status bar says “connected”.")};
    case ReconciliationProblem::Busy: return {tr("A comparison is under way."), tr("No other one was begun. Wait for it, or stop it.")};
    case ReconciliationProblem::TooMany:
        return {tr("There are more queries in this period than can be compared at once."), tr("Nothing is shown. Choose fewer days.")};
    case ReconciliationProblem::Cancelled:
        return {tr("The comparison was stopped."),
                tr("Nothing is shown; that it was begun stands in the log. Begin it again when you like.")};
    }
    return {};
}

FailureWords ComparisonWords::of(const ReconciliationRefusal& refusal)
{
    if (const auto* failure = std::get_if<ServiceFailure>(&refusal))
        return Words::of(*failure);
    return of(std::get<ReconciliationProblem>(refusal));
}

FailureWords ComparisonWords::of(RosterProblem problem)
{
    switch (problem) {
    case RosterProblem::NoUserList:
        return {tr("This vendor does not say who its users are."),
                tr("Nothing was compared. Ask the vendor for its list of users in writing.")};
    case RosterProblem::NotConnected: return of(ReconciliationProblem::NotConnected);
    case RosterProblem::Busy: return of(ReconciliationProblem::Busy);
    case RosterProblem::Cancelled: return of(ReconciliationProblem::Cancelled);
    }
    return {};
}

FailureWords ComparisonWords::of(const RosterRefusal& refusal)
{
    if (const auto* failure = std::get_if<ServiceFailure>(&refusal))
        return Words::of(*failure);
    return of(std::get<RosterProblem>(refusal));
}

QString ComparisonWords::of(ReconciliationService::Stage stage, quint64 done, quint64 total)
{
    switch (stage) {
    case ReconciliationService::Stage::Log:
        //: Progress. %1: number, %2: "1,204 entries".
        return tr("Reading the log: %1 of %2").arg(QLocale().toString(done), Words::entries(total));
    case ReconciliationService::Stage::Vendor: return tr("Comparing with the vendor’s record: %1 so far").arg(QLocale().toString(done));
    case ReconciliationService::Stage::Rest: return tr("Looking at what the vendor did not name …");
    }
    return {};
}

QString ComparisonWords::summary(const Reconciliation& found)
{
    const ReconciliationCounts& counts = found.counts;
    const auto number = [](std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); };
    //: Sums of a comparison of queries.
    QString words =
        tr("%1 in the log, %2 at the vendor, %3 agree.").arg(number(counts.inLog), number(counts.atVendor), number(counts.agree));
    if (counts.neverLeft > 0)
        words += QLatin1Char(' ') + tr("Never left this workstation: %1.").arg(number(counts.neverLeft));
    if (counts.inOrder())
        return words;
    words += QLatin1Char(' ') +
             //: Sums of a comparison of queries.
             tr("Only in the log: %1. Only at the vendor: %2. Differing: %3.")
                 .arg(number(counts.onlyInLog), number(counts.onlyAtVendor), number(counts.differing));
    if (counts.elsewhere > 0)
        words += QLatin1Char(' ') + tr("At the vendor, and perhaps in another log: %1.").arg(number(counts.elsewhere));
    return words;
}

QString ComparisonWords::remarks(const Reconciliation& found)
{
    QStringList sentences;
    if (!found.otherDesks.isEmpty()) {
        //: %1: names of workstations.
        sentences += tr("The vendor’s record names no workstation. Each other one of the office has a log of its own: %1.")
                         .arg(found.otherDesks.join(QStringLiteral(", ")));
    }
    if (!found.notCompared.empty()) {
        QStringList names;
        for (const AuditField field : found.notCompared)
            names += ComparisonText::of(field);
        //: %1: names of fields.
        sentences += tr("Not compared, for the vendor does not keep it: %1.").arg(names.join(QStringLiteral(", ")));
    }
    if (found.unlisted > 0)
        sentences += tr("Counted and not listed: %1 more. Choose fewer days to see them.")
                         .arg(QLocale().toString(static_cast<qlonglong>(found.unlisted)));
    return sentences.join(QLatin1Char(' '));
}

QString ComparisonWords::summary(const RosterComparison& found)
{
    const auto number = [](std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); };
    QString words = tr("%1 on the roster, %2 accounts at the vendor, %3 agree.")
                        .arg(number(found.counts.onRoster), number(found.counts.atVendor), number(found.counts.agree));
    if (found.counts.left > 0)
        words +=
            QLatin1Char(' ') + tr("Closed accounts of people who are not on the roster: %1; nothing to do.").arg(number(found.counts.left));
    return words;
}

} // namespace casebound
