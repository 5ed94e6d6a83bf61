// Draws a vector map's tiles: the bundled overview and the practice town.
#pragma once

#include "maps/VectorMap.h"
#include "ui/map/TileSource.h"

#include <QFont>
#include <QHash>
#include <QMutex>

#include <memory>

namespace casebound {

/// Any thread, several at once. Names are placed once a zoom, so that they stand the same across tiles and never over each other.
class MapPainter {
public:
    MapPainter(std::shared_ptr<const VectorMap> map, QFont font);
    /// The base map alone; overlays are the source's.
    void paint(QPainter& painter, const TileFrame& frame) const;

private:
    struct Placed {
        const MapLabel* label;
        QFont font;
        QRectF box; ///< Around the place, logical pixels of the world at this zoom.
    };
    using Names = std::vector<Placed>;

    [[nodiscard]] std::shared_ptr<const Names> namesAt(int zoom) const;
    [[nodiscard]] Names place(int zoom) const;
    void paintAreas(QPainter& painter, const TileFrame& frame) const;
    void paintLines(QPainter& painter, const TileFrame& frame) const;
    void paintNames(QPainter& painter, const TileFrame& frame) const;

    const std::shared_ptr<const VectorMap> m_map;
    const QFont m_font;
    mutable QMutex m_mutex;
    mutable QHash<int, std::shared_ptr<const Names>> m_names;
};

} // namespace casebound
