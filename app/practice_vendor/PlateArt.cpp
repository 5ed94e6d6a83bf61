#include "practice_vendor/PlateArt.h"

#include "practice_vendor/Scramble.h"

#include <QFont>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

struct Face {
    QStringList families;
    int weight;
    double width;  ///< Of a glyph, as a part of its cell.
    double stroke; ///< Added outline, as a part of the character height; rounds the corners.
};

Face faceNamed(const QString& name)
{
    if (name == u"narrow")
        return {.families = {u"Nimbus Sans Narrow"_s, u"Liberation Sans"_s, u"DejaVu Sans Condensed"_s},
                .weight = QFont::Bold,
                .width = 0.84,
                .stroke = 0};
    if (name == u"grotesk")
        return {.families = {u"Liberation Sans"_s, u"DejaVu Sans"_s}, .weight = QFont::Bold, .width = 0.9, .stroke = 0};
    if (name == u"mono")
        return {.families = {u"DejaVu Sans Mono"_s, u"Liberation Mono"_s}, .weight = QFont::Bold, .width = 0.86, .stroke = 0};
    if (name == u"rounded")
        return {.families = {u"DejaVu Sans"_s, u"Liberation Sans"_s}, .weight = QFont::Normal, .width = 0.8, .stroke = 0.075};
    return {.families = {u"DejaVu Sans Condensed"_s, u"DejaVu Sans"_s}, .weight = QFont::Bold, .width = 0.86, .stroke = 0};
}

QFont headerFont(const QString& name, int pixels)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setWeight(QFont::Bold);
    if (name == u"serif") {
        font.setFamilies({u"DejaVu Serif"_s, u"Liberation Serif"_s});
        font.setLetterSpacing(QFont::PercentageSpacing, 112);
    } else if (name == u"script") {
        font.setFamilies({u"C059"_s, u"Liberation Serif"_s, u"DejaVu Serif"_s});
        font.setItalic(true);
    } else {
        font.setFamilies({u"Inter"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s});
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
    }
    return font;
}

/// A cell of the plate: one character, a stacked pair, or a gap.
struct Cell {
    QString text;
    double width = 1;
    bool stacked = false;
};

std::vector<Cell> cellsOf(const QString& layout)
{
    std::vector<Cell> cells;
    for (qsizetype i = 0; i < layout.size(); ++i) {
        if (layout[i] == u'|') {
            cells.push_back({.text = {}, .width = 0.55});
        } else if (layout[i] == u'^' && i + 2 < layout.size()) {
            cells.push_back({.text = layout.sliced(i + 1, 2), .width = 0.7, .stacked = true});
            i += 2;
        } else {
            cells.push_back({.text = layout.sliced(i, 1), .width = 1, .stacked = false});
        }
    }
    return cells;
}

QPainterPath glyphIn(const QFont& font, const Face& face, QChar c, const QRectF& box)
{
    QPainterPath raw;
    raw.addText(0, 0, font, QString(c));
    QPainterPath reference;
    reference.addText(0, 0, font, u"H"_s);
    const QRectF bounds = raw.boundingRect();
    // One scale for height, so that all characters stand on one line; O and Q overshoot as in print.
    const double scale = box.height() / reference.boundingRect().height();
    const double room = box.width() * face.width;
    const double wide = std::min(scale * 0.92, room / bounds.width());
    // Text fonts let J and Q hang below the line; a plate's die does not.
    const bool hangs = bounds.bottom() > 0.06 * bounds.height();
    QTransform transform;
    transform.translate(box.center().x(), box.bottom());
    transform.scale(wide, hangs ? box.height() / bounds.height() : scale);
    transform.translate(-bounds.center().x(), hangs ? -bounds.bottom() : 0);
    return transform.map(raw);
}

void drawGap(QPainter& painter, const PlateDesign& design, QPointF at)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(design.headerInk);
    if (design.gap == u"star" || design.gap == u"crown") {
        QPainterPath star;
        const int points = design.gap == u"star" ? 5 : 4;
        for (int i = 0; i < points * 2; ++i) {
            const double angle = std::numbers::pi * i / points - std::numbers::pi / 2;
            const double radius = i % 2 ? 7 : 16;
            const QPointF p = at + QPointF(radius * std::cos(angle), radius * std::sin(angle));
            i == 0 ? star.moveTo(p) : star.lineTo(p);
        }
        painter.drawPath(star);
    } else if (design.gap == u"diamond") {
        painter.drawPolygon(QPolygonF({at + QPointF(0, -14), at + QPointF(10, 0), at + QPointF(0, 14), at + QPointF(-10, 0)}));
    } else if (design.gap == u"cross") {
        painter.drawRect(QRectF(at - QPointF(3, 15), QSizeF(6, 30)));
        painter.drawRect(QRectF(at - QPointF(15, 3), QSizeF(30, 6)));
        painter.drawEllipse(at, 8, 8);
    } else if (design.gap == u"dash") {
        painter.drawRect(QRectF(at - QPointF(11, 4), QSizeF(22, 8)));
    } else if (design.gap == u"flag") {
        painter.drawRect(QRectF(at - QPointF(14, 10), QSizeF(28, 7)));
        painter.drawRect(QRectF(at + QPointF(-14, 3), QSizeF(28, 7)));
    } else if (design.gap == u"dot") {
        painter.drawEllipse(at, 8, 8);
    }
}

void drawScenery(QPainter& painter, const PlateDesign& design)
{
    painter.setPen(Qt::NoPen);
    QColor tint = design.headerInk;
    tint.setAlpha(42);
    painter.setBrush(tint);
    if (design.art == u"mountains")
        painter.drawPolygon(QPolygonF({{0, 250},
                                       {90, 170},
                                       {150, 205},
                                       {250, 110},
                                       {340, 200},
                                       {420, 150},
                                       {520, 215},
                                       {590, 165},
                                       {640, 210},
                                       {640, 320},
                                       {0, 320}}));
    else if (design.art == u"sun")
        painter.drawEllipse(QPointF(320, 190), 105, 105);
    else if (design.art == u"hills") {
        painter.drawEllipse(QPointF(130, 340), 260, 120);
        painter.drawEllipse(QPointF(500, 350), 300, 150);
    }
}

void drawSticker(QPainter& painter, Rng& rng)
{
    // A validation sticker in a corner; its numbers mean nothing.
    const double x = rng.chance(0.5) ? 24 : plateWidth - 84;
    const double y = rng.chance(0.7) ? plateHeight - 66 : 18;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv(rng.below(360), 190, 205));
    painter.drawRoundedRect(QRectF(x, y, 60, 44), 4, 4);
    painter.setPen(Qt::white);
    painter.setFont(headerFont(u"sans"_s, 24));
    painter.drawText(QRectF(x, y, 60, 44), Qt::AlignCenter, QString::number(1 + rng.below(12)));
}

} // namespace

PlateFace plateFace(const Scene& scene)
{
    const PlateDesign& design = scene.design;
    Rng rng(scene.vehicleSeed, 31);
    PlateFace out{.image = QImage(plateWidth, plateHeight, QImage::Format_ARGB32_Premultiplied), .glyphs = {}};
    out.image.fill(Qt::transparent);
    QPainter painter(&out.image);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(2, 2, plateWidth - 4, plateHeight - 4), 26, 26);
    QLinearGradient ground(0, 0, 0, plateHeight);
    ground.setColorAt(0, design.top);
    ground.setColorAt(1, design.bottom);
    painter.fillPath(outline, ground);
    painter.setClipPath(outline);
    drawScenery(painter, design);
    if (design.band.isValid()) {
        painter.fillRect(QRectF(0, 0, plateWidth, 12), design.band);
        painter.fillRect(QRectF(0, plateHeight - 16, plateWidth, 16), design.band);
    }

    painter.setPen(design.headerInk);
    painter.setFont(headerFont(design.headerFace, 46));
    painter.drawText(QRectF(120, 16, plateWidth - 240, 58), Qt::AlignCenter, design.header);
    painter.setFont(headerFont(u"sans"_s, 22));
    painter.drawText(QRectF(90, plateHeight - 52, plateWidth - 180, 34), Qt::AlignCenter, design.slogan);
    if (rng.chance(0.6))
        drawSticker(painter, rng);

    const Face face = faceNamed(design.face);
    QFont font;
    font.setFamilies(face.families);
    font.setWeight(static_cast<QFont::Weight>(face.weight));
    font.setPixelSize(200);
    const std::vector<Cell> cells = cellsOf(scene.layout);
    double units = 0;
    for (const Cell& cell : cells)
        units += cell.width;
    constexpr double left = 30, top = 92, height = 158;
    const double unit = std::min(86.0, (plateWidth - 2 * left) / units);
    double x = plateWidth / 2.0 - unit * units / 2;
    const double pen = face.stroke * height;
    for (const Cell& cell : cells) {
        const QRectF box(x, top, unit * cell.width, height);
        x += box.width();
        if (cell.text.isEmpty()) {
            drawGap(painter, design, box.center());
            continue;
        }
        for (qsizetype i = 0; i < cell.text.size(); ++i) {
            const QRectF part =
                cell.stacked ? QRectF(box.x(), top + static_cast<double>(i) * (height * 0.53), box.width(), height * 0.47) : box;
            const QPainterPath glyph = glyphIn(font, face, cell.text[i], part.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
            // Embossed: light falls from above left.
            painter.setPen(QPen(QColor(255, 255, 255, 130), pen + 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(glyph.translated(-2, -2));
            painter.setPen(QPen(QColor(0, 0, 0, 90), pen + 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(glyph.translated(2, 2));
            painter.setPen(pen > 0 ? QPen(design.ink, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin) : QPen(Qt::NoPen));
            painter.setBrush(design.ink);
            painter.drawPath(glyph);
            out.glyphs.push_back(part);
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 70), 5));
    painter.drawRoundedRect(QRectF(5, 5, plateWidth - 10, plateHeight - 10), 22, 22);
    return out;
}

} // namespace casebound::practice
