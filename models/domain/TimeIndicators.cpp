#include "domain/IndicatorRules.h"

#include <algorithm>
#include <cmath>

namespace casebound {
namespace {

constexpr qint64 dayMinutes = 24 * 60;
constexpr int leastDays = 10; ///< Of a user's own before their own normal says anything.

qint64 dayOf(qint64 localMinute)
{
    return localMinute >= 0 ? localMinute / dayMinutes : (localMinute - dayMinutes + 1) / dayMinutes;
}

/// Outside the shift; or a short session that nothing of the person's stands near, at the very edge of it. In the middle of a working day
/// such a session is what an occasional user does.
class AfterHours final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        const LoggedAct& act = numbered.act;
        if (numbered.user == 0)
            return;
        Row& row = m_rows[numbered.user];
        row.user = act.user;
        const auto idle = std::chrono::hours(policy().isolatedHours);
        if (row.burst.acts == 0 || act.at - row.burst.last >= idle) {
            end(row);
            row.burst = Burst{.first = act.at, .firstMinute = numbered.localMinute};
        }
        row.burst.last = act.at;
        row.burst.lastMinute = numbered.localMinute;
        ++row.burst.acts;
        if (act.kind != ActKind::QuerySent)
            return;
        ++row.queries;
        if (isOutsideShift(policy(), act.user, numbered.localMinute))
            row.outside.push_back(act.sequence);
        else if (row.burst.entries.size() <= shortSession)
            row.burst.entries.push_back(act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        for (Row& row : m_rows) {
            end(row);
            const auto list = [&](std::vector<std::uint64_t> entries, const QString& detail) {
                put(hits, {.indicator = Indicator::AfterHours,
                           .user = row.user,
                           .count = std::ssize(entries),
                           .outOf = row.queries,
                           .detail = detail,
                           .entries = std::move(entries)});
            };
            list(std::move(row.outside), QStringLiteral("outside_shift"));
            list(std::move(row.isolated), QStringLiteral("isolated_session"));
        }
    }

private:
    static constexpr std::size_t shortSession = 3;
    static constexpr qint64 edgeMinutes = 60, shortMinutes = 20;
    struct Burst {
        Instant first{}, last{};
        qint64 firstMinute = 0, lastMinute = 0;
        std::int64_t acts = 0;
        std::vector<std::uint64_t> entries;
    };
    struct Row {
        QString user;
        Burst burst;
        std::int64_t queries = 0;
        std::vector<std::uint64_t> outside, isolated;
    };
    void end(Row& row) const
    {
        const Burst& burst = row.burst;
        if (burst.entries.empty() || burst.entries.size() > shortSession || burst.lastMinute - burst.firstMinute > shortMinutes)
            return;
        const bool atEdge = isOutsideShift(policy(), row.user, burst.firstMinute - edgeMinutes) ||
                            isOutsideShift(policy(), row.user, burst.lastMinute + edgeMinutes);
        if (atEdge)
            row.isolated.insert(row.isolated.end(), burst.entries.begin(), burst.entries.end());
    }
    QHash<std::uint32_t, Row> m_rows;
};

/// A day far above the user's own days, or above the office's where there are too few of the user's. Counts are made comparable by
/// Anscombe's square root, so that a busy desk's ordinary scatter is not a spike: score = (f(x) − median f) / max(1, 1.4826 MAD f).
class VolumeSpike final : public IndicatorRule {
public:
    using IndicatorRule::IndicatorRule;
    void add(const NumberedAct& numbered) override
    {
        if (numbered.act.kind != ActKind::QuerySent || numbered.user == 0)
            return;
        Row& row = m_rows[numbered.user];
        row.user = numbered.act.user;
        const qint64 day = dayOf(numbered.localMinute);
        if (row.days.empty() || row.days.back().day != day)
            row.days.push_back({.day = day, .entries = {}});
        row.days.back().entries.push_back(numbered.act.sequence);
    }
    void finish(std::vector<IndicatorHit>& hits) override
    {
        std::vector<double> office;
        for (const Row& row : m_rows)
            for (const Day& day : row.days)
                office.push_back(scaled(day));
        for (Row& row : m_rows) {
            std::vector<double> own;
            for (const Day& day : row.days)
                own.push_back(scaled(day));
            std::vector<double>& base = own.size() < leastDays ? office : own;
            const double middle = median(base);
            std::vector<double> deviations;
            for (const double value : base)
                deviations.push_back(std::abs(value - middle));
            const double spread = std::max(1.0, 1.4826 * median(deviations));
            for (Day& day : row.days) {
                if ((scaled(day) - middle) / spread < policy().spikeScore)
                    continue;
                put(hits, {.indicator = Indicator::VolumeSpike,
                           .user = row.user,
                           .count = std::ssize(day.entries),
                           .outOf = std::llround(std::pow(middle / 2, 2) - 0.375),
                           .threshold = policy().spikeScore,
                           .detail = QDate(1970, 1, 1).addDays(day.day).toString(Qt::ISODate),
                           .entries = std::move(day.entries)});
            }
        }
    }

private:
    struct Day {
        qint64 day = 0;
        std::vector<std::uint64_t> entries;
    };
    struct Row {
        QString user;
        std::vector<Day> days;
    };
    static double scaled(const Day& day) { return 2 * std::sqrt(static_cast<double>(day.entries.size()) + 0.375); }
    static double median(std::vector<double> values)
    {
        if (values.empty())
            return 0;
        const auto middle = values.begin() + std::ssize(values) / 2;
        std::ranges::nth_element(values, middle);
        return *middle;
    }
    QHash<std::uint32_t, Row> m_rows;
};

} // namespace

void addTimeRules(IndicatorRuleList& list, const IndicatorFacts& facts)
{
    list.push_back(std::make_unique<AfterHours>(facts));
    list.push_back(std::make_unique<VolumeSpike>(facts));
}

} // namespace casebound
