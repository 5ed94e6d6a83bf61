// Time is passed in, so that limits, expiry and the log can be tested at any date.
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <chrono>

namespace casebound {

/// A point in time in UTC, microseconds (the resolution the audit log keeps).
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Wall clock. Implementations may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    }
};

/// UTC, truncated to milliseconds (QDateTime keeps no more).
[[nodiscard]] inline QDateTime toDateTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count(), QTimeZone::UTC);
}
[[nodiscard]] inline Instant toInstant(const QDateTime& at)
{
    return Instant(std::chrono::milliseconds(at.toMSecsSinceEpoch()));
}

/// RFC 3339 in UTC with six fraction digits and "Z": 2026-11-20T15:04:05.000001Z.
[[nodiscard]] QString toRfc3339(Instant at);

} // namespace casebound
