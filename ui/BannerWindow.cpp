#include "ui/BannerWindow.h"

#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace casebound {

namespace {

/// Paragraphs with air between them. A short first line without a full stop is a heading.
void fill(QTextEdit* view, const QString& text)
{
    QTextCursor cursor(view->document());
    bool first = true;
    for (const QString& part : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        const QString paragraph = part.trimmed();
        QTextBlockFormat block;
        block.setBottomMargin(space::unit + space::half);
        block.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        QTextCharFormat letters;
        if (paragraph.size() < 80 && !paragraph.contains(QLatin1Char('\n')) && !paragraph.endsWith(QLatin1Char('.'))) {
            letters.setFont(Theme::heading(view->font()));
            block.setTopMargin(first ? 0 : space::unit);
        }
        if (first) {
            cursor.setBlockFormat(block);
        } else {
            cursor.insertBlock(block);
        }
        cursor.setCharFormat(letters);
        cursor.insertText(paragraph, letters);
        first = false;
    }
    // Reading starts at the beginning; writing left the view at the end.
    view->moveCursor(QTextCursor::Start);
}

} // namespace

BannerWindow::BannerWindow(const Banner& banner, const QString& personName, QWidget* parent)
    : QWidget(parent),
      m_text(new QTextEdit(this)),
      m_progress(new WrapLabel({}, this)),
      m_accept(new QPushButton(tr("I accept"), this)),
      m_decline(new QPushButton(tr("Decline"), this))
{
    setObjectName(QStringLiteral("bannerWindow"));
    setWindowTitle(tr("Casebound – Conditions of use"));
    setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));

    auto* heading = new QLabel(tr("Conditions of use"), this);
    heading->setFont(Theme::title(font()));
    //: %1: name of the person who is signing in.
    auto* who =
        new WrapLabel(tr("%1, nothing is open yet. Read these conditions to the end, then accept or decline them.").arg(personName), this);

    m_text->setObjectName(QStringLiteral("bannerText"));
    m_text->setAccessibleName(tr("Conditions of use"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTabChangesFocus(true);
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_text->document()->setDocumentMargin(space::gap);
    fill(m_text, banner.text);
    m_text->installEventFilter(this);

    m_progress->setObjectName(QStringLiteral("bannerProgress"));
    Theme::setTone(m_progress, Tone::Quiet);
    //: %1: version of the text, %2: first digits of its SHA-256.
    auto* version =
        new QLabel(tr("Version %1, SHA-256 %2 …").arg(banner.version, QString::fromLatin1(banner.sha256.toHex().left(12))), this);
    version->setObjectName(QStringLiteral("bannerVersion"));
    Theme::setTone(version, Tone::Quiet);

    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setEnabled(false);
    m_accept->setAutoDefault(true);
    m_decline->setObjectName(QStringLiteral("decline"));
    m_decline->setAutoDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_decline);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(heading);
    column->addWidget(who);
    column->addSpacing(space::half);
    column->addWidget(m_text, 1);
    column->addWidget(version);
    column->addSpacing(space::unit);
    column->addLayout(buttons);
    resize(QSize(720, 640).boundedTo(screen()->availableSize() * 0.9));

    setTabOrder(m_text, m_accept);
    setTabOrder(m_accept, m_decline);
    m_text->setFocus();
    connect(m_accept, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_decline, &QPushButton::clicked, this, [this] { answer(false); });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, [this] { answer(false); });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &BannerWindow::noteProgress);
    connect(m_text->verticalScrollBar(), &QScrollBar::rangeChanged, this, &BannerWindow::noteProgress);
    noteProgress();
}

void BannerWindow::setBusy(bool busy)
{
    m_accept->setEnabled(!busy && m_readToEnd);
    m_decline->setEnabled(!busy);
    m_text->setEnabled(!busy);
    m_progress->setText(busy ? tr("Opening your session …") : QString());
}

void BannerWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Only a laid-out text has an end; before the first layout every scroll bar stands at its own.
    QTimer::singleShot(0, this, &BannerWindow::noteProgress);
}

void BannerWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    answer(false);
}

bool BannerWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_text->update();
    }
    return QWidget::eventFilter(watched, event);
}

void BannerWindow::noteProgress()
{
    const QScrollBar* bar = m_text->verticalScrollBar();
    if (isVisible() && m_text->viewport()->height() > 0 && bar->value() >= bar->maximum()) {
        m_readToEnd = true;
    }
    if (m_answered) {
        return;
    }
    m_accept->setEnabled(m_readToEnd);
    m_accept->setDefault(m_readToEnd);
    m_progress->setText(m_readToEnd ? tr("You have reached the end.") : tr("“I accept” opens at the end of the text (Page Down, End)."));
}

void BannerWindow::answer(bool yes)
{
    if (m_answered || (yes && !m_readToEnd)) {
        return;
    }
    m_answered = true;
    if (yes) {
        setBusy(true);
        Q_EMIT accepted();
    } else {
        Q_EMIT declined();
    }
}

} // namespace casebound
