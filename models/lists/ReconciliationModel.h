// What a reconciliation found, as a table (R14).
#pragma once

#include "domain/Reconciliation.h"

#include <QAbstractTableModel>

namespace casebound {

/// Lives on the window's thread.
class ReconciliationModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, KindColumn, PersonColumn, CaseColumn, PlateColumn, FieldColumn, OursColumn, TheirsColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 }; ///< For a sorting proxy.

    explicit ReconciliationModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void put(std::vector<AuditFinding> findings);
    /// Null where there is no such row.
    [[nodiscard]] const AuditFinding* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<AuditFinding> m_findings;
};

} // namespace casebound
