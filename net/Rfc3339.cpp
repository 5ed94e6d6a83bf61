#include "net/Rfc3339.h"

#include <chrono>

namespace casebound {

namespace {

/// Exactly `count` digits, or -1. Vendors send two of these per read, so no stream and no locale is involved.
[[nodiscard]] int digits(const char* at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const int digit = at[i] - '0';
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return value;
}

} // namespace

std::optional<std::int64_t> parseRfc3339(std::string_view text)
{
    // YYYY-MM-DDThh:mm:ssZ is 20 characters; the longest fraction adds ten.
    if (text.size() < 20 || text.size() > 30 || text.back() != 'Z')
        return std::nullopt;
    const char* s = text.data();
    if (s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':')
        return std::nullopt;
    const int year = digits(s, 4), month = digits(s + 5, 2), day = digits(s + 8, 2);
    const int hour = digits(s + 11, 2), minute = digits(s + 14, 2), second = digits(s + 17, 2);
    if (year < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;

    std::int64_t micros = 0;
    if (text.size() > 20) {
        const std::string_view fraction = text.substr(20, text.size() - 21);
        if (s[19] != '.' || fraction.empty())
            return std::nullopt;
        std::int64_t scale = 100'000;
        for (const char c : fraction) {
            if (c < '0' || c > '9')
                return std::nullopt;
            micros += (c - '0') * scale; // scale reaches 0 after six digits: finer ones are truncated
            scale /= 10;
        }
    }
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return ((days * 24 + hour) * 60 + minute) * 60'000'000 + second * 1'000'000LL + micros;
}

} // namespace casebound
