#include "ui/search/NoticeBar.h"

#include "ui/Icon.h"
#include "ui/WrapLabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace casebound {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      m_icon(new Icon(this)),
      m_words(new WrapLabel({}, this)),
      m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("notice"));
    m_words->setObjectName(QStringLiteral("noticeWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_button->setObjectName(QStringLiteral("noticeButton"));
    m_button->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::unit + space::half, space::unit, space::unit, space::unit);
    row->setSpacing(space::unit);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::acted);
    clear();
}

void NoticeBar::show(Tone tone, const QString& words, const QString& action)
{
    const bool fresh = m_words->text() != words;
    m_tone = tone;
    m_words->setText(words);
    m_words->setAccessibleName(words);
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    restyle();
    setVisible(true);
    if (fresh && QAccessible::isActive()) {
        QAccessibleAnnouncementEvent event(this, words);
        event.setPoliteness(tone == Tone::Bad ? QAccessible::AnnouncementPoliteness::Assertive
                                              : QAccessible::AnnouncementPoliteness::Polite);
        QAccessible::updateAccessibility(&event);
    }
}

void NoticeBar::clear()
{
    m_words->clear();
    m_words->setAccessibleName({});
    setVisible(false);
}

QString NoticeBar::words() const
{
    return m_words->text();
}

void NoticeBar::restyle()
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(Theme::icon(Theme::iconName(m_tone), m_tone, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    Theme::setTone(m_words, m_tone == Tone::Info ? Tone::Neutral : m_tone);
    update();
}

void NoticeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        restyle();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::wash(m_tone, palette()));
    painter.fillRect(QRect(0, 0, 3, height()), Theme::text(m_tone, palette()));
}

} // namespace casebound
