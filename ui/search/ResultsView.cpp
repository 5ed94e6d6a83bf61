#include "ui/search/ResultsView.h"

#include "lists/ReadTableModel.h"
#include "ui/DayFilter.h"
#include "ui/Prompt.h"
#include "ui/ReadCopier.h"
#include "ui/map/MapPane.h"
#include "ui/search/NoticeBar.h"
#include "ui/search/ReadPictures.h"
#include "ui/search/ReadTableView.h"
#include "ui/search/RunMap.h"
#include "ui/search/RunWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace casebound {

ResultsView::ResultsView(PageServices services, Prompt& prompt, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_prompt(prompt),
      m_exactModel(new ReadTableModel(ReadTableModel::Group::Exact, this)),
      m_nearModel(new ReadTableModel(ReadTableModel::Group::Near, this))
{
    for (ReadTableModel* model : {m_exactModel, m_nearModel}) {
        model->setNow(m_services.clock.now());
        model->setPlaces(m_services.profile.sensitivePlaces);
        model->setRevealed(
            [this](const QueryRun& run, std::size_t read) { return m_services.verification.revealed(run, read).has_value(); });
    }
    build();
    connect(&m_services.queries, &QueryService::runStarted, this, &ResultsView::runStarted);
    connect(&m_services.queries, &QueryService::runEnding, this, &ResultsView::runEnding);
    connect(m_runs, &QComboBox::currentIndexChanged, this, &ResultsView::chosen);
    connect(m_close, &QPushButton::clicked, this, &ResultsView::closeRun);
    connect(m_state, &NoticeBar::acted, this, [this] {
        if (m_run)
            m_services.queries.cancel(*m_run);
    });
    connect(m_receipt, &NoticeBar::acted, m_receipt, &NoticeBar::clear);
    for (ReadTableView* table : {m_exactTable, m_nearTable}) {
        connect(table, &ReadTableView::currentReadChanged, this, [this, table](qsizetype read) {
            if (!m_selecting && (read >= 0 || m_selected < 0 || table->hasFocus()))
                select(read);
        });
        connect(table, &ReadTableView::opened, this, &ResultsView::open);
    }
    connect(m_days, &DayFilter::changed, this, &ResultsView::followFilters);
    connect(m_nearPlaces, &QCheckBox::toggled, this, &ResultsView::followFilters);
    connect(m_pictures, &ReadPictures::verifyWanted, this, [this] { open(m_selected); });
    connect(&m_map->pane(), &MapPane::chosen, this, &ResultsView::select);
    connect(&m_map->pane(), &MapPane::opened, this, &ResultsView::open);
    m_minute.setInterval(std::chrono::seconds(30));
    connect(&m_minute, &QTimer::timeout, this, &ResultsView::tellTime);
    m_minute.start();
    for (QueryRun* run : m_services.queries.runs())
        runStarted(run);
    if (m_services.queries.runs().empty())
        showRun(nullptr);
}

ResultsView::~ResultsView()
{
    // The services outlive this page and may speak once more while its members go.
    m_services.queries.disconnect(this);
}

void ResultsView::runStarted(QueryRun* run)
{
    m_runs->addItem(RunWords::title(*run), QVariant::fromValue<quintptr>(reinterpret_cast<quintptr>(run)));
    m_receipt->clear();
    showRun(run);
}

void ResultsView::runEnding(QueryRun* run)
{
    const QString receipt = RunWords::receipt(*run, m_services.clock.now() >= run->expiresAt());
    const int row = m_runs->findData(QVariant::fromValue<quintptr>(reinterpret_cast<quintptr>(run)));
    if (row >= 0)
        m_runs->removeItem(row);
    if (run == m_run) {
        const std::vector<QueryRun*> left = m_services.queries.runs();
        showRun(left.empty() ? nullptr : left.back());
    }
    m_receipt->show(Tone::Info, receipt, tr("Dismiss"));
}

void ResultsView::chosen(int row)
{
    const auto wanted = row < 0 ? 0 : m_runs->itemData(row).value<quintptr>();
    for (QueryRun* run : m_services.queries.runs())
        if (reinterpret_cast<quintptr>(run) == wanted && run != m_run)
            showRun(run);
}

void ResultsView::showRun(QueryRun* run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    select(-1);
    m_days->clear();
    m_nearPlaces->setChecked(false);
    m_exactModel->setRun(run);
    m_nearModel->setRun(run);
    m_map->setRun(run);
    m_head->setVisible(run);
    m_stack->setCurrentWidget(run ? static_cast<QWidget*>(m_across) : m_empty);
    if (run) {
        const int row = m_runs->findData(QVariant::fromValue<quintptr>(reinterpret_cast<quintptr>(run)));
        const QSignalBlocker quiet(m_runs);
        m_runs->setCurrentIndex(row);
        connect(run, &QueryRun::stateChanged, this, &ResultsView::tellState);
        connect(run, &QueryRun::readsAppended, this, &ResultsView::tellState);
        connect(run, &QueryRun::readsAppended, m_days, &DayFilter::refreshLater);
        connect(run, &QueryRun::readsCleared, this, [this] {
            select(-1);
            m_days->refresh();
            tellState();
        });
        connect(run, &QueryRun::readChanged, this, [this](qsizetype read) {
            if (read == m_selected)
                m_pictures->show(m_run, m_selected);
        });
    }
    m_days->refresh();
    tellState();
    tellTime();
    Q_EMIT runShown(run);
}

void ResultsView::tellState()
{
    if (!m_run) {
        m_state->clear();
        return;
    }
    const RunWords::Notice notice = RunWords::notice(*m_run);
    m_state->show(notice.tone, notice.words, notice.canCancel ? tr("Cancel query") : QString());
    tellCounts();
    if (m_run->state() == QueryRun::State::Complete)
        firstRow();
}

void ResultsView::tellCounts()
{
    const int exact = m_exactModel->rowCount(), near = m_nearModel->rowCount();
    const bool placesOnly = m_nearPlaces->isChecked();
    const int atPlaces = m_exactModel->nearPlaces() + m_nearModel->nearPlaces();
    //: %1: number of reads.
    m_nearPlaces->setText(tr("Only reads near sensitive places: %1").arg(QLocale().toString(atPlaces)));
    m_nearPlaces->setVisible(atPlaces > 0 || placesOnly);
    m_exactTitle->setText(placesOnly ? tr("Reads of this plate: %1 of %2, near sensitive places")
                                           .arg(QLocale().toString(exact), QLocale().toString(m_exactModel->total()))
                          : m_exactModel->hasPeriod() ? tr("Reads of this plate: %1 of %2, in the days chosen")
                                                            .arg(QLocale().toString(exact), QLocale().toString(m_exactModel->total()))
                                                      : tr("Reads of this plate: %1").arg(QLocale().toString(exact)));
    m_nearTitle->setText(tr("Near matches: %1. The machine read something else than the plate asked for.").arg(QLocale().toString(near)));
    m_nearGroup->setVisible(m_nearModel->total() > 0);
    const bool ended = m_run->state() != QueryRun::State::Sending && m_run->state() != QueryRun::State::Loading;
    m_none->setText(m_exactModel->total() > 0 && placesOnly
                        ? tr("None of the reads shown here was captured near a sensitive place that the office knows of.")
                    : m_exactModel->total() > 0 ? tr("None of the reads of this plate was captured in the days chosen.")
                    : m_run->state() == QueryRun::State::Complete
                        ? tr("No reads of this plate in this period. No reads is not proof of absence.")
                    : ended ? tr("No reads are here, because the query did not come to its end. That says nothing about the plate.")
                            : tr("Waiting for reads."));
    m_exactStack->setCurrentIndex(exact > 0 ? 0 : 1);
}

void ResultsView::tellTime()
{
    const Instant now = m_services.clock.now();
    m_exactModel->setNow(now);
    m_nearModel->setNow(now);
    m_map->setNow(now);
    m_days->setNow(now);
    m_expiry->setText(m_run ? RunWords::expiry(*m_run, now) : QString());
}

void ResultsView::select(qsizetype read)
{
    m_selecting = true;
    m_selected = read;
    m_exactTable->selectRead(read);
    m_nearTable->selectRead(read);
    m_pictures->show(m_run, read);
    m_map->pane().select(read);
    m_days->mark(m_run && read >= 0 ? std::optional(m_run->reads().row(static_cast<std::size_t>(read)).capturedAt) : std::nullopt);
    m_selecting = false;
}

/// Other rows, the same selection, where it is still among them.
void ResultsView::followFilters()
{
    const qsizetype before = m_selected;
    m_selecting = true;
    m_exactModel->setPeriod(m_days->period());
    m_nearModel->setPeriod(m_days->period());
    m_exactModel->setNearPlacesOnly(m_nearPlaces->isChecked());
    m_nearModel->setNearPlacesOnly(m_nearPlaces->isChecked());
    m_map->setFilter(m_days->period(), m_nearPlaces->isChecked());
    m_selecting = false;
    const auto isShown = [&](const ReadTableModel* model) { return before >= 0 && model->rowOf(static_cast<std::size_t>(before)) >= 0; };
    select(isShown(m_exactModel) || isShown(m_nearModel) ? before : -1);
    if (m_run) {
        tellCounts();
        firstRow();
    }
}

/// A complete list starts at its first read, so that the pictures and the keyboard have somewhere to begin.
void ResultsView::firstRow()
{
    if (m_selected >= 0)
        return;
    if (m_exactModel->rowCount() > 0)
        select(static_cast<qsizetype>(m_exactModel->readAt(0)));
    else if (m_nearModel->rowCount() > 0)
        select(static_cast<qsizetype>(m_nearModel->readAt(0)));
}

std::optional<ReadSheet> ResultsView::sheet() const
{
    if (!m_run)
        return std::nullopt;
    const bool near = m_nearTable->hasFocus();
    const ReadTableModel* model = near ? m_nearModel : m_exactModel;
    const auto readAt = [model](int row) { return model->readAt(row); };
    return ReadSheet{
        //: Heading of a printed table. %1: case number.
        .title = near ? tr("Near matches, case %1").arg(m_run->terms().caseNumber.text())
                      : tr("Reads, case %1").arg(m_run->terms().caseNumber.text()),
        .model = model,
        .standing = [run = m_run, near, readAt](int row) { return ReadCopier::standing(run->verification(readAt(row)).verdict, near); },
        .readId = [run = m_run, readAt](int row) { return run->reads().string(run->reads().row(readAt(row)).readId); },
        .terms = &m_run->terms(),
        .caseNumber = m_run->terms().caseNumber,
        .map = &m_map->pane()};
}

void ResultsView::open(qsizetype read)
{
    if (m_run && read >= 0)
        Q_EMIT verifyRequested(m_run, read);
}

void ResultsView::closeRun()
{
    if (!m_run)
        return;
    const auto returned = static_cast<std::int64_t>(m_run->reads().size());
    const std::int64_t lost = returned - RunWords::keptCount(*m_run);
    if (lost == 0) {
        m_services.queries.close(*m_run, QueryRun::EndReason::Closed);
        return;
    }
    const QString count = QLocale().toString(static_cast<qlonglong>(lost));
    const PromptText question{
        .kind = PromptKind::Question,
        .title = tr("Close query"),
        .text = lost == 1 ? tr("Close this query? 1 read that was not kept is discarded.")
                          : tr("Close this query? %1 reads that were not kept are discarded.").arg(count),
        .detail = tr("They cannot be brought back. What you kept stays in the case file, and the audit log notes how many were returned, "
                     "kept and discarded."),
        .accept = tr("Close query"),
        .refuse = {},
        .dangerous = false};
    m_prompt.ask(this, question, [this, run = QPointer<QueryRun>(m_run)](bool accepted) {
        if (accepted && run && run->state() != QueryRun::State::Ended)
            m_services.queries.close(*run, QueryRun::EndReason::Closed);
    });
}

void ResultsView::tellFailure(const QString& words)
{
    m_receipt->show(Tone::Bad, words, tr("Dismiss"));
}

void ResultsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Back from Verify: what was transcribed there may be shown here now.
    m_exactModel->refresh();
    m_nearModel->refresh();
    if (m_run)
        m_pictures->show(m_run, m_selected);
}

} // namespace casebound
