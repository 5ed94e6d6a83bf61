#include "net/HttpDate.h"

#include <array>
#include <string_view>

namespace casebound {

namespace {

using namespace std::chrono;

struct Fields {
    int year = -1, month = -1, day = -1, hour = -1, minute = -1, second = -1;
};

[[nodiscard]] int number(std::string_view text)
{
    if (text.empty() || text.size() > 4)
        return -1;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

[[nodiscard]] int monthOf(std::string_view name)
{
    static constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const auto at = name.size() == 3 ? names.find(name) : std::string_view::npos;
    return at == std::string_view::npos || at % 3 != 0 ? -1 : static_cast<int>(at / 3) + 1;
}

[[nodiscard]] bool readTime(std::string_view text, Fields& fields)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':')
        return false;
    fields.hour = number(text.substr(0, 2));
    fields.minute = number(text.substr(3, 2));
    fields.second = number(text.substr(6, 2));
    return true;
}

/// Splits at single or double spaces into at most six parts; more than that is no date.
[[nodiscard]] std::size_t split(std::string_view text, std::array<std::string_view, 6>& parts)
{
    std::size_t count = 0;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const std::string_view part = text.substr(0, space);
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
        if (part.empty())
            continue;
        if (count == parts.size())
            return 0;
        parts[count++] = part;
    }
    return count;
}

[[nodiscard]] std::optional<Instant> toInstant(const Fields& f)
{
    const year_month_day date{year(f.year), month(static_cast<unsigned>(f.month)), day(static_cast<unsigned>(f.day))};
    // A leap second is legal here; it is read as the next second.
    if (f.year < 0 || f.month < 0 || f.day < 0 || !date.ok() || f.hour < 0 || f.hour > 23 || f.minute < 0 || f.minute > 59 ||
        f.second < 0 || f.second > 60)
        return std::nullopt;
    return Instant(sys_days(date)) + hours(f.hour) + minutes(f.minute) + seconds(f.second);
}

} // namespace

std::optional<Instant> parseHttpDate(QByteArrayView text, Instant now)
{
    std::array<std::string_view, 6> parts;
    const std::size_t count = split(std::string_view(text.data(), static_cast<std::size_t>(text.size())), parts);
    Fields fields;
    if (count == 6 && parts[0].ends_with(',') && parts[5] == "GMT") { // Sun, 06 Nov 1994 08:49:37 GMT
        fields.day = number(parts[1]);
        fields.month = monthOf(parts[2]);
        fields.year = parts[3].size() == 4 ? number(parts[3]) : -1;
        return readTime(parts[4], fields) ? toInstant(fields) : std::nullopt;
    }
    if (count == 4 && parts[0].ends_with(',') && parts[3] == "GMT" && parts[1].size() == 9 && parts[1][2] == '-' && parts[1][6] == '-') {
        fields.day = number(parts[1].substr(0, 2)); // Sunday, 06-Nov-94 08:49:37 GMT
        fields.month = monthOf(parts[1].substr(3, 3));
        const int two = number(parts[1].substr(7, 2));
        if (two < 0)
            return std::nullopt;
        const int thisYear = static_cast<int>(year_month_day(floor<days>(now)).year());
        fields.year = thisYear - thisYear % 100 + two;
        if (fields.year > thisYear + 50)
            fields.year -= 100;
        return readTime(parts[2], fields) ? toInstant(fields) : std::nullopt;
    }
    if (count == 5) { // Sun Nov  6 08:49:37 1994
        fields.month = monthOf(parts[1]);
        fields.day = number(parts[2]);
        fields.year = parts[4].size() == 4 ? number(parts[4]) : -1;
        return readTime(parts[3], fields) ? toInstant(fields) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Instant> parseRetryAfter(QByteArrayView field, Instant now)
{
    const QByteArrayView text = field.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    std::int64_t value = 0;
    bool allDigits = true;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            allDigits = false;
            break;
        }
        value = std::min<std::int64_t>(value * 10 + (c - '0'), 10'000'000'000); // no overflow, still far beyond any wait
    }
    if (allDigits)
        return now + seconds(value);
    return parseHttpDate(text, now);
}

} // namespace casebound
