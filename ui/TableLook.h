// How a table of rows that are chosen and read looks and behaves, whatever it holds.
#pragma once

#include "ui/ContextMenu.h"

#include <QList>
#include <QString>

class QAbstractItemView;
class QTableView;

namespace casebound {

/// Ctrl+C in a table or list of Qt's copies the cell without asking anybody; in this one it does nothing. What leaves the window by the
/// clipboard is logged first (ui/ReadCopier.h).
void copyNothingByKey(QAbstractItemView& view);

/// One whole row at a time, nothing edited, Tab goes on to the next control (never from cell to cell: WCAG 2.1.2), columns can be
/// moved. Ctrl+C copies nothing by itself.
void dressTable(QTableView& table);

/// Once model and columns' widths are set: the person's own columns (ui/ColumnChoice), chosen in the table's menu, which `more` adds to.
/// Remembered by the table's objectName, or by a `name` that tables of one kind share. `always`: columns that cannot be hidden.
void letChooseColumns(QTableView& table, const QList<int>& always = {}, ContextMenu::Fill more = {}, const QString& name = {});

} // namespace casebound
