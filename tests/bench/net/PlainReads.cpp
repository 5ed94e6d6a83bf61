#include "PlainReads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

namespace casebound::bench {

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;

struct BareSimdjson::Private {
    od::parser parser;
};

BareSimdjson::BareSimdjson() : d(std::make_unique<Private>()) {}
BareSimdjson::~BareSimdjson() = default;

namespace {

void take(od::object object, const char* name, std::string& out)
{
    out = std::string_view(object[name].get_string());
}

} // namespace

void BareSimdjson::page(const std::string& page, std::vector<PlainRead<std::string>>& out)
{
    od::document document = d->parser.iterate(simdjson::padded_string_view(page.data(), page.size(), page.capacity()));
    for (od::object read : document["reads"]) {
        PlainRead<std::string>& r = out.emplace_back();
        take(read, "read_id", r.readId);
        take(read, "plate", r.plate);
        r.plateConfidence = read["plate_confidence"];
        take(read, "jurisdiction", r.jurisdiction);
        r.jurisdictionConfidence = read["jurisdiction_confidence"];
        for (od::object candidate : read["candidates"]) {
            auto& c = r.candidates.emplace_back();
            take(candidate, "plate", c.plate);
            c.confidence = candidate["confidence"];
        }
        take(read, "captured_at", r.capturedAt);
        take(read, "received_at", r.receivedAt);
        od::object location = read["location"];
        r.lat = location["lat"];
        r.lon = location["lon"];
        r.accuracyM = location["accuracy_m"];
        take(location, "address", r.address);
        od::object camera = read["camera"];
        take(camera, "camera_id", r.cameraId);
        take(camera, "kind", r.kind);
        take(camera, "contributor", r.contributor);
        od::object vehicle = read["vehicle"];
        take(vehicle, "make", r.make);
        take(vehicle, "model", r.model);
        take(vehicle, "color", r.color);
        take(vehicle, "body", r.body);
        for (od::object image : read["images"]) {
            auto& i = r.images.emplace_back();
            take(image, "kind", i.kind);
            take(image, "url", i.url);
            take(image, "media_type", i.mediaType);
            i.bytes = image["bytes"];
            take(image, "sha256", i.sha256);
        }
    }
}

void withQJson(const QByteArray& page, std::vector<PlainRead<QString>>& out)
{
    const QJsonArray reads = QJsonDocument::fromJson(page).object().value("reads"_L1).toArray();
    for (const QJsonValue value : reads) {
        const QJsonObject read = value.toObject();
        PlainRead<QString>& r = out.emplace_back();
        r.readId = read.value("read_id"_L1).toString();
        r.plate = read.value("plate"_L1).toString();
        r.plateConfidence = read.value("plate_confidence"_L1).toDouble();
        r.jurisdiction = read.value("jurisdiction"_L1).toString();
        r.jurisdictionConfidence = read.value("jurisdiction_confidence"_L1).toDouble();
        for (const QJsonValue element : read.value("candidates"_L1).toArray()) {
            const QJsonObject candidate = element.toObject();
            r.candidates.push_back(
                {.plate = candidate.value("plate"_L1).toString(), .confidence = candidate.value("confidence"_L1).toDouble()});
        }
        r.capturedAt = read.value("captured_at"_L1).toString();
        r.receivedAt = read.value("received_at"_L1).toString();
        const QJsonObject location = read.value("location"_L1).toObject();
        r.lat = location.value("lat"_L1).toDouble();
        r.lon = location.value("lon"_L1).toDouble();
        r.accuracyM = location.value("accuracy_m"_L1).toDouble();
        r.address = location.value("address"_L1).toString();
        const QJsonObject camera = read.value("camera"_L1).toObject();
        r.cameraId = camera.value("camera_id"_L1).toString();
        r.kind = camera.value("kind"_L1).toString();
        r.contributor = camera.value("contributor"_L1).toString();
        const QJsonObject vehicle = read.value("vehicle"_L1).toObject();
        r.make = vehicle.value("make"_L1).toString();
        r.model = vehicle.value("model"_L1).toString();
        r.color = vehicle.value("color"_L1).toString();
        r.body = vehicle.value("body"_L1).toString();
        for (const QJsonValue element : read.value("images"_L1).toArray()) {
            const QJsonObject image = element.toObject();
            r.images.push_back({.kind = image.value("kind"_L1).toString(),
                                .url = image.value("url"_L1).toString(),
                                .mediaType = image.value("media_type"_L1).toString(),
                                .sha256 = image.value("sha256"_L1).toString(),
                                .bytes = image.value("bytes"_L1).toInteger()});
        }
    }
}

} // namespace casebound::bench
