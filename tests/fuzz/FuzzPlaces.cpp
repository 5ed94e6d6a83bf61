// A layer of places: what is taken in lies on the earth, and written again it is a layer that reads the same.
#include "Fuzz.h"

#include "domain/PlaceCategory.h"
#include "domain/PlacesFile.h"

#include <cmath>

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    if (const auto layer = parsePlaces(bytes); layer)
        must(layer->source().date.isValid() && isPlacesSource(layer->source().name));
    const auto places = importPlaces(bytes, {.date = QDate(2026, 11, 1), .name = QStringLiteral("Made up"), .simplifiedMetres = 1});
    if (!places) {
        must(places.error().feature >= 0 && places.error().detail.size() <= 64);
        return 0;
    }
    must(!places->places().empty() && places->places().size() <= SensitivePlaces::most);
    for (const SensitivePlace& place : places->places()) {
        must(placeCategory(place.category) != nullptr && place.points.empty() != place.polygons.empty());
        for (const PlacePolygon& polygon : place.polygons) {
            must(!polygon.empty());
            for (const PlaceRing& ring : polygon)
                must(ring.size() >= 3);
        }
        const GeoPoint at = place.points.empty() ? place.polygons.front().front().front() : place.points.front();
        must(std::abs(at.latitude) <= 90 && std::abs(at.longitude) <= 180);
        const double away = SensitivePlaces::distance(at, place);
        must(away >= 0 && away < 1e-3); // a vertex is on its place
        must(!places->near(at, 1).empty());
    }
    const QByteArray written = writePlaces(*places);
    const auto again = parsePlaces(written);
    must(again.has_value() && again->places().size() == places->places().size());
    must(writePlaces(*again) == written);
    return 0;
}
