#include "ui/DayFilter.h"

#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/TimeStrip.h"
#include "ui/WrapLabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

DayFilter::DayFilter(Moments moments, QWidget* parent)
    : QWidget(parent),
      m_moments(std::move(moments)),
      m_zone(QTimeZone::systemTimeZone()),
      m_strip(new TimeStrip(this)),
      m_words(new WrapLabel({}, this)),
      m_all(new QPushButton(tr("Show all days"), this))
{
    setObjectName(QStringLiteral("dayFilter"));
    m_strip->setObjectName(QStringLiteral("readsByDay"));
    m_strip->setToolTip(tr("Drag over days, or use the arrow keys, with Shift for several. Escape shows all."));
    m_words->setObjectName(QStringLiteral("dayFilterWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_all->setObjectName(QStringLiteral("showAllDays"));
    m_all->setAutoDefault(false);
    m_all->setEnabled(false);
    PageGuide::markPane(m_strip);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(m_words, 1);
    row->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_strip);
    column->addLayout(row);
    hide();

    m_later.setSingleShot(true);
    m_later.setInterval(std::chrono::milliseconds(150));
    connect(&m_later, &QTimer::timeout, this, &DayFilter::refresh);
    connect(m_all, &QPushButton::clicked, this, [this] {
        // The button goes grey under the finger: the keyboard goes on in the strip.
        m_strip->setFocus(Qt::OtherFocusReason);
        clear();
    });
    connect(m_strip, &TimeStrip::textChanged, this, [this] {
        m_words->setText(m_strip->text());
        Theme::setTone(m_words, m_strip->brush() ? Tone::Caution : Tone::Quiet);
        m_all->setEnabled(m_strip->brush().has_value());
    });
    connect(m_strip, &TimeStrip::brushChanged, this, &DayFilter::changed);
}

void DayFilter::refresh()
{
    m_later.stop();
    const bool brushed = m_strip->brush().has_value();
    ReadDays days(m_moments(), m_zone);
    setVisible(!days.isEmpty());
    m_strip->setDays(std::move(days));
    if (brushed && !m_strip->brush())
        Q_EMIT changed();
}

void DayFilter::refreshLater()
{
    if (!m_later.isActive())
        m_later.start();
}

void DayFilter::setNow(Instant now)
{
    m_strip->setToday(toDateTime(now).toTimeZone(m_zone).date());
}

void DayFilter::mark(std::optional<std::int64_t> captured)
{
    m_strip->setMarked(captured ? toDateTime(Instant(std::chrono::microseconds(*captured))).toTimeZone(m_zone).date() : QDate());
}

void DayFilter::clear()
{
    m_strip->clearBrush();
}

std::optional<MicrosRange> DayFilter::period() const
{
    const auto days = m_strip->brush();
    return days ? std::optional(microsOf(*days, m_zone)) : std::nullopt;
}

} // namespace casebound
