// The bundled overview: countries of the world, states and counties of the US (resources/map/pack_overview.py says the format).
#pragma once

#include "maps/VectorMap.h"

#include <QByteArrayView>

#include <expected>

namespace casebound {

enum class OverviewFault { NotOurs, Truncated, TooLarge, Malformed };

/// Pure; bounded: at most 4 MB in, at most 2 million points out.
[[nodiscard]] std::expected<VectorMap, OverviewFault> parseOverview(QByteArrayView bytes);

} // namespace casebound
