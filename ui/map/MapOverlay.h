// What is drawn into the tiles above the base map and below the reads: the office's sensitive places, and whatever else lies on the ground.
#pragma once

#include "domain/MapProjection.h"
#include "maps/TileKey.h"
#include "ui/map/MapColours.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace casebound {

/// The tile being drawn. Its painter's unit is a logical pixel and its origin the tile's upper left corner.
struct TileFrame {
    TileKey key;
    double zoom = 0; ///< Of the view the tile is for.
    MapColours colours;

    static constexpr double side = MapProjection::tileSide;
    /// Where a place is in this tile, also when it lies outside of it.
    [[nodiscard]] QPointF at(GeoPoint place) const { return at(MapProjection::toWorld(place)); }
    [[nodiscard]] QPointF at(WorldPoint point) const;
    /// Metres on the ground as logical pixels, at this latitude.
    [[nodiscard]] double pixels(double metres, double latitude) const;
    /// The part of the world (unit square) that marks up to `margin` logical pixels wide around it could reach into.
    [[nodiscard]] QRectF world(double margin) const;
};

/// Immutable: paint() is called on threads of its own, several at once. A mark at a tile's edge has to be painted into the tile beside
/// it as well, so draw everything whose place lies in frame.world(margin). Give TileLayer a new object when anything changed.
class MapOverlay {
public:
    virtual ~MapOverlay() = default;
    virtual void paint(QPainter& painter, const TileFrame& frame) const = 0;
};

} // namespace casebound
