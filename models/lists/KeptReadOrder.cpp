#include "lists/KeptReadOrder.h"

#include "lists/KeptReadTableModel.h"

namespace casebound {

KeptReadOrder::KeptReadOrder(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(KeptReadTableModel::SortRole);
}

void KeptReadOrder::setPeriod(std::optional<MicrosRange> period)
{
    if (period == m_period)
        return;
    m_period = period;
    invalidateRowsFilter();
}

bool KeptReadOrder::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto* model = qobject_cast<const KeptReadTableModel*>(sourceModel());
    return !m_period || !model || m_period->holds(model->read(row).read.capturedAt.time_since_epoch().count());
}

} // namespace casebound
