// The reads kept for the chosen case, on the map.
#pragma once

#include "lists/ReadDays.h"
#include "ui/PageServices.h"

#include <QObject>

#include <optional>

class QAbstractItemView;
class QSortFilterProxyModel;

namespace casebound {

class KeptReadTableModel;
class MapPane;

/// Owns nothing. Table and map have one selection: the table's current row.
class KeptMap final : public QObject {
    Q_OBJECT

public:
    /// `order` shows `kept` in the table.
    KeptMap(const PageServices& services, KeptReadTableModel& kept, QSortFilterProxyModel& order, QAbstractItemView& table,
            QWidget* parent);
    [[nodiscard]] MapPane& pane() const { return *m_pane; }

    /// Draws reads captured in this period alone; nothing: all.
    void setPeriod(std::optional<MicrosRange> period);

private:
    void renew();
    void draw(bool fit);
    [[nodiscard]] QString words(qsizetype read) const;

    const Clock& m_clock;
    KeptReadTableModel& m_kept;
    MapPane* m_pane;
    std::optional<MicrosRange> m_period;
};

} // namespace casebound
