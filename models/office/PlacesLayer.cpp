#include "office/PlacesLayer.h"

#include "crypto/Digest.h"
#include "domain/PlacesFile.h"
#include "office/PrivateFolder.h"

#include <QFileInfo>

namespace casebound {

std::expected<std::shared_ptr<const SensitivePlaces>, ProfileProblem> readPlaces(const SensitivePlacesLayer& layer, QByteArrayView bytes)
{
    if (layer.file.isEmpty())
        return nullptr;
    if (toBytes(sha256(bytes)) != layer.sha256)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::PlacesAltered, .member = layer.file});
    auto places = parsePlaces(bytes);
    if (!places)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::PlacesMalformed, .member = layer.file});
    return std::make_shared<const SensitivePlaces>(*std::move(places));
}

std::expected<std::shared_ptr<const SensitivePlaces>, ProfileProblem> loadPlaces(const SensitivePlacesLayer& layer,
                                                                                 const QString& profilePath)
{
    if (layer.file.isEmpty())
        return nullptr;
    const QString path = QFileInfo(profilePath).path() + u'/' + layer.file;
    const auto bytes = readPrivateFile(path, largestPlacesFile);
    if (!bytes)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::PlacesMissing, .member = path});
    return readPlaces(layer, *bytes);
}

} // namespace casebound
