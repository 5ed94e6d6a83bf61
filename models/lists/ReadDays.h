// Reads by day: how many on each day of a period, for the time strip. Counts of days and nothing else: no times of day, no weekdays, no
// pattern of anybody's life.
#pragma once

#include "domain/Clock.h"

#include <QDate>
#include <QTimeZone>

#include <cstdint>
#include <span>
#include <vector>

namespace casebound {

/// Both days belong to it.
struct DayRange {
    QDate first, last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// From the start of the first day to before the start of the day after the last, microseconds since 1970.
struct MicrosRange {
    std::int64_t from = INT64_MIN, to = INT64_MAX;
    [[nodiscard]] bool holds(std::int64_t micros) const { return micros >= from && micros < to; }
    friend bool operator==(const MicrosRange&, const MicrosRange&) = default;
};
[[nodiscard]] MicrosRange microsOf(const DayRange& days, const QTimeZone& zone);

/// Days in a row, from the first read's to the last one's at least.
class ReadDays {
public:
    ReadDays() = default;
    /// `micros` in any order. At most 40 years: what lies further back is counted on the first day.
    ReadDays(std::span<const std::int64_t> micros, const QTimeZone& zone);

    [[nodiscard]] bool isEmpty() const { return m_counts.empty(); }
    [[nodiscard]] int dayCount() const { return static_cast<int>(m_counts.size()); }
    [[nodiscard]] QDate day(int n) const { return m_first.addDays(n); }
    /// -1: outside.
    [[nodiscard]] int indexOf(QDate day) const;
    [[nodiscard]] int reads(int n) const { return m_counts[static_cast<std::size_t>(n)]; }
    [[nodiscard]] int readsIn(int first, int last) const;
    [[nodiscard]] int total() const { return m_total; }

private:
    QDate m_first;
    std::vector<int> m_counts;
    int m_total = 0;
};

} // namespace casebound
