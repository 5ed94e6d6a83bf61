#include "service/ReportService.h"

#include "ledger/AuditEntry.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QHash>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t entriesAtOnce = 1'024;
constexpr int daysUntilOver = 2;

ReportMonth monthOf(Instant at, const QTimeZone& zone)
{
    const QDate day = toDateTime(at).toTimeZone(zone).date();
    return {.year = day.year(), .month = day.month()};
}

ReportMonth next(ReportMonth month)
{
    return month.month == 12 ? ReportMonth{.year = month.year + 1, .month = 1} : ReportMonth{.year = month.year, .month = month.month + 1};
}

/// When nothing counts for the month any more.
Instant overAt(ReportMonth month, const QTimeZone& zone)
{
    const ReportMonth after = next(month);
    return toInstant(QDate(after.year, after.month, 1).startOfDay(zone)) + std::chrono::days(daysUntilOver);
}

/// Counts the entries of a log in order.
class Counter {
public:
    explicit Counter(const QTimeZone& zone) : m_zone(zone) {}

    void add(const PublicPart& entry)
    {
        const ReportMonth month = monthOf(entry.at, m_zone);
        MonthCounts& counts = m_months[month];
        switch (entry.event) {
        case AuditEvent::QueryIntended:
            ++counts.queries[{entry.matter.value_or(Matter::Criminal), entry.reasonCode}];
            ++counts.outcomes[u"open"_s];
            m_queries.insert(entry.queryId, month);
            return;
        case AuditEvent::QueryAnswered: return outcome(entry, u"answered"_s);
        case AuditEvent::QueryFailed: return outcome(entry, u"failed"_s);
        case AuditEvent::QueryUnknown: return outcome(entry, u"unknown"_s);
        case AuditEvent::QueryWithdrawn: return outcome(entry, u"withdrawn"_s);
        case AuditEvent::QueryRefused: ++counts.refused; return;
        case AuditEvent::ExceptionAsked:
            ++counts.exceptions[u"waiting"_s];
            m_asked.insert(entry.approvalId, month);
            return;
        case AuditEvent::ExceptionGranted: return decided(entry, u"granted"_s);
        case AuditEvent::ExceptionRefused: return decided(entry, u"refused"_s);
        case AuditEvent::ReadVerified: ++counts.verdicts[entry.verdict]; return;
        case AuditEvent::ReviewItem: ++counts.reviewItems[entry.outcome]; return;
        case AuditEvent::ReviewSigned: ++counts.reviewsSigned; return;
        case AuditEvent::ExportWritten: ++counts.exports; return;
        case AuditEvent::ComplaintAnswered: ++counts.complaints; return;
        default: return; // every other event is about nobody, or counted by its pair
        }
    }
    [[nodiscard]] MonthCounts of(ReportMonth month)
    {
        MonthCounts counts = m_months[month];
        counts.month = month;
        return counts;
    }

private:
    void outcome(const PublicPart& entry, const QString& word)
    {
        move(m_queries, entry.queryId, entry.at, &MonthCounts::outcomes, u"open"_s, word);
    }
    void decided(const PublicPart& entry, const QString& word)
    {
        move(m_asked, entry.approvalId, entry.at, &MonthCounts::exceptions, u"waiting"_s, word);
    }
    void move(QHash<QString, ReportMonth>& begun, const QString& id, Instant at, std::map<QString, std::int64_t> MonthCounts::* table,
              const QString& from, const QString& to)
    {
        const auto found = begun.constFind(id);
        if (found == begun.cend())
            return;
        if (at < overAt(*found, m_zone)) {
            auto& cells = m_months[*found].*table;
            if (--cells[from] == 0)
                cells.erase(from);
            ++cells[to];
        }
        begun.erase(found); // once each
    }
    const QTimeZone& m_zone;
    std::map<ReportMonth, MonthCounts> m_months;
    QHash<QString, ReportMonth> m_queries, m_asked;
};

} // namespace

std::vector<ReportMonth> ReportService::months() const
{
    std::vector<ReportMonth> list;
    const auto first = m_parts.log.entries(0, 1);
    const auto part = first.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(first.front().publicBytes);
    if (!part || !may(m_parts.actor, Action::MakeReport))
        return list;
    const Instant now = m_parts.clock.now();
    for (ReportMonth month = monthOf(part->at, m_parts.zone); overAt(month, m_parts.zone) <= now; month = next(month))
        list.push_back(month);
    return list;
}

std::expected<TransparencyReport, ReportRefusal> ReportService::make(ReportMonth first, ReportMonth last)
{
    const auto failed = [this](LogFault fault) { Q_EMIT logFailed(fault); };
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::MakeReport, failed))
        return std::unexpected(ReportRefusal(*std::move(refused)));
    const std::vector<ReportMonth> offered = months();
    if (offered.empty())
        return std::unexpected(ReportRefusal(ReportProblem::NoMonth));
    if (last < first || !std::ranges::contains(offered, first) || !std::ranges::contains(offered, last))
        return std::unexpected(ReportRefusal(ReportProblem::BadMonths));
    const auto fail = [](LogFault fault) { return std::unexpected(ReportRefusal(ServiceFailure{.why = fault, .detail = {}})); };
    const auto receipt = m_parts.log.append(plainRecord(AuditEvent::ReportMade, first.text() + u'/' + last.text()));
    if (!receipt) {
        failed(receipt.error());
        return fail(receipt.error());
    }
    Counter counter(m_parts.zone);
    const std::uint64_t size = m_parts.log.head().size;
    for (std::uint64_t at = 0; at < size;) {
        const auto entries = m_parts.log.entries(at, entriesAtOnce);
        if (entries.empty())
            return fail(LogFault::Damaged);
        for (const StoredEntry& stored : entries) {
            const auto part = parsePublicPart(stored.publicBytes);
            if (!part || part->sequence != at)
                return fail(LogFault::Damaged);
            counter.add(*part);
            ++at;
        }
    }
    TransparencyReport report{.office = m_parts.office, .months = {}};
    for (const ReportMonth month : offered) {
        if (month >= first && month <= last)
            report.months.push_back(shownMonth(counter.of(month)));
    }
    Q_EMIT made();
    return report;
}

} // namespace casebound
