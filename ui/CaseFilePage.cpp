#include "ui/CaseFilePage.h"

#include "lists/CaseListModel.h"
#include "lists/KeptReadOrder.h"
#include "lists/KeptReadTableModel.h"
#include "lists/PlaceText.h"
#include "ui/ContextMenu.h"
#include "ui/DayFilter.h"
#include "ui/EmptyState.h"
#include "ui/KeptMap.h"
#include "ui/KeptReadDetails.h"
#include "ui/OpenCaseDialog.h"
#include "ui/Page.h"
#include "ui/Prompt.h"
#include "ui/ReadCopier.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/VerdictDelegate.h"
#include "ui/Words.h"
#include "ui/export/CaseFileEnd.h"
#include "ui/map/MapPane.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

namespace {

QTableView* makeTable(QAbstractItemModel* model, const QString& objectName, const QString& name)
{
    auto* table = new QTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setModel(model);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->horizontalHeader()->setSortIndicatorClearable(true);
    dressTable(*table);
    return table;
}

} // namespace

CaseFilePage::CaseFilePage(PageServices services, Prompt& prompt, QWidget* parent)
    : Page(parent),
      m_services(services),
      m_prompt(prompt),
      m_caseModel(new CaseListModel(&services.cases, CaseListModel::Show::All, this)),
      m_keptModel(new KeptReadTableModel(&services.cases, this)),
      m_caseOrder(new QSortFilterProxyModel(this)),
      m_keptOrder(new KeptReadOrder(this)),
      m_details(new KeptReadDetails(services.verification)),
      m_days(new DayFilter(
          [this] {
              std::vector<std::int64_t> moments;
              for (int row = 0; row < m_keptModel->rowCount(); ++row)
                  moments.push_back(m_keptModel->read(row).read.capturedAt.time_since_epoch().count());
              return moments;
          },
          this))
{
    setObjectName(QStringLiteral("caseFilePage"));
    m_caseOrder->setSourceModel(m_caseModel);
    m_keptOrder->setSourceModel(m_keptModel);
    m_keptModel->setNow(services.clock.now());
    m_keptModel->setPlaces(services.profile.sensitivePlaces);

    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeCases());
    split->addWidget(makeKept());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->addWidget(split);

    connect(m_cases->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CaseFilePage::followCase);
    connect(m_kept->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CaseFilePage::followRead);
    connect(m_caseModel, &QAbstractItemModel::modelReset, this, [this] { choose(m_chosen); });
    connect(m_keptModel, &QAbstractItemModel::modelReset, this, [this] {
        m_details->clear();
        m_days->refresh();
        refreshEmptiness();
    });
    connect(m_days, &DayFilter::changed, this, [this] {
        m_keptOrder->setPeriod(m_days->period());
        m_map->setPeriod(m_days->period());
    });
    choose({});
}

QWidget* CaseFilePage::makeCases()
{
    m_cases = makeTable(m_caseOrder, QStringLiteral("casesTable"), tr("Cases"));
    m_cases->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_cases->horizontalHeader()->setStretchLastSection(true);
    m_cases->setColumnWidth(CaseListModel::NumberColumn, 150);
    m_cases->setColumnWidth(CaseListModel::TitleColumn, 220);
    m_cases->setColumnWidth(CaseListModel::MatterColumn, 110);
    m_cases->setColumnWidth(CaseListModel::OffenceColumn, 260);
    m_cases->setColumnWidth(CaseListModel::StateColumn, 90);
    m_cases->setColumnWidth(CaseListModel::OpenedColumn, 150);
    letChooseColumns(*m_cases, {CaseListModel::NumberColumn});
    PageGuide::markPane(m_cases);

    auto* heading = new QLabel(tr("Cases"));
    heading->setFont(Theme::heading(font()));
    auto* open = new QPushButton(tr("Open case"));
    open->setObjectName(QStringLiteral("openCase"));
    m_close = new QPushButton(tr("Close case"));
    m_close->setObjectName(QStringLiteral("closeCase"));
    m_search = new QPushButton(tr("Search for this case"));
    m_search->setObjectName(QStringLiteral("searchForCase"));
    connect(open, &QPushButton::clicked, this, &CaseFilePage::openCase);
    connect(m_close, &QPushButton::clicked, this, &CaseFilePage::closeCase);
    connect(m_search, &QPushButton::clicked, this, &CaseFilePage::searchForCase);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::unit);
    top->addWidget(heading, 1);
    top->addWidget(open);
    top->addWidget(m_search);
    top->addWidget(m_close);

    auto* empty =
        new EmptyState(QStringLiteral("casefile"), tr("No cases yet."), tr("Open a case first: nothing is searched without one."));
    m_casesOrEmpty = new QStackedWidget;
    m_casesOrEmpty->addWidget(m_cases);
    m_casesOrEmpty->addWidget(empty);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(top);
    column->addWidget(m_casesOrEmpty, 1);
    return part;
}

QWidget* CaseFilePage::makeKept()
{
    m_kept = makeTable(m_keptOrder, QStringLiteral("keptReads"), tr("Kept reads"));
    m_kept->setItemDelegateForColumn(KeptReadTableModel::VerdictColumn, new VerdictDelegate(KeptReadTableModel::VerdictRole, m_kept));
    m_kept->setColumnWidth(KeptReadTableModel::TimeColumn, 150);
    m_kept->setColumnWidth(KeptReadTableModel::AgeColumn, 80);
    m_kept->setColumnWidth(KeptReadTableModel::VerdictColumn, 156);
    m_kept->setColumnWidth(KeptReadTableModel::JurisdictionColumn, 150);
    m_kept->setColumnWidth(KeptReadTableModel::KeptAsColumn, 170);
    m_kept->setColumnWidth(KeptReadTableModel::RelevanceColumn, 200);
    letChooseColumns(*m_kept, {KeptReadTableModel::TimeColumn, KeptReadTableModel::VerdictColumn}, [this](QMenu& menu) {
        ContextMenu::offerCopying(menu, *m_kept, {ReadCopier::Deed::CopyTable, ReadCopier::Deed::PrintTable});
    });
    PageGuide::markPane(m_kept);
    m_keptHeading = new QLabel(tr("Kept reads"));
    m_keptHeading->setObjectName(QStringLiteral("keptHeading"));
    m_keptHeading->setFont(Theme::heading(font()));
    m_keptHeading->setTextFormat(Qt::PlainText);

    auto* empty = new EmptyState(QStringLiteral("verify"), {}, {});
    m_keptEmpty = empty->sentence();
    auto* side = new QSplitter(Qt::Horizontal);
    side->setChildrenCollapsible(false);
    m_map = new KeptMap(m_services, *m_keptModel, *m_keptOrder, *m_kept, side);
    PageGuide::markPane(&m_map->pane());
    side->addWidget(m_kept);
    side->addWidget(&m_map->pane());
    side->addWidget(m_details);
    side->setStretchFactor(0, 3);
    side->setStretchFactor(1, 3);
    side->setStretchFactor(2, 1);
    side->setSizes({480, 420, 320});
    m_keptOrEmpty = new QStackedWidget;
    m_keptOrEmpty->addWidget(side);
    m_keptOrEmpty->addWidget(empty);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, space::unit, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_keptHeading);
    column->addWidget(m_days);
    column->addWidget(m_keptOrEmpty, 1);
    return part;
}

void CaseFilePage::serve(CaseExport& exports, CaseDisposal& disposal)
{
    m_end = new CaseFileEnd(exports, disposal, m_services.clock, m_prompt, this);
    connect(m_end, &CaseFileEnd::announced, this, &CaseFilePage::announced);
    layout()->addWidget(m_end);
    followCase();
}

void CaseFilePage::exportCase()
{
    if (m_end) {
        m_end->openExport();
    }
}

void CaseFilePage::focusCases()
{
    (m_caseModel->rowCount() > 0 ? static_cast<QWidget*>(m_cases) : findChild<QPushButton*>(QStringLiteral("openCase")))
        ->setFocus(Qt::OtherFocusReason);
}

std::optional<CaseRecord> CaseFilePage::chosen() const
{
    const int row = m_chosen.isEmpty() ? -1 : m_caseModel->rowOf(m_chosen);
    return row < 0 ? std::nullopt : std::optional(m_caseModel->record(row));
}

std::optional<ReadSheet> CaseFilePage::sheet() const
{
    if (m_chosen.isEmpty())
        return std::nullopt;
    const auto readAt = [this](int row) -> const KeptRead& {
        return m_keptModel->read(m_keptOrder->mapToSource(m_keptOrder->index(row, 0)).row());
    };
    return ReadSheet{
        .title = m_keptHeading->text(),
        .model = m_keptOrder,
        .standing = [readAt](int row) { return ReadCopier::standing(readAt(row).verification.verdict, !readAt(row).read.exact); },
        .readId = [readAt](int row) { return readAt(row).read.readId; },
        .terms = nullptr,
        .caseNumber = m_chosen,
        .map = &m_map->pane()};
}

void CaseFilePage::choose(const CaseNumber& number)
{
    m_chosen = {};
    int row = number.isEmpty() ? -1 : m_caseModel->rowOf(number);
    if (row < 0 && m_caseModel->rowCount() > 0) {
        row = 0;
    }
    if (row >= 0) {
        m_cases->setCurrentIndex(m_caseOrder->mapFromSource(m_caseModel->index(row, 0)));
    }
    followCase();
}

void CaseFilePage::followCase()
{
    const QModelIndex at = m_caseOrder->mapToSource(m_cases->currentIndex());
    m_chosen = at.isValid() ? m_caseModel->record(at.row()).number : CaseNumber();
    m_days->clear();
    m_days->setNow(m_services.clock.now());
    m_keptModel->setNow(m_services.clock.now());
    m_keptModel->setCase(m_chosen);
    const auto record = chosen();
    const bool open = record && record->state == CaseState::Open;
    m_close->setEnabled(open);
    m_search->setEnabled(open);
    //: Heading. %1: case number.
    m_keptHeading->setText(m_chosen.isEmpty() ? tr("Kept reads") : tr("Kept reads of %1").arg(m_chosen.text()));
    if (m_end) {
        m_end->setCase(record);
    }
    refreshEmptiness();
}

void CaseFilePage::followRead()
{
    const QModelIndex at = m_keptOrder->mapToSource(m_kept->currentIndex());
    if (at.isValid()) {
        m_details->show(m_keptModel->read(at.row()), m_services.clock.now(),
                        PlaceText::notice(m_keptModel->placesNear(at.row()), m_services.profile.sensitivePlaces));
        m_days->mark(m_keptModel->read(at.row()).read.capturedAt.time_since_epoch().count());
    } else {
        m_days->mark({});
        m_details->clear();
    }
}

void CaseFilePage::refreshEmptiness()
{
    m_casesOrEmpty->setCurrentIndex(m_caseModel->rowCount() > 0 ? 0 : 1);
    m_keptOrEmpty->setCurrentIndex(m_keptModel->rowCount() > 0 ? 0 : 1);
    const QString why = m_end && m_keptModel->rowCount() == 0 ? m_end->whyEmpty() : QString();
    m_keptEmpty->setText(!why.isEmpty() ? why
                         : m_chosen.isEmpty()
                             ? tr("Choose a case to see what is kept for it.")
                             : tr("No reads are kept for this case. What is verified and relevant is kept from the Verify page."));
}

void CaseFilePage::openCase()
{
    // A screen reader's press reaches this button through the dialog's modality: one dialog is enough.
    if (auto* shown = findChild<OpenCaseDialog*>(); shown && shown->isVisible()) {
        shown->activateWindow();
        return;
    }
    auto* dialog = new OpenCaseDialog(m_services.cases, this);
    connect(dialog, &OpenCaseDialog::opened, this, [this](const CaseRecord& record) {
        choose(record.number);
        m_cases->setFocus(Qt::OtherFocusReason);
        //: %1: case number.
        Q_EMIT announced(tr("Case %1 is open.").arg(record.number.text()));
    });
    dialog->open();
}

void CaseFilePage::closeCase()
{
    const auto record = chosen();
    if (!record || record->state != CaseState::Open) {
        Q_EMIT announced(tr("No open case is chosen. Nothing was closed."));
        return;
    }
    const CaseNumber number = record->number;
    m_prompt.askNote(
        this,
        {.text = {.kind = PromptKind::Question,
                  .title = tr("Close case"),
                  //: %1: case number.
                  .text = tr("Close case %1?").arg(number.text()),
                  .detail = tr("Nobody can search for it afterwards. Kept reads stay until their retention ends. The note goes into the "
                               "audit log."),
                  .accept = tr("Close case"),
                  .refuse = {}},
         .label = tr("Note"),
         .required = true},
        [this, number](const std::optional<QString>& note) {
            if (!note) {
                return;
            }
            const auto done = m_services.cases.close(number, *note);
            if (!done) {
                const FailureWords words = Words::of(done.error());
                m_prompt.tell(this,
                              {.kind = PromptKind::Error,
                               .title = tr("Close case"),
                               .text = words.happened,
                               .detail = words.consequence,
                               .accept = tr("Close"),
                               .refuse = {}},
                              {});
                return;
            }
            //: %1: case number.
            Q_EMIT announced(tr("Case %1 is closed.").arg(number.text()));
        });
}

void CaseFilePage::searchForCase()
{
    if (const auto record = chosen(); record && record->state == CaseState::Open) {
        Q_EMIT searchRequested(record->number);
    } else {
        Q_EMIT announced(tr("No open case is chosen. Choose one to search for it."));
    }
}

} // namespace casebound
