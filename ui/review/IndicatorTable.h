// Indicators of misuse with their counts: each a reason to look, never a finding (R10).
#pragma once

#include "service/ReviewService.h"

#include <QWidget>

class QTableWidget;

namespace casebound {

class IndicatorTable final : public QWidget {
    Q_OBJECT

public:
    explicit IndicatorTable(QWidget* parent = nullptr);
    void put(const std::vector<IndicatorHit>& hits);

Q_SIGNALS:
    /// Enter or double click: its entries, ascending; none where it stands beside the log.
    void chosen(const QString& name, const std::vector<std::uint64_t>& entries);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int row);
    QTableWidget* m_table;
    std::vector<IndicatorHit> m_hits;
};

} // namespace casebound
