#include "ui/OpenCaseDialog.h"

#include "ui/FieldMessage.h"
#include "ui/OffencePicker.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

OpenCaseDialog::OpenCaseDialog(CaseService& cases, QWidget* parent)
    : QDialog(parent),
      m_cases(cases),
      m_number(new QLineEdit(this)),
      m_title(new QLineEdit(this)),
      m_matter(new QComboBox(this)),
      m_offence(new OffencePicker(Reference::builtIn(), this)),
      m_offenceLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("openCaseDialog"));
    setWindowTitle(tr("Casebound – Open case"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);

    auto* heading = new QLabel(tr("Open case"), this);
    heading->setFont(Theme::heading(font()));
    auto* intro = new WrapLabel(
        tr("Every query, kept read and log entry is tied to this number. Opening the case is itself an entry in the log."), this);
    Theme::setTone(intro, Tone::Quiet);

    m_number->setObjectName(QStringLiteral("caseNumber"));
    m_number->setAccessibleName(tr("Case number"));
    m_number->setMaxLength(200);
    m_title->setObjectName(QStringLiteral("caseTitle"));
    m_title->setAccessibleName(tr("Working title"));
    m_title->setMaxLength(200);
    m_title->setPlaceholderText(tr("Optional"));
    m_matter->setObjectName(QStringLiteral("caseMatter"));
    m_matter->setAccessibleName(tr("Matter"));
    m_matter->addItem(Words::of(Matter::Criminal), static_cast<int>(Matter::Criminal));
    m_matter->addItem(Words::of(Matter::Administrative), static_cast<int>(Matter::Administrative));
    m_matter->setCurrentIndex(-1);
    m_matter->setPlaceholderText(tr("Choose"));

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(1, 340);
    m_numberMessage = addRow(grid, new QLabel(tr("Case &number"), this), m_number, m_number);
    m_titleMessage = addRow(grid, new QLabel(tr("Working &title"), this), m_title, m_title);
    m_matterMessage = addRow(grid, new QLabel(tr("&Matter"), this), m_matter, m_matter);
    m_offenceMessage = addRow(grid, m_offenceLabel, m_offence, m_offence->combo());

    m_wholeMessage = new FieldMessage(this, this);
    auto* box = new QDialogButtonBox(this);
    auto* open = box->addButton(tr("Open case"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("openCaseAccept"));
    open->setDefault(true);
    box->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("openCaseCancel"));
    connect(box, &QDialogButtonBox::accepted, this, &OpenCaseDialog::submit);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(heading);
    column->addWidget(intro);
    column->addSpacing(space::unit);
    column->addLayout(grid);
    column->addWidget(m_wholeMessage);
    column->addSpacing(space::gap);
    column->addStretch(1);
    column->addWidget(box);
    resize(560, sizeHint().height());

    connect(m_matter, &QComboBox::currentIndexChanged, this, &OpenCaseDialog::followMatter);
    connect(m_offence, &OffencePicker::labelChanged, this, [this] { m_offenceLabel->setText(m_offence->labelText()); });
    connect(m_offence, &OffencePicker::choiceChanged, m_offenceMessage, &FieldMessage::clear);
    connect(m_number, &QLineEdit::textEdited, m_numberMessage, &FieldMessage::clear);
    m_offenceLabel->setText(m_offence->labelText());
    m_number->setFocus();
}

FieldMessage* OpenCaseDialog::addRow(QGridLayout* grid, QLabel* label, QWidget* field, QWidget* buddy)
{
    const int row = grid->rowCount();
    label->setBuddy(buddy);
    label->setMinimumHeight(buddy->sizeHint().height());
    auto* message = new FieldMessage(buddy, this);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(space::half);
    cell->addWidget(field);
    cell->addWidget(message);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addLayout(cell, row, 1);
    return message;
}

void OpenCaseDialog::followMatter()
{
    m_matterMessage->clear();
    m_offenceMessage->clear();
    m_offence->setMatter(m_matter->currentIndex() < 0 ? std::nullopt : std::optional(static_cast<Matter>(m_matter->currentData().toInt())));
}

void OpenCaseDialog::submit()
{
    for (FieldMessage* message : {m_numberMessage, m_titleMessage, m_matterMessage, m_offenceMessage, m_wholeMessage}) {
        message->clear();
    }
    // Every field is judged, so that one press shows all that is wrong; the focus goes to the first.
    QWidget* first = nullptr;
    const auto mark = [&](FieldMessage* message, const QString& words) {
        message->show(words);
        first = first ? first : message->field();
    };
    if (const auto number = parseCaseNumber(m_number->text()); !number) {
        mark(m_numberMessage, Words::of(number.error()).whole());
    }
    if (!m_offence->matter()) {
        mark(m_matterMessage,
             Words::of(FieldRefusal{.field = QueryField::Matter, .problem = FieldProblem::Missing, .detail = {}, .limit = {}}));
    } else if (m_offence->choice().isEmpty() && !m_offence->typedText().isEmpty()) {
        mark(m_offenceMessage,
             Words::of(FieldRefusal{.field = QueryField::Offence, .problem = FieldProblem::UnknownOffence, .detail = {}, .limit = {}}));
    }
    if (first) {
        first->setFocus(Qt::OtherFocusReason);
        return;
    }
    const OffenceChoice choice = m_offence->choice();
    const auto done = m_cases.open(m_number->text(), m_title->text(), *m_offence->matter(), choice.offence, choice.reason);
    if (!done) {
        refuse(done.error());
        return;
    }
    Q_EMIT opened(*done);
    accept();
}

void OpenCaseDialog::refuse(const ServiceFailure& failure)
{
    const QString words = Words::of(failure).whole();
    const auto* problem = std::get_if<CaseProblem>(&failure.why);
    if (std::holds_alternative<CaseNumberProblem>(failure.why) || (problem && *problem != CaseProblem::ReasonMissing)) {
        m_numberMessage->show(words);
        m_number->setFocus(Qt::OtherFocusReason);
    } else if (problem) {
        const QueryField field = *m_offence->matter() == Matter::Administrative ? QueryField::Priority : QueryField::Offence;
        m_offenceMessage->show(Words::of(FieldRefusal{.field = field, .problem = FieldProblem::Missing, .detail = {}, .limit = {}}));
        m_offence->setFocus(Qt::OtherFocusReason);
    } else {
        m_wholeMessage->show(words);
    }
}

} // namespace casebound
