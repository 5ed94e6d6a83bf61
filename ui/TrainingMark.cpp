#include "ui/TrainingMark.h"

#include "ui/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QPainter>

namespace casebound {

namespace {
constexpr const char* markName = "trainingMark";
}

TrainingMark::TrainingMark(QWidget* parent) : QWidget(parent)
{
    setObjectName(QLatin1StringView(markName));
    setAccessibleName(words());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString TrainingMark::words()
{
    //: Watermark on every window while practising.
    return tr("TRAINING – made-up data");
}

QSize TrainingMark::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(words()) + 2 * space::gap, fontMetrics().height() + space::unit};
}

void TrainingMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::wash(Tone::Caution, palette()));
    painter.setPen(Theme::text(Tone::Caution, palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    QFont font = Theme::strong(this->font());
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    painter.setFont(font);
    painter.drawText(rect(), Qt::AlignCenter, words());
}

TrainingMarks::TrainingMarks(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TrainingMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        const Qt::WindowType type = widget->windowType();
        if (widget->isWindow() && (type == Qt::Window || type == Qt::Dialog || type == Qt::Sheet || type == Qt::Tool)) {
            mark(widget);
        }
    } else if (event->type() == QEvent::Resize && watched->isWidgetType() && static_cast<QWidget*>(watched)->isWindow()) {
        auto* window = static_cast<QWidget*>(watched);
        if (auto* band = window->findChild<TrainingMark*>(QLatin1StringView(markName), Qt::FindDirectChildrenOnly)) {
            band->setGeometry(0, 0, window->width(), band->sizeHint().height());
        }
    }
    return QObject::eventFilter(watched, event);
}

void TrainingMarks::mark(QWidget* window)
{
    // Its own: a dialog that was there first has one, too, and is the window's child.
    if (window->findChild<TrainingMark*>(QLatin1StringView(markName), Qt::FindDirectChildrenOnly)) {
        return;
    }
    auto* band = new TrainingMark(window);
    const int height = band->sizeHint().height();
    const QMargins margins = window->contentsMargins();
    window->setContentsMargins(margins.left(), margins.top() + height, margins.right(), margins.bottom());
    if (window->layout()) {
        window->layout()->activate();
    }
    if (!window->testAttribute(Qt::WA_Resized) || window->height() < window->minimumSizeHint().height()) {
        window->adjustSize();
    }
    band->setGeometry(0, 0, window->width(), height);
    band->show();
    band->raise();
}

} // namespace casebound
