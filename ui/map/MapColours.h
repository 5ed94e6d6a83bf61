// The colours of the map in the window's appearance. Calm: land and water stay behind, reads stand out.
#pragma once

#include <QColor>

class QPalette;

namespace casebound {

/// A value, so that tiles can be drawn on other threads.
struct MapColours {
    QColor water, land, park, coast, country, state, county;
    QColor river, street, streetEdge, main, mainEdge, highway, highwayEdge;
    QColor name, nameQuiet, nameWater, namePark, halo;
    bool dark = false;
    bool operator==(const MapColours&) const = default;

    [[nodiscard]] static MapColours of(const QPalette& palette);
};

} // namespace casebound
