// What is said of a read near a sensitive place (R11), wherever the read goes: table, Verify, case file, export.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/SensitivePlaces.h"

namespace casebound {

/// A read lies near a place of the office's layer. In the words of the data: for exports, which are English.
struct PlaceNotice {
    QString place;    ///< Its name, as the layer has it; may be empty.
    QString category; ///< Label of sensitive_places.json.
    int metres = 0;   ///< Distance, rounded; 0: inside.
};

/// The layer's places within the profile's distance, nearest first; none without a layer.
[[nodiscard]] std::vector<NearPlace> nearPlaces(const SensitivePlacesLayer& layer, GeoPoint at);
[[nodiscard]] std::vector<PlaceNotice> placeNotices(const SensitivePlacesLayer& layer, GeoPoint at);

} // namespace casebound
