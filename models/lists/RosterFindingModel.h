// What a comparison of the roster with the vendor's users found, as a table (R1).
#pragma once

#include "domain/RosterComparison.h"

#include <QAbstractTableModel>

namespace casebound {

/// Lives on the window's thread.
class RosterFindingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IssueColumn, PersonColumn, OursColumn, TheirsColumn, ColumnCount };

    explicit RosterFindingModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void put(std::vector<RosterFinding> findings);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<RosterFinding> m_findings;
};

} // namespace casebound
