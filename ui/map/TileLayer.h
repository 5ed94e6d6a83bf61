// The base map below QtLocation's transparent Map. Paints with image nodes, which OpenGL and the software renderer both know.
#pragma once

#include "ui/map/MapLayer.h"
#include "ui/map/TileSource.h"

#include <QHash>
#include <QImage>
#include <QSet>

#include <memory>
#include <vector>

namespace casebound {

/// While a tile is being made, the part of a coarser one stands in its place. Pictures are kept in memory alone, 48 MB of them at most.
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
        TileKey key;
        int turn = 0; ///< Worlds east of the first.
        auto operator<=>(const Place&) const = default;
    };
    class Node;

    [[nodiscard]] int tileZoom() const;
    [[nodiscard]] std::vector<Place> wanted() const;
    void ask();
    void arrived(const TileKey& key, const QImage& image, quint64 generation);
    void renew();
    void forgetOldest();

    std::shared_ptr<TileSource> m_source;
    MapColours m_colours;
    std::vector<std::shared_ptr<const MapOverlay>> m_overlays;
    QHash<TileKey, Picture> m_pictures;
    QSet<TileKey> m_pending;
    qsizetype m_bytes = 0;
    quint64 m_turn = 0;       ///< Counts uses.
    quint64 m_generation = 0; ///< Of source, colours, overlays and scale: what was asked for before is not taken.
    double m_scale = 1;
    bool m_wasWhole = false;
};

} // namespace casebound
