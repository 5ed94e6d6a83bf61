#include "domain/SensitivePlaces.h"

#include "domain/LocalPlane.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casebound {

namespace {

constexpr double cell = 0.02; // degrees; some 2 km of latitude
constexpr std::uint32_t columns = 18'000, rows = 9'000;
constexpr std::int64_t mostCells = 64; ///< Of one place.

std::int64_t columnOf(double longitude)
{
    return static_cast<std::int64_t>(std::floor((longitude + 180) / cell));
}
std::uint32_t rowOf(double latitude)
{
    return static_cast<std::uint32_t>(std::clamp(std::floor((latitude + 90) / cell), 0.0, rows - 1.0));
}

double toSegment(LocalPlane::Point a, LocalPlane::Point b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(a.x + along * dx, a.y + along * dy);
}

/// From the plane's middle. Even-odd over all rings: a hole is outside.
double toPolygon(const LocalPlane& plane, const PlacePolygon& polygon)
{
    double nearest = std::numeric_limits<double>::infinity();
    bool inside = false;
    for (const PlaceRing& ring : polygon) {
        // Each vertex beside the one before it, so that an outline across the antimeridian stays in one piece.
        double longitude = ring.empty() ? 0 : plane.beside(ring.front().longitude);
        LocalPlane::Point before = ring.empty() ? LocalPlane::Point() : plane.at(ring.front().latitude, longitude);
        const LocalPlane::Point first = before;
        for (std::size_t n = 1; n <= ring.size(); ++n) {
            LocalPlane::Point now = first;
            if (n < ring.size()) {
                longitude = nearestTurn(ring[n].longitude, longitude);
                now = plane.at(ring[n].latitude, longitude);
            }
            nearest = std::min(nearest, toSegment(before, now));
            if ((before.y > 0) != (now.y > 0) && before.x + (now.x - before.x) * before.y / (before.y - now.y) > 0)
                inside = !inside;
            before = now;
        }
    }
    return inside ? 0 : nearest;
}

} // namespace

SensitivePlaces::SensitivePlaces(std::vector<SensitivePlace> places, Source source)
    : m_places(std::move(places)),
      m_source(std::move(source))
{
    if (m_places.size() > most)
        m_places.resize(most);
    for (std::uint32_t n = 0; n < m_places.size(); ++n)
        index(n);
    std::ranges::sort(m_cells);
}

void SensitivePlaces::index(std::uint32_t place)
{
    const Box box = boxOf(m_places[place]);
    const std::int64_t west = columnOf(box.west), east = columnOf(box.east);
    const std::uint32_t south = rowOf(box.south), north = rowOf(box.north);
    if ((east - west + 1) * (std::int64_t{north} - south + 1) > mostCells) {
        m_wide.push_back(place);
        return;
    }
    for (std::uint32_t row = south; row <= north; ++row) {
        for (std::int64_t column = west; column <= east; ++column)
            m_cells.push_back({.cell = row * columns + static_cast<std::uint32_t>((column % columns + columns) % columns), .place = place});
    }
}

SensitivePlaces::Box SensitivePlaces::boxOf(const SensitivePlace& place)
{
    Box box{.south = 90, .north = -90, .west = 0, .east = 0};
    bool first = true;
    double longitude = 0;
    const auto take = [&](GeoPoint point) {
        longitude = first ? nearestTurn(point.longitude, 0) : nearestTurn(point.longitude, longitude);
        box.west = first ? longitude : std::min(box.west, longitude);
        box.east = first ? longitude : std::max(box.east, longitude);
        box.south = std::min(box.south, point.latitude);
        box.north = std::max(box.north, point.latitude);
        first = false;
    };
    std::ranges::for_each(place.points, take);
    for (const PlacePolygon& polygon : place.polygons) {
        for (const PlaceRing& ring : polygon)
            std::ranges::for_each(ring, take);
    }
    const double turn = 360 * std::floor((box.west + 180) / 360);
    box.west -= turn;
    box.east -= turn;
    return box;
}

double SensitivePlaces::distance(GeoPoint from, const SensitivePlace& place)
{
    const LocalPlane plane(from);
    double nearest = std::numeric_limits<double>::infinity();
    for (const GeoPoint& point : place.points) {
        const auto at = plane.at(point.latitude, plane.beside(point.longitude));
        nearest = std::min(nearest, std::hypot(at.x, at.y));
    }
    for (const PlacePolygon& polygon : place.polygons) {
        if (nearest > 0)
            nearest = std::min(nearest, toPolygon(plane, polygon));
    }
    return nearest;
}

std::vector<NearPlace> SensitivePlaces::near(GeoPoint at, double metres) const
{
    std::vector<NearPlace> found;
    if (!std::isfinite(at.latitude) || !std::isfinite(at.longitude) || std::abs(at.latitude) > 90 || std::isnan(metres))
        return found;
    const double reach = std::clamp(metres, 0.0, farthestMetres);
    const LocalPlane plane(at);
    const double high = reach / plane.metresPerDegreeNorth(), across = std::max(plane.metresPerDegreeEast(), 1e-9);
    const double wide = std::min(reach / across, 180.0);
    std::vector<std::uint32_t> candidates = m_wide;
    const std::int64_t west = columnOf(at.longitude - wide), east = std::min(columnOf(at.longitude + wide), west + columns - 1);
    const auto take = [&](std::uint32_t row, std::int64_t from, std::int64_t to) {
        const auto low = static_cast<std::uint32_t>(row * columns + from), top = static_cast<std::uint32_t>(row * columns + to);
        for (auto entry = std::ranges::lower_bound(m_cells, low, {}, &Entry::cell); entry != m_cells.end() && entry->cell <= top; ++entry)
            candidates.push_back(entry->place);
    };
    const std::int64_t turn = west >= 0 ? west / columns : -((columns - 1 - west) / columns);
    const std::int64_t from = west - turn * columns, to = east - turn * columns;
    for (std::uint32_t row = rowOf(at.latitude - high); row <= rowOf(at.latitude + high); ++row) {
        take(row, from, std::min<std::int64_t>(to, columns - 1));
        if (to >= columns)
            take(row, 0, to - columns);
    }
    std::ranges::sort(candidates);
    const auto doubled = std::ranges::unique(candidates);
    candidates.erase(doubled.begin(), doubled.end());
    for (const std::uint32_t candidate : candidates) {
        if (const double away = distance(at, m_places[candidate]); away <= reach)
            found.push_back({.place = &m_places[candidate], .metres = away});
    }
    std::ranges::stable_sort(found, {}, &NearPlace::metres);
    if (found.size() > mostNear)
        found.resize(mostNear);
    return found;
}

} // namespace casebound
