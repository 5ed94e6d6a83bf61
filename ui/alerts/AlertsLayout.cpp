// How the Alerts page is laid out.
#include "lists/AlertHitModel.h"
#include "lists/AlertTableModel.h"
#include "service/AlertService.h"
#include "ui/EmptyState.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/VerdictDelegate.h"
#include "ui/alerts/AlertsPage.h"
#include "ui/alerts/HitNotice.h"
#include "ui/alerts/StandingDelegate.h"
#include "ui/search/NoticeBar.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>

namespace casebound {

namespace {

QTableView* makeTable(QAbstractItemModel* model, const QString& objectName, const QString& name)
{
    auto* table = new QTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setModel(model);
    dressTable(*table);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    PageGuide::markPane(table);
    return table;
}

QPushButton* makeButton(const QString& words, const QString& objectName, const QString& tip = {})
{
    auto* button = new QPushButton(words);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    return button;
}

} // namespace

QWidget* AlertsPage::makeList()
{
    auto* part = new QWidget;
    auto* heading = new QLabel(tr("Alert list"), part);
    heading->setFont(Theme::heading(font()));
    m_find = new QLineEdit(part);
    m_find->setObjectName(QStringLiteral("findAlert"));
    m_find->setAccessibleName(tr("Find in the list"));
    m_find->setPlaceholderText(tr("Find in the list"));
    m_find->setClearButtonEnabled(true);
    m_everybody = new QCheckBox(tr("Everybody’s entries"), part);
    m_everybody->setObjectName(QStringLiteral("everybodysAlerts"));
    m_everybody->setVisible(m_session.allows(Action::LookAtAlerts));
    auto* top = new QHBoxLayout;
    top->setSpacing(space::unit);
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_everybody);
    top->addWidget(m_find, 1);

    auto* add = makeButton(tr("Add alert"), QStringLiteral("addAlertButton"), tr("Add alert (Ctrl+N)"));
    auto* import = makeButton(tr("Import …"), QStringLiteral("importAlertsButton"));
    import->setAccessibleName(tr("Import"));
    m_revalidate = makeButton(tr("Revalidate"), QStringLiteral("revalidateButton"), tr("Revalidate (Ctrl+R)"));
    m_suspend = makeButton(tr("Suspend"), QStringLiteral("suspendAlertButton"));
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeAlertButton"), tr("Remove (Delete)"));
    m_handOver = makeButton(tr("Hand over"), QStringLiteral("handOverButton"));
    m_handOver->setVisible(m_session.allows(Action::HandOverAlert));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    for (QPushButton* button : {add, m_revalidate, m_suspend, m_remove, m_handOver, import})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_notice = new NoticeBar(part);
    m_notice->setObjectName(QStringLiteral("alertNotice"));

    m_table = makeTable(m_order, QStringLiteral("alertList"), tr("Alert list"));
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setItemDelegateForColumn(AlertTableModel::StateColumn, new StandingDelegate(m_table));
    m_table->setColumnWidth(AlertTableModel::PlateColumn, 140);
    m_table->setColumnWidth(AlertTableModel::CaseColumn, 130);
    m_table->setColumnWidth(AlertTableModel::ReasonColumn, 220);
    m_table->setColumnWidth(AlertTableModel::OwnerColumn, 140);
    m_table->setColumnWidth(AlertTableModel::HitsColumn, 130);
    m_table->setColumnWidth(AlertTableModel::DueColumn, 140);
    letChooseColumns(*m_table, {AlertTableModel::PlateColumn, AlertTableModel::DueColumn, AlertTableModel::StateColumn});
    auto* empty = new EmptyState(QStringLiteral("bell"), tr("No alerts"),
                                 tr("The vendor looks for no plate for you. Add one for an open case, with Ctrl+N."));
    m_tableOrEmpty = new QStackedWidget;
    m_tableOrEmpty->addWidget(m_table);
    m_tableOrEmpty->addWidget(empty);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(top);
    column->addLayout(buttons);
    column->addWidget(m_notice);
    column->addWidget(m_tableOrEmpty, 1);

    connect(m_find, &QLineEdit::textChanged, m_order, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_everybody, &QCheckBox::toggled, this, &AlertsPage::refresh);
    connect(add, &QPushButton::clicked, this, &AlertsPage::add);
    connect(import, &QPushButton::clicked, this, &AlertsPage::import);
    connect(m_revalidate, &QPushButton::clicked, this, &AlertsPage::revalidate);
    connect(m_suspend, &QPushButton::clicked, this, &AlertsPage::suspendOrResume);
    connect(m_remove, &QPushButton::clicked, this, &AlertsPage::remove);
    connect(m_handOver, &QPushButton::clicked, this, &AlertsPage::handOver);
    return part;
}

QWidget* AlertsPage::makeHits()
{
    auto* part = new QWidget;
    auto* heading = new QLabel(tr("Hits"), part);
    heading->setFont(Theme::heading(font()));
    m_link = new QLabel(part);
    m_link->setObjectName(QStringLiteral("hitLink"));
    m_link->setTextFormat(Qt::PlainText);
    auto* sound = new QCheckBox(tr("Sound when a hit arrives"), part);
    sound->setObjectName(QStringLiteral("hitSound"));
    sound->setChecked(HitNotice::hasSound());
    m_verify = makeButton(tr("Verify hit"), QStringLiteral("verifyHit"), tr("Opens the hit in Verify (Enter)"));
    auto* top = new QHBoxLayout;
    top->setSpacing(space::unit);
    top->addWidget(heading);
    top->addWidget(m_link);
    top->addStretch(1);
    top->addWidget(sound);
    top->addWidget(m_verify);

    m_hits = makeTable(m_hitModel, QStringLiteral("hitList"), tr("Hits"));
    m_hits->setItemDelegateForColumn(AlertHitModel::VerdictColumn, new VerdictDelegate(AlertHitModel::VerdictRole, m_hits));
    m_hits->setColumnWidth(AlertHitModel::TimeColumn, 160);
    m_hits->setColumnWidth(AlertHitModel::CaseColumn, 140);
    m_hits->setColumnWidth(AlertHitModel::VerdictColumn, 150);
    m_hits->setColumnWidth(AlertHitModel::ReceivedColumn, 130);
    letChooseColumns(*m_hits, {AlertHitModel::TimeColumn, AlertHitModel::VerdictColumn});
    auto* empty = new EmptyState(QStringLiteral("verify"), tr("No hits"),
                                 tr("Hits of your entries stand here, unverified, until you have looked at them."));
    m_hitsOrEmpty = new QStackedWidget;
    m_hitsOrEmpty->addWidget(m_hits);
    m_hitsOrEmpty->addWidget(empty);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(top);
    column->addWidget(m_hitsOrEmpty, 1);
    connect(sound, &QCheckBox::toggled, this, [](bool on) { HitNotice::setSound(on); });
    connect(m_verify, &QPushButton::clicked, this, &AlertsPage::verify);
    connect(m_hits, &QTableView::activated, this, &AlertsPage::verify);
    return part;
}

void AlertsPage::makeActions()
{
    const auto make = [this](const QString& name, const QString& objectName, const QKeySequence& keys, void (AlertsPage::*deed)()) {
        auto* action = new QAction(name, this);
        action->setObjectName(objectName);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
    };
    make(tr("Add alert"), QStringLiteral("actionAddAlert"), QKeySequence(Qt::CTRL | Qt::Key_N), &AlertsPage::add);
    make(tr("Revalidate"), QStringLiteral("actionRevalidate"), QKeySequence(Qt::CTRL | Qt::Key_R), &AlertsPage::revalidate);
    make(tr("Remove"), QStringLiteral("actionRemoveAlert"), QKeySequence(Qt::Key_Delete), &AlertsPage::remove);
    offerCopy(m_table, QStringLiteral("actionCopyAlerts"));
    offerCopy(m_hits, QStringLiteral("actionCopyHits"));
}

/// In the table's context menu, and under the keys everybody tries.
void AlertsPage::offerCopy(QTableView* table, const QString& objectName)
{
    auto* action = new QAction(tr("Copy table as CSV"), table);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(action);
    connect(action, &QAction::triggered, this, [this, table] {
        m_copied = table;
        Q_EMIT copyRequested();
        m_copied = nullptr;
    });
}

} // namespace casebound
