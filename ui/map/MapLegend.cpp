#include "ui/map/MapLegend.h"

#include "lists/ReadText.h"
#include "ui/FlowLayout.h"
#include "ui/Theme.h"
#include "ui/map/PlaceLayer.h"
#include "ui/map/ReadMarks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <array>

namespace casebound {

namespace {
constexpr std::array verdicts{Verdict::Unverified, Verdict::Confirmed, Verdict::DifferentPlate, Verdict::Unreadable};
constexpr int side = 18;
} // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("mapLegend"));
    auto* flow = new FlowLayout(space::unit + space::half, 0, this);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const Verdict verdict : verdicts)
        add(ReadText::verdict(verdict));
    //: Legend of the map.
    add(tr("Near match"));
    draw();
}

void MapLegend::add(const QString& words)
{
    auto* pair = new QWidget(this);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::half);
    auto* mark = new QLabel(pair);
    mark->setFixedSize(side, side);
    mark->setAccessibleName(words);
    auto* label = new QLabel(words, pair);
    Theme::setTone(label, Tone::Quiet);
    row->addWidget(mark);
    row->addWidget(label);
    layout()->addWidget(pair);
}

void MapLegend::addPlaces(const QString& words)
{
    if (m_places)
        return;
    m_places = true;
    //: Legend of the map.
    add(tr("Sensitive place"));
    layout()->itemAt(layout()->count() - 1)->widget()->setToolTip(words);
    draw();
}

void MapLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void MapLegend::draw()
{
    const MarkColours colours = MarkColours::of(palette());
    const double scale = devicePixelRatioF();
    for (int n = 0; n < layout()->count(); ++n) {
        auto* mark = layout()->itemAt(n)->widget()->findChild<QLabel*>();
        QPixmap pixmap(QSize(side, side) * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.translate(side / 2.0, side / 2.0);
        painter.scale(0.72, 0.72);
        const bool near = n == static_cast<int>(verdicts.size());
        if (n > static_cast<int>(verdicts.size()))
            PlaceLayer::drawMark(painter, Theme::isDark(palette()));
        else
            ReadMarks::drawSingle(painter, near ? Verdict::Unverified : verdicts[static_cast<std::size_t>(n)], near, colours, font());
        painter.end();
        mark->setPixmap(pixmap);
    }
}

} // namespace casebound
