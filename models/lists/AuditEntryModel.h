// The entries of a review's period, as a filter leaves them: newest first, a page at a time. Items say in words what was decided.
#pragma once

#include "service/ReviewService.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace casebound {

/// Lives on the window's thread, no longer than the service. It holds numbers of entries alone, so nothing is left of a review put aside.
class AuditEntryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        PersonColumn,
        WorkstationColumn,
        EventColumn,
        CaseColumn,
        PlateColumn,
        ReasonColumn,
        OutcomeColumn,
        ItemColumn,
        ColumnCount
    };
    enum Role {
        SequenceRole = Qt::UserRole + 1, ///< qulonglong; as reviewEntry() names it.
        VerdictRole,                     ///< int of ItemVerdict; invalid where nothing was decided.
    };
    enum class Show { Everything, Items, OpenItems };

    explicit AuditEntryModel(const ReviewService& reviews, QObject* parent = nullptr);

    void setTimeZone(const QTimeZone& zone) { m_zone = zone; }
    /// `alone`: only these entries, such as an indicator's.
    void show(const EntryFilter& filter, Show which, std::optional<std::vector<std::uint64_t>> alone = {});
    /// How many the filter leaves, counted up to `most`.
    [[nodiscard]] std::size_t count(std::size_t most) const;
    [[nodiscard]] std::optional<std::uint64_t> sequenceAt(int row) const;
    [[nodiscard]] int rowOf(std::uint64_t sequence) const; ///< −1: not loaded, or not left.
    /// What is said of an entry changed.
    void refresh(std::uint64_t sequence);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    [[nodiscard]] QString text(std::uint64_t number, const IndexedEntry& entry, Column column) const;

    const ReviewService& m_reviews;
    QTimeZone m_zone;
    EntryFilter m_filter;
    std::vector<std::uint64_t> m_rows;
    std::vector<std::uint64_t> m_left; ///< Of a list that is shown whole: what is not yet loaded, newest last.
    bool m_listed = false, m_more = false;
};

} // namespace casebound
