#include "practice_vendor/PlateShot.h"

#include "practice_vendor/Weather.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr int shotWidth = 560;
constexpr int shotHeight = 340;

void screw(QPainter& painter, QPointF at, double radius)
{
    QRadialGradient metal(at - QPointF(radius / 3, radius / 3), radius * 1.4);
    metal.setColorAt(0, QColor(225, 225, 222));
    metal.setColorAt(1, QColor(70, 68, 66));
    painter.setPen(QPen(QColor(0, 0, 0, 120), 1.5));
    painter.setBrush(metal);
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(QColor(30, 30, 30), radius / 4));
    painter.drawLine(at - QPointF(radius * 0.6, radius * 0.2), at + QPointF(radius * 0.6, radius * 0.2));
}

void splashes(QPainter& painter, Rng& rng, int count, double lowest)
{
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i) {
        const double y = plateHeight - std::pow(rng.unit(), 1.6) * plateHeight * lowest;
        const QPointF at(rng.unit() * plateWidth, y);
        QColor mud(70 + rng.below(40), 58 + rng.below(30), 42 + rng.below(25), 60 + rng.below(150));
        painter.setBrush(mud);
        const double radius = rng.chance(0.12) ? rng.between(10, 26) : rng.between(1.5, 8);
        painter.drawEllipse(at, radius * rng.between(0.8, 1.6), radius);
    }
}

void dealerFrame(QPainter& painter, Rng& rng)
{
    const double lip = rng.between(34, 62); // covers the slogan, at worst the feet of the characters
    const QColor plastic = rng.chance(0.6) ? QColor(24, 24, 26) : QColor(178, 178, 180);
    QPainterPath frame;
    frame.setFillRule(Qt::OddEvenFill);
    frame.addRoundedRect(QRectF(-14, -14, plateWidth + 28, plateHeight + 28), 30, 30);
    frame.addRoundedRect(QRectF(14, 22, plateWidth - 28, plateHeight - 22 - lip), 12, 12);
    painter.setPen(QPen(QColor(0, 0, 0, 140), 3));
    painter.setBrush(plastic);
    painter.drawPath(frame);
    QFont font;
    font.setFamilies({u"Inter"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s});
    font.setWeight(QFont::Bold);
    font.setPixelSize(24);
    painter.setFont(font);
    painter.setPen(plastic.lightness() > 120 ? Qt::black : Qt::white);
    painter.drawText(QRectF(0, plateHeight - lip, plateWidth, lip), Qt::AlignCenter, u"PORT MERIDIAN PRACTICE MOTORS"_s);
}

/// Infrared light comes straight back from the plate, and hardly at all from paint; some inks vanish in it.
QImage infrared(const QImage& face, const PlateDesign& design, Rng& rng)
{
    // Light ink on a dark plate turns round: the sheeting shines whatever its colour.
    const bool inverse = design.ink.lightness() > design.top.lightness();
    QImage out = face.convertToFormat(QImage::Format_ARGB32);
    const double weak = rng.between(0.75, 1.0);
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            int g = qGray(line[x]);
            if (inverse)
                g = 255 - g;
            // Pale scenery and coloured grounds burn out to white.
            g = g > 120 ? 200 + g / 5 : static_cast<int>(g * weak + 40 * (1 - weak) * 4);
            g = std::min(g, 255);
            line[x] = qRgba(g, g, g, qAlpha(line[x]));
        }
    }
    return out.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage surroundings(const Scene& scene, Rng& rng)
{
    QImage image(shotWidth, shotHeight, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor paint = scene.night ? QColor(26, 26, 28) : scene.paint;
    QLinearGradient sheet(0, 0, 0, shotHeight);
    sheet.setColorAt(0, paint.lighter(125));
    sheet.setColorAt(0.45, paint);
    sheet.setColorAt(0.8, paint.darker(150));
    sheet.setColorAt(1, paint.darker(260));
    painter.fillRect(image.rect(), sheet);
    // The recess the plate sits in, and the bumper's edge below.
    QPainterPath recess;
    recess.addRoundedRect(QRectF(34, 30, shotWidth - 68, shotHeight - 84), 26, 26);
    painter.fillPath(recess, paint.darker(175));
    painter.setPen(QPen(QColor(255, 255, 255, scene.night ? 14 : 46), 3));
    painter.drawLine(QPointF(34, 32), QPointF(shotWidth - 34, 32));
    const double edge = shotHeight - rng.between(20, 46);
    painter.fillRect(QRectF(0, edge, shotWidth, shotHeight), QColor(22, 22, 24));
    painter.setPen(QPen(QColor(255, 255, 255, scene.night ? 20 : 70), 2));
    painter.drawLine(QPointF(0, edge), QPointF(shotWidth, edge));
    return image;
}

/// Where the plate's corners come to lie: tilt, turn away, and how much of the picture it fills.
QPolygonF corners(Rng& rng, double hardness)
{
    const double wide = shotWidth * rng.between(0.62, 0.78);
    const double high = wide / 2;
    const double turn = rng.between(-1, 1) * (0.05 + 0.16 * hardness); // one side farther away
    const double tilt = rng.between(-1, 1) * (0.02 + 0.12 * hardness);
    const double nod = rng.between(0, 0.05); // seen from above
    const QPointF middle(shotWidth / 2.0 + rng.between(-22, 22), shotHeight / 2.0 + rng.between(-20, 10));
    const double squeeze = 1 - std::abs(turn);
    const double leftScale = 1 - std::max(0.0, turn);
    const double rightScale = 1 + std::min(0.0, turn);
    const auto at = [&](double x, double y, double scale) {
        const QPointF p(x * wide / 2 * squeeze * (y < 0 ? 1 - nod : 1 + nod), y * high / 2 * scale);
        return middle + QPointF(p.x(), p.y() + p.x() * tilt);
    };
    return QPolygonF({at(-1, -1, leftScale), at(1, -1, rightScale), at(1, 1, rightScale), at(-1, 1, leftScale)});
}

} // namespace

PlateFace wornPlate(const Scene& scene)
{
    PlateFace face = plateFace(scene);
    Rng rng(scene.vehicleSeed, 41);
    QPainter painter(&face.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    for (const double x : {136.0, plateWidth - 136.0}) {
        screw(painter, QPointF(x, 30), 13);
        if (rng.chance(0.4))
            screw(painter, QPointF(x, plateHeight - 26), 13);
    }
    if (rng.chance(0.16)) {
        // A screw through a character, which is where misreads come from.
        const QRectF glyph = face.glyphs[static_cast<std::size_t>(rng.below(static_cast<int>(face.glyphs.size())))];
        screw(painter, glyph.center() + QPointF(rng.between(-12, 12), rng.between(-40, 40)), rng.between(13, 18));
    }
    const double dirt = rng.unit();
    if (dirt > 0.45)
        splashes(painter, rng, static_cast<int>(20 + 160 * (dirt - 0.45)), dirt > 0.85 ? 1.0 : 0.55);
    if (dirt > 0.7) {
        QLinearGradient film(0, plateHeight * 0.35, 0, plateHeight);
        film.setColorAt(0, QColor(96, 84, 64, 0));
        film.setColorAt(1, QColor(96, 84, 64, 150));
        painter.fillRect(face.image.rect(), film);
    }
    if (rng.chance(0.22)) {
        // A dent: one band of the sheet catches other light.
        const double x = rng.unit() * plateWidth;
        QLinearGradient dent(x, 0, x + 70, 20);
        dent.setColorAt(0, QColor(0, 0, 0, 0));
        dent.setColorAt(0.45, QColor(0, 0, 0, 85));
        dent.setColorAt(0.55, QColor(255, 255, 255, 120));
        dent.setColorAt(1, QColor(255, 255, 255, 0));
        painter.fillRect(QRectF(x, 0, 70, plateHeight), dent);
    }
    if (rng.chance(0.3)) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        dealerFrame(painter, rng);
    }
    return face;
}

QImage plateShot(const Scene& scene)
{
    Rng rng(scene.viewSeed, 51);
    const double hardness = std::pow(rng.unit(), 1.4);
    const PlateFace face = wornPlate(scene);
    const QImage sheet = scene.night ? infrared(face.image, scene.design, rng) : face.image;

    QImage image = surroundings(scene, rng);
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
        const QPolygonF source({{0, 0}, {plateWidth, 0}, {plateWidth, plateHeight}, {0, plateHeight}});
        const QPolygonF target = corners(rng, hardness);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 110));
        painter.drawPolygon(target.translated(5, 8));
        QTransform view;
        if (QTransform::quadToQuad(source, target, view)) {
            painter.setTransform(view);
            painter.drawImage(0, 0, sheet);
            painter.resetTransform();
        }
        if (Rng(scene.vehicleSeed, 42).chance(0.07)) {
            // A tow ball before the lower edge.
            const QPointF at(shotWidth / 2.0 + rng.between(-90, 90), target[2].y() - rng.between(-8, 26));
            QRadialGradient ball(at - QPointF(8, 10), 38);
            ball.setColorAt(0, scene.night ? QColor(70, 70, 72) : QColor(150, 150, 152));
            ball.setColorAt(1, QColor(18, 18, 20));
            painter.setBrush(ball);
            painter.drawRect(QRectF(at.x() - 12, at.y(), 24, shotHeight));
            painter.drawEllipse(at, 26, 26);
        }
    }
    if (scene.night) {
        addGlare(image, QPointF(shotWidth * rng.between(0.25, 0.75), shotHeight * rng.between(0.2, 0.6)), shotWidth * rng.between(0.2, 0.4),
                 static_cast<int>(60 + 120 * hardness));
        image = grey(image, rng.between(0.8, 1.1), rng.below(24) - 16);
    } else {
        const double light = rng.between(0.62, 1.12);
        shade(image, light * rng.between(0.75, 1.1), light * rng.between(0.75, 1.1), rng.chance(0.5));
        if (rng.chance(0.3))
            addGlare(image, QPointF(shotWidth * rng.unit(), shotHeight * rng.between(0.1, 0.7)), shotWidth * rng.between(0.15, 0.3),
                     static_cast<int>(110 + 110 * hardness));
        if (rng.chance(0.2)) {
            // The shadow of something beside the road.
            QPainter painter(&image);
            const double x = rng.between(0.2, 0.8) * shotWidth;
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 10, 120));
            painter.drawPolygon(QPolygonF({{x, 0}, {x + 300, 0}, {x + 200, shotHeight * 1.0}, {x - 120, shotHeight * 1.0}}));
        }
    }
    image = lowResolution(image, 1.2 + 2.4 * hardness);
    image = motionBlur(image, rng.chance(0.55) ? 2 + 9 * hardness * rng.unit() : 0, rng.between(-25, 25));
    addNoise(image, rng, (scene.night ? 6 : 3.5) + 9 * hardness, scene.night);
    return image;
}

} // namespace casebound::practice
