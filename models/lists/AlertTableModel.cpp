#include "lists/AlertTableModel.h"

#include "lists/ReadText.h"

#include <algorithm>

namespace casebound {

AlertTableModel::AlertTableModel(std::function<QString(const UserId&)> nameOf, QObject* parent)
    : QAbstractTableModel(parent),
      m_nameOf(std::move(nameOf))
{
}

void AlertTableModel::setRows(std::vector<AlertRow> rows)
{
    const bool same = std::ranges::equal(
        m_rows, rows, {}, [](const AlertRow& row) { return row.entry.id; }, [](const AlertRow& row) { return row.entry.id; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int AlertTableModel::rowOf(const AlertId& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const AlertRow& row) { return row.entry.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

AlertTableModel::Standing AlertTableModel::standingOf(const AlertRow& row)
{
    if (row.entry.state == AlertState::Removed)
        return Standing::Removed;
    if (row.toBeJustified)
        return Standing::ToBeJustified;
    if (row.due == DueState::Overdue)
        return Standing::Overdue;
    if (!row.entry.confirmed)
        return Standing::NotConfirmed;
    if (row.entry.state == AlertState::Suspended)
        return Standing::Suspended;
    return row.due == DueState::Soon ? Standing::DueSoon : Standing::Active;
}

QString AlertTableModel::stateText(const AlertRow& row)
{
    QString words;
    switch (row.entry.state) {
    case AlertState::Active: words = tr("active"); break;
    case AlertState::Removed:
        words = row.entry.removal == Removal::CaseClosed   ? tr("removed, its case is closed")
                : row.entry.removal == Removal::HandedOver ? tr("removed, handed over")
                                                           : tr("removed");
        break;
    case AlertState::Suspended:
        switch (row.entry.suspension) {
        case Suspension::None:
        case Suspension::ByPerson: words = tr("suspended"); break;
        case Suspension::Overdue: words = row.toBeJustified ? tr("handed over, not yet justified") : tr("suspended, overdue"); break;
        case Suspension::NoVerdict: words = tr("suspended, a hit waits for a verdict"); break;
        case Suspension::LeftRoster: words = tr("suspended, its owner left the roster"); break;
        }
        break;
    }
    //: %1: state of an alert entry, as "suspended". The vendor has not confirmed it.
    return row.entry.confirmed ? words : tr("%1, not yet confirmed").arg(words);
}

QString AlertTableModel::dueText(const AlertRow& row)
{
    if (row.entry.state == AlertState::Removed)
        return {};
    if (row.toBeJustified)
        return tr("now");
    if (row.daysLeft < 0)
        return tr("overdue for %n day(s)", nullptr, static_cast<int>(-row.daysLeft));
    if (row.daysLeft == 0)
        return row.due == DueState::Overdue ? tr("overdue since today") : tr("today");
    return tr("in %n day(s)", nullptr, static_cast<int>(row.daysLeft));
}

QString AlertTableModel::text(const AlertRow& row, Column column) const
{
    const auto day = [this](Instant at) { return toDateTime(at).toTimeZone(m_zone).date().toString(Qt::ISODate); };
    switch (column) {
    case PlateColumn: return QStringLiteral("%1 · %2").arg(row.entry.plate.text(), row.entry.jurisdiction.text());
    case CaseColumn: return row.entry.caseNumber.text();
    case ReasonColumn: return row.entry.reasonText.simplified();
    case OwnerColumn: return m_nameOf(row.entry.owner);
    case HitsColumn:
        //: Hits of an alert entry. %1: all of them, %2: those nobody has judged yet.
        return row.hits.unjudged > 0 ? tr("%1, %2 unverified").arg(row.hits.hits).arg(row.hits.unjudged) : QString::number(row.hits.hits);
    case ValidatedColumn: return row.toBeJustified ? tr("never") : day(row.entry.validatedAt);
    case DueColumn: return dueText(row);
    case ExpiresColumn: return row.toBeJustified ? QString() : day(row.entry.expiresAt);
    case StateColumn: return stateText(row);
    case ColumnCount: break;
    }
    return {};
}

int AlertTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const AlertRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return column == ReasonColumn ? row.entry.reasonText : text(row, column);
    case IdRole: return row.entry.id.text();
    case StandingRole: return static_cast<int>(standingOf(row));
    case SearchRole:
        return QStringLiteral("%1 %2 %3 %4")
            .arg(row.entry.plate.text(), row.entry.caseNumber.text(), row.entry.reasonText, m_nameOf(row.entry.owner));
    case SortRole:
        switch (column) {
        case HitsColumn: return static_cast<qlonglong>(row.hits.hits);
        case ValidatedColumn: return static_cast<qlonglong>(row.entry.validatedAt.time_since_epoch().count());
        case DueColumn: return static_cast<qlonglong>(row.dueAt.time_since_epoch().count());
        case ExpiresColumn: return static_cast<qlonglong>(row.entry.expiresAt.time_since_epoch().count());
        case StateColumn: return static_cast<int>(standingOf(row));
        case PlateColumn:
        case CaseColumn:
        case ReasonColumn:
        case OwnerColumn:
        case ColumnCount: break;
        }
        return text(row, column);
    }
    return {};
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case PlateColumn: return tr("Plate");
    case CaseColumn: return tr("Case");
    case ReasonColumn: return tr("Reason");
    case OwnerColumn: return tr("Owner");
    case HitsColumn: return tr("Hits");
    case ValidatedColumn: return tr("Last validated");
    case DueColumn: return tr("Due");
    case ExpiresColumn: return tr("Expires");
    case StateColumn: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
