#include "domain/PlaceNotice.h"

#include "domain/PlaceCategory.h"

#include <cmath>

namespace casebound {

std::vector<NearPlace> nearPlaces(const SensitivePlacesLayer& layer, GeoPoint at)
{
    return layer.places ? layer.places->near(at, layer.metres) : std::vector<NearPlace>();
}

std::vector<PlaceNotice> placeNotices(const SensitivePlacesLayer& layer, GeoPoint at)
{
    std::vector<PlaceNotice> notices;
    for (const NearPlace& near : nearPlaces(layer, at)) {
        const PlaceCategory* category = placeCategory(near.place->category);
        notices.push_back({.place = near.place->name,
                           .category = category ? category->label : near.place->category,
                           .metres = static_cast<int>(std::lround(near.metres))});
    }
    return notices;
}

} // namespace casebound
