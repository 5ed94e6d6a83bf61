// Kept reads sorted, and narrowed to a period.
#pragma once

#include "lists/ReadDays.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace casebound {

/// Over a KeptReadTableModel.
class KeptReadOrder final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit KeptReadOrder(QObject* parent = nullptr);
    void setPeriod(std::optional<MicrosRange> period);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<MicrosRange> m_period;
};

} // namespace casebound
