#include "ui/PromptDialog.h"

#include "ui/FieldMessage.h"
#include "ui/Icon.h"
#include "ui/WrapLabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

Tone toneOf(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Question: return Tone::Info;
    case PromptKind::Warning: return Tone::Caution;
    case PromptKind::Error: return Tone::Bad;
    }
    return Tone::Info;
}

constexpr int wordsWidth = 380;

} // namespace

PromptDialog::PromptDialog(const PromptText& text, Buttons buttons, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("prompt"));
    setWindowTitle(text.title.isEmpty() ? tr("Casebound") : tr("Casebound – %1").arg(text.title));
    setWindowModality(Qt::WindowModal);
    setAccessibleDescription(text.text + QLatin1Char(' ') + text.detail);

    auto* icon = new Icon(this);
    icon->setPixmap(
        Theme::icon(Theme::iconName(toneOf(text.kind)), toneOf(text.kind), palette()).pixmap(QSize(28, 28), devicePixelRatioF()));
    auto* happened = new WrapLabel(text.text, this);
    happened->setObjectName(QStringLiteral("promptText"));
    happened->setFont(Theme::heading(font()));
    happened->setMinimumWidth(wordsWidth);

    m_words = new QVBoxLayout;
    m_words->setSpacing(space::unit);
    m_words->addWidget(happened);
    if (!text.detail.isEmpty()) {
        auto* detail = new WrapLabel(text.detail, this);
        detail->setObjectName(QStringLiteral("promptDetail"));
        m_words->addWidget(detail);
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(space::gap);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(m_words, 1);

    auto* box = new QDialogButtonBox(this);
    m_accept = box->addButton(text.accept.isEmpty() ? tr("Close") : text.accept, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("promptAccept"));
    m_accept->setDefault(true);
    if (buttons == Buttons::AcceptAndRefuse) {
        auto* refuse = box->addButton(text.refuse.isEmpty() ? tr("Cancel") : text.refuse, QDialogButtonBox::RejectRole);
        refuse->setObjectName(QStringLiteral("promptRefuse"));
        if (text.dangerous) {
            m_accept->setDefault(false);
            m_accept->setAutoDefault(false);
            refuse->setDefault(true);
            refuse->setFocus();
        }
    }
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::wide);
    column->addLayout(top);
    column->addWidget(box);
    column->setSizeConstraint(QLayout::SetMinimumSize);
}

void PromptDialog::addNote(const QString& label, bool required)
{
    m_required = required;
    auto* words = new QLabel(label, this);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(QStringLiteral("promptNote"));
    m_note->setAccessibleName(label);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().height() * 4 + space::gap);
    words->setBuddy(m_note);
    m_message = new FieldMessage(m_note, this);
    m_words->addSpacing(space::unit);
    m_words->addWidget(words);
    m_words->addWidget(m_note);
    m_words->addWidget(m_message);
    connect(m_note, &QPlainTextEdit::textChanged, m_message, &FieldMessage::clear);
    m_note->setFocus();
}

QString PromptDialog::note() const
{
    return m_note ? m_note->toPlainText().trimmed() : QString();
}

void PromptDialog::accept()
{
    if (m_note && m_required && note().isEmpty()) {
        m_message->show(tr("Write a sentence first. Nothing was changed."));
        m_note->setFocus();
        return;
    }
    QDialog::accept();
}

} // namespace casebound
