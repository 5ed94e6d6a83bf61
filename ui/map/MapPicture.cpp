// The map on paper and in the clipboard: what it shows, whose map it is, and in training what all of it is.
#include "ui/TrainingMark.h"
#include "ui/map/MapPane.h"

#include <QLabel>
#include <QPainter>
#include <QQuickWidget>

namespace casebound {

QImage MapPane::picture() const
{
    const QImage map = m_view->grabFramebuffer();
    const double scale = devicePixelRatioF();
    const int gap = space::unit;
    QFont words = font();
    const QFontMetrics metrics(words);
    const QString attribution = m_parts.tiles ? m_parts.tiles->words().attribution : QString();
    QStringList below{m_summary->text(), tr("Map: %1").arg(attribution),
                      tr("A read is a lead, not a match, until its picture was checked.")};
    if (!m_places.isEmpty())
        below.append(m_places);
    const int width = std::max(m_view->width(), 240), line = metrics.lineSpacing();
    const QString told = below.join(u'\n');
    const int text = metrics.boundingRect(QRect(0, 0, width - 2 * gap, 10'000), Qt::TextWordWrap, told).height() + 2 * gap;
    const int mark = m_parts.training ? line + 2 * gap : 0;
    QImage image(QSize(width, mark + m_view->height() + text) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(Theme::strong(words));
    painter.setPen(Qt::black);
    if (m_parts.training)
        painter.drawText(QRect(0, 0, width, mark), Qt::AlignCenter, TrainingMark::words());
    painter.drawImage(QRectF(0, mark, m_view->width(), m_view->height()), map);
    if (m_parts.training) {
        // Across the map as well: a part that is cut out still says what it is.
        painter.save();
        painter.translate(width / 2.0, mark + m_view->height() / 2.0);
        painter.rotate(-25);
        QFont large = Theme::strong(words);
        large.setPixelSize(std::max(18, width / 18));
        painter.setFont(large);
        painter.setPen(QColor(160, 30, 20, 90));
        painter.drawText(QRect(-width, -40, 2 * width, 80), Qt::AlignCenter, TrainingMark::words());
        painter.restore();
    }
    painter.setFont(words);
    painter.setPen(Qt::black);
    painter.drawText(QRect(gap, mark + m_view->height() + gap, width - 2 * gap, text), Qt::TextWordWrap, told);
    return image;
}

} // namespace casebound
