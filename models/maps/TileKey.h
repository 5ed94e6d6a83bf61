// Which square of the map: the XYZ scheme every tile server speaks.
#pragma once

#include <QHashFunctions>

#include <compare>

namespace casebound {

/// y counts from the north; 2^zoom tiles each way.
struct TileKey {
    int zoom = 0, x = 0, y = 0;
    auto operator<=>(const TileKey&) const = default;

    [[nodiscard]] bool isValid() const { return zoom >= 0 && zoom <= 24 && x >= 0 && y >= 0 && x < 1 << zoom && y < 1 << zoom; }
    [[nodiscard]] TileKey parent() const { return {.zoom = zoom - 1, .x = x / 2, .y = y / 2}; }
    friend std::size_t qHash(const TileKey& key, std::size_t seed = 0) noexcept { return qHashMulti(seed, key.zoom, key.x, key.y); }
};

} // namespace casebound
