#include "ui/log/RosterPanel.h"

#include "lists/RosterFindingModel.h"
#include "ui/FlowLayout.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/review/ComparisonWords.h"
#include "ui/review/SaveRow.h"
#include "ui/search/NoticeBar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int shownRows = 6;

} // namespace

RosterPanel::RosterPanel(RosterComparisonService& service, bool training, QWidget* parent)
    : QWidget(parent),
      m_service(service),
      m_model(new RosterFindingModel(this)),
      m_start(new QPushButton(tr("Compare roster"), this)),
      m_stop(new QPushButton(tr("Stop comparing"), this)),
      m_progress(new QProgressBar(this)),
      m_notice(new NoticeBar(this)),
      m_table(makeTable()),
      m_save(new SaveRow([this, training](OversightFormat format) { return m_found ? fileOf(*m_found, format, training) : std::nullopt; },
                         this))
{
    setObjectName(QStringLiteral("rosterPanel"));
    auto* heading = new QLabel(tr("Roster and vendor’s users"), this);
    heading->setFont(Theme::heading(font()));
    auto* about = new WrapLabel(tr("Who stands on one side only, who has an account without training in force, and what both sides say "
                                   "differently. That you compared is an entry of the log before the result is there."),
                                this);
    Theme::setTone(about, Tone::Quiet);
    m_start->setObjectName(QStringLiteral("compareRoster"));
    m_stop->setObjectName(QStringLiteral("stopRoster"));
    m_progress->setObjectName(QStringLiteral("rosterProgress"));
    m_progress->setAccessibleName(tr("Asking the vendor for its users"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, 0);
    m_notice->setObjectName(QStringLiteral("rosterNotice"));
    PageGuide::markPane(this);
    setFocusProxy(m_start);

    auto* buttons = new FlowLayout(space::unit, space::half);
    buttons->addWidget(m_start);
    buttons->addWidget(m_stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(heading);
    column->addWidget(about);
    column->addLayout(buttons);
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_table),
                          static_cast<QWidget*>(m_save)})
        column->addWidget(part);
    m_table->hide();
    m_save->hide();
    setRunning(m_service.isRunning());
    if (!m_service.isOffered()) {
        m_start->setEnabled(false);
        m_notice->show(Tone::Info, ComparisonWords::of(RosterProblem::NoUserList).whole());
    }
    connect(m_start, &QPushButton::clicked, this, &RosterPanel::start);
    connect(m_stop, &QPushButton::clicked, &m_service, &RosterComparisonService::cancel);
    connect(&m_service, &RosterComparisonService::finished, this, &RosterPanel::present);
}

RosterPanel::~RosterPanel()
{
    m_service.disconnect(this);
    for (QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

QTableView* RosterPanel::makeTable()
{
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("rosterFindings"));
    table->setAccessibleName(tr("Differences of the roster"));
    table->setModel(m_model);
    dressTable(*table);
    table->horizontalHeader()->setStretchLastSection(true);
    const QFontMetrics metrics(table->font());
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text) + 3 * space::unit; };
    table->setColumnWidth(RosterFindingModel::IssueColumn, width(QStringLiteral("On the roster, account closed at the vendor")));
    table->setColumnWidth(RosterFindingModel::PersonColumn, width(QStringLiteral("practice.supervisor")));
    table->setColumnWidth(RosterFindingModel::OursColumn, width(QStringLiteral("2026-01-01 / 2027-01-01")));
    table->setFixedHeight(table->verticalHeader()->defaultSectionSize() * shownRows + table->horizontalHeader()->sizeHint().height());
    return table;
}

void RosterPanel::start()
{
    m_notice->clear();
    m_found.reset();
    m_table->hide();
    m_save->hide();
    // Before it begins: the answer may be there when start() returns.
    setRunning(true);
    m_stop->setFocus(Qt::OtherFocusReason);
    if (const auto started = m_service.start(); !started) {
        setRunning(false);
        m_notice->show(Tone::Bad, ComparisonWords::of(started.error()).whole());
        m_start->setFocus(Qt::OtherFocusReason);
    }
}

void RosterPanel::setRunning(bool on)
{
    m_start->setVisible(!on);
    m_stop->setVisible(on);
    m_progress->setVisible(on);
}

void RosterPanel::present(const RosterResult& result)
{
    const bool hadFocus = m_stop->hasFocus();
    setRunning(false);
    if (!result.found) {
        const auto* problem = std::get_if<RosterProblem>(&result.found.error());
        m_notice->show(problem && *problem == RosterProblem::Cancelled ? Tone::Info : Tone::Bad,
                       ComparisonWords::of(result.found.error()).whole());
        if (hadFocus)
            m_start->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_found = *result.found;
    const bool inOrder = m_found->findings.empty();
    const QString summary = ComparisonWords::summary(*m_found);
    const QString differences =
        inOrder ? tr("No differences.") : tr("Differences: %1.").arg(QLocale().toString(static_cast<qlonglong>(m_found->findings.size())));
    m_notice->show(inOrder ? Tone::Good : Tone::Caution, differences + QLatin1Char(' ') + summary);
    m_model->put(m_found->findings);
    m_table->setVisible(!inOrder);
    m_save->show();
    m_save->propose(QStringLiteral("roster-%1").arg(m_found->sequence));
    if (inOrder) {
        m_start->setFocus(Qt::OtherFocusReason);
    } else {
        m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT announced(differences);
}

} // namespace casebound
