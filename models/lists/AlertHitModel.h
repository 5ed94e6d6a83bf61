// Hits of one's own alert entries as a table, newest first, with how long each took from the camera to the screen.
#pragma once

#include "service/AlertService.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <vector>

namespace casebound {

/// Lives on the window's thread, shorter than the service, which it follows.
class AlertHitModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, PlateColumn, CaseColumn, KindColumn, VerdictColumn, ReceivedColumn, ShownColumn, ColumnCount };
    enum Role { HitRole = Qt::UserRole + 1, VerdictRole };

    explicit AlertHitModel(AlertService& alerts, QObject* parent = nullptr);
    [[nodiscard]] const AlertHitRow& row(int row) const { return m_rows[m_rows.size() - 1 - static_cast<std::size_t>(row)]; }
    [[nodiscard]] int unverified() const;
    /// "under 1 second", "4 seconds", "2 minutes"; never negative.
    [[nodiscard]] static QString latency(Instant from, Instant to);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reload();
    void refresh(const QString& hitId);

    AlertService& m_alerts;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<AlertHitRow> m_rows; ///< In the order they came, so that a new one costs nothing.
};

} // namespace casebound
