#include "domain/IndicatorRules.h"

#include <algorithm>

namespace casebound {

struct IndicatorScan::Private {
    IndicatorFacts facts;
    IndicatorRuleList rules;
    QHash<QString, std::uint32_t> users, plates, cases;
    qint64 offsetHour = std::numeric_limits<qint64>::min();
    qint64 offsetMinutes = 0;

    static std::uint32_t number(QHash<QString, std::uint32_t>& numbers, const QString& text)
    {
        if (text.isEmpty())
            return 0;
        const auto found = numbers.constFind(text);
        return found != numbers.cend() ? *found : *numbers.insert(text, std::uint32_t(numbers.size()) + 1);
    }

    /// A zone's offset changes at whole hours of UTC at most, so it is asked once an hour.
    qint64 localMinute(Instant at)
    {
        const qint64 hour = std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
        if (hour != offsetHour) {
            offsetHour = hour;
            offsetMinutes = facts.zone.offsetFromUtc(toDateTime(at)) / 60;
        }
        return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count() + offsetMinutes;
    }
};

IndicatorScan::IndicatorScan(IndicatorFacts facts) : d(std::make_unique<Private>())
{
    d->facts = std::move(facts);
    addPlateRules(d->rules, d->facts);
    addCaseRules(d->rules, d->facts);
    addTimeRules(d->rules, d->facts);
    addPeopleRules(d->rules, d->facts);
    addUpkeepRules(d->rules, d->facts);
}

IndicatorScan::~IndicatorScan() = default;

void IndicatorScan::add(const LoggedAct& act)
{
    const NumberedAct numbered{.act = act,
                               .user = Private::number(d->users, act.user),
                               .plate = Private::number(d->plates, act.plate),
                               .caseNumber = Private::number(d->cases, act.caseNumber),
                               .localMinute = d->localMinute(act.at)};
    for (const auto& rule : d->rules)
        rule->add(numbered);
}

std::vector<IndicatorHit> IndicatorScan::finish()
{
    std::vector<IndicatorHit> hits;
    for (const auto& rule : d->rules)
        rule->finish(hits);
    std::ranges::sort(hits, {}, [](const IndicatorHit& hit) {
        return std::tuple(hit.indicator, hit.entries.empty() ? 0 : hit.entries.front(), hit.user, hit.plate, hit.caseNumber);
    });
    return hits;
}

void IndicatorRule::put(std::vector<IndicatorHit>& hits, IndicatorHit hit) const
{
    std::ranges::sort(hit.entries);
    const auto repeated = std::ranges::unique(hit.entries);
    hit.entries.erase(repeated.begin(), repeated.end());
    std::erase_if(hit.entries, [this](std::uint64_t sequence) { return sequence < m_facts.firstSequence; });
    if (!hit.entries.empty())
        hits.push_back(std::move(hit));
}

bool isOutsideShift(const ReviewPolicy& policy, const QString& user, qint64 localMinute)
{
    constexpr qint64 dayMinutes = 24 * 60;
    const qint64 day = localMinute >= 0 ? localMinute / dayMinutes : (localMinute - dayMinutes + 1) / dayMinutes;
    const int minute = static_cast<int>(localMinute - day * dayMinutes);
    const int weekday = static_cast<int>(((day + 3) % 7 + 7) % 7); // 1970-01-01 was a Thursday; 0 is Monday
    bool own = false, inside = false;
    for (const Shift& shift : policy.shifts) {
        if (!shift.user.isEmpty() && shift.user.text() != user)
            continue;
        if (!shift.user.isEmpty() && !own) {
            own = true;
            inside = false; // a row of one's own replaces the office's
        }
        if (shift.user.isEmpty() && own)
            continue;
        inside = inside || ((shift.days & (1 << weekday)) != 0 && minute >= shift.fromMinute && minute < shift.toMinute);
    }
    return !policy.shifts.empty() && !inside;
}

bool isOutsideShift(const ReviewPolicy& policy, const QString& user, Instant at, const QTimeZone& zone)
{
    return isOutsideShift(
        policy, user, std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count() + zone.offsetFromUtc(toDateTime(at)) / 60);
}

} // namespace casebound
