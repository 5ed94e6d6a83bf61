#include "domain/PlaceOutline.h"

#include "domain/LocalPlane.h"

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

using Point = LocalPlane::Point;

double between(Point at, Point a, Point b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(a.x + along * dx - at.x, a.y + along * dy - at.y);
}

std::vector<Point> planeOf(const PlaceRing& ring)
{
    const LocalPlane plane(ring.front());
    std::vector<Point> points;
    points.reserve(ring.size() + 1);
    double longitude = ring.front().longitude;
    for (const GeoPoint& vertex : ring) {
        longitude = nearestTurn(vertex.longitude, longitude);
        points.push_back(plane.at(vertex.latitude, longitude));
    }
    points.push_back(points.front());
    return points;
}

} // namespace

PlaceRing simplified(const PlaceRing& ring, double metres)
{
    if (ring.size() <= 3 || !(metres > 0))
        return ring;
    const std::vector<Point> points = planeOf(ring);
    std::vector<bool> kept(points.size(), false);
    // A ring has no ends: the first vertex and the one farthest from it are kept, and each half is a line of its own.
    std::size_t far = 1;
    for (std::size_t n = 1; n + 1 < points.size(); ++n) {
        if (std::hypot(points[n].x, points[n].y) > std::hypot(points[far].x, points[far].y))
            far = n;
    }
    kept.front() = kept.back() = kept[far] = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, far}, {far, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double most = metres;
        std::size_t at = first;
        for (std::size_t n = first + 1; n < last; ++n) {
            if (const double away = between(points[n], points[first], points[last]); away > most) {
                most = away;
                at = n;
            }
        }
        if (at == first)
            continue;
        kept[at] = true;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    PlaceRing fewer;
    for (std::size_t n = 0; n < ring.size(); ++n) {
        if (kept[n])
            fewer.push_back(ring[n]);
    }
    return fewer.size() < 3 ? ring : fewer;
}

} // namespace casebound
