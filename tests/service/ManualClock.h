// A clock that goes only where a test sets it.
#pragma once

#include "domain/Clock.h"

#include <QDate>

namespace casebound {

class ManualClock final : public Clock {
public:
    /// Noon UTC of the day.
    explicit ManualClock(QDate day = QDate(2026, 11, 20)) : m_now(toInstant(QDateTime(day, QTime(12, 0), QTimeZone::UTC))) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now += by; }

private:
    Instant m_now;
};

} // namespace casebound
