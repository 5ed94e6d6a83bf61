#include "ui/map/MapStage.h"

#include "ui/Theme.h"
#include "ui/map/SpotList.h"

#include <QEvent>
#include <QLabel>
#include <QQuickWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace casebound {

MapStage::MapStage(QQuickWidget* view, SpotList* list, QWidget* parent)
    : QFrame(parent),
      m_view(view),
      m_list(list),
      m_column(new QWidget(this)),
      m_attribution(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_view->setParent(this);
    m_list->setParent(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    closer = button(QStringLiteral("mapCloser"), QStringLiteral("plus"), tr("Zoom in"), tr("Zoom in (+)"));
    further = button(QStringLiteral("mapFurther"), QStringLiteral("minus"), tr("Zoom out"), tr("Zoom out (−)"));
    whole = button(QStringLiteral("mapWhole"), QStringLiteral("fit"), tr("Show all reads"), tr("Show all reads (0)"));
    for (QToolButton* each : {closer, further, whole})
        column->addWidget(each);
    m_attribution->setObjectName(QStringLiteral("mapAttribution"));
    m_attribution->setTextFormat(Qt::PlainText);
    m_attribution->setAutoFillBackground(true);
    m_attribution->setMargin(2);
    m_attribution->setWordWrap(true);
    m_attribution->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont small = font();
    small.setPointSizeF(std::max(7.0, small.pointSizeF() - 1.5));
    m_attribution->setFont(small);
}

QToolButton* MapStage::button(const QString& objectName, const QString& icon, const QString& name, const QString& tip)
{
    auto* made = new QToolButton(m_column);
    made->setObjectName(objectName);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    made->setIcon(Theme::icon(icon, Tone::Neutral, palette()));
    made->setProperty("casebound.icon", icon);
    made->setIconSize(QSize(16, 16));
    made->setFixedSize(28, 28);
    made->setAutoFillBackground(true);
    return made;
}

void MapStage::setAttribution(const QString& words)
{
    m_attribution->setText(words);
    place();
}

void MapStage::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    place();
}

void MapStage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (QToolButton* each : {closer, further, whole})
            each->setIcon(Theme::icon(each->property("casebound.icon").toString(), Tone::Neutral, palette()));
}

void MapStage::place()
{
    const QRect inside = contentsRect();
    m_view->setGeometry(inside);
    m_column->adjustSize();
    m_column->move(inside.right() - m_column->width() - space::unit + 1, inside.top() + space::unit);
    const int most = inside.width() - space::unit;
    const int wish = m_attribution->fontMetrics().horizontalAdvance(m_attribution->text()) + 8;
    const int width = std::min(most, wish), height = m_attribution->heightForWidth(width);
    m_attribution->setGeometry(inside.right() - width + 1, inside.bottom() - height + 1, width, height);
    const int room = inside.height() - 2 * space::unit - height;
    m_list->setGeometry(inside.left() + space::unit, inside.top() + space::unit,
                        std::min(380, inside.width() - m_column->width() - 3 * space::unit), room);
    m_list->raise();
    m_column->raise();
    m_attribution->raise();
}

} // namespace casebound
