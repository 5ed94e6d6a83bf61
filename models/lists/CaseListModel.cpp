#include "lists/CaseListModel.h"

#include "domain/Reference.h"
#include "lists/ReadText.h"
#include "lists/ReferenceWords.h"

#include <algorithm>

namespace casebound {

CaseListModel::CaseListModel(const CaseService* cases, Show show, QObject* parent)
    : QAbstractTableModel(parent),
      m_cases(cases),
      m_show(show),
      m_zone(QTimeZone::systemTimeZone())
{
    if (!cases)
        return;
    connect(cases, &CaseService::casesChanged, this, &CaseListModel::reload);
    reload();
}

void CaseListModel::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    if (!m_records.empty())
        Q_EMIT dataChanged(index(0, OpenedColumn), index(rowCount() - 1, ClosedColumn));
}

void CaseListModel::reload()
{
    if (m_cases)
        setRecords(m_show == Show::OpenOnly ? m_cases->openCases() : m_cases->cases());
}

void CaseListModel::setRecords(std::vector<CaseRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

int CaseListModel::rowOf(const CaseNumber& number) const
{
    const auto found = std::ranges::find(m_records, number, &CaseRecord::number);
    return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseListModel::text(const CaseRecord& record, Column column) const
{
    switch (column) {
    case NumberColumn: return record.number.text();
    case TitleColumn: return record.title;
    case MatterColumn:
        switch (record.matter) {
        case Matter::Criminal: return tr("Criminal");
        case Matter::Administrative: return tr("Administrative");
        }
        return {};
    case OffenceColumn: {
        if (const Offence* offence = Reference::builtIn().offence(record.offence))
            return ReferenceWords::of(offence->label);
        const Reason* reason = Reference::builtIn().reason(record.reasonCode);
        return reason ? ReferenceWords::of(reason->label) : QString();
    }
    case StateColumn:
        switch (record.state) {
        case CaseState::Open: return tr("Open");
        case CaseState::Closed: return tr("Closed");
        case CaseState::Disposed: return tr("Disposed of");
        }
        return {};
    case OpenedColumn: return ReadText::time(record.openedAt, m_zone);
    case ClosedColumn: return record.closedAt ? ReadText::time(*record.closedAt, m_zone) : QString();
    case ColumnCount: break;
    }
    return {};
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const CaseRecord& record = m_records[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(record, column);
    case Qt::EditRole: return text(record, column);
    case Qt::ToolTipRole: return column == NumberColumn ? text(record, TitleColumn) : text(record, column);
    case NumberRole: return record.number.text();
    case StateRole: return static_cast<int>(record.state);
    case MatterRole: return static_cast<int>(record.matter);
    case OffenceRole: return record.offence.text();
    case ReasonRole: return record.reasonCode.text();
    case SearchRole: return record.title.isEmpty() ? record.number.text() : QStringLiteral("%1 %2").arg(record.number.text(), record.title);
    }
    return {};
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case NumberColumn: return tr("Case");
    case TitleColumn: return tr("Title");
    case MatterColumn: return tr("Matter");
    case OffenceColumn: return tr("Offence or priority");
    case StateColumn: return tr("State");
    case OpenedColumn: return tr("Opened");
    case ClosedColumn: return tr("Closed");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
