#include "ui/search/ReadTableView.h"

#include "lists/ReadText.h"
#include "ui/ContextMenu.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/VerdictDelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace casebound {

ReadTableView::ReadTableView(ReadTableModel& model, const QString& name, QWidget* parent) : QTableView(parent), m_model(model)
{
    setAccessibleName(name);
    setModel(&model);
    dressTable(*this);
    setItemDelegateForColumn(ReadTableModel::VerdictColumn, new VerdictDelegate(ReadTableModel::VerdictRole, this));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicator(ReadTableModel::TimeColumn, Qt::DescendingOrder);
    setSortingEnabled(true);
    // The verdict stands beside the time, in view at any width.
    horizontalHeader()->moveSection(ReadTableModel::VerdictColumn, ReadTableModel::PlateColumn);
    sizeColumns();
    // A verdict is never out of sight.
    letChooseColumns(
        *this, {ReadTableModel::TimeColumn, ReadTableModel::VerdictColumn}, [this](QMenu& menu) { fillMenu(menu); },
        QStringLiteral("reads"));
}

void ReadTableView::sizeColumns()
{
    const QFontMetrics metrics(font());
    verticalHeader()->setDefaultSectionSize(std::max(space::target, metrics.height() + space::unit));
    // Wide enough for what each column usually says, so that nothing jumps while pages arrive.
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text) + 2 * space::unit + space::half; };
    setColumnWidth(ReadTableModel::TimeColumn, width(QStringLiteral("2026-00-00 00:00:00")));
    // The head's word is longer than any age in some languages.
    const QString age = m_model.headerData(ReadTableModel::AgeColumn, Qt::Horizontal).toString();
    setColumnWidth(ReadTableModel::AgeColumn, std::max(width(QStringLiteral("00 months")), width(age) + space::half));
    setColumnWidth(ReadTableModel::PlateColumn, width(ReadTableModel::tr("hidden until checked")));
    setColumnWidth(ReadTableModel::JurisdictionColumn, width(QStringLiteral("New Mexico (US-NM)")));
    int verdict = 0; // which is the longest differs from language to language
    for (const Verdict one : {Verdict::Unverified, Verdict::Confirmed, Verdict::DifferentPlate, Verdict::Unreadable})
        verdict = std::max(verdict, width(ReadText::verdict(one)));
    setColumnWidth(ReadTableModel::VerdictColumn, verdict + 2 * metrics.height() + 2 * space::unit); // its mark stands before the word
    setColumnWidth(ReadTableModel::CameraColumn, width(QStringLiteral("PM-CAM-000, mobile")));
    setColumnWidth(ReadTableModel::PlaceColumn, width(QStringLiteral("0000 Some Long Street, Port Meridian")));
    setColumnWidth(ReadTableModel::ConfidenceColumn, width(QStringLiteral("Confidence")) + space::unit);
}

qsizetype ReadTableView::currentRead() const
{
    return currentIndex().isValid() ? static_cast<qsizetype>(m_model.readAt(currentIndex().row())) : -1;
}

void ReadTableView::selectRead(qsizetype read)
{
    const int row = read < 0 ? -1 : m_model.rowOf(static_cast<std::size_t>(read));
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    if (currentIndex().row() != row)
        setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
}

void ReadTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentReadChanged(currentRead());
}

void ReadTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT opened(static_cast<qsizetype>(m_model.readAt(index.row())));
}

void ReadTableView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier && currentRead() >= 0) {
        Q_EMIT opened(currentRead());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ReadTableView::fillMenu(QMenu& menu)
{
    QMenu* sorting = menu.addMenu(tr("Sort by"));
    for (int column = 0; column < ReadTableModel::ColumnCount; ++column) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        QAction* sort = sorting->addAction(title);
        sort->setCheckable(true);
        sort->setChecked(horizontalHeader()->sortIndicatorSection() == column);
        connect(sort, &QAction::triggered, this, [this, column] {
            const bool again = horizontalHeader()->sortIndicatorSection() == column;
            const bool down = again && horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
            sortByColumn(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    menu.addSeparator();
    ContextMenu::offerCopying(menu, *this, {ReadCopier::Deed::CopyTable, ReadCopier::Deed::PrintTable});
}

void ReadTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeColumns();
}

} // namespace casebound
