// Two pages, separated by a NUL (which JSON cannot hold): what is accepted keeps its promises.
#include "net/QueryAssembly.h"

#include "ReadJsonSamples.h"

#include <QUrl>

#include <cstdlib>

using namespace casebound;

namespace {

void check(const std::expected<QueryPage, VendorFailure>& page, const QueryTerms& terms)
{
    if (!page)
        return;
    for (std::size_t i = 0; i < page->reads.size(); ++i) {
        const ReadRow& row = page->reads.row(i);
        const Instant at{std::chrono::microseconds(row.capturedAt)};
        if (page->reads.text(row.readId).empty() || page->reads.text(row.plate).empty() || at < terms.from || at > terms.to)
            std::abort();
        for (std::size_t n = 0; n < row.imageCount; ++n) {
            if (!page->reads.text(page->reads.image(row, n).path).starts_with("/v1/images/"))
                std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const QueryTerms terms = test::sampleTerms();
    static const VendorOrigin origin = VendorOrigin::create(QUrl(QStringLiteral("https://vendor.example"))).value();
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto cut = bytes.find('\0');
    QueryAssembly query(terms, origin, 50);
    const Instant now = terms.to + std::chrono::hours(1);
    const auto first = query.first(bytes.substr(0, cut), now);
    check(first, terms);
    if (first && cut != std::string::npos)
        check(query.later(bytes.substr(cut + 1), now), terms);
    return 0;
}
