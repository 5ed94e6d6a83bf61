#include "ui/map/ReadMarks.h"

#include "ui/Theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

constexpr double singleRadius = 11;

void drawWords(QPainter& painter, const QPointF& middle, const QString& text, const QFont& font, const QColor& colour, const QColor& halo)
{
    const QFontMetricsF metrics(font);
    QPainterPath outline;
    outline.addText(middle.x() - metrics.horizontalAdvance(text) / 2, middle.y() + (metrics.ascent() - metrics.descent()) / 2, font, text);
    if (halo.isValid())
        painter.strokePath(outline, QPen(halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(outline, colour);
}

QFont ageFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(std::max(7.0, font.pointSizeF() - 1.5));
    small.setWeight(QFont::DemiBold);
    return small;
}

QPainterPath shapeOf(Verdict verdict, double radius)
{
    QPainterPath path;
    switch (verdict) {
    case Verdict::Unverified:
    case Verdict::Confirmed: path.addEllipse(QPointF(), radius, radius); break;
    case Verdict::DifferentPlate: {
        const double reach = radius * 1.28;
        path.addPolygon(QPolygonF({{0, -reach}, {reach, 0}, {0, reach}, {-reach, 0}, {0, -reach}}));
        break;
    }
    case Verdict::Unreadable: path.addRoundedRect(QRectF(-radius * 0.92, -radius * 0.92, radius * 1.84, radius * 1.84), 3, 3); break;
    }
    return path;
}

} // namespace

MarkColours MarkColours::of(const QPalette& palette)
{
    const bool dark = Theme::isDark(palette);
    return {.unverified = Theme::text(Tone::Info, palette),
            .confirmed = Theme::text(Tone::Good, palette),
            .different = Theme::text(Tone::Bad, palette),
            .unreadable = Theme::text(Tone::Quiet, palette),
            .face = palette.color(QPalette::Base),
            .words = palette.color(QPalette::Text),
            .halo = palette.color(QPalette::Base),
            .selected = Theme::focus(palette),
            .onFilled = dark ? QColor(0xff10151a) : QColor(Qt::white)};
}

QColor MarkColours::of(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Unverified: return unverified;
    case Verdict::Confirmed: return confirmed;
    case Verdict::DifferentPlate: return different;
    case Verdict::Unreadable: return unreadable;
    }
    return {};
}

QString MarkLook::key() const
{
    QString text = age + u'|' + QString::number(count) + u'|' + (near ? u'n' : u'-') + (selected ? u's' : u'-');
    for (const std::uint8_t share : shares)
        text += u'|' + QString::number(share);
    return text;
}

MarkLook MarkLook::of(const ReadCluster& cluster, const QString& age, bool selected)
{
    MarkLook look{.count = cluster.count, .near = cluster.near == cluster.count, .age = age, .selected = selected};
    for (std::size_t verdict = 0; verdict < look.shares.size(); ++verdict) {
        // One of five thousand is still seen.
        const double share = 60.0 * cluster.verdicts[verdict] / cluster.count;
        look.shares[verdict] = static_cast<std::uint8_t>(cluster.verdicts[verdict] > 0 ? std::max(3.0, std::round(share)) : 0);
    }
    return look;
}

double ReadMarks::radius(std::uint32_t count)
{
    return count == 1 ? singleRadius : std::min(25.0, 13 + 2.6 * std::log10(static_cast<double>(count)) + (count >= 1000 ? 2 : 0));
}

QString ReadMarks::countText(std::uint32_t count)
{
    const QLocale locale;
    if (count < 10'000)
        return locale.toString(count);
    //: A count on a mark of the map, in thousands, as short as can be. %1: a number.
    return tr("%1k").arg(locale.toString(count / 1000));
}

QString ReadMarks::letter(Verdict verdict, bool near)
{
    switch (verdict) {
    case Verdict::Unverified:
        return near ? QStringLiteral("≈")
                    //: On the map's mark of a read nobody has checked yet.
                    : tr("?");
    //: On the map's mark of a confirmed read: one letter.
    case Verdict::Confirmed: return tr("C");
    //: On the map's mark of a read that shows a different plate: one letter.
    case Verdict::DifferentPlate: return tr("D");
    //: On the map's mark of an unreadable read: one letter.
    case Verdict::Unreadable: return tr("U");
    }
    return {};
}

void ReadMarks::drawSingle(QPainter& painter, Verdict verdict, bool near, const MarkColours& colours, const QFont& font)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath shape = shapeOf(verdict, singleRadius - 1);
    const bool filled = verdict != Verdict::Unverified;
    const QColor colour = colours.of(verdict);
    painter.strokePath(shape, QPen(colours.halo, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(shape, filled ? colour : colours.face);
    painter.strokePath(shape, QPen(colour, 2.2, near && !filled ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QFont bold = font;
    bold.setPixelSize(13);
    bold.setWeight(QFont::Bold);
    drawWords(painter, QPointF(), letter(verdict, near), bold, filled ? colours.onFilled : colour, {});
}

ReadMarks::Extent ReadMarks::extent(const MarkLook& look, const QFont& font)
{
    const double reach = radius(look.count) + 7;
    const QFontMetricsF metrics(ageFont(font));
    const double words = look.age.isEmpty() ? 0 : metrics.horizontalAdvance(look.age) + 8;
    const double width = std::ceil(std::max(2 * reach, words)), height = std::ceil(2 * reach + (words > 0 ? metrics.height() - 3 : 0));
    return {.size = {width, height}, .middle = {width / 2, reach}};
}

ReadMarks::Picture ReadMarks::draw(const MarkLook& look, const MarkColours& colours, const QFont& font, double scale)
{
    const double size = radius(look.count);
    const QFont small = ageFont(font);
    const QFontMetricsF metrics(small);
    const Extent whole = extent(look, font);
    Picture picture{.image =
                        QImage(qCeil(whole.size.width() * scale), qCeil(whole.size.height() * scale), QImage::Format_ARGB32_Premultiplied),
                    .middle = whole.middle};
    picture.image.setDevicePixelRatio(scale);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(picture.middle);
    if (look.selected) {
        painter.setPen(QPen(colours.halo, 6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), size + 3.5, size + 3.5);
        painter.setPen(QPen(colours.selected, 3));
        painter.drawEllipse(QPointF(), size + 3.5, size + 3.5);
    }
    if (look.count == 1) {
        Verdict verdict = Verdict::Unverified;
        for (const Verdict each : {Verdict::Confirmed, Verdict::DifferentPlate, Verdict::Unreadable})
            if (look.shares[static_cast<std::size_t>(each)] > 0)
                verdict = each;
        drawSingle(painter, verdict, look.near, colours, font);
    } else {
        painter.setPen(QPen(colours.halo, 2));
        painter.setBrush(colours.face);
        painter.drawEllipse(QPointF(), size, size);
        // The ring tells verdicts apart by pattern, too: unverified is thin, what somebody judged is thick.
        const QRectF ring(-size + 2.5, -size + 2.5, 2 * size - 5, 2 * size - 5);
        double total = 0;
        for (const std::uint8_t share : look.shares)
            total += share;
        double from = 90;
        painter.setBrush(Qt::NoBrush);
        for (std::size_t verdict = 0; verdict < look.shares.size(); ++verdict) {
            if (look.shares[verdict] == 0)
                continue;
            const double span = 360 * look.shares[verdict] / total;
            painter.setPen(QPen(colours.of(static_cast<Verdict>(verdict)), verdict == 0 ? 2.4 : 4.4, Qt::SolidLine, Qt::FlatCap));
            painter.drawArc(ring, qRound(from * 16), qRound(-span * 16));
            from -= span;
        }
        QFont bold = font;
        bold.setPixelSize(look.count >= 1000 ? 12 : 13);
        bold.setWeight(QFont::Bold);
        drawWords(painter, QPointF(), countText(look.count), bold, colours.words, {});
    }
    if (!look.age.isEmpty())
        drawWords(painter, QPointF(0, size + 3 + metrics.height() / 2), look.age, small, colours.words, colours.halo);
    return picture;
}

} // namespace casebound
