// Why an office's own map, or a tile of it, is not drawn. Codes; MapWords says them.
#pragma once

#include "domain/Vendor.h"
#include "maps/MbTiles.h"

#include <QCoreApplication>
#include <QString>

namespace casebound {

enum class MapTrouble {
    NotThere, ///< This map has no such tile: nothing is wrong.
    FileMissing,
    FileAltered, ///< Not the one whose SHA-256 is signed.
    FileUnreadable,
    FileNotRaster,
    FileTooLarge,
    ServerUnusable, ///< Its address or authorities in the profile.
    ServerUnreachable,
    ServerSlow,
    ServerNotTrusted,
    ServerElsewhere, ///< It wants to send us somewhere else.
    ServerRefuses,
    ServerFails,
    NotAPicture,
    TileTooLarge,
};

/// Pure.
class MapWords {
    Q_DECLARE_TR_FUNCTIONS(MapWords)

public:
    [[nodiscard]] static MapTrouble of(MbTilesFault fault);
    [[nodiscard]] static MapTrouble of(const VendorFailure& failure);
    /// A few words for the status bar; empty for NotThere.
    [[nodiscard]] static QString say(MapTrouble trouble);
    /// It may be over in a while.
    [[nodiscard]] static bool mayPass(MapTrouble trouble);
};

} // namespace casebound
