// The office's cases as a table, for the Case file page and for the search form's list of open cases.
#pragma once

#include "service/CaseService.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimeZone>

#include <vector>

namespace casebound {

/// Lives on the window's thread; follows CaseService::casesChanged().
class CaseListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Show { OpenOnly, All };
    enum Column { NumberColumn, TitleColumn, MatterColumn, OffenceColumn, StateColumn, OpenedColumn, ClosedColumn, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< QString.
        StateRole,                     ///< int of CaseState.
        MatterRole,                    ///< int of Matter.
        OffenceRole,                   ///< QString: id.
        ReasonRole,                    ///< QString: code.
        SearchRole,                    ///< QString: number and title.
    };

    /// `cases` may be null until there is a session.
    CaseListModel(const CaseService* cases, Show show, QObject* parent = nullptr);

    void setTimeZone(const QTimeZone& zone);
    [[nodiscard]] const CaseRecord& record(int row) const { return m_records[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const CaseNumber& number) const; ///< -1: not there.

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Reads the cases again. Called by itself when the service says so.
    void reload();
    /// For tests and for a list that is not the service's.
    void setRecords(std::vector<CaseRecord> records);

private:
    [[nodiscard]] QString text(const CaseRecord& record, Column column) const;

    QPointer<const CaseService> m_cases;
    const Show m_show;
    QTimeZone m_zone;
    std::vector<CaseRecord> m_records;
};

} // namespace casebound
