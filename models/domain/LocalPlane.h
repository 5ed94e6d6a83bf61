// A small part of the earth as a plane: metres east and north of a point, on the WGS 84 ellipsoid's radii of curvature there.
#pragma once

#include "domain/MapProjection.h"

namespace casebound {

/// The longitude, a full turn or more on where needed, that is less than half a turn from `about`.
[[nodiscard]] double nearestTurn(double longitude, double about);

/// Pure. True to centimetres some hundred metres around its middle, to a thousandth of the distance within some kilometres below 60° of
/// latitude; of no use beside a pole.
class LocalPlane {
public:
    struct Point {
        double x = 0, y = 0; ///< Metres east and north.
    };

    explicit LocalPlane(GeoPoint middle);
    /// The longitude's turn beside the middle.
    [[nodiscard]] double beside(double longitude) const { return nearestTurn(longitude, m_middle.longitude); }
    [[nodiscard]] Point at(double latitude, double longitude) const
    {
        return {.x = (longitude - m_middle.longitude) * m_east, .y = (latitude - m_middle.latitude) * m_north};
    }
    [[nodiscard]] double metresPerDegreeNorth() const { return m_north; }
    [[nodiscard]] double metresPerDegreeEast() const { return m_east; }

private:
    GeoPoint m_middle;
    double m_north = 0, m_east = 0;
};

} // namespace casebound
