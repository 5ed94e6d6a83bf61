// Answers about alerts and hits: what is accepted keeps its promises.
#include "Fuzz.h"

#include "net/AlertJson.h"

#include <QUrl>

using namespace casebound;
using fuzz::must;

namespace {

constexpr std::size_t limit = 8;

void check(const AlertHit& hit, Instant now)
{
    must(!hit.hitId.isEmpty() && !hit.alertId.isEmpty() && !hit.read.readId.isEmpty() && !hit.read.plate.isEmpty());
    must(hit.read.capturedAt <= now + std::chrono::minutes(5));
    for (const Read::Image& image : hit.read.images)
        must(image.path.startsWith(QLatin1StringView("/v1/images/")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const VendorOrigin origin = VendorOrigin::create(QUrl(QStringLiteral("https://vendor.example"))).value();
    const Instant now{std::chrono::seconds(1'795'186'245)};
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto hit = parseHit(bytes, origin, now))
        check(*hit, now);
    if (const auto page = parseHitPage(bytes, origin, now, limit)) {
        must(page->hits.size() <= limit);
        must(!page->next || !page->hits.empty());
        for (const AlertHit& hit : page->hits)
            check(hit, now);
    }
    if (const auto alert = parseAlert(bytes))
        must(!alert->alertId.isEmpty());
    if (const auto page = parseAlertPage(bytes)) {
        for (const VendorAlert& alert : page->alerts)
            must(!alert.alertId.isEmpty());
    }
    return 0;
}
