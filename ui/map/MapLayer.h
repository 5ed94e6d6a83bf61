// What the layers of the map share: the camera, which Map.qml binds to QtLocation's Map, and where a place is in the item.
#pragma once

#include "domain/MapProjection.h"

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace casebound {

class MapLayer : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(double latitude READ latitude WRITE setLatitude NOTIFY cameraChanged FINAL)
    Q_PROPERTY(double longitude READ longitude WRITE setLongitude NOTIFY cameraChanged FINAL)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY cameraChanged FINAL)
    QML_ANONYMOUS

public:
    explicit MapLayer(QQuickItem* parent = nullptr);

    [[nodiscard]] double latitude() const { return m_latitude; }
    [[nodiscard]] double longitude() const { return m_longitude; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setLatitude(double latitude);
    void setLongitude(double longitude);
    void setZoom(double zoom);

    /// Where a point is drawn, the nearest turn of the world to the middle of the view; logical pixels.
    [[nodiscard]] QPointF toItem(WorldPoint point) const;
    [[nodiscard]] WorldPoint toWorld(QPointF item) const; ///< x may lie beyond [0, 1).
    /// What is seen, with a margin in pixels; x may lie beyond [0, 1).
    struct Seen {
        double left = 0, top = 0, right = 0, bottom = 0;
    };
    [[nodiscard]] Seen seen(double margin) const;
    [[nodiscard]] double worldPixels() const { return MapProjection::worldPixels(m_zoom); }

Q_SIGNALS:
    void cameraChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    [[nodiscard]] double scaleOfScreen() const;

private:
    void moved();

    double m_latitude = 0, m_longitude = 0, m_zoom = 0;
};

} // namespace casebound
