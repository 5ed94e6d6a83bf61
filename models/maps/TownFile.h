// The practice town's map, from its GeoJSON (resources/practice/README.md): an island in the open Atlantic, so that no address is real.
#pragma once

#include "maps/VectorMap.h"

#include <QByteArray>

#include <expected>

namespace casebound {

enum class TownFault { TooLarge, Malformed };

/// Pure; bounded (4 MB in). The island's coast is drawn round what the file holds; its "place" features are no part of the base map.
[[nodiscard]] std::expected<VectorMap, TownFault> parseTown(const QByteArray& json);

} // namespace casebound
