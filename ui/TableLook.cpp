#include "ui/TableLook.h"

#include "ui/ColumnChoice.h"

#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace casebound {

void dressTable(QTableView& table)
{
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsMovable(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 12);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void letChooseColumns(QTableView& table, const QList<int>& always, ContextMenu::Fill more)
{
    ColumnChoice::of(table, always);
    new ContextMenu(table, std::move(more),
                    [&table] { return table.viewport()->mapTo(&table, table.visualRect(table.currentIndex()).bottomLeft()); });
}

} // namespace casebound
