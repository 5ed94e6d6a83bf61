#include "ui/WrapLabel.h"

#include <QResizeEvent>

#include <algorithm>

namespace casebound {

WrapLabel::WrapLabel(const QString& text, QWidget* parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

QSize WrapLabel::minimumSizeHint() const
{
    const int least = std::min(QLabel::minimumSizeHint().width(), fontMetrics().averageCharWidth() * 12);
    if (text().isEmpty()) {
        return {least, 0};
    }
    return {least, m_across > 0 ? std::max(heightForWidth(m_across), fontMetrics().height()) : fontMetrics().height()};
}

void WrapLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != m_across) {
        m_across = event->size().width();
        updateGeometry();
    }
}

} // namespace casebound
