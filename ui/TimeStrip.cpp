#include "ui/TimeStrip.h"

#include "lists/ReadText.h"
#include "ui/Theme.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {

constexpr double leastBar = 3, mostBar = 28;

/// A slider to assistive technology: its value is the days shown, in words.
class AccessibleStrip final : public QAccessibleWidget {
public:
    explicit AccessibleStrip(TimeStrip* strip) : QAccessibleWidget(strip, QAccessible::Slider), m_strip(strip) {}
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value || kind == QAccessible::Description ? m_strip->text() : QAccessibleWidget::text(kind);
    }

private:
    TimeStrip* m_strip;
};

QAccessibleInterface* makeAccessible(const QString& className, QObject* object)
{
    auto* strip = className == QLatin1StringView("casebound::TimeStrip") ? qobject_cast<TimeStrip*>(object) : nullptr;
    return strip ? new AccessibleStrip(strip) : nullptr;
}

QString dayText(QDate day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

} // namespace

TimeStrip::TimeStrip(QWidget* parent) : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    Q_UNUSED(installed);
    setAccessibleName(tr("Reads by day"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void TimeStrip::setDays(ReadDays days)
{
    m_days = std::move(days);
    if (m_brush) {
        const int first = m_days.indexOf(m_brush->first), last = m_days.indexOf(m_brush->last);
        if (first < 0 || last < 0)
            m_brush.reset();
    }
    m_anchor = m_head = std::max(0, barCount() - 1);
    restate();
}

void TimeStrip::setToday(QDate today)
{
    if (m_today == today)
        return;
    m_today = today;
    restate();
}

void TimeStrip::setMarked(QDate day)
{
    m_marked = day;
    update();
}

std::optional<DayRange> TimeStrip::brush() const
{
    return m_brush;
}

void TimeStrip::clearBrush()
{
    if (!m_brush)
        return;
    m_brush.reset();
    restate();
    Q_EMIT brushChanged();
}

QRectF TimeStrip::plot() const
{
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(space::half, space::half, -space::half, -(line + space::half));
}

int TimeStrip::daysPerBar() const
{
    return std::max(1, static_cast<int>(std::ceil(m_days.dayCount() * leastBar / std::max(1.0, plot().width()))));
}

int TimeStrip::barCount() const
{
    const int per = daysPerBar();
    return (m_days.dayCount() + per - 1) / per;
}

QRectF TimeStrip::barRect(int bar) const
{
    const QRectF room = plot();
    const double width = std::min(mostBar, room.width() / std::max(1, barCount()));
    return {room.left() + bar * width, room.top(), width, room.height()};
}

int TimeStrip::barAt(double x) const
{
    if (m_days.isEmpty())
        return -1;
    return std::clamp(static_cast<int>((x - plot().left()) / barRect(0).width()), 0, barCount() - 1);
}

DayRange TimeStrip::daysOf(int firstBar, int lastBar) const
{
    const int per = daysPerBar();
    return {.first = m_days.day(firstBar * per), .last = m_days.day(std::min((lastBar + 1) * per, m_days.dayCount()) - 1)};
}

int TimeStrip::readsOf(int firstBar, int lastBar) const
{
    const int per = daysPerBar();
    return m_days.readsIn(firstBar * per, std::min((lastBar + 1) * per, m_days.dayCount()) - 1);
}

std::optional<TimeStrip::Bars> TimeStrip::brushed() const
{
    if (!m_brush || m_days.isEmpty())
        return std::nullopt;
    const int per = daysPerBar();
    return Bars{.first = std::max(0, m_days.indexOf(m_brush->first)) / per, .last = std::max(0, m_days.indexOf(m_brush->last)) / per};
}

QString TimeStrip::age(const DayRange& days) const
{
    if (!m_today.isValid())
        return {};
    const auto old = [this](QDate day) {
        const Instant now = toInstant(m_today.startOfDay(QTimeZone::UTC));
        return ReadText::age(toInstant(day.startOfDay(QTimeZone::UTC)), now);
    };
    const auto text = [&](QDate day) { return day >= m_today ? tr("today") : tr("%1 old").arg(old(day)); };
    const QString newest = text(days.last), oldest = text(days.first);
    return newest == oldest ? newest : tr("%1 to %2").arg(newest, oldest);
}

QString TimeStrip::barText(int bar) const
{
    const DayRange days = daysOf(bar, bar);
    const QString count = QLocale().toString(readsOf(bar, bar));
    const QString when = days.first == days.last ? dayText(days.first) : tr("%1 to %2").arg(dayText(days.first), dayText(days.last));
    return tr("%1, reads: %2, %3").arg(when, count, age(days));
}

QString TimeStrip::text() const
{
    if (m_days.isEmpty())
        return tr("No reads.");
    const QString all = QLocale().toString(m_days.total());
    const DayRange days = m_brush ? *m_brush : daysOf(0, barCount() - 1);
    const QString when = days.first == days.last ? dayText(days.first) : tr("%1 to %2").arg(dayText(days.first), dayText(days.last));
    if (!m_brush)
        return tr("All reads (%1): %2, %3.").arg(all, when, age(days));
    const int shown = m_days.readsIn(m_days.indexOf(days.first), m_days.indexOf(days.last));
    return tr("%1 of %2 reads: %3, %4.").arg(QLocale().toString(shown), all, when, age(days));
}

void TimeStrip::restate()
{
    const QString words = text();
    setAccessibleDescription(words);
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, words);
        QAccessible::updateAccessibility(&event);
    }
    update();
    Q_EMIT textChanged();
}

void TimeStrip::select(int anchor, int head)
{
    if (m_days.isEmpty())
        return;
    m_anchor = std::clamp(anchor, 0, barCount() - 1);
    m_head = std::clamp(head, 0, barCount() - 1);
    const DayRange days = daysOf(std::min(m_anchor, m_head), std::max(m_anchor, m_head));
    if (m_brush == days)
        return;
    m_brush = days;
    restate();
    Q_EMIT brushChanged();
}

void TimeStrip::keyPressEvent(QKeyEvent* event)
{
    const bool widen = event->modifiers() & Qt::ShiftModifier;
    const auto to = [&](int bar) { select(widen ? m_anchor : std::clamp(bar, 0, std::max(0, barCount() - 1)), bar); };
    switch (event->key()) {
    case Qt::Key_Left: to(m_brush ? m_head - 1 : m_head); return;
    case Qt::Key_Right: to(m_brush ? m_head + 1 : m_head); return;
    case Qt::Key_Home: to(0); return;
    case Qt::Key_End: to(barCount() - 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: select(m_head, m_head); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: clearBrush(); return;
    case Qt::Key_Escape:
        if (m_brush) {
            clearBrush();
            return;
        }
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_days.isEmpty())
        return;
    m_dragging = true;
    const int bar = barAt(event->position().x());
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : bar, bar);
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        select(m_anchor, barAt(event->position().x()));
}

void TimeStrip::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent*)
{
    clearBrush();
}

void TimeStrip::resizeEvent(QResizeEvent* event)
{
    // Another width, other bars: the brush keeps its days, the cursor its place in them.
    if (const auto bars = brushed()) {
        m_anchor = bars->first;
        m_head = bars->last;
    } else {
        m_anchor = m_head = std::max(0, barCount() - 1);
    }
    QWidget::resizeEvent(event);
}

void TimeStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool TimeStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_days.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), barText(barAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void TimeStrip::focusInEvent(QFocusEvent* event)
{
    update();
    QWidget::focusInEvent(event);
}

void TimeStrip::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

QSize TimeStrip::sizeHint() const
{
    return {320, 2 * fontMetrics().height() + 3 * space::unit};
}

QSize TimeStrip::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void TimeStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    const QRectF room = plot();
    if (m_days.isEmpty()) {
        painter.setPen(Theme::text(Tone::Quiet, palette()));
        painter.drawText(rect(), Qt::AlignCenter, text());
    } else {
        int most = 1;
        for (int bar = 0; bar < barCount(); ++bar)
            most = std::max(most, readsOf(bar, bar));
        const auto bars = brushed();
        if (bars) {
            const QRectF shade(barRect(bars->first).topLeft(), barRect(bars->last).bottomRight());
            painter.fillRect(shade, Theme::wash(Tone::Info, palette()));
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(shade);
        }
        for (int bar = 0; bar < barCount(); ++bar) {
            const int reads = readsOf(bar, bar);
            if (reads == 0)
                continue;
            const QRectF place = barRect(bar);
            // One read among thousands is still seen.
            const double height = std::max(3.0, place.height() * reads / most);
            const bool shown = !bars || (bar >= bars->first && bar <= bars->last);
            const QRectF body(place.left() + (place.width() > 4 ? 1 : 0), place.bottom() - height,
                              std::max(1.0, place.width() - (place.width() > 4 ? 2 : 0.5)), height);
            if (shown) {
                painter.fillRect(body, palette().color(QPalette::Highlight));
            } else { // outlined, not only paler
                painter.setPen(Theme::text(Tone::Quiet, palette()));
                painter.drawRect(body.adjusted(0.5, 0.5, -0.5, -0.5));
            }
        }
        const int marked = m_days.indexOf(m_marked);
        if (marked >= 0) {
            const double x = barRect(marked / daysPerBar()).center().x();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Text));
            painter.drawPolygon(QPolygonF({{x - 5, room.top() - 1}, {x + 5, room.top() - 1}, {x, room.top() + 7}}));
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        painter.setPen(Theme::line(palette()));
        painter.drawLine(room.bottomLeft(), room.bottomRight());
        const QRectF axis(room.left(), room.bottom() + 1, room.width(), fontMetrics().height() + 1);
        const DayRange all = daysOf(0, barCount() - 1);
        painter.setPen(Theme::text(Tone::Quiet, palette()));
        const auto label = [&](QDate day) { return tr("%1, %2", "a day, its age").arg(dayText(day), age({.first = day, .last = day})); };
        painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, label(all.first));
        if (all.first != all.last && fontMetrics().horizontalAdvance(label(all.first) + label(all.last)) + space::gap < axis.width())
            painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, label(all.last));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? palette().color(QPalette::Highlight) : Theme::line(palette()), hasFocus() ? 2 : 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace casebound
