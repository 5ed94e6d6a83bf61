// Web Mercator (EPSG:3857) on a unit square: where a place is drawn, on every map the office may use.
#pragma once

namespace casebound {

/// x from 0 (180° W) to 1 (180° E), y from 0 (85.05° N) to 1 (85.05° S). x beyond [0, 1) is the same place one turn on.
struct WorldPoint {
    double x = 0, y = 0;
    bool operator==(const WorldPoint&) const = default;
};

struct GeoPoint {
    double latitude = 0, longitude = 0; ///< WGS 84 degrees.
};

/// Pure functions; any thread.
class MapProjection {
public:
    /// Where the square ends: a place nearer a pole is drawn on the edge.
    static constexpr double furthestLatitude = 85.051128779806604;
    static constexpr int tileSide = 256; ///< Pixels of a tile at scale 1; the world has 256 · 2^zoom.

    [[nodiscard]] static WorldPoint toWorld(GeoPoint place); ///< 180° E is 180° W: x is in [0, 1).
    [[nodiscard]] static GeoPoint toGeo(WorldPoint point);
    /// The x nearest to `about` that is the same place: what lies beyond the antimeridian is drawn beside it.
    [[nodiscard]] static double nearest(double x, double about);
    [[nodiscard]] static double worldPixels(double zoom);
    /// Metres on the ground that one step of the unit square is long at this latitude.
    [[nodiscard]] static double metresPerWorld(double latitude);
};

} // namespace casebound
