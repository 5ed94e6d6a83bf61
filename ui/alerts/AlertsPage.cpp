#include "ui/alerts/AlertsPage.h"

#include "lists/AlertHitModel.h"
#include "lists/AlertTableModel.h"
#include "ui/Prompt.h"
#include "ui/ReadCopier.h"
#include "ui/Words.h"
#include "ui/alerts/AlertDialog.h"
#include "ui/alerts/DifferencesPanel.h"
#include "ui/alerts/HandOverDialog.h"
#include "ui/alerts/ImportDialog.h"
#include "ui/search/NoticeBar.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {

using namespace std::chrono_literals;

constexpr auto gatherChanges = 100ms; ///< Five hundred hits at once are not five hundred sorted lists.

QString nameIn(const OfficeProfile& profile, const UserId& id)
{
    const RosterUser* user = profile.user(id);
    return user ? user->name : id.text();
}

} // namespace

AlertsPage::AlertsPage(Session& session, Prompt& prompt, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_alerts(session.alerts()),
      m_services(PageServices::of(session)),
      m_prompt(prompt),
      m_model(new AlertTableModel([&session](const UserId& id) { return nameIn(session.profile(), id); }, this)),
      m_order(new QSortFilterProxyModel(this)),
      m_hitModel(new AlertHitModel(m_alerts, this))
{
    setObjectName(QStringLiteral("alertsPage"));
    m_order->setSourceModel(m_model);
    m_order->setSortRole(AlertTableModel::SortRole);
    m_order->setFilterRole(AlertTableModel::SearchRole);
    m_order->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(gatherChanges);
    m_mark.setSingleShot(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::gap);
    column->addWidget(makeList(), 3);
    m_differences = new DifferencesPanel(m_alerts, this);
    column->addWidget(m_differences);
    column->addWidget(makeHits(), 2);
    makeActions();

    connect(&m_refresh, &QTimer::timeout, this, &AlertsPage::refresh);
    connect(&m_mark, &QTimer::timeout, this, &AlertsPage::markVisible);
    connect(&m_alerts, &AlertService::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_alerts, &AlertService::linkChanged, this, &AlertsPage::follow);
    connect(&m_alerts, &AlertService::notAccepted, this, &AlertsPage::tellNotAccepted);
    connect(m_differences, &DifferencesPanel::announced, this, &AlertsPage::announced);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::follow);
    connect(m_hits->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertsPage::follow);
    connect(m_hitModel, &QAbstractItemModel::rowsInserted, this, [this] {
        follow();
        m_mark.start(0);
    });
    connect(m_hitModel, &QAbstractItemModel::modelReset, this, [this] {
        follow();
        m_mark.start(0);
    });
    connect(m_hits->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_mark.start(0); });
    refresh();
}

AlertsPage::~AlertsPage()
{
    for (QObject* part : {static_cast<QObject*>(m_hitModel), static_cast<QObject*>(m_model)})
        part->disconnect(this);
}

std::optional<AlertRow> AlertsPage::chosen() const
{
    const QModelIndex at = m_order->mapToSource(m_table->currentIndex());
    return at.isValid() ? std::optional(m_model->row(at.row())) : std::nullopt;
}

bool AlertsPage::isChosenMine() const
{
    const auto row = chosen();
    return row && row->entry.owner == m_services.user && row->entry.state != AlertState::Removed;
}

void AlertsPage::focusList()
{
    (m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : findChild<QPushButton*>(QStringLiteral("addAlertButton")))
        ->setFocus(Qt::OtherFocusReason);
}

void AlertsPage::focusHits()
{
    if (m_hitModel->rowCount() == 0) {
        focusList();
        return;
    }
    m_hits->setCurrentIndex(m_hitModel->index(0, 0));
    m_hits->setFocus(Qt::OtherFocusReason);
}

std::optional<ReadSheet> AlertsPage::sheet() const
{
    if (m_copied ? m_copied == m_hits : m_hits->hasFocus())
        return ReadSheet{
            //: Heading of a printed table.
            .title = tr("Hits of the alert list"),
            .model = m_hitModel,
            .standing = [this](int row) { return ReadCopier::standing(m_hitModel->row(row).verdict, !m_hitModel->row(row).exact); },
            .readId =
                [this](int row) {
                    const AlertHitRow& hit = m_hitModel->row(row);
                    return hit.run->reads().string(hit.run->reads().row(static_cast<std::size_t>(hit.read)).readId);
                },
            .terms = nullptr,
            .caseNumber = {},
            .map = nullptr,
            .caseOf = [this](int row) { return m_hitModel->row(row).run->terms().caseNumber; }};
    const auto entryAt = [this](int row) -> const AlertEntry& {
        return m_model->row(m_order->mapToSource(m_order->index(row, 0)).row()).entry;
    };
    return ReadSheet{.title = tr("Alert list"),
                     .model = m_order,
                     .standing = {},
                     .readId = [entryAt](int row) { return entryAt(row).id.text(); },
                     .terms = nullptr,
                     .caseNumber = {},
                     .map = nullptr,
                     .caseOf = [entryAt](int row) { return entryAt(row).caseNumber; },
                     .alerts = true};
}

void AlertsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_mark.start(0);
}

/// One at a time, as each is written down: nothing waits for it.
void AlertsPage::markVisible()
{
    if (!m_hits->isVisible() || m_hitModel->rowCount() == 0)
        return;
    Q_EMIT hitsSeen();
    const int first = std::max(0, m_hits->rowAt(0));
    const int last = m_hits->rowAt(m_hits->viewport()->height() - 1);
    for (int row = first; row <= (last < 0 ? m_hitModel->rowCount() - 1 : last); ++row) {
        if (m_hitModel->row(row).shownAt)
            continue;
        m_alerts.markShown(m_hitModel->row(row).hitId);
        if (m_hitModel->row(row).shownAt)
            m_mark.start(0);
        return;
    }
}

void AlertsPage::refresh()
{
    std::vector<AlertRow> rows = m_alerts.entries();
    if (m_everybody->isChecked()) {
        auto all = m_alerts.everybody();
        if (!all) {
            m_everybody->setChecked(false);
            return fail(tr("Alerts"), all.error());
        }
        rows = *std::move(all);
    }
    sum(rows);
    const auto kept = chosen();
    m_model->setRows(std::move(rows));
    const int row = kept ? m_model->rowOf(kept->entry.id) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_order->mapFromSource(m_model->index(row, 0)));
    else if (m_order->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_order->index(0, 0));
    m_table->setColumnHidden(AlertTableModel::OwnerColumn, !m_everybody->isChecked());
    m_differences->refresh();
    follow();
}

/// What a person has to do something about, in one line.
void AlertsPage::sum(const std::vector<AlertRow>& rows)
{
    int overdue = 0, soon = 0, open = 0, fresh = 0;
    for (const AlertRow& row : rows) {
        const AlertTableModel::Standing standing = AlertTableModel::standingOf(row);
        overdue += standing == AlertTableModel::Standing::Overdue ? 1 : 0;
        fresh += standing == AlertTableModel::Standing::ToBeJustified ? 1 : 0;
        soon += row.entry.state != AlertState::Removed && row.due == DueState::Soon ? 1 : 0;
        open += row.entry.confirmed ? 0 : 1;
    }
    QStringList words;
    if (overdue > 0)
        words += tr("%n entry(s) overdue and suspended: revalidate or remove.", nullptr, overdue);
    if (fresh > 0)
        words += tr("%n entry(s) handed over, to be justified.", nullptr, fresh);
    if (soon > 0)
        words += tr("%n entry(s) due within 30 days.", nullptr, soon);
    if (open > 0)
        words += tr("%n change(s) not yet confirmed by the vendor; told again until it does.", nullptr, open);
    if (words.isEmpty())
        m_notice->clear();
    else
        m_notice->show(overdue > 0 ? Tone::Bad : Tone::Caution, words.join(QLatin1Char(' ')));
}

void AlertsPage::follow()
{
    const bool mine = isChosenMine();
    const auto row = chosen();
    m_tableOrEmpty->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_hitsOrEmpty->setCurrentIndex(m_hitModel->rowCount() > 0 ? 0 : 1);
    m_revalidate->setEnabled(mine);
    m_suspend->setEnabled(mine && !row->toBeJustified);
    m_suspend->setText(row && row->entry.state == AlertState::Suspended ? tr("Resume") : tr("Suspend"));
    m_remove->setEnabled(mine);
    m_handOver->setEnabled(row && !mine && row->entry.state != AlertState::Removed);
    m_verify->setEnabled(m_hits->currentIndex().isValid());
    //: How hits come in. %1: such as "live".
    m_link->setText(tr("Hits: %1").arg(Words::of(m_alerts.link())));
    Theme::setTone(m_link, Words::tone(m_alerts.link()) == Tone::Good ? Tone::Neutral : Words::tone(m_alerts.link()));
}

void AlertsPage::add()
{
    if (auto* shown = findChild<AddAlertDialog*>(); shown && shown->isVisible())
        return shown->activateWindow();
    auto* dialog = new AddAlertDialog(m_alerts, m_services, this);
    connect(dialog, &AddAlertDialog::added, this, [this](const AlertEntry& entry) {
        refresh();
        if (const int row = m_model->rowOf(entry.id); row >= 0)
            m_table->setCurrentIndex(m_order->mapFromSource(m_model->index(row, 0)));
        m_table->setFocus(Qt::OtherFocusReason);
        //: %1: plate.
        Q_EMIT announced(tr("%1 is on the alert list.").arg(entry.plate.text()));
    });
    dialog->open();
}

void AlertsPage::revalidate()
{
    const auto row = chosen();
    if (!row || !isChosenMine()) {
        Q_EMIT announced(tr("No entry of yours is chosen. Nothing was changed."));
        return;
    }
    auto* dialog = new RevalidateAlertDialog(m_alerts, row->entry, this);
    connect(dialog, &RevalidateAlertDialog::done, this, [this](const AlertEntry& entry) {
        refresh();
        m_table->setFocus(Qt::OtherFocusReason);
        //: %1: plate.
        Q_EMIT announced(tr("The entry for %1 is justified anew.").arg(entry.plate.text()));
    });
    dialog->open();
}

void AlertsPage::ask(const QString& title, const QString& question, const QString& detail,
                     std::function<Outcome<void>(const QString&)> deed, const QString& afterwards)
{
    m_prompt.askNote(
        this,
        {.text = {.kind = PromptKind::Question, .title = title, .text = question, .detail = detail, .accept = title, .refuse = {}},
         .label = tr("Reason"),
         .required = true},
        [this, title, afterwards, deed = std::move(deed)](const std::optional<QString>& note) {
            if (!note)
                return;
            if (const auto done = deed(*note); !done)
                return fail(title, done.error());
            refresh();
            focusList();
            Q_EMIT announced(afterwards);
        });
}

void AlertsPage::suspendOrResume()
{
    const auto row = chosen();
    if (!row || !isChosenMine())
        return;
    const AlertId id = row->entry.id;
    const QString plate = row->entry.plate.text();
    if (row->entry.state == AlertState::Suspended) {
        ask(
            tr("Resume"), tr("Resume the entry for %1?").arg(plate),
            tr("The vendor looks for the plate again. The reason goes into the audit log."),
            [this, id](const QString& why) { return m_alerts.resumeEntry(id, why); }, tr("The entry for %1 is resumed.").arg(plate));
    } else {
        ask(
            tr("Suspend"), tr("Suspend the entry for %1?").arg(plate),
            tr("The vendor stops looking for the plate until you resume the entry. The reason goes into the audit log."),
            [this, id](const QString& why) { return m_alerts.suspendEntry(id, why); }, tr("The entry for %1 is suspended.").arg(plate));
    }
}

void AlertsPage::remove()
{
    const auto row = chosen();
    if (!row || !isChosenMine()) {
        Q_EMIT announced(tr("No entry of yours is chosen. Nothing was changed."));
        return;
    }
    const AlertId id = row->entry.id;
    const QString plate = row->entry.plate.text();
    const QString detail = tr("The vendor stops looking for the plate. The reason goes into the audit log.");
    const int unjudged = static_cast<int>(row->hits.unjudged);
    ask(
        tr("Remove"), tr("Remove the entry for %1?").arg(plate),
        unjudged > 0 ? detail + QLatin1Char(' ') + tr("%n hit(s) nobody has judged go with it.", nullptr, unjudged) : detail,
        [this, id](const QString& why) { return m_alerts.remove(id, why); }, tr("The entry for %1 is removed.").arg(plate));
}

void AlertsPage::import()
{
    auto* dialog = new ImportAlertsDialog(m_alerts, m_services, this);
    connect(dialog, &ImportAlertsDialog::imported, this, [this](int added) {
        refresh();
        Q_EMIT announced(tr("%n entry(s) added to the alert list.", nullptr, added));
    });
    dialog->open();
}

void AlertsPage::handOver()
{
    const auto row = chosen();
    if (!row || row->entry.state == AlertState::Removed)
        return;
    auto* dialog = new HandOverDialog(m_alerts, row->entry, m_session.profile(), m_services.user, this);
    connect(dialog, &HandOverDialog::done, this, [this](const AlertEntry& made) {
        refresh();
        m_table->setFocus(Qt::OtherFocusReason);
        //: %1: plate, %2: name of a person.
        Q_EMIT announced(
            tr("The entry for %1 went to %2, who has to justify it.").arg(made.plate.text(), nameIn(m_session.profile(), made.owner)));
    });
    dialog->open();
}

void AlertsPage::verify()
{
    const QModelIndex at = m_hits->currentIndex();
    if (!at.isValid())
        return;
    const AlertHitRow& hit = m_hitModel->row(at.row());
    Q_EMIT verifyRequested(hit.run, hit.read);
}

void AlertsPage::fail(const QString& title, const ServiceFailure& failure)
{
    const FailureWords words = Words::of(failure);
    m_prompt.tell(this,
                  {.kind = PromptKind::Error,
                   .title = title,
                   .text = words.happened,
                   .detail = words.consequence,
                   .accept = tr("Close"),
                   .refuse = {}},
                  {});
}

void AlertsPage::tellNotAccepted(const AlertEntry& entry, const VendorFailure& failure)
{
    m_prompt.tell(this,
                  {.kind = PromptKind::Error,
                   .title = tr("Add alert"),
                   //: %1: plate.
                   .text = tr("The vendor did not take the entry for %1.").arg(entry.plate.text()),
                   .detail = tr("It is not on the list, and nothing is looked for.") +
                             (failure.detail.isEmpty() ? QString()
                                                       //: %1: the vendor's own explanation, in the vendor's language.
                                                       : QLatin1Char(' ') + tr("The vendor says: “%1”").arg(failure.detail.left(300))),
                   .accept = tr("Close"),
                   .refuse = {}},
                  {});
}

} // namespace casebound
