#include "ui/HelpPanel.h"

#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace casebound {

namespace {
constexpr int panelWidth = 304;
}

HelpPanel::HelpPanel(QWidget* parent) : QWidget(parent), m_heading(new WrapLabel({}, this)), m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("helpPanel"));
    setAccessibleName(tr("Help"));
    setFixedWidth(panelWidth);
    m_heading->setFont(Theme::heading(font()));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeHelp"));
    close->setAccessibleName(tr("Close help"));
    close->setToolTip(tr("Close help (Esc)"));
    close->setAutoRaise(true);
    close->setIcon(Theme::icon(QStringLiteral("close"), Tone::Neutral, palette()));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &HelpPanel::closed);

    m_area->setObjectName(QStringLiteral("helpText"));
    m_area->setAccessibleName(tr("Help"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->viewport()->setAutoFillBackground(false);
    setFocusProxy(m_area);

    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::unit, space::gap);
    column->setSpacing(space::unit);
    column->addLayout(top);
    column->addWidget(m_area, 1);
    hide();
}

void HelpPanel::show(PageId page)
{
    const HelpTopic topic = PageGuide::helpOf(page);
    //: Heading of the help panel. %1: name of a page.
    m_heading->setText(tr("Help: %1").arg(PageGuide::nameOf(page)));
    auto* body = new QWidget;
    body->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, space::unit, 0);
    column->setSpacing(space::unit + space::half);
    const auto add = [&](const QString& words, Tone tone) {
        auto* label = new WrapLabel(words, body);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        Theme::setTone(label, tone);
        column->addWidget(label);
    };
    for (const QString& paragraph : topic.paragraphs) {
        add(paragraph, Tone::Neutral);
    }
    //: %1: pages of the document the rules come from.
    add(tr("Source: %1").arg(topic.source), Tone::Quiet);
    add(tr("Ctrl+/ lists every shortcut."), Tone::Quiet);
    column->addStretch(1);
    m_area->setWidget(body);
    QStringList all = topic.paragraphs;
    all.append(topic.source);
    m_area->setAccessibleDescription(all.join(QLatin1Char(' ')));
    QWidget::show();
}

void HelpPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().alternateBase());
    painter.setPen(Theme::line(palette()));
    const int edge = layoutDirection() == Qt::RightToLeft ? rect().right() : rect().left();
    painter.drawLine(edge, rect().top(), edge, rect().bottom());
}

void HelpPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace casebound
