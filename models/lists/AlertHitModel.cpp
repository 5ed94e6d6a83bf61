#include "lists/AlertHitModel.h"

#include "lists/ReadText.h"

#include <algorithm>

namespace casebound {

AlertHitModel::AlertHitModel(AlertService& alerts, QObject* parent) : QAbstractTableModel(parent), m_alerts(alerts)
{
    connect(&alerts, &AlertService::hitArrived, this, [this](const AlertHitRow& hit) {
        beginInsertRows({}, 0, 0);
        m_rows.push_back(hit);
        endInsertRows();
    });
    connect(&alerts, &AlertService::hitChanged, this, &AlertHitModel::refresh);
    connect(&alerts, &AlertService::hitsReset, this, &AlertHitModel::reload);
    reload();
}

void AlertHitModel::reload()
{
    beginResetModel();
    m_rows = m_alerts.hits();
    std::ranges::reverse(m_rows);
    endResetModel();
}

void AlertHitModel::refresh(const QString& hitId)
{
    const auto found = std::ranges::find(m_rows, hitId, &AlertHitRow::hitId);
    const auto now = m_alerts.hit(hitId);
    if (found == m_rows.end() || !now)
        return;
    *found = *now;
    const int row = static_cast<int>(m_rows.end() - found) - 1;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int AlertHitModel::unverified() const
{
    return static_cast<int>(std::ranges::count(m_rows, Verdict::Unverified, &AlertHitRow::verdict));
}

QString AlertHitModel::latency(Instant from, Instant to)
{
    const auto seconds = std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(to - from).count());
    if (seconds == 0)
        return tr("under 1 second");
    if (seconds < 120)
        return tr("%n second(s)", nullptr, static_cast<int>(seconds));
    if (seconds < 2 * 3'600)
        return tr("%n minute(s)", nullptr, static_cast<int>(seconds / 60));
    return ReadText::age(from, to);
}

int AlertHitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertHitModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertHitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const AlertHitRow& hit = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<Column>(index.column())) {
        case TimeColumn: return ReadText::time(hit.capturedAt, m_zone);
        case PlateColumn: return hit.run->terms().plate.text();
        case CaseColumn: return hit.run->terms().caseNumber.text();
        case KindColumn: return hit.exact ? tr("As entered") : tr("Near match");
        case VerdictColumn: return ReadText::verdict(hit.verdict);
        case ReceivedColumn: return latency(hit.capturedAt, hit.receivedAt);
        case ShownColumn: return hit.shownAt ? latency(hit.receivedAt, *hit.shownAt) : QString();
        case ColumnCount: break;
        }
        return {};
    case HitRole: return hit.hitId;
    case VerdictRole: return static_cast<int>(hit.verdict);
    }
    return {};
}

QVariant AlertHitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Captured");
    case PlateColumn: return tr("Plate");
    case CaseColumn: return tr("Case");
    case KindColumn: return tr("Kind");
    case VerdictColumn: return tr("Verdict");
    case ReceivedColumn: return tr("Received after");
    case ShownColumn: return tr("Shown after");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
