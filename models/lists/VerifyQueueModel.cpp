#include "lists/VerifyQueueModel.h"

#include "lists/ReadText.h"

#include <algorithm>

namespace casebound {

VerifyQueueModel::VerifyQueueModel(const VerificationService& verification, QObject* parent)
    : QAbstractTableModel(parent),
      m_verification(verification),
      m_zone(QTimeZone::systemTimeZone())
{
}

void VerifyQueueModel::setRun(QueryRun* run)
{
    if (m_run)
        m_run->disconnect(this);
    beginResetModel();
    m_run = run;
    m_reads = run ? m_verification.queue(*run) : std::vector<std::size_t>();
    endResetModel();
    if (!run)
        return;
    connect(run, &QueryRun::readsAppended, this, [this](qsizetype first, qsizetype count) {
        if (count <= 0)
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(count) - 1);
        for (qsizetype i = first; i < first + count; ++i)
            m_reads.push_back(static_cast<std::size_t>(i));
        endInsertRows();
    });
    connect(run, &QueryRun::readsCleared, this, [this] {
        beginResetModel();
        m_reads.clear();
        endResetModel();
    });
    connect(run, &QueryRun::readChanged, this, [this](qsizetype read) {
        if (const int row = rowOf(static_cast<std::size_t>(read)); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
}

int VerifyQueueModel::rowOf(std::size_t read) const
{
    const auto found = std::ranges::find(m_reads, read);
    return found == m_reads.end() ? -1 : static_cast<int>(found - m_reads.begin());
}

int VerifyQueueModel::unverified() const
{
    return m_run ? static_cast<int>(std::ranges::count_if(
                       m_reads, [this](std::size_t read) { return m_run->verification(read).verdict == Verdict::Unverified; }))
                 : 0;
}

int VerifyQueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reads.size());
}

int VerifyQueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VerifyQueueModel::data(const QModelIndex& index, int role) const
{
    if (!m_run || !index.isValid() || readAt(index.row()) >= m_run->reads().size())
        return {};
    const std::size_t read = readAt(index.row());
    const ReadRow& row = m_run->reads().row(read);
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<Column>(index.column())) {
        case TimeColumn: return ReadText::time(Instant(std::chrono::microseconds(row.capturedAt)), m_zone);
        case KindColumn: return row.exact ? tr("As queried") : tr("Near match");
        case VerdictColumn: {
            const QString verdict = ReadText::verdict(m_run->verification(read).verdict);
            return m_run->isKept(read) ? tr("%1, kept").arg(verdict) : verdict;
        }
        case ColumnCount: break;
        }
        return {};
    case ReadRole: return static_cast<qlonglong>(read);
    case VerdictRole: return static_cast<int>(m_run->verification(read).verdict);
    case KeptRole: return m_run->isKept(read);
    }
    return {};
}

QVariant VerifyQueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Time");
    case KindColumn: return tr("Kind");
    case VerdictColumn: return tr("Verdict");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
