#include "ui/map/MapLayer.h"

#include <QQuickWindow>

namespace casebound {

MapLayer::MapLayer(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void MapLayer::setLatitude(double latitude)
{
    if (m_latitude != latitude) {
        m_latitude = latitude;
        moved();
    }
}

void MapLayer::setLongitude(double longitude)
{
    if (m_longitude != longitude) {
        m_longitude = longitude;
        moved();
    }
}

void MapLayer::setZoom(double zoom)
{
    if (m_zoom != zoom) {
        m_zoom = zoom;
        moved();
    }
}

QPointF MapLayer::toItem(WorldPoint point) const
{
    const WorldPoint middle = MapProjection::toWorld({.latitude = m_latitude, .longitude = m_longitude});
    const double pixels = worldPixels();
    return {width() / 2 + (MapProjection::nearest(point.x, middle.x) - middle.x) * pixels, height() / 2 + (point.y - middle.y) * pixels};
}

WorldPoint MapLayer::toWorld(QPointF item) const
{
    const WorldPoint middle = MapProjection::toWorld({.latitude = m_latitude, .longitude = m_longitude});
    return {.x = middle.x + (item.x() - width() / 2) / worldPixels(), .y = middle.y + (item.y() - height() / 2) / worldPixels()};
}

MapLayer::Seen MapLayer::seen(double margin) const
{
    const WorldPoint upperLeft = toWorld({-margin, -margin}), lowerRight = toWorld({width() + margin, height() + margin});
    return {.left = upperLeft.x, .top = upperLeft.y, .right = lowerRight.x, .bottom = lowerRight.y};
}

double MapLayer::scaleOfScreen() const
{
    return window() ? window()->effectiveDevicePixelRatio() : 1;
}

void MapLayer::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    moved();
}

void MapLayer::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        moved();
}

void MapLayer::moved()
{
    Q_EMIT cameraChanged();
    if (!(flags() & ItemHasContents))
        return;
    polish();
    update();
}

} // namespace casebound
