#include "bundle/ComparisonFiles.h"

#include "bundle/BundleText.h"
#include "bundle/OversightPaper.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostPrinted = 500; ///< Lines of a table on paper; the other formats hold all of them.

const QStringList& findingHeadings()
{
    static const QStringList headings{u"kind"_s,        u"hint"_s,  u"entry"_s, u"at"_s,     u"query_id"_s, u"person"_s,
                                      u"case_number"_s, u"plate"_s, u"field"_s, u"in_log"_s, u"at_vendor"_s};
    return headings;
}

QStringList cellsOf(const AuditFinding& finding)
{
    return {wordOf(finding.kind),
            wordOf(finding.hint),
            finding.kind == AuditFinding::Kind::OnlyAtVendor ? QString() : QString::number(finding.sequence),
            timeText(finding.at),
            finding.queryId,
            finding.person,
            finding.caseNumber,
            finding.plate,
            finding.field ? wordOf(*finding.field) : QString(),
            finding.ours,
            finding.theirs};
}

const QStringList& rosterHeadings()
{
    static const QStringList headings{u"issue"_s, u"user_id"_s, u"on_roster"_s, u"at_vendor"_s};
    return headings;
}

QStringList cellsOf(const RosterFinding& finding)
{
    return {wordOf(finding.issue), finding.userId, finding.ours, finding.theirs};
}

template <class Finding>
QByteArray csvOf(const QStringList& headings, const std::vector<Finding>& findings)
{
    QByteArray csv = csvRow(headings);
    for (const Finding& finding : findings)
        csv += csvRow(cellsOf(finding));
    return csv;
}

template <class Finding>
QJsonArray jsonOf(const QStringList& headings, const std::vector<Finding>& findings)
{
    QJsonArray list;
    for (const Finding& finding : findings) {
        const QStringList cells = cellsOf(finding);
        QJsonObject object;
        for (qsizetype n = 0; n < cells.size(); ++n)
            if (!cells[n].isEmpty())
                object.insert(headings[n], cells[n]);
        list.append(object);
    }
    return list;
}

template <class Finding>
void addRows(OversightPaper& paper, const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings) {
        if (paper.rows.size() == mostPrinted) {
            paper.paragraphs += u"The first %1 of %2 lines are printed here; the file as CSV or JSON holds all of them."_s.arg(mostPrinted)
                                    .arg(findings.size());
            break;
        }
        paper.rows.push_back(cellsOf(finding));
    }
}

} // namespace

QByteArray reconciliationCsv(const Reconciliation& found)
{
    return csvOf(findingHeadings(), found.findings);
}

QByteArray reconciliationJson(const Reconciliation& found)
{
    const ReconciliationCounts& counts = found.counts;
    QJsonArray left;
    for (const AuditField field : found.notCompared)
        left.append(wordOf(field));
    const QJsonObject whole{{"record"_L1, u"casebound reconciliation"_s},
                            {"version"_L1, 1},
                            {"from"_L1, timeText(found.from)},
                            {"to"_L1, timeText(found.to)},
                            {"log"_L1, found.origin},
                            {"vendor"_L1, found.vendor},
                            {"done_by"_L1, found.by.text()},
                            {"done_at"_L1, timeText(found.at)},
                            {"entry"_L1, qint64(found.sequence)},
                            {"other_workstations"_L1, QJsonArray::fromStringList(found.otherDesks)},
                            {"not_compared"_L1, left},
                            {"counts"_L1, QJsonObject{{"in_log"_L1, qint64(counts.inLog)},
                                                      {"at_vendor"_L1, qint64(counts.atVendor)},
                                                      {"agree"_L1, qint64(counts.agree)},
                                                      {"never_left"_L1, qint64(counts.neverLeft)},
                                                      {"only_in_log"_L1, qint64(counts.onlyInLog)},
                                                      {"only_at_vendor"_L1, qint64(counts.onlyAtVendor)},
                                                      {"elsewhere"_L1, qint64(counts.elsewhere)},
                                                      {"differing"_L1, qint64(counts.differing)}}},
                            {"unlisted"_L1, qint64(found.unlisted)},
                            {"findings"_L1, jsonOf(findingHeadings(), found.findings)}};
    return QJsonDocument(whole).toJson();
}

std::optional<QByteArray> reconciliationPdf(const Reconciliation& found, bool training)
{
    const ReconciliationCounts& counts = found.counts;
    OversightPaper paper{
        .title = u"Reconciliation with the vendor, %1 to %2"_s.arg(timeText(found.from), timeText(found.to)),
        .paragraphs = {u"Log %1 against the record of %2."_s.arg(found.origin, found.vendor),
                       u"Compared by %1, %2 (entry %3 of the log)."_s.arg(found.by.text(), timeText(found.at)).arg(found.sequence),
                       u"Queries of the period: %1 in the log, %2 at the vendor; %3 agree, %4 never left."_s.arg(counts.inLog)
                           .arg(counts.atVendor)
                           .arg(counts.agree)
                           .arg(counts.neverLeft),
                       u"Only in the log: %1. Only at the vendor: %2, and %3 more that another log of the office may have. Differing: %4."_s
                           .arg(counts.onlyInLog)
                           .arg(counts.onlyAtVendor)
                           .arg(counts.elsewhere)
                           .arg(counts.differing),
                       u"A difference is a reason to ask, not a finding against anybody."_s},
        .headings = findingHeadings(),
        .rows = {},
        .at = found.at,
        .training = training};
    if (!found.otherDesks.isEmpty())
        paper.paragraphs += u"Other workstations of the office, each with a log of its own: "_s + found.otherDesks.join(u", "_s) + u'.';
    addRows(paper, found.findings);
    return oversightPdf(paper);
}

QByteArray rosterCsv(const RosterComparison& found)
{
    return csvOf(rosterHeadings(), found.findings);
}

QByteArray rosterJson(const RosterComparison& found)
{
    const QJsonObject whole{{"record"_L1, u"casebound roster comparison"_s},
                            {"version"_L1, 1},
                            {"office"_L1, found.office},
                            {"profile"_L1, qint64(found.serial)},
                            {"vendor"_L1, found.vendor},
                            {"done_by"_L1, found.by.text()},
                            {"done_at"_L1, timeText(found.at)},
                            {"entry"_L1, qint64(found.sequence)},
                            {"counts"_L1, QJsonObject{{"on_roster"_L1, qint64(found.counts.onRoster)},
                                                      {"at_vendor"_L1, qint64(found.counts.atVendor)},
                                                      {"agree"_L1, qint64(found.counts.agree)},
                                                      {"left"_L1, qint64(found.counts.left)}}},
                            {"findings"_L1, jsonOf(rosterHeadings(), found.findings)}};
    return QJsonDocument(whole).toJson();
}

std::optional<QByteArray> rosterPdf(const RosterComparison& found, bool training)
{
    OversightPaper paper{
        .title = u"Roster of %1 and the users of %2"_s.arg(found.office, found.vendor),
        .paragraphs = {u"Compared by %1, %2 (entry %3 of the log), with office profile %4."_s.arg(found.by.text(), timeText(found.at))
                           .arg(found.sequence)
                           .arg(found.serial),
                       u"%1 people on the roster, %2 accounts at the vendor; %3 agree, %4 are closed accounts of people who left."_s
                           .arg(found.counts.onRoster)
                           .arg(found.counts.atVendor)
                           .arg(found.counts.agree)
                           .arg(found.counts.left)},
        .headings = rosterHeadings(),
        .rows = {},
        .at = found.at,
        .training = training};
    addRows(paper, found.findings);
    return oversightPdf(paper);
}

} // namespace casebound
