// Header fields and addresses of the vendor: times, dates, types, picture addresses.
#include "Fuzz.h"

#include "domain/Text.h"
#include "net/HttpDate.h"
#include "net/MediaType.h"
#include "net/RetryPolicy.h"
#include "net/Rfc3339.h"
#include "net/VendorOrigin.h"

#include <string>

using namespace casebound;
using fuzz::must;

namespace {

class FixedClock : public Clock {
public:
    [[nodiscard]] Instant now() const override { return std::chrono::sys_days(std::chrono::November / 20 / 2026); }
};

void times(QByteArrayView bytes, std::string_view text)
{
    const Instant now = FixedClock().now();
    if (const auto micros = parseRfc3339(text)) {
        const QByteArray written = toRfc3339(Instant(std::chrono::microseconds(*micros))).toLatin1();
        must(bytes.size() >= 20 && bytes.first(19) == QByteArrayView(written).first(19)); // to the second
    }
    if (const auto date = parseHttpDate(bytes, now)) {
        const auto year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*date)).year();
        must(year >= std::chrono::year(0) && year <= std::chrono::year(9999));
    }
    static_cast<void>(parseRetryAfter(bytes, now));
    const FixedClock clock;
    const RetryPolicy policy(clock, [] { return 0.5; });
    if (const auto decision = policy.decide(1, bytes); const auto* again = std::get_if<RetryPolicy::Again>(&decision))
        must(again->pause.count() >= 0 && again->pause <= std::chrono::seconds(60));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const VendorOrigin origin = VendorOrigin::create(QUrl(QStringLiteral("https://vendor.example"))).value();
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    const std::string_view text(bytes.data(), size);
    times(bytes, text);
    must(isJson(bytes) + isProblemJson(bytes) + isImage(bytes) <= 1);
    const std::string_view path = origin.imagePath(text);
    if (!path.empty()) {
        must(path.starts_with("/v1/images/") && text.ends_with(path));
        const std::string_view name = path.substr(path.rfind('/') + 1);
        must(name != "." && name != ".." && path.find_first_of("?#%\\ ") == path.npos);
    }
    // Whatever it is, as text it is as long as Qt says, and the same again.
    const QString read = textFromUtf8(bytes);
    must(textFromUtf8(read.toUtf8()) == read);
    return 0;
}
