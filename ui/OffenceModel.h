// The entries of OffencePicker: one row an offence under a reason, or a priority.
#pragma once

#include "domain/Reference.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <vector>

namespace casebound {

class OffenceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum DataRole {
        ReasonTextRole = Qt::UserRole, ///< Label of the reason or of the priority's group.
        OwnTextRole,                   ///< Label of the offence or priority.
        StatuteRole,
        FirstOfGroupRole,
        CodeRole, ///< Of the reason: the same in every language.
    };
    struct Entry {
        const Reason* reason = nullptr;
        const Offence* offence = nullptr; ///< Null: a priority.
    };

    explicit OffenceModel(const Reference& reference, QObject* parent = nullptr);
    void setMatter(std::optional<Matter> matter);
    [[nodiscard]] const Entry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const OffenceId& offence, const ReasonCode& reason) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const Reference& m_reference;
    std::vector<Entry> m_entries;
};

/// Keeps the rows that hold every typed word, wherever it stands.
class WordFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setTyped(const QString& typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

/// Offence first, reason and statute quieter below it; a hairline where another reason begins.
class OffenceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace casebound
