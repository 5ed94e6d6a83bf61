#include "domain/Clock.h"

#include <array>
#include <format>

namespace casebound {

QString toRfc3339(Instant at)
{
    using namespace std::chrono;
    const auto day = floor<days>(at);
    const year_month_day date(day);
    const auto year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) // no RFC 3339 time, but a true one
        return QString::fromStdString(std::format("{:%FT%T}Z", at));
    // By hand, because every query and every log entry has some of these and std::format takes some 10 µs for one.
    std::array<char16_t, 27> text;
    std::size_t end = 0;
    const auto put = [&](std::int64_t value, std::size_t width, char16_t behind) {
        for (std::size_t i = width; i-- > 0; value /= 10)
            text[end + i] = static_cast<char16_t>(u'0' + value % 10);
        end += width;
        text[end++] = behind;
    };
    const std::int64_t micros = (at - day).count();
    put(year, 4, u'-');
    put(static_cast<unsigned>(date.month()), 2, u'-');
    put(static_cast<unsigned>(date.day()), 2, u'T');
    put(micros / 3'600'000'000, 2, u':');
    put(micros / 60'000'000 % 60, 2, u':');
    put(micros / 1'000'000 % 60, 2, u'.');
    put(micros % 1'000'000, 6, u'Z');
    return QString(reinterpret_cast<const QChar*>(text.data()), static_cast<qsizetype>(end));
}

} // namespace casebound
