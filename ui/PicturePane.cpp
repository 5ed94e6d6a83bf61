#include "ui/PicturePane.h"

#include "ui/Theme.h"

#include <QPainter>

namespace casebound {

PicturePane::PicturePane(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PicturePane::show(const QImage& image, const QString& description)
{
    m_image = image;
    m_words.clear();
    setAccessibleDescription(description);
    update();
}

void PicturePane::showWords(const QString& words)
{
    m_image = {};
    m_words = words;
    setAccessibleDescription(words);
    update();
}

void PicturePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Theme::line(palette()));
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_image.isNull()) {
        painter.setPen(Theme::text(Tone::Quiet, palette()));
        painter.drawText(rect().adjusted(space::gap, space::unit, -space::gap, -space::unit), int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                         m_words);
        return;
    }
    const QRect room = rect().adjusted(1, 1, -1, -1);
    QRect place(QPoint(0, 0), m_image.size().scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    painter.drawImage(place, m_image);
}

} // namespace casebound
