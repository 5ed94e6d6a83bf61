#include "ui/FieldMessage.h"

#include "ui/Icon.h"
#include "ui/WrapLabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace casebound {

FieldMessage::FieldMessage(QWidget* field, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_icon(new Icon(this)),
      m_words(new WrapLabel({}, this))
{
    setObjectName(field->objectName() + QStringLiteral("Message"));
    m_words->setObjectName(field->objectName() + QStringLiteral("MessageWords"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(false);
}

void FieldMessage::setHint(const QString& hint)
{
    m_hint = hint;
    if (isEmpty() && m_field) {
        m_field->setAccessibleDescription(hint);
    }
}

void FieldMessage::show(const QString& words, Tone tone)
{
    if (words.isEmpty()) {
        clear();
        return;
    }
    m_tone = tone;
    m_words->setText(words);
    m_words->setAccessibleName(words);
    restyle();
    setVisible(true);
    if (!m_field) {
        return;
    }
    m_field->setAccessibleDescription(m_hint.isEmpty() ? words : words + QLatin1Char(' ') + m_hint);
    m_field->setProperty(Theme::refusedProperty, tone == Tone::Bad);
    m_field->update();
}

void FieldMessage::clear()
{
    m_words->clear();
    setVisible(false);
    if (m_field) {
        m_field->setAccessibleDescription(m_hint);
        m_field->setProperty(Theme::refusedProperty, false);
        m_field->update();
    }
}

bool FieldMessage::isEmpty() const
{
    return m_words->text().isEmpty();
}

QString FieldMessage::words() const
{
    return m_words->text();
}

void FieldMessage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        restyle();
    }
}

void FieldMessage::restyle()
{
    const int side = fontMetrics().height();
    Theme::setTone(m_words, m_tone);
    m_icon->setPixmap(Theme::icon(Theme::iconName(m_tone), m_tone, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace casebound
