#include "ui/TableLook.h"

#include "ui/ColumnChoice.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace casebound {

namespace {

class NoSilentCopy final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override
    {
        return event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy);
    }
};

} // namespace

void copyNothingByKey(QAbstractItemView& view)
{
    view.installEventFilter(new NoSilentCopy(&view));
}

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
    copyNothingByKey(table);
}

void letChooseColumns(QTableView& table, const QList<int>& always, ContextMenu::Fill more, const QString& name)
{
    // Headings are longer in one language than in another, and nothing says that one goes on.
    QHeaderView& header = *table.horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        if (header.isSectionHidden(column))
            continue; // its size is nought as long, and would be kept
        header.resizeSection(column, std::max(header.sectionSize(column), header.sectionSizeHint(column)));
    }
    ColumnChoice::of(table, always, name);
    new ContextMenu(table, std::move(more),
                    [&table] { return table.viewport()->mapTo(&table, table.visualRect(table.currentIndex()).bottomLeft()); });
}

} // namespace casebound
