// The baselines of bench_net: the same members of the same bytes, taken out the plainest way, nothing checked beyond what it needs.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace casebound::bench {

template <class Text>
struct PlainImage {
    Text kind, url, mediaType, sha256;
    std::int64_t bytes = 0;
};

template <class Text>
struct PlainCandidate {
    Text plate;
    double confidence = 0;
};

template <class Text>
struct PlainRead {
    Text readId, plate, jurisdiction, capturedAt, receivedAt, address, cameraId, kind, contributor, make, model, color, body;
    double plateConfidence = 0, jurisdictionConfidence = 0, lat = 0, lon = 0, accuracyM = 0;
    std::vector<PlainCandidate<Text>> candidates;
    std::vector<PlainImage<Text>> images;
};

/// simdjson on-demand with one parser for all pages. `page` has room for the padding behind it. Throws on ill-formed JSON.
class BareSimdjson {
public:
    BareSimdjson();
    ~BareSimdjson();
    void page(const std::string& page, std::vector<PlainRead<std::string>>& out);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

void withQJson(const QByteArray& page, std::vector<PlainRead<QString>>& out);

} // namespace casebound::bench
