// A map as shapes and names in the unit square of Web Mercator, ready to be drawn at any zoom. Meaning only: colours are the window's.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace casebound {

/// In the order they are drawn.
enum class MapFeature { Land, Park, Water, River, CountyBorder, StateBorder, CountryBorder, Coast, Street, Avenue, Main, Highway };

/// Areas have rings (even-odd), lines one or more paths.
struct MapShape {
    MapFeature feature = MapFeature::Land;
    std::vector<std::vector<QPointF>> paths; ///< x may lie a little beyond [0, 1].
    QRectF bounds;
    double width = 0; ///< Of a line with a width on the ground: world units.
};

struct MapLabel {
    enum class Kind { Country, State, County, Water, Park, Street };
    Kind kind = Kind::Country;
    QString text;
    QPointF at;
    double degrees = 0; ///< The way a street runs, -90 to 90.
    double size = 0;    ///< World units: length of a street, side of the square an area would fill. The larger wins the room.
};

/// Immutable once made; any thread.
struct VectorMap {
    std::vector<MapShape> shapes; ///< By feature.
    std::vector<MapLabel> labels; ///< Largest first within a kind.

    /// Bounds of the shapes, their order and that of the labels.
    void finish();
};

} // namespace casebound
