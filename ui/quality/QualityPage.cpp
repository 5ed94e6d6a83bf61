#include "ui/quality/QualityPage.h"

#include "lists/QualityModel.h"
#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/quality/QualityWords.h"
#include "ui/search/DateField.h"
#include "ui/search/NoticeBar.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int daysAtFirst = 92; ///< A quarter: the longest period a review may have.

/// In a place of its own a label above its field; without a label the field stands level with the others. The field was made in its place:
/// one that is moved there keeps its turn in the order of Tab, and the place gets a later one.
QWidget* labelled(QLabel* label, QWidget* field, QWidget* buddy)
{
    QWidget* part = field->parentWidget();
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    if (label) {
        label->setBuddy(buddy);
        column->addWidget(label);
    } else {
        column->addSpacing(part->fontMetrics().height() + space::half); // nothing is added after a gap
    }
    column->addWidget(field);
    return part;
}

} // namespace

QualityPage::QualityPage(QualityService& quality, const Clock& clock, QWidget* parent)
    : Page(parent),
      m_quality(quality),
      m_clock(clock),
      m_model(new QualityModel(this)),
      m_order(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("qualityPage"));
    m_order->setSourceModel(m_model);
    m_order->setSortRole(QualityModel::SortRole);
    auto* heading = new QLabel(tr("OCR quality"), this);
    heading->setFont(Theme::heading(font()));
    auto* about =
        new WrapLabel(tr("Counted from what people typed from the pictures before they saw the machine’s text. Of a read that was not kept "
                         "only this stays: its camera, contributor and jurisdiction, and the characters that differed – no plate."),
                      this);
    Theme::setTone(about, Tone::Quiet);
    QWidget* period = makePeriod();
    m_message = new FieldMessage(m_from->edit(), this);
    m_summary = new WrapLabel({}, this);
    m_summary->setObjectName(QStringLiteral("qualitySummary"));
    m_claim = new WrapLabel({}, this);
    m_claim->setObjectName(QStringLiteral("qualityClaim"));
    m_notice = new NoticeBar(this);
    m_notice->setObjectName(QStringLiteral("qualityNotice"));
    m_table = makeTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(heading), static_cast<QWidget*>(about), period, static_cast<QWidget*>(m_message),
                          static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_claim)})
        column->addWidget(part);
    column->addWidget(m_table, 1);

    connect(m_from, &DateField::dateChanged, this, &QualityPage::count);
    connect(m_to, &DateField::dateChanged, this, &QualityPage::count);
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this](int group) { m_model->setGroup(static_cast<QualityModel::Group>(group)); });
    connect(m_export, &QPushButton::clicked, this, &QualityPage::chooseTarget);
}

QWidget* QualityPage::makePeriod()
{
    auto* part = new QWidget(this);
    const QDate today = toDateTime(m_clock.now()).toUTC().date();
    const auto place = [part] { return new QWidget(part); };
    m_from = new DateField(tr("Judged from"), place());
    m_from->edit()->setObjectName(QStringLiteral("qualityFrom"));
    m_from->setDate(today.addDays(-daysAtFirst));
    m_to = new DateField(tr("Judged to"), place());
    m_to->edit()->setObjectName(QStringLiteral("qualityTo"));
    m_to->setDate(today);
    m_group = new QComboBox(place());
    m_group->setObjectName(QStringLiteral("qualityGroup"));
    m_group->setAccessibleName(tr("Count by"));
    // In the order of QualityModel::Group.
    m_group->addItems({tr("Camera"), tr("Contributor"), tr("Jurisdiction"), tr("Character pair")});
    m_export = new QPushButton(tr("E&xport table …"), place());
    m_export->setObjectName(QStringLiteral("exportQuality"));
    m_export->setAccessibleName(tr("Export table"));
    auto* row = new FlowLayout(space::gap, space::unit, part); // longer words and larger text go to a second row
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(labelled(new QLabel(tr("Judged f&rom"), part), m_from, m_from->edit()));
    row->addWidget(labelled(new QLabel(tr("Judged &to"), part), m_to, m_to->edit()));
    row->addWidget(labelled(new QLabel(tr("Count &by"), part), m_group, m_group));
    row->addWidget(labelled(nullptr, m_export, nullptr));
    PageGuide::markPane(part);
    part->setFocusProxy(m_from->edit());
    return part;
}

QTableView* QualityPage::makeTable()
{
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("qualityTable"));
    table->setAccessibleName(tr("Misreads"));
    table->setModel(m_order);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(QualityModel::ComparedColumn, Qt::DescendingOrder);
    table->horizontalHeader()->setStretchLastSection(false);
    dressTable(*table);
    const auto width = [table](const QString& words) { return table->fontMetrics().horizontalAdvance(words) + 4 * space::unit; };
    table->setColumnWidth(QualityModel::KeyColumn, width(QStringLiteral("Harbour Sheriff, contributor of many")));
    for (const int column : {QualityModel::ComparedColumn, QualityModel::MisreadColumn, QualityModel::RateColumn,
                             QualityModel::IntervalColumn, QualityModel::UnreadableColumn})
        table->setColumnWidth(column, width(QStringLiteral("demasiado pocas")));
    letChooseColumns(*table, {QualityModel::KeyColumn, QualityModel::ComparedColumn});
    PageGuide::markPane(table);
    return table;
}

void QualityPage::enter()
{
    count();
    m_from->edit()->setFocus(Qt::OtherFocusReason);
}

void QualityPage::count()
{
    m_message->clear();
    m_notice->clear();
    auto report = m_quality.report(m_from->date(), m_to->date());
    m_report = report ? std::optional(*std::move(report)) : std::nullopt;
    m_export->setEnabled(m_report.has_value());
    m_model->setQuality(m_report ? m_report->found : ReadQuality());
    m_summary->setText(m_report ? QualityWords::summary(m_report->found) : QString());
    m_claim->setText(m_report ? QualityWords::claim(*m_report) : QString());
    Theme::setTone(m_claim, m_report && m_report->standing == ClaimStanding::Worse ? Tone::Caution : Tone::Quiet);
    if (m_report)
        return;
    const FailureWords words = QualityWords::of(report.error());
    if (std::holds_alternative<QualityProblem>(report.error()))
        m_message->show(words.whole());
    else
        m_notice->show(Tone::Bad, words.whole());
}

void QualityPage::chooseTarget()
{
    if (!m_report)
        return;
    //: File name proposed for an export. %1 and %2: dates.
    const QString name = tr("misreads %1 to %2.csv").arg(m_report->first.toString(Qt::ISODate), m_report->last.toString(Qt::ISODate));
    auto* dialog = new QFileDialog(this, tr("Casebound – Export the table"),
                                   QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever replaced
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &QualityPage::exportTo);
    dialog->open();
}

void QualityPage::exportTo(const QString& target)
{
    if (!m_report)
        return;
    if (const auto done = m_quality.exportTo(*m_report, target); !done) {
        m_notice->show(Tone::Bad, QualityWords::of(done.error()).whole());
        return;
    }
    //: %1: file.
    m_notice->show(Tone::Good, tr("The table was written: %1").arg(QDir::toNativeSeparators(target)));
    Q_EMIT announced(tr("The table of misreads was exported."));
}

} // namespace casebound
