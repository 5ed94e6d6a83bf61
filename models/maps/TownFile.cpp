#include "maps/TownFile.h"

#include "domain/MapProjection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestTown = 4 << 20;
constexpr double islandX = 1.52, islandY = 1.42; ///< Of half the streets' extent.

std::vector<QPointF> path(const QJsonArray& coordinates)
{
    std::vector<QPointF> points;
    for (const QJsonValue& pair : coordinates) {
        const double longitude = pair[0].toDouble(999), latitude = pair[1].toDouble(999);
        if (std::abs(longitude) > 180 || std::abs(latitude) > 90)
            return {};
        const WorldPoint at = MapProjection::toWorld({.latitude = latitude, .longitude = longitude});
        points.emplace_back(at.x, at.y);
    }
    return points;
}

std::optional<MapFeature> featureOf(const QString& layer, const QString& street)
{
    if (layer == "park"_L1)
        return MapFeature::Park;
    if (layer == "water"_L1)
        return MapFeature::Water;
    if (layer == "river"_L1)
        return MapFeature::River;
    if (layer != "street"_L1)
        return std::nullopt;
    if (street == "highway"_L1)
        return MapFeature::Highway;
    if (street == "main"_L1)
        return MapFeature::Main;
    return street == "avenue"_L1 ? MapFeature::Avenue : MapFeature::Street;
}

MapLabel nameOf(const QString& name, const MapShape& shape)
{
    const std::vector<QPointF>& line = shape.paths.front();
    QPointF low = line.front(), high = low;
    for (const QPointF& point : line) {
        low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
        high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
    }
    if (shape.feature == MapFeature::Park || shape.feature == MapFeature::Water)
        return {.kind = shape.feature == MapFeature::Park ? MapLabel::Kind::Park : MapLabel::Kind::Water,
                .text = name,
                .at = (low + high) / 2,
                .size = std::min(high.x() - low.x(), high.y() - low.y())};
    const std::size_t middle = line.size() / 2, before = middle > 0 ? middle - 1 : 0, after = std::min(middle + 1, line.size() - 1);
    const QPointF way = line[after] - line[before];
    double degrees = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
    if (degrees > 90)
        degrees -= 180;
    else if (degrees < -90)
        degrees += 180;
    return {.kind = shape.feature == MapFeature::River ? MapLabel::Kind::Water : MapLabel::Kind::Street,
            .text = name,
            .at = line[middle],
            .degrees = degrees,
            .size = std::hypot(high.x() - low.x(), high.y() - low.y())};
}

/// A rounded coast with bays, the same every time, round the streets.
MapShape island(const QRectF& town)
{
    MapShape land{.feature = MapFeature::Land, .paths = {}, .bounds = {}};
    std::vector<QPointF> coast;
    for (int n = 0; n < 360; ++n) {
        const double turn = n * std::numbers::pi / 180, cosine = std::cos(turn), sine = std::sin(turn);
        const double bays = 1 + 0.022 * std::sin(3 * turn + 0.7) + 0.016 * std::sin(7 * turn + 2.1) + 0.009 * std::sin(17 * turn);
        const double rounded = std::pow(std::pow(std::abs(cosine), 3.2) + std::pow(std::abs(sine), 3.2), -1 / 3.2);
        coast.emplace_back(town.center().x() + cosine * rounded * bays * islandX * town.width() / 2,
                           town.center().y() + sine * rounded * bays * islandY * town.height() / 2);
    }
    land.paths.push_back(std::move(coast));
    return land;
}

} // namespace

std::expected<VectorMap, TownFault> parseTown(const QByteArray& json)
{
    if (json.size() > largestTown)
        return std::unexpected(TownFault::TooLarge);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    VectorMap map;
    QRectF town;
    const QJsonArray features = document.object()["features"_L1].toArray();
    for (const QJsonValue& value : features) {
        const QJsonObject properties = value["properties"_L1].toObject(), geometry = value["geometry"_L1].toObject();
        const auto feature = featureOf(properties["layer"_L1].toString(), properties["class"_L1].toString());
        if (!feature)
            continue;
        const bool isArea = geometry["type"_L1].toString() == "Polygon"_L1;
        const QJsonArray coordinates = geometry["coordinates"_L1].toArray();
        MapShape shape{.feature = *feature, .paths = {path(isArea ? coordinates[0].toArray() : coordinates)}, .bounds = {}};
        std::vector<QPointF>& line = shape.paths.front();
        if (line.size() < 2)
            return std::unexpected(TownFault::Malformed);
        if (*feature == MapFeature::River) {
            const double latitude = MapProjection::toGeo({.x = line.front().x(), .y = line.front().y()}).latitude;
            shape.width = std::clamp(properties["width_m"_L1].toDouble(20), 1.0, 2000.0) / MapProjection::metresPerWorld(latitude);
        }
        if (const QString name = properties["name"_L1].toString(); !name.isEmpty())
            map.labels.push_back(nameOf(name.left(80), shape));
        if (*feature >= MapFeature::Street) {
            const auto [left, right] = std::ranges::minmax(line, {}, &QPointF::x);
            const auto [top, bottom] = std::ranges::minmax(line, {}, &QPointF::y);
            town |= QRectF(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()));
        }
        map.shapes.push_back(std::move(shape));
    }
    if (town.isEmpty())
        return std::unexpected(TownFault::Malformed);
    const MapShape land = island(town);
    // The sea goes on beyond the frame of the file: nothing of the island is left over north and south of it.
    for (MapShape& shape : map.shapes) {
        if (shape.feature != MapFeature::Water)
            continue;
        const double furthest = std::ranges::max(shape.paths.front(), {}, &QPointF::x).x();
        const double north = town.top() - town.height(), south = town.bottom() + town.height();
        const auto [top, bottom] = std::ranges::minmax(shape.paths.front(), {}, &QPointF::y);
        for (QPointF& point : shape.paths.front()) {
            if (point.y() == top.y())
                point.setY(north);
            else if (point.y() == bottom.y())
                point.setY(south);
            if (point.x() == furthest)
                point.setX(furthest + town.width());
        }
    }
    map.shapes.push_back(land);
    MapShape coast = land;
    coast.feature = MapFeature::Coast;
    coast.paths.front().push_back(coast.paths.front().front());
    map.shapes.push_back(std::move(coast));
    map.labels.push_back({.kind = MapLabel::Kind::Country, .text = u"Port Meridian"_s, .at = town.center(), .size = town.width() * 4});
    map.finish();
    return map;
}

} // namespace casebound
