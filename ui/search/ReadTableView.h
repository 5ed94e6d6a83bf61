// A table of reads: one row at a time, sorted by any column, without trapping Tab.
#pragma once

#include "lists/ReadTableModel.h"

#include <QTableView>

class QMenu;

namespace casebound {

/// Sorting and the choice of columns are in the header by mouse and in the context menu (Menu key, Shift+F10) by keyboard; so are copying
/// and printing.
class ReadTableView final : public QTableView {
    Q_OBJECT

public:
    ReadTableView(ReadTableModel& model, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] qsizetype currentRead() const; ///< -1: none.
    void selectRead(qsizetype read);

Q_SIGNALS:
    /// A person moved to this read; -1: to none.
    void currentReadChanged(qsizetype read);
    /// Enter or double click.
    void opened(qsizetype read);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void sizeColumns();
    void fillMenu(QMenu& menu);

    ReadTableModel& m_model;
};

} // namespace casebound
