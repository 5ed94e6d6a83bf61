// Where the pictures of the map come from: drawn here, or the office's own.
#pragma once

#include "maps/TileKey.h"
#include "ui/map/MapColours.h"
#include "ui/map/MapOverlay.h"

#include <QFuture>
#include <QImage>

#include <memory>
#include <vector>

namespace casebound {

/// What the person reads of a base map.
struct BaseMapWords {
    QString source;      ///< For the status bar: "Port Meridian (made up)", "office file …".
    QString attribution; ///< Drawn on the map wherever it is shown, copied or printed.
};

struct TileRequest {
    TileKey key;
    double scale = 1; ///< Device pixels per logical one.
    MapColours colours;
    std::vector<std::shared_ptr<const MapOverlay>> overlays;
};

/// Lives on the window's thread; the pictures are made elsewhere.
class TileSource {
public:
    virtual ~TileSource() = default;
    [[nodiscard]] virtual BaseMapWords words() const = 0;
    /// Tiles beyond this zoom are not asked for: the last ones are enlarged.
    [[nodiscard]] virtual int deepest() const = 0;
    /// 256 · scale pixels square, opaque. Null where there is none now; then it may be asked for again.
    [[nodiscard]] virtual QFuture<QImage> tile(TileRequest request) = 0;
};

} // namespace casebound
