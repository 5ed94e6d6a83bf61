#include "lists/ReconciliationModel.h"

#include "lists/ComparisonText.h"

#include <QLocale>

namespace casebound {

void ReconciliationModel::put(std::vector<AuditFinding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

const AuditFinding* ReconciliationModel::at(int row) const
{
    return row >= 0 && row < std::ssize(m_findings) ? &m_findings[static_cast<std::size_t>(row)] : nullptr;
}

int ReconciliationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int ReconciliationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReconciliationModel::data(const QModelIndex& index, int role) const
{
    const AuditFinding* finding = index.isValid() ? at(index.row()) : nullptr;
    if (!finding)
        return {};
    if (role == SortRole && index.column() == TimeColumn)
        return static_cast<qlonglong>(finding->at.time_since_epoch().count());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case TimeColumn:
        //: How the time of a query is written; Qt's letters.
        return QLocale().toString(toDateTime(finding->at).toLocalTime(), tr("d MMM yyyy, HH:mm"));
    case KindColumn: return ComparisonText::of(finding->kind);
    case PersonColumn: return finding->person;
    case CaseColumn: return finding->caseNumber;
    case PlateColumn: return finding->plate;
    case FieldColumn: return finding->field ? ComparisonText::of(*finding->field) : QString();
    case OursColumn: return ComparisonText::value(*finding, finding->ours);
    case TheirsColumn: return ComparisonText::value(*finding, finding->theirs);
    case ColumnCount: break;
    }
    return {};
}

QVariant ReconciliationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Time");
    case KindColumn: return tr("Finding");
    case PersonColumn: return tr("Person");
    case CaseColumn: return tr("Case");
    case PlateColumn: return tr("Plate");
    //: What differs of a query, such as "Reason".
    case FieldColumn: return tr("Field");
    case OursColumn: return tr("In the log");
    case TheirsColumn: return tr("At the vendor");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
