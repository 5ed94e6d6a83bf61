#include "ui/export/DisposalDialog.h"

#include "ui/Prompt.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/export/ExportWords.h"
#include "ui/search/NoticeBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

DisposalDialog::DisposalDialog(CaseDisposal& service, Prompt& prompt, QWidget* parent)
    : QDialog(parent),
      m_service(service),
      m_prompt(prompt),
      m_table(new QTableWidget(this)),
      m_none(new WrapLabel(tr("No closed case has reached the end of its years."), this)),
      m_dispose(new QPushButton(tr("&Dispose of reads …"), this)),
      m_notice(new NoticeBar(this))
{
    setObjectName(QStringLiteral("disposalDialog"));
    setWindowTitle(tr("Casebound – Due for disposal"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    auto* heading = new QLabel(tr("Due for disposal"), this);
    heading->setFont(Theme::heading(font()));
    auto* about =
        new WrapLabel(tr("Closed cases whose years of the retention schedule are over. Disposal destroys the case's key: its kept "
                         "reads and pictures cannot be opened by anybody afterwards, from any copy of the database. The entries "
                         "of the audit log stay."),
                      this);
    Theme::setTone(about, Tone::Quiet);
    m_table->setObjectName(QStringLiteral("dueCases"));
    m_table->setAccessibleName(tr("Cases due for disposal"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Case"), tr("Closed"), tr("Not before"), tr("Retention")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    dressTable(*m_table);
    m_none->setObjectName(QStringLiteral("nothingDue"));
    m_notice->setObjectName(QStringLiteral("disposalNotice"));
    m_dispose->setObjectName(QStringLiteral("disposeCase"));
    m_dispose->setAccessibleName(tr("Dispose of reads"));
    m_dispose->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("disposalClose"));
    close->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_dispose);
    row->addStretch(1);
    row->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::gap);
    column->setSpacing(space::unit);
    for (QWidget* one :
         {static_cast<QWidget*>(heading), static_cast<QWidget*>(about), static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_none)}) {
        column->addWidget(one);
    }
    column->addWidget(m_table, 1);
    column->addLayout(row);
    resize(680, 420);
    connect(m_dispose, &QPushButton::clicked, this, &DisposalDialog::dispose);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_service, &CaseDisposal::disposed, this, &DisposalDialog::refresh);
    refresh();
}

void DisposalDialog::refresh()
{
    m_due = m_service.due();
    m_table->setRowCount(0);
    for (const CaseDisposal::Due& one : m_due) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QStringList cells{one.subject.number.text(), Words::date(*one.label.closed), Words::date(*one.label.destroyNotBefore),
                                ExportWords::of(one.label)};
        for (int column = 0; column < cells.size(); ++column) {
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        }
    }
    const bool some = !m_due.empty();
    m_none->setVisible(!some);
    m_table->setVisible(some);
    m_dispose->setEnabled(some);
    if (some) {
        m_table->setCurrentCell(0, 0);
        m_table->resizeColumnsToContents();
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void DisposalDialog::dispose()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_due.size())) {
        return;
    }
    const CaseNumber number = m_due[static_cast<std::size_t>(row)].subject.number;
    m_prompt.askNote(
        this,
        {.text = {.kind = PromptKind::Warning,
                  .title = tr("Dispose of reads"),
                  //: %1: case number.
                  .text = tr("Dispose of everything kept for case %1?").arg(number.text()),
                  .detail = tr("This cannot be undone: no copy of the database opens its reads and pictures afterwards. Ask the "
                               "record system first whether anybody holds the file. The note goes into the audit log."),
                  .accept = tr("Dispose of reads"),
                  .refuse = {},
                  .dangerous = true},
         .label = tr("Who decided, and that nobody holds the file"),
         .required = true},
        [this, number](const std::optional<QString>& note) {
            if (note) {
                carryOut(number, *note);
            }
        });
}

void DisposalDialog::carryOut(const CaseNumber& number, const QString& note)
{
    const auto done = m_service.dispose(number, note);
    if (!done) {
        m_notice->show(Tone::Bad, ExportWords::of(done.error()).whole());
        return;
    }
    //: %1: case number.
    const QString words = tr("The reads of case %1 are disposed of.").arg(number.text());
    m_notice->show(Tone::Good, words);
    Q_EMIT announced(words);
}

} // namespace casebound
