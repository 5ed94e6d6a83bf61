#include "lists/RosterFindingModel.h"

#include "lists/ComparisonText.h"

namespace casebound {

void RosterFindingModel::put(std::vector<RosterFinding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int RosterFindingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int RosterFindingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RosterFindingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const RosterFinding& finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case IssueColumn: return ComparisonText::of(finding.issue);
    case PersonColumn: return finding.userId;
    case OursColumn: return finding.ours;
    case TheirsColumn: return finding.theirs;
    case ColumnCount: break;
    }
    return {};
}

QVariant RosterFindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case IssueColumn: return tr("Finding");
    case PersonColumn: return tr("Person");
    case OursColumn: return tr("On the roster");
    case TheirsColumn: return tr("At the vendor");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
