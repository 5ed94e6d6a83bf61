#include "ui/verify/ImageView.h"

#include "ui/Theme.h"
#include "ui/verify/ImageAdjust.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

constexpr double zoomStep = 1.5, zoomLeast = 1, zoomMost = 16;
constexpr int margin = space::unit;

/// A plain QWidget is nothing to a screen reader; this is a picture.
QAccessibleInterface* makeAccessible(const QString& className, QObject* object)
{
    if (className == QLatin1StringView("casebound::ImageView"))
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Graphic);
    return nullptr;
}

} // namespace

ImageView::ImageView(QWidget* parent) : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 90);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::OpenHandCursor);
}

QSize ImageView::sizeHint() const
{
    return {480, 270};
}

void ImageView::setImage(const QImage& image)
{
    m_image = image;
    m_words.clear();
    m_zoom = 1;
    m_rotation = 0;
    m_offset = {};
    // Inverting and contrast stay: the next picture of a night is as dark as this one.
    adjust();
    changed();
}

void ImageView::setWords(const QString& words)
{
    m_image = m_adjusted = {};
    m_words = words;
    changed();
}

QString ImageView::viewText() const
{
    if (!hasImage())
        return m_words;
    QStringList parts;
    parts.append(m_zoom <= zoomLeast ? tr("whole picture") : tr("zoomed %1 %").arg(QLocale().toString(std::lround(m_zoom * 100))));
    if (m_rotation != 0)
        parts.append(tr("turned by %1°").arg(m_rotation));
    if (m_inverted)
        parts.append(tr("inverted"));
    if (m_contrast)
        parts.append(tr("contrast raised"));
    return parts.join(tr(", ", "between parts of a list"));
}

void ImageView::changed()
{
    setAccessibleDescription(viewText());
    update();
    Q_EMIT viewChanged();
}

void ImageView::adjust()
{
    m_adjusted = adjustPicture(m_image, m_inverted, m_contrast);
}

QSizeF ImageView::turnedSize() const
{
    const QSizeF size = m_image.size();
    return m_rotation % 180 == 0 ? size : size.transposed();
}

double ImageView::scale() const
{
    const QSizeF room(std::max(1, width() - 2 * margin), std::max(1, height() - 2 * margin));
    const QSizeF size = turnedSize();
    return std::min(room.width() / size.width(), room.height() / size.height()) * m_zoom;
}

QTransform ImageView::placement() const
{
    QTransform transform;
    transform.translate(width() / 2.0 + m_offset.x(), height() / 2.0 + m_offset.y());
    transform.rotate(m_rotation);
    transform.scale(scale(), scale());
    transform.translate(-m_image.width() / 2.0, -m_image.height() / 2.0);
    return transform;
}

void ImageView::keepInside()
{
    if (!hasImage())
        return;
    const QSizeF size = turnedSize() * scale();
    const double x = std::max(0.0, (size.width() - width()) / 2 + margin), y = std::max(0.0, (size.height() - height()) / 2 + margin);
    m_offset = {std::clamp(m_offset.x(), -x, x), std::clamp(m_offset.y(), -y, y)};
}

void ImageView::zoomTo(double zoom, QPointF around)
{
    if (!hasImage())
        return;
    const double wanted = std::clamp(zoom, zoomLeast, zoomMost);
    // The point under the pointer stays where it is.
    const QPointF centre(width() / 2.0, height() / 2.0);
    m_offset = (m_offset - (around - centre)) * (wanted / m_zoom) + (around - centre);
    m_zoom = wanted;
    keepInside();
    changed();
}

void ImageView::zoomIn()
{
    zoomTo(m_zoom * zoomStep, QPointF(width() / 2.0, height() / 2.0));
}

void ImageView::zoomOut()
{
    zoomTo(m_zoom / zoomStep, QPointF(width() / 2.0, height() / 2.0));
}

void ImageView::fit()
{
    m_zoom = 1;
    m_offset = {};
    changed();
}

void ImageView::reset()
{
    m_zoom = 1;
    m_rotation = 0;
    m_offset = {};
    m_inverted = m_contrast = false;
    adjust();
    changed();
}

void ImageView::rotate()
{
    m_rotation = (m_rotation + 90) % 360;
    m_offset = {};
    keepInside();
    changed();
}

void ImageView::setInverted(bool on)
{
    m_inverted = on;
    adjust();
    changed();
}

void ImageView::setContrastRaised(bool on)
{
    m_contrast = on;
    adjust();
    changed();
}

void ImageView::pan(double x, double y)
{
    m_offset += QPointF(x, y);
    keepInside();
    update();
}

bool ImageView::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (key) {
    case Qt::Key_Z: modifiers& Qt::ShiftModifier ? zoomOut() : zoomIn(); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return true;
    case Qt::Key_Minus: zoomOut(); return true;
    case Qt::Key_0: fit(); return true;
    case Qt::Key_R: rotate(); return true;
    case Qt::Key_I: setInverted(!m_inverted); return true;
    case Qt::Key_C: setContrastRaised(!m_contrast); return true;
    case Qt::Key_X: reset(); return true;
    }
    return false;
}

void ImageView::keyPressEvent(QKeyEvent* event)
{
    const double step = std::max(24.0, width() / 10.0);
    switch (event->key()) {
    case Qt::Key_Left: pan(step, 0); return;
    case Qt::Key_Right: pan(-step, 0); return;
    case Qt::Key_Up: pan(0, step); return;
    case Qt::Key_Down: pan(0, -step); return;
    }
    if (!handleKey(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

void ImageView::wheelEvent(QWheelEvent* event)
{
    if (!hasImage() || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    zoomTo(m_zoom * std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent* event)
{
    m_dragging = event->button() == Qt::LeftButton && hasImage();
    m_grabbed = event->position();
    if (m_dragging)
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    const QPointF moved = event->position() - m_grabbed;
    m_grabbed = event->position();
    pan(moved.x(), moved.y());
}

void ImageView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_zoom > 1 ? fit() : zoomTo(2.5, event->position());
}

void ImageView::resizeEvent(QResizeEvent* event)
{
    keepInside();
    QWidget::resizeEvent(event);
}

void ImageView::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

void ImageView::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

void ImageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    if (hasImage()) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 4);
        painter.setTransform(placement(), true);
        painter.drawImage(QRectF(QPointF(0, 0), QSizeF(m_image.size())), m_adjusted); // m_adjusted may be smaller
        painter.restore();
    } else {
        painter.setPen(Theme::text(Tone::Quiet, palette()));
        painter.drawText(rect().adjusted(space::gap, space::gap, -space::gap, -space::gap), Qt::AlignCenter | Qt::TextWordWrap, m_words);
    }
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : Theme::line(palette()), hasFocus() ? 2 : 1));
    painter.drawRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame);
}

} // namespace casebound
