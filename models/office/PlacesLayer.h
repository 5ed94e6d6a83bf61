// The layer of sensitive places that a profile pins, read from beside it.
#pragma once

#include "domain/OfficeProfile.h"
#include "office/ProfileFault.h"

#include <QByteArray>

#include <expected>

namespace casebound {

/// The layer's places from the bytes of its file: whole and unaltered, or PlacesAltered or PlacesMalformed. Null where the profile names no
/// layer.
[[nodiscard]] std::expected<std::shared_ptr<const SensitivePlaces>, ProfileProblem> readPlaces(const SensitivePlacesLayer& layer,
                                                                                               QByteArrayView bytes);
/// The same from the file beside the profile at `profilePath`; PlacesMissing where it cannot be read, is a link, or is too large.
[[nodiscard]] std::expected<std::shared_ptr<const SensitivePlaces>, ProfileProblem> loadPlaces(const SensitivePlacesLayer& layer,
                                                                                               const QString& profilePath);

} // namespace casebound
