// The vendor's clock: the machine's own, or one that was set and goes on from there.
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <cstdint>

namespace casebound::practice {

class PracticeClock {
public:
    PracticeClock() = default;
    explicit PracticeClock(const QDateTime& start) : m_offsetMs(start.toMSecsSinceEpoch() - QDateTime::currentMSecsSinceEpoch()) {}
    [[nodiscard]] std::int64_t nowMs() const { return QDateTime::currentMSecsSinceEpoch() + m_offsetMs; }
    [[nodiscard]] QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(nowMs(), QTimeZone::UTC); }

private:
    std::int64_t m_offsetMs = 0;
};

} // namespace casebound::practice
