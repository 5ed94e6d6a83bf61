// How the lower half of Verify is laid out.
#include "ui/verify/JudgePanel.h"

#include "domain/VehicleNote.h"
#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/WrapLabel.h"
#include "ui/search/JurisdictionField.h"
#include "ui/verify/ComparisonView.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

QLabel* labelFor(const QString& text, QWidget* buddy, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

QLabel* wordsLabel(const QString& name, QWidget* parent)
{
    auto* label = new WrapLabel({}, parent);
    label->setObjectName(name);
    return label;
}

QPushButton* button(const QString& text, const QString& name, const QString& tip, QWidget* parent)
{
    auto* result = new QPushButton(text, parent);
    result->setObjectName(name);
    result->setToolTip(tip);
    result->setAutoDefault(false);
    return result;
}

} // namespace

void JudgePanel::build()
{
    m_facts = wordsLabel(QStringLiteral("readFacts"), this);

    m_plate = new QLineEdit(this);
    m_plate->setObjectName(QStringLiteral("whatTheImageShows"));
    m_plate->setMaxLength(32);
    QFont plate = Theme::plate(font());
    plate.setPointSizeF(plate.pointSizeF() * 1.3);
    m_plate->setFont(plate);
    m_plateMessage = new FieldMessage(m_plate, this);
    m_jurisdiction = new JurisdictionField(this);
    m_jurisdiction->setObjectName(QStringLiteral("jurisdictionShown"));
    m_jurisdiction->lineEdit()->setAccessibleName(tr("Jurisdiction shown"));
    m_jurisdiction->lineEdit()->setPlaceholderText(tr("Leave empty where none can be read"));
    m_jurisdictionMessage = new FieldMessage(m_jurisdiction, this);
    m_vehicle = new QLineEdit(this);
    m_vehicle->setObjectName(QStringLiteral("vehicleShown"));
    m_vehicle->setMaxLength(maxVehicleNote);
    m_vehicle->setPlaceholderText(tr("Colour, make, body: as far as you see"));
    m_vehicleWords = wordsLabel(QStringLiteral("vehicleWords"), this);
    m_compare = button(tr("Compare"), QStringLiteral("compare"), tr("Show the machine’s text beside yours (Enter)"), this);
    auto* typing = new QGridLayout;
    typing->setHorizontalSpacing(space::unit);
    typing->setVerticalSpacing(space::half);
    typing->addWidget(labelFor(tr("&What the image shows"), m_plate, this), 0, 0);
    typing->addWidget(labelFor(tr("&Jurisdiction shown"), m_jurisdiction, this), 0, 1);
    typing->addWidget(labelFor(tr("V&ehicle shown"), m_vehicle, this), 0, 2);
    typing->addWidget(m_plate, 1, 0);
    typing->addWidget(m_jurisdiction, 1, 1);
    typing->addWidget(m_vehicle, 1, 2);
    typing->addWidget(m_compare, 1, 3);
    typing->addWidget(m_plateMessage, 2, 0);
    typing->addWidget(m_jurisdictionMessage, 2, 1);
    typing->setColumnStretch(0, 2);
    typing->setColumnStretch(1, 2);
    typing->setColumnStretch(2, 2);

    m_comparison = new ComparisonView(this);

    m_confirmed = button(tr("Confirmed"), QStringLiteral("confirmed"), tr("The picture shows the plate asked for (Y in the queue)"), this);
    m_different = button(tr("Different plate"), QStringLiteral("differentPlate"),
                         tr("The picture shows another plate (N in the queue); needs a note"), this);
    m_unreadable =
        button(tr("Unreadable"), QStringLiteral("unreadable"), tr("The picture cannot be read (U in the queue); needs a note"), this);
    auto* verdicts = new FlowLayout(space::unit, space::half);
    for (QPushButton* each : {m_confirmed, m_different, m_unreadable})
        verdicts->addWidget(each);
    m_why = wordsLabel(QStringLiteral("verdictWords"), this);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setMaxLength(2000);
    m_note->setPlaceholderText(tr("Needed for different plate and unreadable"));
    m_noteMessage = new FieldMessage(m_note, this);

    m_relevance = new QLineEdit(this);
    m_relevance->setObjectName(QStringLiteral("relevance"));
    m_relevance->setMaxLength(2000);
    m_relevance->setPlaceholderText(tr("What it means for the case"));
    m_relevanceMessage = new FieldMessage(m_relevance, this);
    m_keep = button(tr("Keep for the case"), QStringLiteral("keep"), tr("Stores the read and its pictures in the case file"), this);
    m_keepWords = wordsLabel(QStringLiteral("keepWords"), this);
    Theme::setTone(m_keepWords, Tone::Quiet);

    auto* lower = new QGridLayout;
    lower->setHorizontalSpacing(space::wide);
    lower->setVerticalSpacing(space::half);
    lower->addWidget(labelFor(tr("&Note"), m_note, this), 0, 0);
    lower->addWidget(labelFor(tr("Re&levance"), m_relevance, this), 0, 1);
    lower->addWidget(m_note, 1, 0);
    lower->addWidget(m_relevance, 1, 1);
    lower->addWidget(m_noteMessage, 2, 0);
    lower->addWidget(m_relevanceMessage, 2, 1);
    lower->addLayout(verdicts, 3, 0);
    lower->addWidget(m_keep, 3, 1, Qt::AlignLeft | Qt::AlignTop);
    lower->addWidget(m_why, 4, 0, Qt::AlignTop);
    lower->addWidget(m_keepWords, 4, 1, Qt::AlignTop);
    lower->setColumnStretch(0, 1);
    lower->setColumnStretch(1, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_facts);
    column->addLayout(typing);
    column->addWidget(m_comparison);
    column->addWidget(m_vehicleWords);
    column->addLayout(lower);

    // In the order of the work: note and verdict, then relevance and keep.
    QWidget* before = m_compare;
    for (QWidget* each : {static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_confirmed), static_cast<QWidget*>(m_different),
                          static_cast<QWidget*>(m_unreadable), static_cast<QWidget*>(m_relevance), static_cast<QWidget*>(m_keep)}) {
        setTabOrder(before, each);
        before = each;
    }
}

} // namespace casebound
