#include "lists/ReadDays.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace casebound {

namespace {

constexpr qint64 mostDays = 40 * 366;

std::int64_t startOf(QDate day, const QTimeZone& zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch() * 1000;
}

QDate dayOf(std::int64_t micros, const QTimeZone& zone)
{
    // Down, also before 1970.
    const std::int64_t ms = micros >= 0 ? micros / 1000 : -((-micros + 999) / 1000);
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date();
}

} // namespace

MicrosRange microsOf(const DayRange& days, const QTimeZone& zone)
{
    return {.from = startOf(days.first, zone), .to = startOf(days.last.addDays(1), zone)};
}

ReadDays::ReadDays(std::span<const std::int64_t> micros, const QTimeZone& zone)
{
    if (micros.empty())
        return;
    const auto [least, most] = std::ranges::minmax(micros);
    const QDate last = dayOf(most, zone);
    m_first = std::max(dayOf(least, zone), last.addDays(1 - mostDays));
    // Days begin where the zone says: one of 23 or 25 hours is a day, too. Looked up once a day, not once a read.
    std::vector<std::int64_t> starts;
    for (QDate day = m_first.addDays(1); day <= last; day = day.addDays(1))
        starts.push_back(startOf(day, zone));
    m_counts.resize(starts.size() + 1);
    for (const std::int64_t at : micros)
        ++m_counts[static_cast<std::size_t>(std::ranges::upper_bound(starts, at) - starts.begin())];
    m_total = static_cast<int>(micros.size());
}

int ReadDays::indexOf(QDate day) const
{
    const qint64 n = m_first.daysTo(day);
    return isEmpty() || n < 0 || n >= dayCount() ? -1 : static_cast<int>(n);
}

int ReadDays::readsIn(int first, int last) const
{
    return std::accumulate(m_counts.begin() + first, m_counts.begin() + last + 1, 0);
}

} // namespace casebound
