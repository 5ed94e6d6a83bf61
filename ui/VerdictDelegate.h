// A verdict in a table: icon of its own shape, and words; never colour alone.
#pragma once

#include <QStyledItemDelegate>

namespace casebound {

class VerdictDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `verdictRole` gives int of Verdict.
    explicit VerdictDelegate(int verdictRole, QObject* parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_role;
};

} // namespace casebound
