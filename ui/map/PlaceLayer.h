// The office's sensitive places on the map (R11): outlines filled with a hatch, points as hatched diamonds, names where there is room.
#pragma once

#include "domain/OfficeProfile.h"
#include "ui/map/MapOverlay.h"

#include <QCoreApplication>

#include <vector>

namespace casebound {

class MapPane;

class PlaceLayer final : public MapOverlay {
    Q_DECLARE_TR_FUNCTIONS(PlaceLayer)

public:
    explicit PlaceLayer(std::shared_ptr<const SensitivePlaces> places);
    void paint(QPainter& painter, const TileFrame& frame) const override;

    /// Puts the layer on a map, and its mark into the legend; nothing where the profile has no layer.
    static void putOn(MapPane& map, const SensitivePlacesLayer& layer);
    /// A point's mark alone, for the legend. The painter's origin is its middle.
    static void drawMark(QPainter& painter, bool dark);

private:
    void paintOutline(QPainter& painter, const TileFrame& frame, std::size_t place) const;

    std::shared_ptr<const SensitivePlaces> m_places;
    std::vector<QRectF> m_boxes; ///< Of each place, on the unit square; `right` may exceed 1.
};

} // namespace casebound
