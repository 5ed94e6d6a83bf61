#include "ui/review/ReconciliationDialog.h"

#include "lists/ComparisonText.h"
#include "lists/ReconciliationModel.h"
#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/review/ComparisonWords.h"
#include "ui/review/SaveRow.h"
#include "ui/search/DateField.h"
#include "ui/search/NoticeBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int daysAtFirst = 30;

QDate dayOf(Instant at)
{
    return toDateTime(at).toLocalTime().date();
}

} // namespace

ReconciliationDialog::ReconciliationDialog(ReconciliationService& service, const Clock& clock, bool training, QWidget* parent)
    : QDialog(parent),
      m_service(&service),
      m_clock(clock),
      m_model(new ReconciliationModel(this)),
      m_order(new QSortFilterProxyModel(this)),
      m_period(makePeriod()),
      m_progress(new QProgressBar(this)),
      m_state(new WrapLabel({}, this)),
      m_notice(new NoticeBar(this)),
      m_remarks(new WrapLabel({}, this)),
      m_table(makeTable()),
      m_details(new WrapLabel({}, this)),
      m_save(new SaveRow([this, training](OversightFormat format) { return m_found ? fileOf(*m_found, format, training) : std::nullopt; },
                         this))
{
    setObjectName(QStringLiteral("reconciliationDialog"));
    setWindowTitle(tr("Casebound – Reconcile with vendor"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1200, 640);
    auto* about =
        new WrapLabel(tr("Every query that this workstation’s log has of the period is compared with the vendor’s own record of it. "
                         "What was found is an entry of the log before it is shown. A difference is a reason to ask, not a "
                         "finding against anybody."),
                      this);
    Theme::setTone(about, Tone::Quiet);
    m_progress->setObjectName(QStringLiteral("reconciliationProgress"));
    m_progress->setAccessibleName(tr("Comparing with the vendor"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_state->setObjectName(QStringLiteral("reconciliationState"));
    m_notice->setObjectName(QStringLiteral("reconciliationNotice"));
    m_remarks->setObjectName(QStringLiteral("reconciliationRemarks"));
    m_details->setObjectName(QStringLiteral("reconciliationDetails"));
    m_details->setTextFormat(Qt::PlainText);
    for (QLabel* quiet : {m_state, m_remarks})
        Theme::setTone(quiet, Tone::Quiet);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeReconciliation"));
    close->setAutoDefault(false);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    column->addWidget(about);
    column->addWidget(m_period);
    column->addWidget(m_message);
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_notice),
                          static_cast<QWidget*>(m_remarks)})
        column->addWidget(part);
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    column->addWidget(m_save);
    column->addLayout(buttons);
    column->addStretch(0);
    for (QWidget* later : {static_cast<QWidget*>(m_remarks), static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_details),
                           static_cast<QWidget*>(m_save)})
        later->hide();
    setRunning(service.isRunning());
    if (!service.isOffered()) {
        m_start->setEnabled(false);
        m_notice->show(Tone::Info, ComparisonWords::of(ReconciliationProblem::NoVendorAudit).whole());
    }
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&service, &ReconciliationService::progressed, this, &ReconciliationDialog::follow);
    connect(&service, &ReconciliationService::finished, this, &ReconciliationDialog::present);
}

ReconciliationDialog::~ReconciliationDialog()
{
    if (m_service) {
        m_service->disconnect(this);
        m_service->cancel();
    }
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

QWidget* ReconciliationDialog::makePeriod()
{
    auto* part = new QWidget(this);
    const QDate today = dayOf(m_clock.now());
    m_from = new DateField(tr("From"), part);
    m_from->edit()->setObjectName(QStringLiteral("reconciliationFrom"));
    m_from->setDate(today.addDays(-daysAtFirst));
    m_to = new DateField(tr("Up to and including"), part);
    m_to->edit()->setObjectName(QStringLiteral("reconciliationTo"));
    m_to->setDate(today);
    m_message = new FieldMessage(m_to->edit(), this);
    m_start = new QPushButton(tr("Compare"), part);
    m_start->setObjectName(QStringLiteral("startReconciliation"));
    m_start->setDefault(true);
    m_stop = new QPushButton(tr("Stop"), part);
    m_stop->setObjectName(QStringLiteral("stopReconciliation"));
    m_stop->setAutoDefault(false);
    auto* fromLabel = new QLabel(tr("From"), part);
    fromLabel->setBuddy(m_from->edit());
    auto* toLabel = new QLabel(tr("up to and including"), part);
    toLabel->setBuddy(m_to->edit());
    auto* row = new FlowLayout(space::unit, space::half);
    row->setContentsMargins(0, 0, 0, 0);
    part->setLayout(row);
    for (QWidget* each : {static_cast<QWidget*>(fromLabel), static_cast<QWidget*>(m_from), static_cast<QWidget*>(toLabel),
                          static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_start), static_cast<QWidget*>(m_stop)})
        row->addWidget(each);
    connect(m_start, &QPushButton::clicked, this, &ReconciliationDialog::start);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_service)
            m_service->cancel();
    });
    connect(m_from, &DateField::dateChanged, m_message, &FieldMessage::clear);
    connect(m_to, &DateField::dateChanged, m_message, &FieldMessage::clear);
    return part;
}

QTableView* ReconciliationDialog::makeTable()
{
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("reconciliationFindings"));
    table->setAccessibleName(tr("Differences"));
    m_order->setSourceModel(m_model);
    m_order->setSortRole(ReconciliationModel::SortRole);
    table->setModel(m_order);
    dressTable(*table);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(ReconciliationModel::TimeColumn, Qt::AscendingOrder);
    table->horizontalHeader()->setStretchLastSection(true);
    const QFontMetrics metrics(table->font());
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text) + 3 * space::unit; };
    table->setColumnWidth(ReconciliationModel::TimeColumn, width(QStringLiteral("20 Nov 2026, 15:04 ")));
    table->setColumnWidth(ReconciliationModel::KindColumn, width(QStringLiteral("Solo en el proveedor")));
    table->setColumnWidth(ReconciliationModel::PersonColumn, width(QStringLiteral("practice.supervisor")));
    table->setColumnWidth(ReconciliationModel::CaseColumn, width(QStringLiteral("HB-2026-0000")));
    table->setColumnWidth(ReconciliationModel::PlateColumn, width(QStringLiteral("WWWWWWW")));
    table->setColumnWidth(ReconciliationModel::FieldColumn, width(QStringLiteral("Hora de la consulta")));
    table->setColumnWidth(ReconciliationModel::OursColumn, width(QStringLiteral("Grey van seen at the depot after")));
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReconciliationDialog::showDetails);
    return table;
}

void ReconciliationDialog::start()
{
    m_message->clear();
    m_notice->clear();
    const auto refuse = [this](const ReconciliationRefusal& refusal) {
        const FailureWords words = ComparisonWords::of(refusal);
        const auto* problem = std::get_if<ReconciliationProblem>(&refusal);
        if (problem && *problem == ReconciliationProblem::BadPeriod) {
            // First the focus: a field that loses it writes its day anew, and that takes words away that stand already.
            m_to->edit()->setFocus(Qt::OtherFocusReason);
            m_message->show(words.whole());
        } else {
            m_notice->show(Tone::Bad, words.whole());
        }
    };
    const QDate first = m_from->date(), last = m_to->date();
    if (!m_service || !first.isValid() || !last.isValid())
        return refuse(ReconciliationProblem::BadPeriod);
    // The whole of both days; of today, what there is of it.
    const Instant now = m_clock.now(), end = toInstant(last.addDays(1).startOfDay());
    const auto started = m_service->start(toInstant(first.startOfDay()), last == dayOf(now) ? std::min(now, end) : end);
    if (!started)
        return refuse(started.error());
    m_found.reset();
    for (QWidget* earlier : {static_cast<QWidget*>(m_remarks), static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_details),
                             static_cast<QWidget*>(m_save)})
        earlier->hide();
    setRunning(true);
    m_stop->setFocus(Qt::OtherFocusReason);
}

void ReconciliationDialog::setRunning(bool on)
{
    m_start->setVisible(!on);
    m_stop->setVisible(on);
    m_from->setEnabled(!on);
    m_to->setEnabled(!on);
    m_progress->setRange(0, 0);
    m_progress->setVisible(on);
    m_state->clear();
    m_state->setVisible(on);
}

void ReconciliationDialog::follow(ReconciliationService::Stage stage, quint64 done, quint64 total)
{
    m_progress->setRange(0, total == 0 ? 0 : 1000);
    m_progress->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
    m_state->setText(ComparisonWords::of(stage, done, total));
}

void ReconciliationDialog::present(const ReconciliationResult& result)
{
    const bool hadFocus = m_stop->hasFocus();
    setRunning(false);
    if (!result.found) {
        const auto* problem = std::get_if<ReconciliationProblem>(&result.found.error());
        const bool stopped = problem && *problem == ReconciliationProblem::Cancelled;
        m_notice->show(stopped ? Tone::Info : Tone::Bad, ComparisonWords::of(result.found.error()).whole());
        if (hadFocus)
            m_start->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_found = *result.found;
    const QString summary = ComparisonWords::summary(*m_found), remarks = ComparisonWords::remarks(*m_found);
    const bool inOrder = m_found->counts.inOrder();
    m_notice->show(inOrder ? Tone::Good : Tone::Caution, inOrder ? tr("No differences. %1").arg(summary) : summary);
    m_remarks->setText(remarks);
    m_remarks->setVisible(!remarks.isEmpty());
    m_model->put(m_found->findings);
    m_table->setVisible(!inOrder);
    m_save->show();
    m_save->propose(QStringLiteral("reconciliation-%1").arg(m_found->sequence));
    if (inOrder) {
        m_details->hide();
        m_start->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setCurrentIndex(m_order->index(0, 0));
    showDetails();
    m_table->setFocus(Qt::OtherFocusReason);
}

/// What a cell is too narrow for.
void ReconciliationDialog::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    const AuditFinding* finding = m_model->at(current.isValid() ? m_order->mapToSource(current).row() : -1);
    m_details->setVisible(finding != nullptr && m_table->isVisibleTo(this));
    if (!finding)
        return;
    QStringList lines;
    if (const QString hint = ComparisonText::of(finding->hint); !hint.isEmpty())
        lines += hint;
    //: %1: what a query says in the log.
    if (!finding->ours.isEmpty() || finding->field)
        lines += tr("In the log: %1").arg(finding->ours.isEmpty() ? tr("nothing") : ComparisonText::value(*finding, finding->ours));
    //: %1: what a query says at the vendor.
    if (!finding->theirs.isEmpty() || finding->field)
        lines += tr("At the vendor: %1").arg(finding->theirs.isEmpty() ? tr("nothing") : ComparisonText::value(*finding, finding->theirs));
    if (finding->sequence > 0) {
        //: %1: number of an entry of the log, %2: id of a query.
        lines += tr("Entry %1, query %2").arg(QLocale().toString(static_cast<qulonglong>(finding->sequence)), finding->queryId);
    } else {
        //: %1: id of a query.
        lines += tr("Query %1").arg(finding->queryId);
    }
    m_details->setText(lines.join(QLatin1Char('\n')));
}

} // namespace casebound
