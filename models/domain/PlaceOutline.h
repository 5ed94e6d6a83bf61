// Fewer vertices for an outline, within a stated tolerance (Douglas and Peucker 1973, "Algorithms for the reduction of the number of points
// required to represent a digitized line or its caricature", Cartographica 10(2)).
#pragma once

#include "domain/SensitivePlaces.h"

namespace casebound {

/// No vertex of the ring is farther than `metres` from the outline that is given back, whose vertices are all of the ring's. A ring that
/// would shrink to less than a triangle stays as it was. O(n²) at worst.
[[nodiscard]] PlaceRing simplified(const PlaceRing& ring, double metres);

} // namespace casebound
