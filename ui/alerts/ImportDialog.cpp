#include "ui/alerts/ImportDialog.h"

#include "ui/FieldMessage.h"
#include "ui/TableLook.h"
#include "ui/Words.h"
#include "ui/alerts/AlertDialog.h"
#include "ui/alerts/AlertFields.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr qint64 mostBytes = (1 << 20) + 1; ///< One more than the parser takes: it says that it is too large.
constexpr int shownRows = 5;

} // namespace

ImportAlertsDialog::ImportAlertsDialog(AlertService& alerts, PageServices services, QWidget* parent)
    : QDialog(parent),
      m_alerts(alerts),
      m_fields(new AlertFields(services, AlertFields::Of::List, alerts.latestDay(), this)),
      m_file(new QLineEdit(this)),
      m_rows(new QTableWidget(this)),
      m_count(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_whole(new FieldMessage(this, this))
{
    setObjectName(QStringLiteral("importAlerts"));
    setWindowTitle(tr("Casebound – Import alerts"));
    m_file->setObjectName(QStringLiteral("importFile"));
    m_file->setAccessibleName(tr("File"));
    m_fileMessage = new FieldMessage(m_file, this);
    auto* label = new QLabel(tr("&File"), this);
    label->setBuddy(m_file);
    auto* choose = new QPushButton(tr("Choose file …"), this);
    choose->setObjectName(QStringLiteral("chooseImportFile"));
    choose->setAutoDefault(false);
    m_rows->setObjectName(QStringLiteral("importRows"));
    m_rows->setAccessibleName(tr("Rows of the file"));
    m_rows->setColumnCount(3);
    m_rows->setHorizontalHeaderLabels({tr("Line"), tr("Plate"), tr("What becomes of it")});
    m_rows->verticalHeader()->hide();
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setTabKeyNavigation(false);
    copyNothingByKey(*m_rows);
    m_rows->setFixedHeight(m_rows->verticalHeader()->defaultSectionSize() * shownRows + m_rows->horizontalHeader()->sizeHint().height());
    m_rows->hide();
    m_count->setObjectName(QStringLiteral("importCount"));
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Adding the rows"));
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto* content = new QWidget(this);
    auto* fileRow = new QHBoxLayout;
    fileRow->setSpacing(space::unit);
    fileRow->addWidget(label);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(choose);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_fields);
    column->addLayout(fileRow);
    column->addWidget(m_fileMessage);
    column->addWidget(m_rows);
    column->addWidget(m_count);
    column->addWidget(m_progress);
    m_act =
        layAlertDialog(*this, tr("Import alerts"),
                       tr("A text file (CSV) with the columns plate, jurisdiction and reason, and perhaps expires (YYYY-MM-DD). Each row "
                          "becomes an entry of its own, with its own reason, for the one case chosen here."),
                       content, m_whole, tr("Check the file"));
    connect(choose, &QPushButton::clicked, this, &ImportAlertsDialog::chooseFile);
    connect(m_act, &QPushButton::clicked, this, &ImportAlertsDialog::act);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        m_fileMessage->clear();
        delete std::exchange(m_import, nullptr);
        m_act->setText(tr("Check the file"));
    });
}

void ImportAlertsDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Casebound – File of plates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Text tables (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

QString ImportAlertsDialog::wordsOf(const AlertCsvFault& fault)
{
    switch (fault.problem) {
    case AlertCsvProblem::TooLarge: return tr("The file is over 1 MiB. Nothing was added. Divide it.");
    case AlertCsvProblem::NotUtf8: return tr("The file is not UTF-8 text. Nothing was added. Save it as CSV in UTF-8.");
    case AlertCsvProblem::UnknownColumn:
        return tr("There is no column “%1”. Nothing was added. Columns are plate, jurisdiction, reason and expires.").arg(fault.detail);
    case AlertCsvProblem::DoubledColumn: return tr("The column “%1” is there twice. Nothing was added.").arg(fault.detail);
    case AlertCsvProblem::MissingColumn: return tr("The column “%1” is missing. Nothing was added.").arg(fault.detail);
    case AlertCsvProblem::Quote: return tr("Line %1: a quotation mark stands where none can. Nothing was added.").arg(fault.line);
    case AlertCsvProblem::FieldCount: return tr("Line %1 has more or fewer fields than the first. Nothing was added.").arg(fault.line);
    case AlertCsvProblem::FieldTooLong: return tr("Line %1 has a field of over 4,096 characters. Nothing was added.").arg(fault.line);
    case AlertCsvProblem::TooManyRows: return tr("The file has over 2,500 rows, more than a list holds. Nothing was added.");
    case AlertCsvProblem::NoRows: return tr("The file has no rows. Nothing was added.");
    }
    return {};
}

void ImportAlertsDialog::act()
{
    if (!m_import) {
        check();
    } else if (m_import->isRunning()) {
        m_import->cancel();
    } else {
        m_progress->setRange(0, static_cast<int>(m_import->rows().size()));
        m_progress->show();
        m_fields->setEnabled(false);
        m_file->setReadOnly(true);
        m_act->setText(tr("Stop"));
        m_import->start();
    }
}

void ImportAlertsDialog::check()
{
    m_whole->clear();
    m_fileMessage->clear();
    if (m_fields->mark(m_alerts.judge(m_fields->draft())))
        return;
    QFile file(m_file->text());
    if (!file.open(QIODevice::ReadOnly)) {
        m_fileMessage->show(tr("The file cannot be read: %1. Nothing was added. Choose another one.").arg(file.errorString()));
        m_file->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto rows = parseAlertCsv(file.read(mostBytes));
    if (!rows) {
        m_fileMessage->show(wordsOf(rows.error()));
        m_file->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_import = new AlertImport(m_alerts, m_fields->draft(), *rows, this);
    connect(m_import, &AlertImport::progressed, this, [this](int done, int) { m_progress->setValue(done); });
    connect(m_import, &AlertImport::finished, this, &ImportAlertsDialog::finish);
    showRows();
    const int good = m_import->acceptable();
    m_act->setText(tr("Add %n entry(s)", nullptr, good));
    m_act->setEnabled(good > 0);
    m_act->setFocus(Qt::OtherFocusReason);
}

void ImportAlertsDialog::showRows()
{
    const auto& rows = m_import->rows();
    m_rows->setRowCount(static_cast<int>(rows.size()));
    for (int n = 0; n < m_rows->rowCount(); ++n) {
        const AlertImportRow& row = rows[static_cast<std::size_t>(n)];
        QString words = row.added ? tr("Added") : tr("Can be added");
        if (!row.refused.empty())
            words = tr("Not added: %1").arg(Words::of(row.refused.front()));
        else if (row.failure)
            words = tr("Not added: %1").arg(Words::of(*row.failure).happened);
        m_rows->setItem(n, 0, new QTableWidgetItem(QString::number(row.row.line)));
        m_rows->setItem(n, 1, new QTableWidgetItem(row.row.plate));
        m_rows->setItem(n, 2, new QTableWidgetItem(words));
    }
    m_rows->show();
    const int refused = static_cast<int>(rows.size()) - m_import->acceptable();
    m_count->setText(refused > 0 ? tr("%n row(s) of the file cannot be added.", nullptr, refused) : tr("Every row can be added."));
}

void ImportAlertsDialog::finish()
{
    const int added = m_import->added();
    showRows();
    m_progress->hide();
    m_count->setText(tr("%n entry(s) added. What was not added stands in the table.", nullptr, added));
    m_act->setEnabled(false);
    Q_EMIT imported(added);
    if (added == static_cast<int>(m_import->rows().size()))
        accept();
    else
        m_rows->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
