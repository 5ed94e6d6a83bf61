#include "domain/LocalPlane.h"

#include <cmath>
#include <numbers>

namespace casebound {

double nearestTurn(double longitude, double about)
{
    return longitude + 360 * std::round((about - longitude) / 360);
}

LocalPlane::LocalPlane(GeoPoint middle) : m_middle(middle)
{
    // WGS 84 (NGA.STND.0036): semi-major axis and first eccentricity squared.
    constexpr double axis = 6'378'137.0, e2 = 6.694'379'990'14e-3, radian = std::numbers::pi / 180;
    const double sine = std::sin(middle.latitude * radian), w = 1 - e2 * sine * sine;
    m_north = axis * (1 - e2) / (w * std::sqrt(w)) * radian;
    m_east = axis / std::sqrt(w) * std::cos(middle.latitude * radian) * radian;
}

} // namespace casebound
