#include "ui/review/EntryFilters.h"

#include "ui/ComboName.h"
#include "ui/Theme.h"
#include "ui/search/DateField.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace casebound {

EntryFilters::EntryFilters(QWidget* parent)
    : QWidget(parent),
      m_which(new QComboBox(this)),
      m_person(new QComboBox(this)),
      m_case(new QLineEdit(this)),
      m_plate(new QLineEdit(this)),
      m_words(new QLineEdit(this)),
      m_outcome(new QComboBox(this)),
      m_from(new DateField(tr("From"), this)),
      m_to(new DateField(tr("To"), this)),
      m_workstation(new QComboBox(this)),
      m_workstationLabel(nullptr)
{
    setObjectName(QStringLiteral("entryFilters"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::unit);
    grid->setVerticalSpacing(space::half);
    int place = 0;
    const auto add = [&](QWidget* field, QWidget* named, const QString& objectName, const QString& name) {
        constexpr int perRow = 4;
        named->setObjectName(objectName);
        auto* label = new QLabel(name, this);
        label->setBuddy(named);
        if (auto* box = qobject_cast<QComboBox*>(named)) {
            nameCombo(box, name);
            connect(box, &QComboBox::currentIndexChanged, this, &EntryFilters::changed);
        } else {
            named->setAccessibleName(name);
        }
        grid->addWidget(label, 2 * (place / perRow), place % perRow);
        grid->addWidget(field, 2 * (place / perRow) + 1, place % perRow);
        ++place;
        return label;
    };
    add(m_which, m_which, QStringLiteral("showEntries"), tr("Show"));
    add(m_person, m_person, QStringLiteral("filterPerson"), tr("Person"));
    add(m_case, m_case, QStringLiteral("filterCase"), tr("Case"));
    add(m_plate, m_plate, QStringLiteral("filterPlate"), tr("Plate"));
    add(m_words, m_words, QStringLiteral("filterReason"), tr("Reason"));
    add(m_outcome, m_outcome, QStringLiteral("filterOutcome"), tr("Outcome"));
    add(m_from, m_from->edit(), QStringLiteral("filterFrom"), tr("From"));
    add(m_to, m_to->edit(), QStringLiteral("filterTo"), tr("To"));
    m_workstationLabel = add(m_workstation, m_workstation, QStringLiteral("filterWorkstation"), tr("Workstation"));

    m_which->addItem(tr("All entries"), static_cast<int>(AuditEntryModel::Show::Everything));
    m_which->addItem(tr("Items of the review"), static_cast<int>(AuditEntryModel::Show::Items));
    m_which->addItem(tr("Open items"), static_cast<int>(AuditEntryModel::Show::OpenItems));
    m_words->setPlaceholderText(tr("Words of the reason"));
    for (QLineEdit* edit : {m_case, m_plate, m_words}) {
        edit->setMaxLength(256);
        edit->setClearButtonEnabled(true);
        connect(edit, &QLineEdit::textChanged, this, &EntryFilters::changed);
    }
    for (DateField* field : {m_from, m_to})
        connect(field, &DateField::dateChanged, this, &EntryFilters::changed);
    offer(nullptr, {});
}

void EntryFilters::offer(const ReviewEntries* entries, const QStringList& workstations)
{
    const auto fill = [](QComboBox* box, const QString& all, const QStringList& values) {
        const QSignalBlocker quiet(box);
        const QString chosen = box->currentData().toString();
        box->clear();
        box->addItem(all, QString());
        for (const QString& value : values)
            box->addItem(value, value);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_person, tr("Everybody"), entries ? entries->persons() : QStringList());
    fill(m_outcome, tr("Any outcome"), entries ? entries->outcomes() : QStringList());
    {
        const QSignalBlocker quiet(m_workstation);
        m_workstation->clear();
        m_workstation->addItem(tr("Every workstation"));
        m_workstation->addItems(entries ? workstations : QStringList());
    }
    const bool several = entries && workstations.size() > 1;
    m_workstation->setVisible(several);
    m_workstationLabel->setVisible(several);
}

EntryFilter EntryFilters::filter() const
{
    EntryFilter filter;
    filter.person = m_person->currentData().toString();
    filter.caseNumber = m_case->text().trimmed();
    filter.plate = m_plate->text().trimmed().toUpper();
    filter.words = m_words->text();
    filter.outcome = m_outcome->currentData().toString();
    if (m_workstation->currentIndex() > 0)
        filter.log = static_cast<std::size_t>(m_workstation->currentIndex() - 1);
    if (m_from->date().isValid())
        filter.from = toInstant(m_from->date().startOfDay());
    if (m_to->date().isValid())
        filter.to = toInstant(m_to->date().addDays(1).startOfDay());
    return filter;
}

AuditEntryModel::Show EntryFilters::which() const
{
    return static_cast<AuditEntryModel::Show>(m_which->currentData().toInt());
}

void EntryFilters::setWhich(AuditEntryModel::Show which)
{
    m_which->setCurrentIndex(m_which->findData(static_cast<int>(which)));
}

QWidget* EntryFilters::lastField() const
{
    return m_workstation;
}

void EntryFilters::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_person->setCurrentIndex(0);
        m_outcome->setCurrentIndex(0);
        m_workstation->setCurrentIndex(0);
        for (QLineEdit* edit : {m_case, m_plate, m_words, m_from->edit(), m_to->edit()})
            edit->clear();
    }
    Q_EMIT changed();
}

} // namespace casebound
