#include "domain/TimeLimit.h"

#include "domain/Reference.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace casebound {

namespace {

constexpr int NarrowestDays = 90;

QDate yearsBefore(QDate day, int years)
{
    const QDate earlier = day.addYears(-years);
    // 29 February has no counterpart in a common year, and Qt answers 28 February, a day beyond the limit.
    return earlier.day() == day.day() ? earlier : earlier.addDays(1);
}

TimeLimit byLaw(Matter matter, const Offence* offence, const LimitPolicy& policy, QDate asOf)
{
    TimeLimit limit{.source = u"PIA p. 6 item 3; p. 13"_s, .earliest = {}, .asOf = asOf};
    if (matter == Matter::Administrative) {
        limit.years = policy.administrativeYears;
        limit.basis = LimitBasis::Administrative;
    } else if (offence == nullptr) { // no offence, no look-back: deny by default
        limit.counselEditable = true;
    } else {
        limit.source = offence->limitationStatute;
        limit.deathVariantIgnored = offence->hasDeathVariant;
        limit.counselEditable = offence->verification.mark != VerifiedMark::Verified;
        switch (offence->kind) {
        case LimitKind::Years: limit.years = offence->years; break;
        case LimitKind::None:
        case LimitKind::VictimLifeOrYears:
            limit.years = policy.houseYears;
            limit.basis = LimitBasis::HouseLimit;
            limit.counselEditable = true;
            break;
        }
    }
    limit.years = std::max(limit.years, 0);
    limit.earliest = yearsBefore(asOf, limit.years);
    return limit;
}

void shorten(TimeLimit& limit, int lookbackDays, QDate vendorEarliest)
{
    if (lookbackDays > 0 && vendorEarliest > limit.earliest) {
        limit.basis = LimitBasis::VendorLookback;
        limit.earliest = vendorEarliest;
        limit.vendorLookbackDays = lookbackDays;
    }
}

} // namespace

TimeLimit computeLimit(Matter matter, const Offence* offence, const LimitPolicy& policy, int vendorLookbackDays, QDate asOf)
{
    TimeLimit limit = byLaw(matter, offence, policy, asOf);
    shorten(limit, vendorLookbackDays, asOf.addDays(-vendorLookbackDays));
    return limit;
}

TimeLimit computeLimit(Matter matter, const Offence* offence, const LimitPolicy& policy, int vendorLookbackDays, Instant now,
                       const QTimeZone& zone)
{
    const QDateTime utc = toDateTime(now);
    TimeLimit limit = byLaw(matter, offence, policy, utc.toTimeZone(zone).date());

    // The first local day that begins no earlier than the vendor's first UTC day.
    const QDateTime vendorFirst = utc.date().addDays(-vendorLookbackDays).startOfDay(QTimeZone::UTC);
    QDate day = vendorFirst.toTimeZone(zone).date();
    if (day.startOfDay(zone) < vendorFirst) {
        day = day.addDays(1);
    }
    shorten(limit, vendorLookbackDays, day);
    return limit;
}

QDate narrowestFrom(const TimeLimit& limit)
{
    return std::max(limit.earliest, limit.asOf.addDays(1 - NarrowestDays));
}

} // namespace casebound
