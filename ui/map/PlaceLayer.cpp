#include "ui/map/PlaceLayer.h"

#include "domain/SensitivePlaces.h"
#include "ui/map/MapPane.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

namespace casebound {

namespace {

constexpr double half = 7;         ///< Of a point's diamond, logical pixels.
constexpr double marksFrom = 10;   ///< Zoom from which points are drawn: further out they would cover the map.
constexpr double namesFrom = 14.5; ///< … and names.
constexpr double margin = 160;     ///< How far a name may reach.

/// Apart from the reads' colours: places are no verdict. Both keep 4.5 : 1 against the land of their appearance.
QColor ink(bool dark)
{
    return dark ? QColor(0xd7, 0xb3, 0xf2) : QColor(0x6a, 0x2c, 0x91);
}

QBrush hatch(bool dark)
{
    QColor colour = ink(dark);
    colour.setAlpha(150);
    return QBrush(colour, Qt::BDiagPattern);
}

QRectF boxOf(const SensitivePlace& place)
{
    const SensitivePlaces::Box box = SensitivePlaces::boxOf(place);
    const WorldPoint corner = MapProjection::toWorld({.latitude = box.north, .longitude = box.west});
    const WorldPoint other = MapProjection::toWorld({.latitude = box.south, .longitude = 0});
    return {QPointF(corner.x, corner.y), QPointF(corner.x + (box.east - box.west) / 360, other.y)};
}

void drawName(QPainter& painter, QPointF under, const QString& name, const MapColours& colours)
{
    QFont font = painter.font();
    font.setPixelSize(11);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, margin);
    QPainterPath path;
    path.addText(under.x() - metrics.horizontalAdvance(shown) / 2, under.y() + metrics.ascent(), font, shown);
    painter.setPen(QPen(colours.halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.fillPath(path, ink(colours.dark));
}

} // namespace

PlaceLayer::PlaceLayer(std::shared_ptr<const SensitivePlaces> places) : m_places(std::move(places))
{
    for (const SensitivePlace& place : m_places->places())
        m_boxes.push_back(boxOf(place));
}

void PlaceLayer::putOn(MapPane& map, const SensitivePlacesLayer& layer)
{
    if (!layer.places)
        return;
    map.setOverlays({std::make_shared<const PlaceLayer>(layer.places)});
    //: Under a copied or printed map. %1: date.
    map.tellPlaces(tr("Hatched: the office’s sensitive places, data of %1, incomplete by nature.")
                       .arg(layer.places->source().date.toString(Qt::ISODate)));
}

void PlaceLayer::drawMark(QPainter& painter, bool dark)
{
    const QPolygonF diamond{{0, -half}, {half, 0}, {0, half}, {-half, 0}};
    QColor back = dark ? QColor(0x26, 0x2c, 0x31) : QColor(Qt::white);
    back.setAlpha(200);
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawPolygon(diamond);
    painter.setPen(QPen(ink(dark), 1.6));
    painter.setBrush(hatch(dark));
    painter.drawPolygon(diamond);
}

void PlaceLayer::paintOutline(QPainter& painter, const TileFrame& frame, std::size_t place) const
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const PlacePolygon& polygon : m_places->places()[place].polygons) {
        for (const PlaceRing& ring : polygon) {
            QPolygonF outline;
            for (const GeoPoint& vertex : ring)
                outline.append(frame.at(vertex));
            path.addPolygon(outline);
            path.closeSubpath();
        }
    }
    painter.setPen(QPen(ink(frame.colours.dark), 1.4));
    painter.setBrush(hatch(frame.colours.dark));
    painter.drawPath(path);
}

void PlaceLayer::paint(QPainter& painter, const TileFrame& frame) const
{
    const QRectF world = frame.world(margin);
    const double pixel = 1 / MapProjection::worldPixels(frame.key.zoom);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto places = m_places->places();
    for (std::size_t n = 0; n < places.size(); ++n) {
        // The turn on which the place is nearest to this tile.
        QRectF box = m_boxes[n];
        box.moveLeft(MapProjection::nearest(box.center().x(), world.center().x()) - box.width() / 2);
        if (!world.intersects(box.adjusted(-pixel, -pixel, pixel, pixel)))
            continue;
        const bool small = std::max(box.width(), box.height()) < 2 * half * pixel;
        if (small && frame.zoom < marksFrom)
            continue;
        if (!places[n].polygons.empty() && !small)
            paintOutline(painter, frame, n);
        const QPointF middle = frame.at(WorldPoint{.x = box.center().x(), .y = box.center().y()});
        const auto mark = [&](QPointF at) {
            painter.save();
            painter.translate(at);
            drawMark(painter, frame.colours.dark);
            painter.restore();
        };
        if (!places[n].polygons.empty() && small)
            mark(middle);
        for (const GeoPoint& point : places[n].points)
            mark(frame.at(point));
        if (frame.zoom >= namesFrom && !places[n].name.isEmpty())
            drawName(painter, middle + QPointF(0, (places[n].polygons.empty() || small ? half : box.height() / pixel / 2) + 2),
                     places[n].name, frame.colours);
    }
    painter.restore();
}

} // namespace casebound
