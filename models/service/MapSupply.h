// What an office gives for the map beside its profile: where its file lies, the way to its tile server, who decodes pictures.
#pragma once

#include "ports/TileServer.h"

#include <QString>

#include <memory>

namespace casebound {

class PictureDecoder;

/// All of it may be missing: the bundled overview needs nothing.
struct MapSupply {
    QString file;                       ///< Absolute path of the MBTiles file; whether it is the signed one, whoever opens it asks.
    std::shared_ptr<TileServer> server; ///< Null also where the profile's server cannot be used.
    bool serverUnusable = false;        ///< A server is named, and its address or authorities cannot be used.
    PictureDecoder* decoder = nullptr;  ///< Outlives the session.
};

} // namespace casebound
