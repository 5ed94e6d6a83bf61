#include "ui/review/OtherLogsDialog.h"

#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/review/ReviewWords.h"
#include "ui/search/NoticeBar.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

OtherLogsDialog::OtherLogsDialog(ReviewService& reviews, QWidget* parent)
    : QDialog(parent),
      m_reviews(reviews),
      m_table(new QTableWidget(this)),
      m_folder(new QLineEdit(this)),
      m_message(new FieldMessage(m_folder, this)),
      m_open(new QPushButton(tr("Open log"), this)),
      m_close(new QPushButton(tr("Close this log"), this)),
      m_notice(new NoticeBar(this))
{
    setObjectName(QStringLiteral("otherLogsDialog"));
    setWindowTitle(tr("Casebound – Logs of other desks"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 460);
    auto* about = new WrapLabel(tr("Logs that other workstations exported with their private parts. Each is checked first, as an auditor "
                                   "would, with the key the office profile has for that workstation. The next review covers them together "
                                   "with this desk’s; nothing of them is written to this log but what is judged."),
                                this);
    Theme::setTone(about, Tone::Quiet);
    m_table->setObjectName(QStringLiteral("otherLogs"));
    m_table->setAccessibleName(tr("Logs of other desks"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Workstation"), tr("Entries"), tr("Reaches up to"), tr("Review")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_folder->setObjectName(QStringLiteral("otherLogFolder"));
    m_folder->setAccessibleName(tr("Folder of the exported log"));
    auto* label = new QLabel(tr("Folder of the exported log"), this);
    label->setBuddy(m_folder);
    m_open->setObjectName(QStringLiteral("openOtherLog"));
    m_open->setDefault(true);
    m_close->setObjectName(QStringLiteral("closeOtherLog"));
    m_close->setAutoDefault(false);
    auto* done = new QPushButton(tr("Done"), this);
    done->setObjectName(QStringLiteral("otherLogsDone"));
    done->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("otherLogsNotice"));
    auto* buttons = new FlowLayout(space::unit, space::half);
    for (QPushButton* button : {m_open, m_close, done})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    column->addWidget(about);
    column->addWidget(m_table, 1);
    column->addWidget(label);
    column->addWidget(m_folder);
    column->addWidget(m_message);
    column->addWidget(m_notice);
    column->addLayout(buttons);
    connect(m_folder, &QLineEdit::textEdited, m_message, &FieldMessage::clear);
    connect(m_open, &QPushButton::clicked, this, &OtherLogsDialog::openLog);
    connect(m_close, &QPushButton::clicked, this, &OtherLogsDialog::closeLog);
    connect(done, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const int row = m_table->currentRow();
        m_close->setEnabled(row >= 0 && row < std::ssize(m_desks) && !m_desks[static_cast<std::size_t>(row)].inReview);
    });
    connect(&m_reviews, &ReviewService::changed, this, &OtherLogsDialog::refresh);
    connect(&m_reviews, &ReviewService::otherOpened, this, &OtherLogsDialog::showEnd);
    refresh();
    m_folder->setFocus(Qt::OtherFocusReason);
}

void OtherLogsDialog::refresh()
{
    m_desks = m_reviews.others();
    m_table->setRowCount(static_cast<int>(m_desks.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const OtherDesk& desk = m_desks[static_cast<std::size_t>(row)];
        const QStringList cells{desk.workstation, QLocale().toString(static_cast<qulonglong>(desk.entries)), Words::time(desk.upTo),
                                desk.inReview ? tr("in this review") : tr("in the next one")};
        for (int column = 0; column < cells.size(); ++column) {
            auto* cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column]);
            m_table->setItem(row, column, cell);
        }
    }
    m_table->resizeColumnsToContents();
    m_open->setEnabled(!m_reviews.isOpeningOther());
    const int row = m_table->currentRow();
    m_close->setEnabled(row >= 0 && row < std::ssize(m_desks) && !m_desks[static_cast<std::size_t>(row)].inReview);
}

void OtherLogsDialog::openLog()
{
    m_notice->clear();
    m_message->clear();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (folder.isEmpty() || QDir::isRelativePath(folder)) {
        m_message->show(ReviewWords::of(OtherLogProblem::NoLog).whole());
        m_folder->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_notice->show(Tone::Info, tr("The log is being checked from its first entry to its last."));
    m_open->setEnabled(false);
    if (const auto begun = m_reviews.openOther(folder); !begun) {
        m_notice->show(Tone::Bad, ReviewWords::of(begun.error()).whole());
        refresh();
    }
}

void OtherLogsDialog::closeLog()
{
    const int row = m_table->currentRow();
    if (row >= 0 && row < std::ssize(m_desks))
        m_reviews.closeOther(m_desks[static_cast<std::size_t>(row)].origin);
    m_folder->setFocus(Qt::OtherFocusReason);
}

void OtherLogsDialog::showEnd(const OtherLogEnd& end)
{
    refresh();
    if (!end.refused) {
        //: %1: the name of a workstation.
        m_notice->show(Tone::Good, tr("The log of %1 is in order and open.").arg(end.workstation));
        m_folder->clear();
        return;
    }
    QString words = ReviewWords::of(end.refused->problem).whole();
    if (end.refused->problem == OtherLogProblem::NoLog) {
        m_notice->clear();
        m_message->show(words);
        m_folder->setFocus(Qt::OtherFocusReason);
        return;
    }
    // What the check found, in the words an auditor gets; the first faults are enough to know the log by.
    constexpr int shownLines = 6;
    if (!end.refused->report.isEmpty())
        words += QLatin1Char('\n') + end.refused->report.trimmed().section(QLatin1Char('\n'), 0, shownLines - 1);
    m_notice->show(Tone::Bad, words);
}

} // namespace casebound
