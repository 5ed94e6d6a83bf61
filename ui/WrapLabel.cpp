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
    const int across = testAttribute(Qt::WA_Resized) || width() > least ? std::max(width(), least) : QLabel::sizeHint().width();
    return {least, text().isEmpty() ? 0 : std::max(heightForWidth(across), fontMetrics().height())};
}

void WrapLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

} // namespace casebound
