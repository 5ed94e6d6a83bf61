#include "lists/AuditEntryModel.h"

#include "lists/AuditText.h"
#include "lists/ReadText.h"

#include <algorithm>

namespace casebound {

namespace {
constexpr std::size_t pageRows = 100;
}

AuditEntryModel::AuditEntryModel(const ReviewService& reviews, QObject* parent)
    : QAbstractTableModel(parent),
      m_reviews(reviews),
      m_zone(QTimeZone::systemTimeZone())
{
}

void AuditEntryModel::show(const EntryFilter& filter, Show which, std::optional<std::vector<std::uint64_t>> alone)
{
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    m_left.clear();
    m_listed = alone || which != Show::Everything;
    const ReviewEntries* entries = m_reviews.entries();
    if (m_listed && entries) {
        const auto take = [&](std::uint64_t sequence) {
            if (entries->matches(m_filter, sequence))
                m_left.push_back(sequence);
        };
        if (which == Show::Everything) {
            std::ranges::for_each(*alone, take);
        } else {
            for (const ReviewItem& item : m_reviews.items()) {
                const bool wanted = which == Show::Items || !item.decision;
                if (wanted && (!alone || std::ranges::binary_search(*alone, item.sequence)))
                    take(item.sequence);
            }
        }
    }
    m_more = entries != nullptr && (!m_listed || !m_left.empty());
    endResetModel();
    if (m_more)
        fetchMore({});
}

std::size_t AuditEntryModel::count(std::size_t most) const
{
    if (m_listed)
        return std::min(most, m_rows.size() + m_left.size());
    const ReviewEntries* entries = m_reviews.entries();
    return entries ? entries->count(m_filter, most) : 0;
}

void AuditEntryModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_left.clear();
    m_more = false;
    endResetModel();
}

bool AuditEntryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more;
}

void AuditEntryModel::fetchMore(const QModelIndex& parent)
{
    const ReviewEntries* entries = m_reviews.entries();
    if (parent.isValid() || !m_more || !entries)
        return;
    std::vector<std::uint64_t> page;
    if (m_listed) {
        while (!m_left.empty() && page.size() < pageRows) {
            page.push_back(m_left.back());
            m_left.pop_back();
        }
        m_more = !m_left.empty();
    } else {
        const auto before = m_rows.empty() ? std::nullopt : std::optional(m_rows.back());
        page = entries->page(m_filter, before, pageRows);
        m_more = page.size() == pageRows;
    }
    if (page.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_rows.insert(m_rows.end(), page.begin(), page.end());
    endInsertRows();
}

std::optional<std::uint64_t> AuditEntryModel::sequenceAt(int row) const
{
    return row >= 0 && row < rowCount() ? std::optional(m_rows[static_cast<std::size_t>(row)]) : std::nullopt;
}

int AuditEntryModel::rowOf(std::uint64_t sequence) const
{
    const auto found = std::ranges::lower_bound(m_rows, sequence, std::ranges::greater());
    return found != m_rows.end() && *found == sequence ? static_cast<int>(found - m_rows.begin()) : -1;
}

void AuditEntryModel::refresh(std::uint64_t sequence)
{
    if (const int row = rowOf(sequence); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int AuditEntryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditEntryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditEntryModel::text(std::uint64_t number, const IndexedEntry& entry, Column column) const
{
    switch (column) {
    case TimeColumn: return ReadText::time(entry.at, m_zone);
    case PersonColumn: return entry.person.isEmpty() ? tr("workstation") : entry.person;
    case WorkstationColumn: return m_reviews.workstationOf(number);
    case EventColumn: return AuditText::of(entry.event);
    case CaseColumn: return entry.caseNumber;
    case PlateColumn: return entry.plate;
    case ReasonColumn: return entry.reasonText;
    case OutcomeColumn: return entry.outcome;
    case ItemColumn: {
        const auto item = m_reviews.item(number);
        if (!item)
            return {};
        if (item->decision)
            return AuditText::of(item->decision->verdict);
        return m_reviews.isOwn(number) ? tr("for another reviewer") : tr("open");
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant AuditEntryModel::data(const QModelIndex& index, int role) const
{
    const auto sequence = sequenceAt(index.row());
    const ReviewEntries* entries = m_reviews.entries();
    const IndexedEntry* entry = entries && sequence ? entries->find(*sequence) : nullptr;
    if (!entry)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*sequence, *entry, static_cast<Column>(index.column()));
    if (role == SequenceRole)
        return qulonglong(*sequence);
    if (role == VerdictRole) {
        const auto item = m_reviews.item(*sequence);
        return item && item->decision ? QVariant(static_cast<int>(item->decision->verdict)) : QVariant();
    }
    return {};
}

QVariant AuditEntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Time");
    case PersonColumn: return tr("Person");
    case WorkstationColumn: return tr("Workstation");
    case EventColumn: return tr("What happened");
    case CaseColumn: return tr("Case");
    case PlateColumn: return tr("Plate");
    case ReasonColumn: return tr("Reason");
    case OutcomeColumn: return tr("Outcome");
    case ItemColumn: return tr("Review");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
