// How a table of rows that are chosen and read looks and behaves, whatever it holds.
#pragma once

class QTableView;

namespace casebound {

/// One whole row at a time, nothing edited, Tab goes on to the next control (never from cell to cell: WCAG 2.1.2), columns can be
/// moved. Ctrl+C copies nothing by itself.
void dressTable(QTableView& table);

} // namespace casebound
