// Which kept reads go into an export: all of them, until a person leaves some out (R12).
#pragma once

#include "service/CaseExport.h"

#include <QAbstractListModel>
#include <QDialog>

#include <unordered_set>

class QLabel;
class QListView;

namespace casebound {

/// Kept reads, newest first, each with a tick. A read's line says whether anybody verified it.
class ChoiceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    ChoiceModel(std::vector<CaseItem> items, const std::vector<std::int64_t>& leftOut, QObject* parent = nullptr);
    [[nodiscard]] std::vector<std::int64_t> leftOut() const;
    [[nodiscard]] qint64 left() const { return static_cast<qint64>(m_leftOut.size()); }
    void tickAll(bool on);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

private:
    const std::vector<CaseItem> m_items;
    std::unordered_set<std::int64_t> m_leftOut;
};

/// Window-modal; deletes itself.
class ReadChoice final : public QDialog {
    Q_OBJECT

public:
    ReadChoice(std::vector<CaseItem> items, const std::vector<std::int64_t>& leftOut, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const std::vector<std::int64_t>& leftOut);

private:
    void follow();

    ChoiceModel* m_model;
    QListView* m_list;
    QLabel* m_count;
};

} // namespace casebound
