#include "ui/alerts/AlertFields.h"

#include "domain/Reference.h"
#include "lists/CaseListModel.h"
#include "lists/ReferenceWords.h"
#include "ui/FieldMessage.h"
#include "ui/OffencePicker.h"
#include "ui/Words.h"
#include "ui/search/DateField.h"
#include "ui/search/JurisdictionField.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace casebound {

namespace {

constexpr int fieldWidth = 360;
constexpr int reasonLines = 3;

QComboBox* choice(QWidget* parent, const QString& objectName, const QString& name)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setPlaceholderText(AlertFields::tr("Choose"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

AlertFields::AlertFields(PageServices services, Of of, QDate lastDay, QWidget* parent)
    : QWidget(parent),
      m_cases(new CaseListModel(&services.cases, CaseListModel::Show::OpenOnly, this)),
      m_case(choice(this, QStringLiteral("alertCase"), tr("Case"))),
      m_matter(choice(this, QStringLiteral("alertMatter"), tr("Matter"))),
      m_offenceLabel(new QLabel(this)),
      m_offence(new OffencePicker(Reference::builtIn(), this)),
      m_purpose(choice(this, QStringLiteral("alertPurpose"), tr("Purpose"))),
      m_expires(new DateField(tr("Expires"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(1, fieldWidth);

    for (int row = 0; row < m_cases->rowCount(); ++row)
        m_case->addItem(m_cases->record(row).number.text());
    m_case->setCurrentIndex(-1);
    for (const Matter matter : {Matter::Criminal, Matter::Administrative})
        m_matter->addItem(Words::of(matter), static_cast<int>(matter));
    m_matter->setCurrentIndex(-1);
    for (const Purpose& purpose : Reference::builtIn().purposes())
        m_purpose->addItem(ReferenceWords::of(purpose.label), purpose.id.text());
    m_purpose->setCurrentIndex(-1);
    m_offenceLabel->setText(m_offence->labelText());
    m_expires->setDate(lastDay);

    add(grid, new QLabel(tr("&Case"), this), m_case, m_case, QueryField::Case);
    if (of == Of::Entry) {
        m_plate = new QLineEdit(this);
        m_plate->setObjectName(QStringLiteral("alertPlate"));
        m_plate->setAccessibleName(tr("Plate"));
        m_plate->setFont(Theme::plate(m_plate->font()));
        m_plate->setMaxLength(64);
        m_plate->setPlaceholderText(tr("Whole plate"));
        m_jurisdiction = new JurisdictionField(this);
        m_jurisdiction->setObjectName(QStringLiteral("alertJurisdiction"));
        m_jurisdiction->setAccessibleName(tr("Jurisdiction"));
        m_jurisdiction->lineEdit()->setAccessibleName(tr("Jurisdiction")); // the keyboard is in there
        add(grid, new QLabel(tr("&Plate"), this), m_plate, m_plate, QueryField::Plate);
        add(grid, new QLabel(tr("&Jurisdiction"), this), m_jurisdiction, m_jurisdiction, QueryField::Jurisdiction);
    }
    add(grid, new QLabel(tr("&Matter"), this), m_matter, m_matter, QueryField::Matter);
    add(grid, m_offenceLabel, m_offence, m_offence->combo(), QueryField::Offence);
    add(grid, new QLabel(tr("P&urpose"), this), m_purpose, m_purpose, QueryField::Purpose);
    if (of == Of::Entry) {
        m_reason = new QPlainTextEdit(this);
        m_reason->setObjectName(QStringLiteral("alertReason"));
        m_reason->setAccessibleName(tr("Reason"));
        m_reason->setTabChangesFocus(true);
        m_reason->setPlaceholderText(tr("Why this plate, and why now"));
        m_reason->setMinimumHeight(m_reason->fontMetrics().lineSpacing() * reasonLines + 2 * space::unit);
        add(grid, new QLabel(tr("&Reason"), this), m_reason, m_reason, QueryField::Reason);
    }
    add(grid, new QLabel(tr("E&xpires"), this), m_expires, m_expires->edit(), QueryField::Expires);

    connect(m_case, &QComboBox::currentIndexChanged, this, &AlertFields::followCase);
    connect(m_matter, &QComboBox::currentIndexChanged, this, [this](int row) {
        m_offence->setMatter(row < 0 ? std::nullopt : std::optional(static_cast<Matter>(m_matter->itemData(row).toInt())));
    });
    connect(m_offence, &OffencePicker::labelChanged, this, [this] {
        m_offenceLabel->setText(m_offence->labelText());
        m_offenceLabel->setBuddy(m_offence->combo());
    });
    if (m_case->count() == 1)
        m_case->setCurrentIndex(0);
}

void AlertFields::add(QGridLayout* grid, QLabel* label, QWidget* field, QWidget* buddy, QueryField id)
{
    const int row = grid->rowCount();
    label->setBuddy(buddy);
    label->setMinimumHeight(buddy->sizeHint().height());
    auto* message = new FieldMessage(buddy, this);
    m_messages.emplace(id, message);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(space::half);
    cell->addWidget(field);
    cell->addWidget(message);
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addLayout(cell, row, 1);
}

/// What was settled when the case was opened; all of it can be changed for this entry.
void AlertFields::followCase()
{
    const int row = m_cases->rowOf(CaseNumber(m_case->currentText()));
    if (row < 0 || m_case->currentText() == m_appliedCase)
        return;
    const CaseRecord& record = m_cases->record(row);
    m_appliedCase = m_case->currentText();
    m_matter->setCurrentIndex(m_matter->findData(static_cast<int>(record.matter)));
    m_offence->setMatter(record.matter);
    m_offence->setChoice({.offence = record.offence, .reason = record.reasonCode});
}

void AlertFields::chooseCase(const QString& number)
{
    m_case->setCurrentIndex(m_case->findText(number));
}

AlertDraft AlertFields::draft() const
{
    const OffenceChoice chosen = m_offence->choice();
    AlertDraft draft;
    draft.query.caseNumber = m_case->currentText();
    if (m_matter->currentIndex() >= 0)
        draft.query.matter = static_cast<Matter>(m_matter->currentData().toInt());
    draft.query.offence = chosen.offence;
    draft.query.reasonCode = chosen.reason;
    draft.query.purpose = PurposeId(m_purpose->currentData().toString());
    if (m_reason) {
        draft.query.reasonText = m_reason->toPlainText();
        draft.query.plate = m_plate->text();
        draft.query.jurisdiction = m_jurisdiction->keyOrText();
    }
    draft.expires = m_expires->date();
    return draft;
}

bool AlertFields::mark(const std::vector<FieldRefusal>& refusals)
{
    for (const auto& [field, message] : m_messages)
        message->clear();
    FieldMessage* first = nullptr;
    for (const FieldRefusal& refusal : refusals) {
        const auto found = m_messages.find(refusal.field == QueryField::Priority ? QueryField::Offence : refusal.field);
        if (found == m_messages.end() || !found->second->isEmpty())
            continue;
        found->second->show(Words::of(refusal));
        first = first ? first : found->second;
    }
    if (first)
        first->field()->setFocus(Qt::OtherFocusReason);
    return first != nullptr;
}

} // namespace casebound
