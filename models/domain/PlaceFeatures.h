// The features of a GeoJSON file, checked one by one. Internal to domain/PlacesFile.
#pragma once

#include "domain/PlacesFile.h"

#include <QJsonArray>
#include <QJsonObject>

namespace casebound {

/// The features of a collection as places; every outline simplified within `metres`.
[[nodiscard]] std::expected<std::vector<SensitivePlace>, PlacesFault> placesOf(const QJsonArray& features, double metres);

} // namespace casebound
