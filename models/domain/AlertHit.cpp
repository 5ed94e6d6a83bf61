#include "domain/AlertHit.h"

#include "domain/Reference.h"

#include <algorithm>
#include <limits>

namespace casebound {

namespace {

constexpr float absent = std::numeric_limits<float>::quiet_NaN();

TextSpan put(ReadSet& set, const QString& text)
{
    return text.isEmpty() ? TextSpan{} : set.addText(text.toStdString());
}

float number(const std::optional<double>& value)
{
    return value ? static_cast<float>(*value) : absent;
}

} // namespace

void pack(ReadSet& set, const Read& read)
{
    ReadRow row{};
    row.readId = put(set, read.readId);
    row.plate = put(set, read.plate);
    row.normalised = foldVendorPlate(read.plate.toStdString());
    row.jurisdiction = put(set, read.jurisdiction);
    row.knownJurisdiction =
        !read.jurisdiction.isEmpty() && Reference::builtIn().jurisdiction(JurisdictionKey(read.jurisdiction)) != nullptr;
    row.capturedAt = read.capturedAt.time_since_epoch().count();
    row.receivedAt = read.receivedAt ? read.receivedAt->time_since_epoch().count() : INT64_MIN;
    row.plateConfidence = number(read.plateConfidence);
    row.jurisdictionConfidence = absent;
    row.accuracyM = absent;
    row.hasLocation = read.location.has_value();
    if (read.location) {
        row.latitude = read.location->latitude;
        row.longitude = read.location->longitude;
        row.accuracyM = number(read.location->accuracyM);
        row.address = put(set, read.location->address);
    }
    row.cameraId = put(set, read.cameraId);
    row.contributor = put(set, read.contributor);
    row.camera = read.camera;
    row.make = put(set, read.make);
    row.model = put(set, read.model);
    row.color = put(set, read.color);
    row.body = put(set, read.body);
    row.exact = read.exact;
    row.firstImage = static_cast<std::uint32_t>(set.imageTotal());
    row.imageCount = static_cast<std::uint16_t>(std::min<std::size_t>(read.images.size(), std::numeric_limits<std::uint16_t>::max()));
    for (std::size_t n = 0; n < row.imageCount; ++n) {
        const Read::Image& image = read.images[n];
        ImageRow out;
        out.path = put(set, image.path);
        out.kind = image.kind;
        out.type = image.type;
        out.hasSha256 = image.sha256.size() == static_cast<qsizetype>(out.sha256.size());
        if (out.hasSha256)
            std::ranges::copy(image.sha256, reinterpret_cast<char*>(out.sha256.data()));
        set.addImage(out);
    }
    row.firstCandidate = static_cast<std::uint32_t>(set.candidateTotal());
    set.addRow(row);
}

bool isExact(const Read& read, const Plate& plate)
{
    const auto folded = Plate::fromVendor(read.plate);
    return folded && *folded == plate;
}

} // namespace casebound
