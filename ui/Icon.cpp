#include "ui/Icon.h"

#include <QPainter>
#include <QStyle>

namespace casebound {

Icon::Icon(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Icon::setPixmap(const QPixmap& pixmap)
{
    m_pixmap = pixmap;
    updateGeometry();
    update();
}

QSize Icon::sizeHint() const
{
    return m_pixmap.isNull() ? QSize(0, 0) : m_pixmap.deviceIndependentSize().toSize();
}

void Icon::paintEvent(QPaintEvent*)
{
    if (m_pixmap.isNull()) {
        return;
    }
    QPainter painter(this);
    painter.drawPixmap(QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, sizeHint(), rect()).topLeft(), m_pixmap);
}

} // namespace casebound
