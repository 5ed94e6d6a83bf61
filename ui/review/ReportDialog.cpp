#include "ui/review/ReportDialog.h"

#include "ui/ComboName.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/review/SaveRow.h"
#include "ui/search/NoticeBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

ReportDialog::ReportDialog(ReportService& reports, const Clock& clock, bool training, QWidget* parent)
    : QDialog(parent),
      m_reports(reports),
      m_months(reports.months()),
      m_first(new QComboBox(this)),
      m_last(new QComboBox(this)),
      m_notice(new NoticeBar(this)),
      m_table(new QTableWidget(this)),
      m_save(new SaveRow([this, &clock, training](
                             OversightFormat format) { return m_report ? fileOf(*m_report, format, clock.now(), training) : std::nullopt; },
                         this))
{
    setObjectName(QStringLiteral("reportDialog"));
    setWindowTitle(tr("Casebound – Transparency report"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 560);
    auto* about =
        new WrapLabel(tr("Counts by whole months, each over for two days. Counts from 1 to 10 are withheld, and with them as many "
                         "others as it takes that subtraction does not give them back. The report names nobody and no plate."),
                      this);
    Theme::setTone(about, Tone::Quiet);
    m_first->setObjectName(QStringLiteral("reportFirst"));
    m_last->setObjectName(QStringLiteral("reportLast"));
    for (const ReportMonth month : m_months) {
        m_first->addItem(month.text());
        m_last->addItem(month.text());
    }
    m_last->setCurrentIndex(m_last->count() - 1);
    nameCombo(m_first, tr("First month"));
    nameCombo(m_last, tr("Last month"));
    auto* make = new QPushButton(tr("Make report"), this);
    make->setObjectName(QStringLiteral("makeReport"));
    make->setDefault(true);
    make->setEnabled(!m_months.empty());
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeReport"));
    close->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("reportNotice"));
    m_table->setObjectName(QStringLiteral("reportCounts"));
    m_table->setAccessibleName(tr("Counts"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Month"), tr("Table"), tr("Item"), tr("Count")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);

    const auto labelled = [this](const QString& words, QComboBox* box) {
        auto* label = new QLabel(words, this);
        label->setBuddy(box);
        return label;
    };
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(labelled(tr("First month"), m_first));
    row->addWidget(m_first);
    row->addWidget(labelled(tr("Last month"), m_last));
    row->addWidget(m_last);
    row->addWidget(make);
    row->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    column->addWidget(about);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_table, 1);
    column->addWidget(m_save);
    column->addLayout(buttons);
    m_save->hide();
    if (m_months.empty())
        m_notice->show(Tone::Info, tr("No whole month of this log is over for two days yet. No report was made."));
    connect(make, &QPushButton::clicked, this, &ReportDialog::make);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ReportDialog::make()
{
    m_notice->clear();
    const int first = m_first->currentIndex(), last = m_last->currentIndex();
    if (first < 0 || last < first) {
        m_notice->show(Tone::Bad, tr("The last month is before the first. No report was made. Choose them again."));
        return;
    }
    const auto report = m_reports.make(m_months[static_cast<std::size_t>(first)], m_months[static_cast<std::size_t>(last)]);
    if (!report) {
        const auto* failure = std::get_if<ServiceFailure>(&report.error());
        m_notice->show(Tone::Bad, failure ? Words::of(*failure).whole()
                                          : tr("No whole month of this log is over for two days yet. No report was made."));
        return;
    }
    m_report = *report;
    // The lines that are saved are the lines that are shown.
    const QList<QByteArray> lines = fileOf(*m_report, OversightFormat::Csv, {}, false).value_or(QByteArray()).split('\n');
    m_table->setRowCount(0);
    for (const QByteArray& line : lines.mid(1)) {
        const QStringList cells = QString::fromUtf8(line.trimmed()).split(QLatin1Char(','));
        if (cells.size() != m_table->columnCount())
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column] == QStringLiteral("-") ? tr("withheld") : cells[column]));
    }
    m_table->resizeColumnsToContents();
    m_save->show();
    m_save->propose(QStringLiteral("transparency-%1-%2").arg(m_report->months.front().month.text(), m_report->months.back().month.text()));
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
