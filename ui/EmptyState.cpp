#include "ui/EmptyState.h"

#include "ui/Icon.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace casebound {

EmptyState::EmptyState(const QString& iconName, const QString& headline, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      m_iconName(iconName),
      m_icon(new Icon(this)),
      m_sentence(new WrapLabel(sentence, this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    Theme::setTone(m_sentence, Tone::Quiet);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::unit);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    if (!headline.isEmpty()) {
        auto* top = new WrapLabel(headline, this);
        top->setAlignment(Qt::AlignCenter);
        top->setFont(Theme::strong(font()));
        column->addWidget(top);
    }
    column->addWidget(m_sentence);
    column->addStretch(3);
    recolour();
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
}

void EmptyState::recolour()
{
    m_icon->setPixmap(Theme::icon(m_iconName, Tone::Quiet, palette()).pixmap(QSize(32, 32), devicePixelRatioF()));
}

} // namespace casebound
