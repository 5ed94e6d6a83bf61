// Entries of the alert list as a table: in words, what is due first.
#pragma once

#include "service/AlertService.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <functional>
#include <vector>

namespace casebound {

/// Lives on the window's thread. Rows are handed over; the model asks nobody.
class AlertTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        PlateColumn,
        CaseColumn,
        ReasonColumn,
        OwnerColumn,
        HitsColumn,
        ValidatedColumn,
        DueColumn,
        ExpiresColumn,
        StateColumn,
        ColumnCount,
    };
    /// What a row is, most pressing first.
    enum class Standing { ToBeJustified, Overdue, NotConfirmed, DueSoon, Suspended, Active, Removed };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString.
        StandingRole,              ///< int of Standing.
        SortRole,                  ///< What a column is sorted by.
        SearchRole,                ///< QString: plate, case, reason and owner.
    };

    /// `nameOf` gives a person's name for an id.
    explicit AlertTableModel(std::function<QString(const UserId&)> nameOf, QObject* parent = nullptr);

    void setTimeZone(const QTimeZone& zone) { m_zone = zone; }
    /// The list as a whole; the same entries in the same order change in place, so that what is chosen stays chosen.
    void setRows(std::vector<AlertRow> rows);
    [[nodiscard]] const AlertRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const AlertId& id) const; ///< -1: not there.
    [[nodiscard]] static Standing standingOf(const AlertRow& row);
    /// "overdue since 3 days, suspended", "active, not yet confirmed": everything that is so, in one line.
    [[nodiscard]] static QString stateText(const AlertRow& row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const AlertRow& row, Column column) const;
    [[nodiscard]] static QString dueText(const AlertRow& row);

    std::function<QString(const UserId&)> m_nameOf;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<AlertRow> m_rows;
};

} // namespace casebound
