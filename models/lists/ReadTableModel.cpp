#include "lists/ReadTableModel.h"

#include "lists/ReadOrder.h"
#include "lists/ReadText.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

namespace casebound {

namespace {

/// Sorting this many takes a few milliseconds; more would be felt.
constexpr std::size_t sortAtOnce = 20'000;

} // namespace

ReadTableModel::ReadTableModel(Group group, QObject* parent)
    : QAbstractTableModel(parent),
      m_group(group),
      m_zone(QTimeZone::systemTimeZone())
{
}

ReadTableModel::~ReadTableModel() = default;

void ReadTableModel::setRun(const QueryRun* run)
{
    if (m_run)
        m_run->disconnect(this);
    beginResetModel();
    ++m_generation;
    m_sorting = false;
    m_run = run;
    fill();
    if (run) {
        connect(run, &QueryRun::readsAppended, this, &ReadTableModel::append);
        connect(run, &QueryRun::readsCleared, this, &ReadTableModel::clear);
        connect(run, &QueryRun::readChanged, this, &ReadTableModel::changed);
        connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
    }
    endResetModel();
    if (m_sortColumn >= 0 && !m_rows.empty())
        resort();
}

bool ReadTableModel::isOfGroup(std::size_t read) const
{
    return m_run->reads().row(read).exact == (m_group == Group::Exact);
}

bool ReadTableModel::isShown(std::size_t read) const
{
    return isOfGroup(read) && (!m_period || m_period->holds(m_run->reads().row(read).capturedAt)) &&
           (!m_nearPlacesOnly || isNearPlace(read));
}

bool ReadTableModel::isNearPlace(std::size_t read) const
{
    return !placesNear(read).empty();
}

void ReadTableModel::fill()
{
    m_rows.clear();
    m_total = m_nearPlaces = 0;
    for (std::size_t i = 0; m_run && i < m_run->reads().size(); ++i) {
        tally(i);
        if (isShown(i))
            m_rows.push_back(static_cast<std::uint32_t>(i));
    }
}

void ReadTableModel::tally(std::size_t read)
{
    if (!isOfGroup(read))
        return;
    ++m_total;
    m_nearPlaces += isNearPlace(read) ? 1 : 0;
}

void ReadTableModel::setPeriod(std::optional<MicrosRange> period)
{
    if (period != m_period)
        filterAnew([&] { m_period = period; });
}

void ReadTableModel::setPlaces(SensitivePlacesLayer places)
{
    filterAnew([&] { m_places = std::move(places); });
}

void ReadTableModel::setNearPlacesOnly(bool only)
{
    if (only != m_nearPlacesOnly)
        filterAnew([&] { m_nearPlacesOnly = only; });
}

void ReadTableModel::filterAnew(const std::function<void()>& change)
{
    beginResetModel();
    ++m_generation;
    m_sorting = false;
    change();
    fill();
    endResetModel();
    if (m_sortColumn >= 0 && !m_rows.empty())
        resort();
}

void ReadTableModel::setRevealed(Revealed revealed)
{
    m_revealed = std::move(revealed);
    refresh();
}

void ReadTableModel::setNow(Instant now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn), {Qt::DisplayRole, AgeDaysRole});
}

void ReadTableModel::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    refresh();
}

void ReadTableModel::refresh()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ReadTableModel::rowOf(std::size_t read) const
{
    const auto found = std::ranges::find(m_rows, static_cast<std::uint32_t>(read));
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReadTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReadTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void ReadTableModel::append(qsizetype first, qsizetype count)
{
    std::vector<std::uint32_t> fresh;
    fresh.reserve(static_cast<std::size_t>(count));
    for (qsizetype i = first; i < first + count; ++i) {
        tally(static_cast<std::size_t>(i));
        if (isShown(static_cast<std::size_t>(i)))
            fresh.push_back(static_cast<std::uint32_t>(i));
    }
    if (fresh.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
    sortLater();
}

void ReadTableModel::clear()
{
    beginResetModel();
    ++m_generation;
    m_sorting = false;
    m_rows.clear();
    m_total = m_nearPlaces = 0;
    endResetModel();
}

void ReadTableModel::changed(qsizetype read)
{
    // The place in the order stays: a row that jumps away at the moment it is judged would be lost to the eye.
    if (const int row = rowOf(static_cast<std::size_t>(read)); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ReadTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < ColumnCount ? column : -1;
    m_sortOrder = order;
    resort();
}

/// Pages arrive quicker than anyone can look: one sort for all that came in the same turn of the event loop.
void ReadTableModel::sortLater()
{
    if (m_sortColumn < 0 || m_sortPending || m_sorting)
        return;
    m_sortPending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_sortPending = false;
            resort();
        },
        Qt::QueuedConnection);
}

void ReadTableModel::resort()
{
    const std::uint64_t generation = ++m_generation;
    m_sorting = false;
    if (m_sortColumn < 0) {
        std::vector<std::uint32_t> order = m_rows;
        std::ranges::sort(order);
        apply(std::move(order));
        return;
    }
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    ReadOrder order = keys();
    if (order.size() <= sortAtOnce) {
        apply(std::move(order).sorted(descending));
        return;
    }
    m_sorting = true;
    auto promise = std::make_shared<QPromise<std::vector<std::uint32_t>>>();
    promise->start();
    promise->future().then(this, [this, generation](const std::vector<std::uint32_t>& result) {
        if (generation != m_generation)
            return;
        m_sorting = false;
        const bool more = result.size() < m_rows.size();
        apply(result);
        if (more)
            sortLater(); // reads arrived while the thread was busy
    });
    QThreadPool::globalInstance()->start([promise, order = std::move(order), descending]() mutable {
        promise->addResult(std::move(order).sorted(descending));
        promise->finish();
    });
}

void ReadTableModel::apply(std::vector<std::uint32_t> order)
{
    order.insert(order.end(), m_rows.begin() + static_cast<std::ptrdiff_t>(order.size()), m_rows.end());
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    if (!before.isEmpty()) {
        std::vector<int> rowOfRead(m_run ? m_run->reads().size() : 0, -1);
        for (std::size_t row = 0; row < order.size(); ++row)
            rowOfRead[order[row]] = static_cast<int>(row);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex& old : before)
            after.append(index(rowOfRead[readAt(old.row())], old.column()));
        m_rows = std::move(order);
        changePersistentIndexList(before, after);
    } else {
        m_rows = std::move(order);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT sorted();
}

ReadOrder ReadTableModel::keys() const
{
    ReadOrder order;
    order.reserve(m_rows.size());
    if (!m_run)
        return order;
    const ReadSet& reads = m_run->reads();
    std::array<std::unordered_map<std::string_view, std::string>, 2> words; // hidden and revealed
    for (const std::uint32_t read : m_rows) {
        const ReadRow& row = reads.row(read);
        switch (static_cast<Column>(m_sortColumn)) {
        case TimeColumn: order.add(read, row.capturedAt); break;
        case AgeColumn: order.add(read, -row.capturedAt); break;
        case PlateColumn: order.add(read, isRevealed(read) ? reads.text(row.plate) : std::string_view()); break;
        case JurisdictionColumn: {
            // A few states in a hundred thousand reads: their words are looked up once.
            const auto [known, fresh] = words[isRevealed(read) ? 1 : 0].try_emplace(reads.text(row.jurisdiction));
            if (fresh)
                known->second = jurisdictionText(read).toStdString();
            order.add(read, std::string_view(known->second));
            break;
        }
        case VerdictColumn: order.add(read, static_cast<std::int64_t>(m_run->verification(read).verdict)); break;
        case CameraColumn: order.add(read, reads.text(row.cameraId)); break;
        case PlaceColumn: order.add(read, reads.text(row.address)); break;
        case ConfidenceColumn: order.add(read, static_cast<double>(row.plateConfidence)); break;
        case NoteColumn: order.add(read, std::string_view(noteText(read).toUtf8())); break;
        case ColumnCount: break;
        }
    }
    return order;
}

} // namespace casebound
