// The base map below QtLocation's transparent Map, and what lies on it. Paints with image nodes, which OpenGL and the software renderer
// both know.
#pragma once

#include "ui/map/MapInk.h"
#include "ui/map/MapLayer.h"
#include "ui/map/TileSource.h"

#include <QHash>
#include <QImage>
#include <QSet>

#include <map>
#include <memory>
#include <vector>

namespace casebound {

/// The view is cut into squares of 256 pixels at the nearest whole zoom. Each shows its tile, or the part of a coarser one where there is
/// no finer or while it is being made, with the marks of the ink drawn over it once. Tiles are kept in memory alone, 48 MB of them at most.
class TileLayer : public MapLayer {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit TileLayer(QQuickItem* parent = nullptr);
    ~TileLayer() override;

    void setSource(std::shared_ptr<TileSource> source);
    [[nodiscard]] const std::shared_ptr<TileSource>& source() const { return m_source; }
    void setColours(const MapColours& colours);
    [[nodiscard]] const MapColours& colours() const { return m_colours; }
    /// Drawn over the base map in this order; tiles are made anew.
    void setOverlays(std::vector<std::shared_ptr<const MapOverlay>> overlays);
    /// Drawn over base map and overlays. Not owned: lives as long as this. Whoever changes it calls inkChanged().
    void setInk(MapInk* ink);
    void inkChanged();
    /// Every tile in view is here at its own zoom.
    [[nodiscard]] bool isWhole() const;

Q_SIGNALS:
    void whole(); ///< isWhole() became true.

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    struct Picture {
        QImage image;
        quint64 used = 0;
        bool missing = false; ///< Asked for and not given.
    };
    struct Place {
        TileKey key;  ///< At the nearest whole zoom. Above and below the world y lies outside: marks at its edge reach over it.
        int turn = 0; ///< Worlds east of the first.
        auto operator<=>(const Place&) const = default;
    };
    /// A square with marks on it, ready to be shown.
    struct Inked {
        QImage image; ///< Null: there is nothing on it.
        QRect part;   ///< Of the world, in device pixels.
        quint64 version = 0, print = 0;
        qint64 base = 0; ///< QImage::cacheKey of the tile below; 0: none.
    };
    /// A tile that a square shows a part of; null picture: none yet.
    struct Base {
        TileKey key;
        Picture* picture = nullptr;
        QRectF source; ///< In its pixels.
    };
    class Node;

    [[nodiscard]] int level() const;
    [[nodiscard]] std::vector<Place> squares() const;
    [[nodiscard]] std::vector<TileKey> wanted() const;
    [[nodiscard]] QRect partOf(const Place& place) const;
    [[nodiscard]] Base baseOf(const TileKey& square);
    void ask();
    void ink();
    [[nodiscard]] QImage inked(const QRect& part, const Base& base) const;
    void arrived(const TileKey& key, const QImage& image, quint64 generation);
    void renew();
    void forgetOldest();

    std::shared_ptr<TileSource> m_source;
    MapColours m_colours;
    std::vector<std::shared_ptr<const MapOverlay>> m_overlays;
    MapInk* m_ink = nullptr;
    std::map<Place, Inked> m_inked; ///< Of the squares in view.
    QHash<TileKey, Picture> m_pictures;
    QSet<TileKey> m_pending;
    qsizetype m_bytes = 0;
    quint64 m_turn = 0;       ///< Counts uses.
    quint64 m_generation = 0; ///< Of source, colours, overlays and scale: what was asked for before is not taken.
    double m_scale = 1;
    bool m_wasWhole = false;
};

} // namespace casebound
