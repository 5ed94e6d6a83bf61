#include "ui/review/ExceptionsPanel.h"

#include "ui/FieldMessage.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/review/ApprovalWords.h"
#include "ui/search/NoticeBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int shownRows = 4;

QVBoxLayout* field(QLabel* label, QLineEdit* edit, FieldMessage* message)
{
    label->setBuddy(edit);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::half);
    column->addWidget(label);
    column->addWidget(edit);
    column->addWidget(message);
    return column;
}

} // namespace

ExceptionsPanel::ExceptionsPanel(ApprovalService& approvals, const QString& practicePassphrase, QWidget* parent)
    : QWidget(parent),
      m_approvals(approvals),
      m_table(new QTableWidget(this)),
      m_none(new WrapLabel(tr("Nobody waits for a decision of yours."), this)),
      m_reason(new WrapLabel({}, this)),
      m_form(makeForm(practicePassphrase)),
      m_notice(new NoticeBar(this))
{
    setObjectName(QStringLiteral("exceptionsPanel"));
    m_none->setObjectName(QStringLiteral("noExceptions"));
    m_reason->setObjectName(QStringLiteral("exceptionReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_notice->setObjectName(QStringLiteral("exceptionNotice"));
    Theme::setTone(m_none, Tone::Quiet);

    m_table->setObjectName(QStringLiteral("exceptionsWaiting"));
    m_table->setAccessibleName(tr("Exceptions waiting"));
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Asked"), tr("By"), tr("Case"), tr("Plate"), tr("Window")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setFixedHeight(m_table->verticalHeader()->defaultSectionSize() * shownRows + m_table->horizontalHeader()->sizeHint().height());
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ExceptionsPanel::showState);

    auto* heading = new QLabel(tr("Exceptions waiting"), this);
    heading->setFont(Theme::heading(font()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(heading), static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_table),
                          static_cast<QWidget*>(m_reason), m_form, static_cast<QWidget*>(m_notice)})
        column->addWidget(part);
    connect(&m_approvals, &ApprovalService::changed, this, &ExceptionsPanel::refresh);
    refresh();
}

QWidget* ExceptionsPanel::makeForm(const QString& practicePassphrase)
{
    auto* form = new QWidget(this);
    m_note = new QLineEdit(form);
    m_note->setObjectName(QStringLiteral("exceptionNote"));
    m_note->setAccessibleName(tr("Note on the decision"));
    m_note->setMaxLength(2000);
    m_noteMessage = new FieldMessage(m_note, form);
    m_pin = new QLineEdit(form);
    m_pin->setObjectName(QStringLiteral("exceptionPin"));
    m_pin->setAccessibleName(tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    if (!practicePassphrase.isEmpty()) {
        //: Placeholder in training. %1: the practice passphrase, which is no secret.
        m_pin->setPlaceholderText(tr("In training: %1").arg(practicePassphrase));
    }
    m_pinMessage = new FieldMessage(m_pin, form);
    m_approve = new QPushButton(tr("A&pprove"), form);
    m_approve->setObjectName(QStringLiteral("approveException"));
    m_approve->setAccessibleName(tr("Approve"));
    m_refuse = new QPushButton(tr("Ref&use"), form);
    m_refuse->setObjectName(QStringLiteral("refuseException"));
    m_refuse->setAccessibleName(tr("Refuse"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(m_approve);
    buttons->addWidget(m_refuse);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(field(new QLabel(tr("Not&e on the decision"), form), m_note, m_noteMessage));
    column->addLayout(field(new QLabel(tr("P&IN or passphrase"), form), m_pin, m_pinMessage));
    column->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_note, &QLineEdit::textEdited, m_noteMessage, &FieldMessage::clear);
    connect(m_pin, &QLineEdit::textEdited, m_pinMessage, &FieldMessage::clear);
    return form;
}

void ExceptionsPanel::refresh()
{
    m_waiting = m_approvals.waiting();
    m_table->setRowCount(static_cast<int>(m_waiting.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ApprovalRequest& asked = m_waiting[static_cast<std::size_t>(row)].request;
        const QStringList cells{Words::time(asked.askedAt), asked.askedBy.text(), asked.caseNumber.text(),
                                QStringLiteral("%1 · %2").arg(asked.plate.text(), asked.jurisdiction.text()),
                                //: A window of days. %1: first, %2: last.
                                tr("%1 to %2").arg(Words::date(asked.from), Words::date(asked.to))};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_table->resizeColumnsToContents();
    if (!m_waiting.empty() && m_table->selectedItems().isEmpty())
        m_table->selectRow(0);
    showState();
}

void ExceptionsPanel::showState()
{
    const bool any = !m_waiting.empty();
    m_none->setVisible(!any);
    m_table->setVisible(any);
    m_form->setVisible(any);
    // With nothing to decide there is no place for the keyboard here: a hidden one would swallow it.
    PageGuide::markPane(this, any);
    setFocusProxy(any ? m_table : nullptr);
    const int row = m_table->currentRow();
    const bool chosen = any && row >= 0 && row < std::ssize(m_waiting);
    m_reason->setVisible(chosen);
    if (chosen) {
        //: %1: why somebody asks for an exception, in their own words.
        m_reason->setText(tr("Why: %1").arg(m_waiting[static_cast<std::size_t>(row)].request.reason));
    }
    m_approve->setEnabled(chosen);
    m_refuse->setEnabled(chosen);
}

void ExceptionsPanel::decide(bool grant)
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= std::ssize(m_waiting))
        return;
    m_noteMessage->clear();
    m_pinMessage->clear();
    m_notice->clear();
    const QString pin = m_pin->text();
    m_pin->clear();
    const auto done = m_approvals.decide(m_waiting[static_cast<std::size_t>(row)].request.id, grant, m_note->text(), pin);
    if (done) {
        m_note->clear();
        const QString words = grant ? tr("The exception was approved and signed.") : tr("The exception was refused, and why is on record.");
        m_notice->show(Tone::Good, words);
        (m_waiting.empty() ? static_cast<QWidget*>(this) : m_table)->setFocus(Qt::OtherFocusReason);
        Q_EMIT announced(words);
        return;
    }
    const QString words = ApprovalWords::of(done.error()).whole();
    const auto* failure = std::get_if<ServiceFailure>(&done.error());
    if (const auto* signIn = failure ? std::get_if<SignInProblem>(&failure->why) : nullptr) {
        m_pinMessage->show(Words::of(*signIn).happened + QLatin1Char(' ') + tr("Nothing was decided."));
        m_pin->setFocus(Qt::OtherFocusReason);
    } else if (const auto* problem = std::get_if<DecisionProblem>(&done.error()); problem && *problem == DecisionProblem::NoteMissing) {
        m_noteMessage->show(words);
        m_note->setFocus(Qt::OtherFocusReason);
    } else {
        m_notice->show(Tone::Bad, words);
    }
}

} // namespace casebound
