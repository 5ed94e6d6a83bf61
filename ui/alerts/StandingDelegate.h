// The state of an alert entry in a table: icon of its own shape, and words; never colour alone.
#pragma once

#include "lists/AlertTableModel.h"
#include "ui/Theme.h"

#include <QStyledItemDelegate>

namespace casebound {

class StandingDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] static Tone tone(AlertTableModel::Standing standing);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace casebound
