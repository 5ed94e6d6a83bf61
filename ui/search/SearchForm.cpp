#include "ui/search/SearchForm.h"

#include "domain/Reference.h"
#include "lists/CaseListModel.h"
#include "ui/FieldMessage.h"
#include "ui/OffencePicker.h"
#include "ui/Words.h"
#include "ui/search/DateField.h"
#include "ui/search/JurisdictionField.h"
#include "ui/search/NoticeBar.h"
#include "ui/search/WindowField.h"

#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>

namespace casebound {

namespace {

/// The field the offence and the priority share; which of the two a refusal names depends on the matter.
QueryField shared(QueryField field)
{
    return field == QueryField::Priority ? QueryField::Offence : field;
}

} // namespace

SearchForm::~SearchForm()
{
    // A field that loses the focus while the form goes has nothing left to tell.
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

QueryDraft SearchForm::draft() const
{
    const OffenceChoice choice = m_offence->choice();
    QueryDraft draft;
    draft.caseNumber = m_case->currentText();
    if (m_matter->currentIndex() >= 0)
        draft.matter = static_cast<Matter>(m_matter->currentData().toInt());
    draft.offence = choice.offence;
    draft.reasonCode = choice.reason;
    draft.purpose = PurposeId(m_purpose->currentData().toString());
    draft.reasonText = m_reason->toPlainText();
    draft.onBehalfOf = m_behalf->text();
    draft.plate = m_plate->text();
    draft.jurisdiction = m_jurisdiction->keyOrText();
    draft.from = m_window->from();
    draft.to = m_window->to();
    return draft;
}

QWidget* SearchForm::widgetOf(QueryField field) const
{
    switch (field) {
    case QueryField::Case: return m_case;
    case QueryField::Matter: return m_matter;
    case QueryField::Offence:
    case QueryField::Priority: return m_offence->combo();
    case QueryField::Purpose: return m_purpose;
    case QueryField::Reason: return m_reason;
    case QueryField::OnBehalfOf: return m_behalf;
    case QueryField::Plate: return m_plate;
    case QueryField::Jurisdiction: return m_jurisdiction;
    case QueryField::From: return m_window->fromField()->edit();
    case QueryField::To: return m_window->toField()->edit();
    case QueryField::Expires: return nullptr; // an alert entry's
    }
    return nullptr;
}

FieldMessage* SearchForm::messageOf(QueryField field) const
{
    const auto found = m_messages.find(shared(field));
    return found == m_messages.end() ? nullptr : found->second;
}

void SearchForm::mark(const std::vector<FieldRefusal>& refusals)
{
    m_tried = true;
    for (const auto& [field, message] : m_messages)
        message->clear();
    QSet<int> marked;
    for (const FieldRefusal& refusal : refusals) {
        if (marked.contains(static_cast<int>(shared(refusal.field))))
            continue; // the first thing to put right is enough
        marked.insert(static_cast<int>(shared(refusal.field)));
        messageOf(refusal.field)->show(Words::of(refusal));
    }
    warn();
    if (refusals.empty())
        return;
    QWidget* first = widgetOf(refusals.front().field);
    first->setFocus(Qt::OtherFocusReason);
    // The sentence under the field is wanted in view as well.
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(messageOf(refusals.front().field));
    m_scroll->ensureWidgetVisible(first);
}

void SearchForm::refreshMarks()
{
    const QueryDraft now = draft();
    std::map<QueryField, FieldRefusal> wrong;
    for (const FieldRefusal& refusal : m_services.queries.judge(now)) {
        const QueryField field = shared(refusal.field);
        const bool date = field == QueryField::From || field == QueryField::To;
        const bool shown = m_tried || (refusal.problem != FieldProblem::Missing && (date || m_touched.contains(static_cast<int>(field))));
        if (shown && !wrong.contains(field))
            wrong.emplace(field, refusal);
    }
    for (const auto& [field, message] : m_messages) {
        const auto found = wrong.find(field);
        const QString words = found == wrong.end() ? QString() : Words::of(found->second);
        if (message->words() != words)
            message->show(words);
    }
    m_askException->setVisible(m_services.queries.mayAskException(now));
    warn();
}

/// Warnings stand where no refusal stands, and never stop a search.
void SearchForm::warn()
{
    FieldMessage* message = messageOf(QueryField::Plate);
    const auto plate = Plate::fromTyped(m_plate->text());
    if (!plate || (!m_tried && !m_touched.contains(static_cast<int>(QueryField::Plate))))
        return;
    if (spellsNoPlate(*plate)) {
        message->show(tr("“%1” is a word that systems write where a car had no plate. Reads of it are of many cars. You may search it.")
                          .arg(plate->text()),
                      Tone::Caution);
        return;
    }
    const auto key = Reference::builtIn().findJurisdiction(m_jurisdiction->keyOrText());
    const Jurisdiction* place = key ? Reference::builtIn().jurisdiction(*key) : nullptr;
    if (!place || place->layouts.isEmpty())
        return;
    const bool usual = std::ranges::any_of(
        place->layouts, [&](const QString& layout) { return QRegularExpression(layout).match(plate->text()).hasMatch(); });
    if (!usual)
        message->show(tr("Unusual for %1. Look at it once more; you may search it.").arg(place->name), Tone::Caution);
}

void SearchForm::changed()
{
    m_window->setLimit(m_services.queries.limitFor(draft()));
    refreshMarks();
    Q_EMIT draftChanged();
}

void SearchForm::left(QueryField field)
{
    m_touched.insert(static_cast<int>(field));
    refreshMarks();
}

void SearchForm::caseChosen()
{
    const QString typed = m_case->currentText().trimmed();
    const int row = m_cases->rowOf(CaseNumber(typed));
    m_caseTitle->setVisible(row >= 0 && !m_cases->record(row).title.isEmpty());
    m_caseTitle->setText(row >= 0 ? m_cases->record(row).title : QString());
    if (row >= 0 && typed != m_appliedCase) {
        // What was settled when the case was opened; all of it can be changed for this query.
        const CaseRecord& record = m_cases->record(row);
        m_appliedCase = typed;
        m_matter->setCurrentIndex(m_matter->findData(static_cast<int>(record.matter)));
        m_offence->setMatter(record.matter);
        m_offence->setChoice({.offence = record.offence, .reason = record.reasonCode});
    }
    changed();
}

void SearchForm::sent()
{
    m_restored->clear();
    m_tried = false;
    m_touched.clear();
    for (const auto& [field, message] : m_messages)
        message->clear();
    warn();
}

void SearchForm::chooseCase(const CaseNumber& number)
{
    m_case->setEditText(number.text());
    caseChosen();
}

void SearchForm::fill(const QueryDraft& draft)
{
    m_tried = false;
    m_touched.clear();
    m_case->setEditText(draft.caseNumber); // with what was settled for the case; what was chosen for this query comes after
    m_matter->setCurrentIndex(draft.matter ? m_matter->findData(static_cast<int>(*draft.matter)) : -1);
    m_offence->setChoice({.offence = draft.offence, .reason = draft.reasonCode});
    m_purpose->setCurrentIndex(m_purpose->findData(draft.purpose.text()));
    m_reason->setPlainText(draft.reasonText);
    m_behalf->setText(draft.onBehalfOf);
    m_plate->setText(draft.plate);
    m_jurisdiction->setKey(draft.jurisdiction);
    refreshMarks();
}

void SearchForm::restore(const QueryDraft& draft)
{
    fill(draft);
    m_restored->show(Tone::Info,
                     tr("This form was typed before Casebound ended. Nothing of it was sent. The dates are the narrowest again."),
                     tr("Empty the form"));
}

void SearchForm::focusFirst()
{
    (m_case->currentText().trimmed().isEmpty() ? static_cast<QWidget*>(m_case) : m_plate)->setFocus(Qt::OtherFocusReason);
}

void SearchForm::setBusy(bool busy)
{
    m_search->setEnabled(!busy);
}

} // namespace casebound
