#include "domain/AlertEntry.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr std::chrono::days vendorLongest{366};
constexpr int reminderDays = 30;
constexpr std::chrono::days verdictPatience{14};

/// With its microseconds: QDateTime keeps milliseconds, and an expiry must not come before the second it is computed from.
Instant oneYearAfter(Instant at, const QTimeZone& zone)
{
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(at);
    return toInstant(toDateTime(at).toTimeZone(zone).addYears(1)) + (at - whole);
}

QDate localDay(Instant at, const QTimeZone& zone)
{
    return toDateTime(at).toTimeZone(zone).date();
}

} // namespace

Instant latestExpiry(Instant validatedAt, const QTimeZone& zone)
{
    // A zone whose offset changed since can make a calendar year an hour longer than 366 days; the vendor would refuse that.
    return std::min<Instant>(oneYearAfter(validatedAt, zone), validatedAt + vendorLongest);
}

std::optional<Instant> expiryOf(QDate day, Instant validatedAt, const QTimeZone& zone)
{
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return std::nullopt;
    const QDateTime end = day.addDays(1).startOfDay(zone);
    if (!end.isValid())
        return std::nullopt;
    return std::min(toInstant(end) - std::chrono::microseconds(1), latestExpiry(validatedAt, zone));
}

Instant dueAt(const AlertEntry& entry, const QTimeZone& zone)
{
    return std::min(entry.expiresAt, latestExpiry(entry.validatedAt, zone));
}

DueState dueState(const AlertEntry& entry, Instant now, const QTimeZone& zone)
{
    if (now >= dueAt(entry, zone))
        return DueState::Overdue;
    return daysUntilDue(entry, now, zone) <= reminderDays ? DueState::Soon : DueState::Fine;
}

qint64 daysUntilDue(const AlertEntry& entry, Instant now, const QTimeZone& zone)
{
    return localDay(now, zone).daysTo(localDay(dueAt(entry, zone), zone));
}

Instant trustedNow(Instant clock, Instant latestSeen)
{
    return std::max(clock, latestSeen);
}

bool verdictIsMissing(std::optional<Instant> oldestUnjudgedHit, Instant now)
{
    return oldestUnjudgedHit && now - *oldestUnjudgedHit >= verdictPatience;
}

Suspension suspensionDue(const AlertEntry& entry, std::optional<Instant> oldestUnjudgedHit, bool ownerOnRoster, Instant now,
                         const QTimeZone& zone)
{
    if (entry.state != AlertState::Active)
        return Suspension::None;
    if (!ownerOnRoster)
        return Suspension::LeftRoster;
    if (dueState(entry, now, zone) == DueState::Overdue)
        return Suspension::Overdue;
    return verdictIsMissing(oldestUnjudgedHit, now) ? Suspension::NoVerdict : Suspension::None;
}

} // namespace casebound
