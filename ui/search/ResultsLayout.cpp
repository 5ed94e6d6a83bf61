// How the results are laid out.
#include "ui/search/ResultsView.h"

#include "lists/ReadTableModel.h"
#include "ui/DayFilter.h"
#include "ui/EmptyState.h"
#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/map/MapPane.h"
#include "ui/search/NoticeBar.h"
#include "ui/search/ReadPictures.h"
#include "ui/search/ReadTableView.h"
#include "ui/search/RunMap.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace casebound {

void ResultsView::build()
{
    setObjectName(QStringLiteral("results"));
    m_head = new QWidget(this);
    m_runs = new QComboBox(m_head);
    m_runs->setObjectName(QStringLiteral("openQueries"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_runs->setMinimumContentsLength(24);
    auto* label = new QLabel(tr("Open &query"), m_head);
    label->setBuddy(m_runs);
    m_close = new QPushButton(tr("Close query"), m_head);
    m_close->setObjectName(QStringLiteral("closeQuery"));
    m_close->setAutoDefault(false);
    m_close->setToolTip(tr("Discards every read that was not kept"));
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(space::unit);
    head->addWidget(label);
    head->addWidget(m_runs, 1);
    head->addWidget(m_close);

    m_state = new NoticeBar(this);
    m_state->setObjectName(QStringLiteral("queryState"));
    m_receipt = new NoticeBar(this);
    m_receipt->setObjectName(QStringLiteral("queryReceipt"));
    m_expiry = new WrapLabel({}, this);
    m_expiry->setObjectName(QStringLiteral("queryExpiry"));
    m_expiry->setWordWrap(true);
    Theme::setTone(m_expiry, Tone::Quiet);

    m_days = new DayFilter(
        [this] {
            std::vector<std::int64_t> moments;
            for (std::size_t n = 0; m_run && n < m_run->reads().size(); ++n)
                moments.push_back(m_run->reads().row(n).capturedAt);
            return moments;
        },
        this);
    m_nearPlaces = new QCheckBox(this);
    m_nearPlaces->setObjectName(QStringLiteral("nearPlacesOnly"));
    m_nearPlaces->hide();
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("search"), tr("No query is open"),
                             tr("Fill in the form and choose Search. Reads stay here until you close the query, sign out, or their time is "
                                "over; only what you keep for "
                                "the case stays."),
                             m_stack);
    m_across = new QSplitter(Qt::Horizontal, m_stack);
    m_across->setObjectName(QStringLiteral("resultsAcross"));
    m_across->setChildrenCollapsible(false);
    m_down = new QSplitter(Qt::Vertical, m_across);
    m_down->setObjectName(QStringLiteral("resultsDown"));
    m_down->setChildrenCollapsible(false);

    auto* exactGroup = new QWidget(m_down);
    m_exactTitle = new QLabel(exactGroup);
    m_exactTitle->setObjectName(QStringLiteral("readsTitle"));
    m_exactTitle->setFont(Theme::heading(font()));
    m_exactStack = new QStackedWidget(exactGroup);
    m_exactTable = new ReadTableView(*m_exactModel, tr("Reads"), m_exactStack);
    m_exactTable->setObjectName(QStringLiteral("reads"));
    // Short here, and always the same words, so they come after what differs from read to read: Time, Age, Verdict and Place stay in
    // view on a small screen.
    m_exactTable->setColumnWidth(ReadTableModel::PlateColumn,
                                 fontMetrics().horizontalAdvance(QStringLiteral("as queried")) + 3 * space::unit);
    QHeaderView* heads = m_exactTable->horizontalHeader();
    for (const int column : {ReadTableModel::PlaceColumn, ReadTableModel::CameraColumn})
        heads->moveSection(heads->visualIndex(column), heads->visualIndex(ReadTableModel::PlateColumn));
    PageGuide::markPane(m_exactTable);
    m_none = new QLabel(m_exactStack);
    m_none->setObjectName(QStringLiteral("noReads"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMargin(space::gap);
    m_exactStack->addWidget(m_exactTable);
    m_exactStack->addWidget(m_none);
    auto* exactColumn = new QVBoxLayout(exactGroup);
    exactColumn->setContentsMargins(0, 0, space::unit, 0);
    exactColumn->setSpacing(space::half);
    exactColumn->addWidget(m_exactTitle);
    exactColumn->addWidget(m_exactStack, 1);

    m_nearGroup = new QWidget(m_down);
    m_nearTitle = new WrapLabel({}, m_nearGroup);
    m_nearTitle->setObjectName(QStringLiteral("nearTitle"));
    m_nearTitle->setFont(Theme::heading(font()));
    m_nearTitle->setWordWrap(true);
    m_nearTable = new ReadTableView(*m_nearModel, tr("Near matches"), m_nearGroup);
    m_nearTable->setObjectName(QStringLiteral("nearMatches"));
    PageGuide::markPane(m_nearTable);
    auto* nearColumn = new QVBoxLayout(m_nearGroup);
    nearColumn->setContentsMargins(0, space::unit, space::unit, 0);
    nearColumn->setSpacing(space::half);
    nearColumn->addWidget(m_nearTitle);
    nearColumn->addWidget(m_nearTable, 1);
    m_nearGroup->hide();

    m_down->addWidget(exactGroup);
    m_down->addWidget(m_nearGroup);
    m_down->setStretchFactor(0, 3);
    m_down->setStretchFactor(1, 2);
    // A hidden half gets no height of its own when it appears: what it is to have stands here.
    exactGroup->setMinimumHeight(120);
    m_nearGroup->setMinimumHeight(120);
    m_down->setSizes({420, 280});
    m_side = new QSplitter(Qt::Vertical, m_across);
    m_side->setObjectName(QStringLiteral("resultsSide"));
    m_side->setChildrenCollapsible(false);
    m_pictures = new ReadPictures(m_services, m_side);
    m_map = new RunMap(m_services, m_side);
    m_map->pane().setContentsMargins(space::unit, 0, 0, 0);
    PageGuide::markPane(&m_map->pane());
    m_side->addWidget(m_pictures);
    m_side->addWidget(&m_map->pane());
    m_side->setStretchFactor(0, 2);
    m_side->setStretchFactor(1, 3);
    m_side->setSizes({230, 420});
    m_across->addWidget(m_down);
    m_across->addWidget(m_side);
    m_across->setStretchFactor(0, 1);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({470, 430});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_across);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);
    column->addWidget(m_receipt);
    column->addWidget(m_head);
    column->addWidget(m_state);
    column->addWidget(m_days);
    column->addWidget(m_nearPlaces);
    column->addWidget(m_stack, 1);
    column->addWidget(m_expiry);
}

} // namespace casebound
