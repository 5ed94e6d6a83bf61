// The agency's own tile server (R11), as the map sees it.
#pragma once

#include "domain/Vendor.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <expected>

namespace casebound {

/// Foreign bytes of a kind that says it is PNG or JPEG; nothing has looked into them.
using TileAnswer = std::expected<QByteArray, VendorFailure>;

/// Calls come from the window's thread and return at once; futures finish on it. Gone: the server has no such tile.
class TileServer {
public:
    virtual ~TileServer() = default;
    /// Row y counts from the north.
    [[nodiscard]] virtual QFuture<TileAnswer> tile(int zoom, int x, int y) = 0;
    [[nodiscard]] virtual QString host() const = 0;
};

} // namespace casebound
