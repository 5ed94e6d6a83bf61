// Base maps that are drawn here: the bundled overview of the world, and the practice town.
#pragma once

#include "ui/map/MapPainter.h"

#include <QThreadPool>

namespace casebound {

class DrawnTiles final : public TileSource {
public:
    /// The bundled map; null only where the program itself is damaged.
    [[nodiscard]] static std::unique_ptr<DrawnTiles> overview(BaseMapWords words = {});
    [[nodiscard]] static std::unique_ptr<DrawnTiles> practiceTown(BaseMapWords words = {});
    DrawnTiles(std::shared_ptr<const VectorMap> map, BaseMapWords words, int deepest);
    ~DrawnTiles() override;

    [[nodiscard]] BaseMapWords words() const override { return m_words; }
    [[nodiscard]] int deepest() const override { return m_deepest; }
    [[nodiscard]] QFuture<QImage> tile(TileRequest request) override;
    /// The same at once, on the caller's thread.
    [[nodiscard]] QImage draw(const TileRequest& request) const;

private:
    const std::shared_ptr<const MapPainter> m_painter;
    const BaseMapWords m_words;
    const int m_deepest;
    QThreadPool m_pool;
};

} // namespace casebound
