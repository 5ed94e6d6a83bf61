#include "practice_vendor/VehicleShot.h"

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

constexpr int shotWidth = 880;
constexpr int shotHeight = 620;

/// The rear of a vehicle in metres: x from the middle, y up from the road.
struct Shape {
    double roof, roofHalf;         ///< Height of the roof, half of its width.
    double shoulder, shoulderHalf; ///< Where the window's band begins.
    double windowTop, windowBottom;
    double lampTop, lampBottom, lampInner;
    double plate;       ///< Height of the plate's middle.
    double lid;         ///< Lower edge of lid or tailgate.
    bool split = false; ///< Two rear doors.
    bool bed = false;   ///< A pickup's bed before the cab.
};

Shape shapeOf(const QString& body)
{
    if (body == u"suv")
        return {.roof = 1.74,
                .roofHalf = 0.68,
                .shoulder = 1.14,
                .shoulderHalf = 0.9,
                .windowTop = 1.64,
                .windowBottom = 1.2,
                .lampTop = 1.16,
                .lampBottom = 0.84,
                .lampInner = 0.68,
                .plate = 0.86,
                .lid = 0.6};
    if (body == u"pickup")
        return {.roof = 1.82,
                .roofHalf = 0.63,
                .shoulder = 1.16,
                .shoulderHalf = 0.95,
                .windowTop = 1.72,
                .windowBottom = 1.24,
                .lampTop = 1.1,
                .lampBottom = 0.7,
                .lampInner = 0.8,
                .plate = 0.5,
                .lid = 0.62,
                .bed = true};
    if (body == u"van")
        return {.roof = 1.98,
                .roofHalf = 0.84,
                .shoulder = 1.2,
                .shoulderHalf = 0.93,
                .windowTop = 1.82,
                .windowBottom = 1.26,
                .lampTop = 1.18,
                .lampBottom = 0.72,
                .lampInner = 0.8,
                .plate = 0.72,
                .lid = 0.46,
                .split = true};
    if (body == u"hatchback")
        return {.roof = 1.5,
                .roofHalf = 0.6,
                .shoulder = 1.0,
                .shoulderHalf = 0.85,
                .windowTop = 1.42,
                .windowBottom = 1.06,
                .lampTop = 1.06,
                .lampBottom = 0.8,
                .lampInner = 0.58,
                .plate = 0.58,
                .lid = 0.68};
    if (body == u"wagon")
        return {.roof = 1.48,
                .roofHalf = 0.66,
                .shoulder = 1.0,
                .shoulderHalf = 0.88,
                .windowTop = 1.4,
                .windowBottom = 1.05,
                .lampTop = 1.0,
                .lampBottom = 0.74,
                .lampInner = 0.6,
                .plate = 0.82,
                .lid = 0.6};
    return {.roof = 1.43,
            .roofHalf = 0.56,
            .shoulder = 1.0,
            .shoulderHalf = 0.88,
            .windowTop = 1.36,
            .windowBottom = 1.04,
            .lampTop = 0.95,
            .lampBottom = 0.76,
            .lampInner = 0.52,
            .plate = 0.8,
            .lid = 0.62};
}

void drawStreet(QPainter& painter, Rng& rng, bool night)
{
    const double horizon = shotHeight * rng.between(0.28, 0.36);
    QLinearGradient sky(0, 0, 0, horizon);
    const bool dull = rng.chance(0.5);
    sky.setColorAt(0, night ? QColor(10, 12, 22) : dull ? QColor(150, 158, 166) : QColor(112, 158, 206));
    sky.setColorAt(1, night ? QColor(38, 34, 38) : dull ? QColor(196, 200, 202) : QColor(206, 222, 232));
    painter.fillRect(QRectF(0, 0, shotWidth, horizon + 2), sky);
    painter.setPen(Qt::NoPen);
    for (double x = -40; x < shotWidth;) { // houses, or the harbour's sheds
        const double wide = rng.between(60, 190);
        const double high = rng.between(40, horizon * 0.95);
        const QColor wall = QColor::fromHsv(rng.chance(0.6) ? 20 + rng.below(25) : rng.below(360), 20 + rng.below(60),
                                            night ? 26 + rng.below(22) : 120 + rng.below(95));
        painter.fillRect(QRectF(x, horizon - high, wide, high + 3), wall);
        for (double wy = horizon - high + 12; wy < horizon - 18; wy += 26)
            for (double wx = x + 10; wx < x + wide - 18; wx += 28)
                painter.fillRect(QRectF(wx, wy, 13, 16), night && rng.chance(0.3) ? QColor(226, 190, 112) : wall.darker(165));
        x += wide + rng.between(0, 50);
    }
    QLinearGradient road(0, horizon, 0, shotHeight);
    const int grey = night ? 22 : 96 + rng.below(26);
    road.setColorAt(0, QColor(grey + 14, grey + 14, grey + 13));
    road.setColorAt(1, QColor(grey - 12, grey - 12, grey - 10));
    painter.fillRect(QRectF(0, horizon, shotWidth, shotHeight - horizon), road);
    const QColor line = night ? QColor(120, 118, 100) : QColor(214, 208, 180);
    const double vanish = shotWidth * rng.between(0.4, 0.6);
    for (const double side : {-0.32, 1.32}) {
        const double x = shotWidth * side;
        painter.setBrush(line);
        painter.drawPolygon(
            QPolygonF({{vanish - 2, horizon}, {vanish + 2, horizon}, {x + 20, shotHeight * 1.0}, {x - 20, shotHeight * 1.0}}));
    }
    painter.setBrush(night ? QColor(30, 30, 30) : QColor(150, 148, 142)); // kerb
    painter.drawPolygon(
        QPolygonF({{vanish + 60, horizon}, {shotWidth * 1.0, horizon + 60}, {shotWidth * 1.0, horizon + 92}, {vanish + 60, horizon + 6}}));
}

QPainterPath bodyPath(const Shape& s)
{
    QPainterPath path;
    path.moveTo(-s.shoulderHalf, 0.22);
    path.cubicTo(-s.shoulderHalf - 0.05, 0.6, -s.shoulderHalf - 0.02, s.shoulder - 0.1, -s.shoulderHalf + 0.03, s.shoulder);
    path.cubicTo(-s.roofHalf - 0.12, s.windowBottom + 0.1, -s.roofHalf - 0.04, s.roof - 0.08, -s.roofHalf + 0.1, s.roof - 0.015);
    path.quadTo(0, s.roof + 0.03, s.roofHalf - 0.1, s.roof - 0.015);
    path.cubicTo(s.roofHalf + 0.04, s.roof - 0.08, s.roofHalf + 0.12, s.windowBottom + 0.1, s.shoulderHalf - 0.03, s.shoulder);
    path.cubicTo(s.shoulderHalf + 0.02, s.shoulder - 0.1, s.shoulderHalf + 0.05, 0.6, s.shoulderHalf, 0.22);
    path.quadTo(0, 0.14, -s.shoulderHalf, 0.22);
    return path;
}

void drawLamp(QPainter& painter, const Shape& s, double side, bool night)
{
    QPainterPath lamp;
    const double outer = s.shoulderHalf - 0.015;
    lamp.moveTo(side * s.lampInner, s.lampTop - 0.03);
    lamp.lineTo(side * outer, s.lampTop);
    lamp.quadTo(side * (outer + 0.04), (s.lampTop + s.lampBottom) / 2, side * outer, s.lampBottom);
    lamp.lineTo(side * (s.lampInner + 0.04), s.lampBottom + 0.03);
    lamp.closeSubpath();
    painter.setPen(QPen(QColor(20, 5, 5), 0.012));
    painter.setBrush(night ? QColor(236, 38, 28) : QColor(158, 22, 24));
    painter.drawPath(lamp);
    painter.setClipPath(lamp);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 236, 220, night ? 190 : 140));
    const double middle = (s.lampTop + s.lampBottom) / 2;
    painter.drawRect(QRectF(side * (outer - 0.16) - 0.06, middle - 0.045, 0.12, 0.05));
    painter.setClipping(false);
}

void drawGlass(QPainter& painter, const Shape& s, bool night)
{
    const double low = s.bed ? s.roofHalf - 0.02 : s.roofHalf + 0.08;
    const double high = s.roofHalf - 0.06;
    QPainterPath glass;
    glass.moveTo(-low, s.windowBottom);
    glass.quadTo(-high - 0.03, s.windowTop, -high + 0.05, s.windowTop);
    glass.lineTo(high - 0.05, s.windowTop);
    glass.quadTo(high + 0.03, s.windowTop, low, s.windowBottom);
    glass.quadTo(0, s.windowBottom - 0.03, -low, s.windowBottom);
    QLinearGradient tint(0, s.windowTop, 0, s.windowBottom);
    tint.setColorAt(0, night ? QColor(20, 22, 28) : QColor(62, 72, 82));
    tint.setColorAt(1, QColor(14, 16, 20));
    painter.setPen(QPen(QColor(8, 8, 10), 0.018));
    painter.setBrush(tint);
    painter.drawPath(glass);
    painter.setClipPath(glass);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(4, 5, 7, 170)); // seats behind the glass
    for (const double x : {-0.34, 0.34})
        painter.drawRoundedRect(QRectF(x - 0.14, s.windowBottom - 0.1, 0.28, 0.26), 0.06, 0.06);
    painter.setBrush(QColor(255, 255, 255, night ? 12 : 34));
    painter.drawPolygon(QPolygonF({{-0.5, s.windowTop}, {-0.2, s.windowTop}, {-0.42, s.windowBottom}, {-0.72, s.windowBottom}}));
    painter.setClipping(false);
    if (s.split) {
        painter.setPen(QPen(QColor(20, 20, 22), 0.05));
        painter.drawLine(QPointF(0, s.windowTop), QPointF(0, s.windowBottom));
    }
}

void drawBody(QPainter& painter, const Scene& scene, const Shape& s)
{
    const QColor paint = scene.night ? scene.paint.darker(340) : scene.paint;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(12, 12, 13)); // wheels
    for (const double x : {-0.7, 0.7})
        painter.drawRoundedRect(QRectF(x - 0.13, 0, 0.26, 0.4), 0.05, 0.05);
    QLinearGradient sheet(0, s.roof, 0, 0.25);
    sheet.setColorAt(0, paint.lighter(135));
    sheet.setColorAt(0.4, paint.lighter(108));
    sheet.setColorAt(0.62, paint.darker(112));
    sheet.setColorAt(1, paint.darker(190));
    painter.setPen(QPen(paint.darker(260), 0.012));
    painter.setBrush(sheet);
    painter.drawPath(bodyPath(s));
    drawGlass(painter, s, scene.night);
    if (s.bed) {
        painter.setPen(QPen(paint.darker(230), 0.012));
        painter.setBrush(sheet);
        painter.drawRoundedRect(QRectF(-s.shoulderHalf, s.lid, s.shoulderHalf * 2, s.shoulder - s.lid + 0.02), 0.04, 0.04);
        painter.setPen(QPen(paint.darker(170), 0.014));
        painter.drawRoundedRect(QRectF(-0.74, s.lid + 0.06, 1.48, s.shoulder - s.lid - 0.14), 0.05, 0.05);
    }
    // Lid and its shut lines.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(paint.darker(220), 0.011));
    if (!s.bed) {
        painter.drawLine(QPointF(-s.lampInner - 0.05, s.lid), QPointF(s.lampInner + 0.05, s.lid));
        painter.drawLine(QPointF(-s.lampInner - 0.05, s.lid), QPointF(-s.lampInner, s.lampBottom));
        painter.drawLine(QPointF(s.lampInner + 0.05, s.lid), QPointF(s.lampInner, s.lampBottom));
    }
    if (s.split)
        painter.drawLine(QPointF(0, s.windowBottom), QPointF(0, s.lid));
    // Bumper.
    const bool chrome = s.bed;
    QLinearGradient bumper(0, 0.58, 0, 0.22);
    bumper.setColorAt(0, chrome && !scene.night ? QColor(196, 198, 200) : paint.darker(125));
    bumper.setColorAt(1, chrome && !scene.night ? QColor(92, 94, 98) : paint.darker(230));
    painter.setPen(QPen(QColor(10, 10, 10, 160), 0.01));
    painter.setBrush(bumper);
    painter.drawRoundedRect(QRectF(-s.shoulderHalf - 0.02, 0.22, s.shoulderHalf * 2 + 0.04, s.bed ? 0.38 : 0.3), 0.08, 0.08);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 16, 18));
    painter.drawRoundedRect(QRectF(-0.62, 0.16, 1.24, 0.11), 0.04, 0.04);
    painter.setBrush(QColor(120, 14, 14, 220));
    for (const double x : {-0.78, 0.62})
        painter.drawRect(QRectF(x, 0.36, 0.16, 0.035));
    for (const double side : {-1.0, 1.0})
        drawLamp(painter, s, side, scene.night);
    // Recess for the plate.
    painter.setPen(Qt::NoPen);
    painter.setBrush(paint.darker(210));
    painter.drawRoundedRect(QRectF(-0.235, s.plate - 0.11, 0.47, 0.22), 0.03, 0.03);
}

void drawPlate(QPainter& painter, const Scene& scene, const Shape& s)
{
    QImage plate = wornPlate(scene).image;
    if (scene.night) {
        QPainter dim(&plate);
        dim.setCompositionMode(QPainter::CompositionMode_SourceAtop);
        dim.fillRect(plate.rect(), QColor(30, 24, 10, 70)); // lit by its own small lamp
    }
    constexpr double wide = 0.36, high = 0.18; // a little over life size: the lens favours the middle
    painter.save();
    painter.translate(-wide / 2, s.plate + high / 2);
    painter.scale(wide / plateWidth, -high / plateHeight); // images run downwards
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // Shrunk in steps, as a lens would; a single big step would drop lines.
    const QImage small = plate.scaled(plateWidth / 2, plateHeight / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(QRectF(0, 0, plateWidth, plateHeight), small);
    painter.restore();
}

void drawCaption(QImage& image, Rng& rng)
{
    QPainter painter(&image);
    painter.fillRect(QRectF(0, shotHeight - 26, shotWidth, 26), QColor(0, 0, 0, 190));
    QFont font;
    font.setFamilies({u"DejaVu Sans Mono"_s, u"Liberation Mono"_s});
    font.setPixelSize(14);
    painter.setFont(font);
    painter.setPen(QColor(230, 230, 220));
    painter.drawText(QRectF(10, shotHeight - 26, shotWidth - 20, 26), Qt::AlignVCenter | Qt::AlignLeft,
                     u"PORT MERIDIAN  PRACTICE IMAGE - NO REAL VEHICLE OR PLACE"_s);
    painter.drawText(QRectF(10, shotHeight - 26, shotWidth - 20, 26), Qt::AlignVCenter | Qt::AlignRight,
                     u"LANE %1  %2 KM/H"_s.arg(1 + rng.below(4)).arg(20 + rng.below(70)));
}

} // namespace

QImage vehicleShot(const Scene& scene)
{
    Rng rng(scene.viewSeed, 61);
    const Shape shape = shapeOf(scene.body);
    QImage image(shotWidth, shotHeight, QImage::Format_RGB32);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        drawStreet(painter, rng, scene.night);
    }
    image = lowResolution(image, 3.2); // the street is out of focus
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = (shape.roof > 1.6 ? 262 : 300) * rng.between(0.94, 1.06);
    const QPointF foot(shotWidth / 2.0 + rng.between(-50, 50), shotHeight - rng.between(52, 84));
    QRadialGradient under(foot, scale * 1.15);
    under.setColorAt(0, QColor(0, 0, 0, 210));
    under.setColorAt(0.7, QColor(0, 0, 0, 120));
    under.setColorAt(1, QColor(0, 0, 0, 0));
    painter.save();
    painter.translate(foot);
    painter.scale(1, 0.16);
    painter.translate(-foot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(under);
    painter.drawEllipse(foot, scale * 1.15, scale * 1.15);
    painter.restore();
    painter.save();
    painter.translate(foot);
    painter.shear(rng.between(-0.02, 0.02), rng.between(-0.05, 0.05)); // seen a little from the side
    painter.scale(scale, -scale);
    drawBody(painter, scene, shape);
    drawPlate(painter, scene, shape);
    painter.restore();
    painter.end();
    if (scene.night) {
        for (const double side : {-1.0, 1.0}) {
            QPainter glow(&image);
            glow.setCompositionMode(QPainter::CompositionMode_Screen);
            const QPointF at = foot + QPointF(side * (shape.shoulderHalf - 0.1) * scale, -(shape.lampTop + shape.lampBottom) / 2 * scale);
            QRadialGradient red(at, scale * 0.42);
            red.setColorAt(0, QColor(235, 60, 40));
            red.setColorAt(0.3, QColor(120, 16, 10));
            red.setColorAt(1, Qt::black);
            glow.fillRect(image.rect(), red);
        }
        addGlare(image, QPointF(shotWidth * rng.unit(), shotHeight * 0.08), shotWidth * 0.3, 120); // a street lamp
    } else {
        shade(image, rng.between(0.85, 1.08), rng.between(0.8, 1.05), rng.chance(0.4));
    }
    image = motionBlur(image, rng.chance(0.4) ? rng.between(2, 4) : 0, 0);
    addNoise(image, rng, scene.night ? 9 : 4, false);
    drawCaption(image, rng);
    return image;
}

} // namespace casebound::practice
