#include "ui/review/ComplaintDialog.h"

#include "ui/FieldMessage.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/review/SaveRow.h"
#include "ui/search/NoticeBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

ComplaintDialog::ComplaintDialog(ComplaintService& complaints, bool training, QWidget* parent)
    : QDialog(parent),
      m_complaints(complaints),
      m_plate(new QLineEdit(this)),
      m_plateMessage(new FieldMessage(m_plate, this)),
      m_reference(new QLineEdit(this)),
      m_referenceMessage(new FieldMessage(m_reference, this)),
      m_notice(new NoticeBar(this)),
      m_count(new WrapLabel({}, this)),
      m_table(new QTableWidget(this)),
      m_save(new SaveRow([this, training](OversightFormat format) { return m_answer ? fileOf(*m_answer, format, training) : std::nullopt; },
                         this))
{
    setObjectName(QStringLiteral("complaintDialog"));
    setWindowTitle(tr("Casebound – Was this plate queried?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(980, 560);
    m_plate->setObjectName(QStringLiteral("complaintPlate"));
    m_plate->setAccessibleName(tr("Plate"));
    m_plate->setMaxLength(32);
    m_reference->setObjectName(QStringLiteral("complaintReference"));
    m_reference->setAccessibleName(tr("Complaint"));
    m_reference->setMaxLength(256);
    m_reference->setPlaceholderText(tr("Number or name of the complaint"));
    m_count->setObjectName(QStringLiteral("complaintCount"));
    m_notice->setObjectName(QStringLiteral("complaintNotice"));
    auto* about = new WrapLabel(tr("The whole log of this workstation is looked through for one plate. That you looked, and for which "
                                   "complaint, is an entry of the log before the answer is there."),
                                this);
    Theme::setTone(about, Tone::Quiet);
    auto* plateLabel = new QLabel(tr("Plate"), this);
    plateLabel->setBuddy(m_plate);
    auto* referenceLabel = new QLabel(tr("Complaint"), this);
    referenceLabel->setBuddy(m_reference);
    auto* look = new QPushButton(tr("Look up"), this);
    look->setObjectName(QStringLiteral("lookUp"));
    look->setDefault(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeComplaint"));
    close->setAutoDefault(false);

    m_table->setObjectName(QStringLiteral("plateUses"));
    m_table->setAccessibleName(tr("What the log says"));
    m_table->setColumnCount(8);
    m_table->setHorizontalHeaderLabels(
        {tr("Time"), tr("What"), tr("Person"), tr("On behalf of"), tr("Case"), tr("Reason"), tr("Outcome"), tr("Reads kept")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(look);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(about), static_cast<QWidget*>(plateLabel), static_cast<QWidget*>(m_plate),
                          static_cast<QWidget*>(m_plateMessage), static_cast<QWidget*>(referenceLabel), static_cast<QWidget*>(m_reference),
                          static_cast<QWidget*>(m_referenceMessage), static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_count)})
        column->addWidget(part);
    column->addWidget(m_table, 1);
    column->addWidget(m_save);
    column->addLayout(buttons);
    m_table->hide();
    m_save->hide();
    m_count->hide();
    connect(look, &QPushButton::clicked, this, &ComplaintDialog::look);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_plate, &QLineEdit::textEdited, m_plateMessage, &FieldMessage::clear);
    connect(m_reference, &QLineEdit::textEdited, m_referenceMessage, &FieldMessage::clear);
}

void ComplaintDialog::look()
{
    m_notice->clear();
    const auto answer = m_complaints.answer(m_plate->text(), m_reference->text());
    if (answer) {
        show(*answer);
        return;
    }
    if (const auto* problem = std::get_if<ComplaintProblem>(&answer.error())) {
        const bool plate = *problem == ComplaintProblem::PlateText;
        (plate ? m_plateMessage : m_referenceMessage)
            ->show(plate ? tr("This is not one whole plate of at most 8 letters and digits. Nothing was looked up. Type it as it is on the "
                              "vehicle.")
                         : tr("A look-up belongs to a complaint. Nothing was looked up. Give its number or name."));
        (plate ? m_plate : m_reference)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->show(Tone::Bad, Words::of(std::get<ServiceFailure>(answer.error())).whole());
}

void ComplaintDialog::show(const PlateAnswer& answer)
{
    m_answer = answer;
    const auto kind = [](PlateUse::Kind of) {
        switch (of) {
        case PlateUse::Kind::Query: return tr("Query");
        case PlateUse::Kind::Refused: return tr("Refused attempt");
        case PlateUse::Kind::Alert: return tr("Alert list");
        }
        return QString();
    };
    m_table->setRowCount(static_cast<int>(answer.uses.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const PlateUse& use = answer.uses[static_cast<std::size_t>(row)];
        //: Reads of a query. %1: kept, %2: sent by the vendor.
        const QString kept = use.kind == PlateUse::Kind::Query ? tr("%1 of %2").arg(use.kept).arg(use.returned) : QString();
        const QStringList cells{Words::time(use.at), kind(use.kind), use.person.text(), use.behalf,
                                use.caseNumber,      use.reasonText, use.outcome,       kept};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_table->resizeColumnsToContents();
    m_count->setText(answer.uses.empty() ? tr("No entry of this workstation’s log names this plate.")
                                         : tr("%n use(s) of this plate: queries, refused attempts and alert entries.", nullptr,
                                              static_cast<int>(answer.uses.size())));
    m_count->show();
    m_table->setVisible(!answer.uses.empty());
    m_save->show();
    m_save->propose(QStringLiteral("complaint-%1").arg(answer.sequence));
    if (!answer.uses.empty())
        m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
