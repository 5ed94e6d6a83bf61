#include "ui/map/MapPainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

namespace casebound {

namespace {

struct Style {
    QColor colour;
    double width = 0;
    QColor edge;  ///< Drawn under all of its kind, a pixel wider on each side; invalid: none.
    int from = 0; ///< Zoom.
    bool dashed = false;
};

/// A street's width in logical pixels: legible from afar, to scale near by.
double streetWidth(double metres, double zoom, double least)
{
    return std::max(least, metres * std::exp2(zoom - 17.2));
}

std::optional<Style> styleOf(MapFeature feature, const TileFrame& frame)
{
    const MapColours& c = frame.colours;
    const double z = frame.key.zoom;
    switch (feature) {
    case MapFeature::Land:
    case MapFeature::Park:
    case MapFeature::Water: return std::nullopt;
    case MapFeature::River: return Style{.colour = c.river, .width = 0, .edge = {}, .from = 9};
    case MapFeature::CountyBorder: return Style{.colour = c.county, .width = 0.8, .edge = {}, .from = 6};
    case MapFeature::StateBorder: return Style{.colour = c.state, .width = z < 5 ? 0.8 : 1.2, .edge = {}, .from = 3, .dashed = z >= 5};
    case MapFeature::CountryBorder: return Style{.colour = c.country, .width = z < 4 ? 0.8 : 1.3, .edge = {}, .from = 0};
    case MapFeature::Coast: return Style{.colour = c.coast, .width = z < 4 ? 0.7 : 1.1, .edge = {}, .from = 0};
    case MapFeature::Street: return Style{.colour = c.street, .width = streetWidth(9, z, 1), .edge = c.streetEdge, .from = 13};
    case MapFeature::Avenue: return Style{.colour = c.street, .width = streetWidth(12, z, 1.4), .edge = c.streetEdge, .from = 12};
    case MapFeature::Main: return Style{.colour = c.main, .width = streetWidth(16, z, 2.2), .edge = c.mainEdge, .from = 11};
    case MapFeature::Highway: return Style{.colour = c.highway, .width = streetWidth(22, z, 3), .edge = c.highwayEdge, .from = 9};
    }
    return std::nullopt;
}

/// Sutherland–Hodgman against the frame: what is far outside never reaches the rasteriser.
QPolygonF clipped(std::vector<QPointF> ring, const QRectF& frame)
{
    const auto clip = [&ring](auto inside, auto cross) {
        std::vector<QPointF> kept;
        kept.reserve(ring.size() + 4);
        for (std::size_t n = 0; n < ring.size(); ++n) {
            const QPointF& from = ring[n];
            const QPointF& to = ring[(n + 1) % ring.size()];
            if (inside(from))
                kept.push_back(from);
            if (inside(from) != inside(to))
                kept.push_back(cross(from, to));
        }
        ring = std::move(kept);
    };
    const auto atX = [](double x) {
        return [x](const QPointF& a, const QPointF& b) { return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())); };
    };
    const auto atY = [](double y) {
        return [y](const QPointF& a, const QPointF& b) { return QPointF(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y); };
    };
    clip([&](const QPointF& p) { return p.x() >= frame.left(); }, atX(frame.left()));
    clip([&](const QPointF& p) { return p.x() <= frame.right(); }, atX(frame.right()));
    clip([&](const QPointF& p) { return p.y() >= frame.top(); }, atY(frame.top()));
    clip([&](const QPointF& p) { return p.y() <= frame.bottom(); }, atY(frame.bottom()));
    return QPolygonF(QList<QPointF>(ring.begin(), ring.end()));
}

/// World units into the tile's pixels; points nearer than a third of a pixel to the one before are left out.
class Fit {
public:
    explicit Fit(const TileFrame& frame)
        : m_scale(MapProjection::worldPixels(frame.key.zoom)),
          m_origin(frame.key.x * TileFrame::side, frame.key.y * TileFrame::side)
    {
    }
    [[nodiscard]] QPointF at(const QPointF& world) const { return world * m_scale - m_origin; }
    [[nodiscard]] double length(double world) const { return world * m_scale; }
    [[nodiscard]] std::vector<QPointF> thinned(const std::vector<QPointF>& path) const
    {
        std::vector<QPointF> points;
        points.reserve(path.size());
        for (std::size_t n = 0; n < path.size(); ++n) {
            const QPointF point = at(path[n]);
            if (points.empty() || n + 1 == path.size() || (point - points.back()).manhattanLength() > 0.35)
                points.push_back(point);
        }
        return points;
    }

private:
    double m_scale;
    QPointF m_origin;
};

struct NameStyle {
    double points; ///< Added to the base font's size.
    int weight;
    bool italic;
    int from, to; ///< Zooms.
    double room;  ///< Pixels its area must have at least.
};

NameStyle nameStyleOf(MapLabel::Kind kind)
{
    switch (kind) {
    case MapLabel::Kind::Country: return {.points = 0.5, .weight = QFont::DemiBold, .italic = false, .from = 2, .to = 13, .room = 34};
    case MapLabel::Kind::State: return {.points = -0.5, .weight = QFont::Normal, .italic = false, .from = 4, .to = 10, .room = 40};
    case MapLabel::Kind::County: return {.points = -1.5, .weight = QFont::Normal, .italic = false, .from = 8, .to = 24, .room = 40};
    case MapLabel::Kind::Water: return {.points = -0.5, .weight = QFont::Normal, .italic = true, .from = 12, .to = 24, .room = 60};
    case MapLabel::Kind::Park: return {.points = -1, .weight = QFont::Normal, .italic = true, .from = 14, .to = 24, .room = 44};
    case MapLabel::Kind::Street: return {.points = -1, .weight = QFont::Normal, .italic = false, .from = 14, .to = 24, .room = 160};
    }
    return {};
}

QColor nameColourOf(MapLabel::Kind kind, const MapColours& colours)
{
    switch (kind) {
    case MapLabel::Kind::Country: return colours.name;
    case MapLabel::Kind::Water: return colours.nameWater;
    case MapLabel::Kind::Park: return colours.namePark;
    case MapLabel::Kind::State:
    case MapLabel::Kind::County:
    case MapLabel::Kind::Street: return colours.nameQuiet;
    }
    return {};
}

} // namespace

MapPainter::MapPainter(std::shared_ptr<const VectorMap> map, QFont font) : m_map(std::move(map)), m_font(std::move(font)) {}

void MapPainter::paint(QPainter& painter, const TileFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, TileFrame::side, TileFrame::side), frame.colours.water);
    paintAreas(painter, frame);
    paintLines(painter, frame);
    paintNames(painter, frame);
}

void MapPainter::paintAreas(QPainter& painter, const TileFrame& frame) const
{
    const Fit fit(frame);
    const QRectF seen = frame.world(4), pixels = QRectF(0, 0, TileFrame::side, TileFrame::side).adjusted(-4, -4, 4, 4);
    painter.setPen(Qt::NoPen);
    for (const MapShape& shape : m_map->shapes) {
        const bool area = shape.feature == MapFeature::Land || shape.feature == MapFeature::Park || shape.feature == MapFeature::Water;
        if (!area || !shape.bounds.intersects(seen))
            continue;
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const auto& ring : shape.paths) {
            const QPolygonF part = clipped(fit.thinned(ring), pixels);
            if (part.size() > 2)
                path.addPolygon(part);
        }
        painter.setBrush(shape.feature == MapFeature::Land   ? frame.colours.land
                         : shape.feature == MapFeature::Park ? frame.colours.park
                                                             : frame.colours.water);
        // Neighbours meet without a seam of water between them.
        painter.setPen(shape.feature == MapFeature::Land ? QPen(frame.colours.land, 0.6) : QPen(Qt::NoPen));
        painter.drawPath(path);
    }
}

void MapPainter::paintLines(QPainter& painter, const TileFrame& frame) const
{
    const Fit fit(frame);
    const double reach = 40 + (m_map->shapes.empty() ? 0 : 20);
    const QRectF seen = frame.world(reach);
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const MapShape& shape, const QPen& pen) {
        painter.setPen(pen);
        for (const auto& path : shape.paths) {
            // Long coasts are cut into what is near: a stretch with no point in sight and none on the other side is skipped.
            std::vector<QPointF> points = fit.thinned(path);
            const QRectF near(-reach, -reach, TileFrame::side + 2 * reach, TileFrame::side + 2 * reach);
            std::size_t from = 0;
            const auto apart = [&](const QPointF& a, const QPointF& b) {
                return std::max(a.x(), b.x()) < near.left() || std::min(a.x(), b.x()) > near.right() ||
                       std::max(a.y(), b.y()) < near.top() || std::min(a.y(), b.y()) > near.bottom();
            };
            for (std::size_t n = 1; n <= points.size(); ++n) {
                if (n < points.size() && !apart(points[n - 1], points[n]))
                    continue;
                if (n - from > 1)
                    painter.drawPolyline(points.data() + from, static_cast<int>(n - from));
                from = n;
            }
        }
    };
    const auto kind = [&](MapFeature feature) {
        const auto [first, last] = std::ranges::equal_range(m_map->shapes, feature, {}, &MapShape::feature);
        return std::ranges::subrange(first, last);
    };
    for (int code = static_cast<int>(MapFeature::River); code <= static_cast<int>(MapFeature::Highway); ++code) {
        const auto feature = static_cast<MapFeature>(code);
        const std::optional<Style> style = styleOf(feature, frame);
        if (!style || frame.key.zoom < style->from)
            continue;
        for (const bool edge : {true, false}) {
            if (edge && (!style->edge.isValid() || frame.key.zoom < 13))
                continue;
            for (const MapShape& shape : kind(feature)) {
                if (!shape.bounds.adjusted(-1e-12, -1e-12, 1e-12, 1e-12).intersects(seen))
                    continue;
                const double width = shape.width > 0 ? std::max(1.5, fit.length(shape.width)) : style->width;
                QPen pen(edge ? style->edge : style->colour, edge ? width + 1.6 : width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
                if (style->dashed)
                    pen.setDashPattern({4, 2.5});
                stroke(shape, pen);
            }
        }
    }
}

std::shared_ptr<const MapPainter::Names> MapPainter::namesAt(int zoom) const
{
    const QMutexLocker lock(&m_mutex);
    auto& names = m_names[zoom];
    if (!names)
        names = std::make_shared<const Names>(place(zoom));
    return names;
}

/// The larger area first, and none over another.
MapPainter::Names MapPainter::place(int zoom) const
{
    Names placed;
    const double scale = MapProjection::worldPixels(zoom);
    QHash<std::pair<int, int>, std::vector<std::size_t>> taken; ///< Squares of 128 pixels.
    for (const MapLabel& label : m_map->labels) {
        const NameStyle style = nameStyleOf(label.kind);
        if (zoom < style.from || zoom > style.to || label.size * scale < style.room)
            continue;
        Placed name{.label = &label, .font = m_font, .box = {}};
        name.font.setPointSizeF(std::max(6.5, m_font.pointSizeF() + style.points));
        name.font.setWeight(static_cast<QFont::Weight>(style.weight));
        name.font.setItalic(style.italic);
        const QFontMetricsF metrics(name.font);
        QSizeF size(metrics.horizontalAdvance(label.text) + 8, metrics.height() + 2);
        // An area's name is not much wider than the area; a street's no longer than the street.
        if (size.width() > label.size * scale * (label.kind == MapLabel::Kind::Street ? 0.8 : 1.9))
            continue;
        if (std::abs(label.degrees) > 45)
            size.transpose();
        name.box = QRectF(QPointF(label.at * scale) - QPointF(size.width(), size.height()) / 2, size);
        const QRect squares(QPoint(int(std::floor(name.box.left() / 128)), int(std::floor(name.box.top() / 128))),
                            QPoint(int(std::floor(name.box.right() / 128)), int(std::floor(name.box.bottom() / 128))));
        bool free = true;
        for (int x = squares.left(); x <= squares.right() && free; ++x)
            for (int y = squares.top(); y <= squares.bottom() && free; ++y)
                free = std::ranges::none_of(taken.value({x, y}), [&](std::size_t other) { return placed[other].box.intersects(name.box); });
        if (!free)
            continue;
        for (int x = squares.left(); x <= squares.right(); ++x)
            for (int y = squares.top(); y <= squares.bottom(); ++y)
                taken[{x, y}].push_back(placed.size());
        placed.push_back(std::move(name));
    }
    return placed;
}

void MapPainter::paintNames(QPainter& painter, const TileFrame& frame) const
{
    const auto names = namesAt(frame.key.zoom);
    const QPointF origin(frame.key.x * TileFrame::side, frame.key.y * TileFrame::side);
    const QRectF tile(origin, QSizeF(TileFrame::side, TileFrame::side));
    for (const Placed& name : *names) {
        if (!name.box.intersects(tile))
            continue;
        painter.save();
        painter.translate(name.box.center() - origin);
        painter.rotate(name.label->degrees);
        const QFontMetricsF metrics(name.font);
        QPainterPath outline;
        outline.addText(-metrics.horizontalAdvance(name.label->text) / 2, metrics.ascent() - metrics.height() / 2, name.font,
                        name.label->text);
        QColor halo = frame.colours.halo;
        halo.setAlphaF(0.82F);
        painter.strokePath(outline, QPen(halo, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(outline, nameColourOf(name.label->kind, frame.colours));
        painter.restore();
    }
}

} // namespace casebound
