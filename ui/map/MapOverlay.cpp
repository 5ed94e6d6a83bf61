#include "ui/map/MapOverlay.h"

#include <cmath>

namespace casebound {

QPointF TileFrame::at(WorldPoint point) const
{
    const double tiles = std::exp2(key.zoom);
    const double x = MapProjection::nearest(point.x, (key.x + 0.5) / tiles);
    return {(x * tiles - key.x) * side, (point.y * tiles - key.y) * side};
}

double TileFrame::pixels(double metres, double latitude) const
{
    return metres / MapProjection::metresPerWorld(latitude) * MapProjection::worldPixels(key.zoom);
}

QRectF TileFrame::world(double margin) const
{
    const double tile = std::exp2(-key.zoom), beyond = margin / side * tile;
    return QRectF(key.x * tile, key.y * tile, tile, tile).adjusted(-beyond, -beyond, beyond, beyond);
}

} // namespace casebound
