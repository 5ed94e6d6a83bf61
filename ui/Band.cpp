#include "ui/Band.h"

#include "ui/Icon.h"
#include "ui/WrapLabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace casebound {

Band::Band(Tone tone, const QString& verb, QWidget* parent)
    : QWidget(parent),
      m_tone(tone),
      m_icon(new Icon(this)),
      m_words(new WrapLabel({}, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::gap, space::unit, space::gap, space::unit);
    row->setSpacing(space::unit);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    if (!verb.isEmpty()) {
        m_button = new QPushButton(verb, this);
        row->addWidget(m_button);
        connect(m_button, &QPushButton::clicked, this, &Band::pressed);
    }
    recolour();
    hide();
}

void Band::say(const QString& words)
{
    put(words);
    if (isHidden()) {
        show();
        QAccessibleAnnouncementEvent announcement(this, words);
        announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive);
        QAccessible::updateAccessibility(&announcement);
    }
}

void Band::put(const QString& words)
{
    m_words->setText(words);
}

void Band::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::wash(m_tone, palette()));
    painter.setPen(Theme::text(m_tone, palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void Band::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
}

void Band::recolour()
{
    Theme::setTone(m_words, m_tone);
    m_icon->setPixmap(Theme::icon(Theme::iconName(m_tone), m_tone, palette()).pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace casebound
