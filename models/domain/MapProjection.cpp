#include "domain/MapProjection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casebound {

namespace {
constexpr double earthCircumference = 2 * std::numbers::pi * 6'378'137.0;
constexpr double radian = std::numbers::pi / 180;
} // namespace

WorldPoint MapProjection::toWorld(GeoPoint place)
{
    const double latitude = std::clamp(place.latitude, -furthestLatitude, furthestLatitude);
    const double turns = place.longitude / 360 + 0.5;
    const double y = 0.5 - std::asinh(std::tan(latitude * radian)) / (2 * std::numbers::pi);
    return {.x = turns - std::floor(turns), .y = std::clamp(y, 0.0, 1.0)};
}

GeoPoint MapProjection::toGeo(WorldPoint point)
{
    const double turns = point.x - std::floor(point.x);
    const double y = std::clamp(point.y, 0.0, 1.0);
    return {.latitude = std::atan(std::sinh((0.5 - y) * 2 * std::numbers::pi)) / radian, .longitude = (turns - 0.5) * 360};
}

double MapProjection::nearest(double x, double about)
{
    return x + std::round(about - x);
}

double MapProjection::worldPixels(double zoom)
{
    return tileSide * std::exp2(zoom);
}

double MapProjection::metresPerWorld(double latitude)
{
    return earthCircumference * std::cos(std::clamp(latitude, -furthestLatitude, furthestLatitude) * radian);
}

} // namespace casebound
