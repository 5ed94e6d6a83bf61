#include "lists/QualityModel.h"

#include "lists/ReadText.h"

#include <QLocale>

namespace casebound {

namespace {

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 1);
}

QString character(QChar c)
{
    return c.isNull() ? QualityModel::tr("nothing") : QString(c);
}

} // namespace

QString QualityModel::rateText(const QualityRate& rate)
{
    //: Share of reads that were misread.
    return rate.isEnough() ? tr("%1 %").arg(percent(rate.share())) : tr("too few to say");
}

QString QualityModel::intervalText(const QualityRate& rate)
{
    const Interval interval = rate.interval();
    //: Interval of a share. %1: lower end, %2: upper end.
    return rate.isEnough() ? tr("%1–%2 %").arg(percent(interval.low), percent(interval.high)) : QString();
}

void QualityModel::setQuality(ReadQuality quality)
{
    beginResetModel();
    m_quality = std::move(quality);
    fill();
    endResetModel();
}

void QualityModel::setGroup(Group group)
{
    beginResetModel();
    m_group = group;
    fill();
    endResetModel();
}

void QualityModel::fill()
{
    m_rows.clear();
    const auto take = [this](const std::vector<QualityRow>& rows, auto words) {
        for (const QualityRow& row : rows)
            m_rows.push_back({.key = row.key.isEmpty() ? ReadText::notGiven() : words(row.key), .rate = row.rate});
    };
    const auto asItIs = [](const QString& key) { return key; };
    switch (m_group) {
    case Group::Camera: take(m_quality.byCamera, asItIs); break;
    case Group::Contributor: take(m_quality.byContributor, asItIs); break;
    case Group::Jurisdiction: take(m_quality.byJurisdiction, &ReadText::jurisdiction); break;
    case Group::Pair:
        for (const PairRow& row : m_quality.byPair)
            //: A pair of characters. %1: what the picture shows, %2: what the machine read.
            m_rows.push_back({.key = tr("%1 read as %2").arg(character(row.pair.shown), character(row.pair.read)), .rate = row.rate});
        break;
    }
}

int QualityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QualityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QualityModel::text(const Row& row, Column column) const
{
    const auto number = [](std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); };
    switch (column) {
    case KeyColumn: return row.key;
    case ComparedColumn: return number(row.rate.compared);
    case MisreadColumn: return number(row.rate.misread);
    case RateColumn: return rateText(row.rate);
    case IntervalColumn: return intervalText(row.rate);
    case UnreadableColumn: return m_group == Group::Pair ? QString() : number(row.rate.unreadable);
    case ColumnCount: break;
    }
    return {};
}

QVariant QualityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, column);
    case Qt::TextAlignmentRole: return static_cast<int>((column == KeyColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SortRole:
        switch (column) {
        case KeyColumn: return row.key;
        case ComparedColumn: return static_cast<qlonglong>(row.rate.compared);
        case MisreadColumn: return static_cast<qlonglong>(row.rate.misread);
        case RateColumn: return row.rate.isEnough() ? row.rate.share() : -1.0;
        case IntervalColumn: return row.rate.isEnough() ? row.rate.interval().high : -1.0;
        case UnreadableColumn: return static_cast<qlonglong>(row.rate.unreadable);
        case ColumnCount: break;
        }
        return {};
    }
    return {};
}

QVariant QualityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == KeyColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case KeyColumn:
        switch (m_group) {
        case Group::Camera: return tr("Camera");
        case Group::Contributor: return tr("Contributor");
        case Group::Jurisdiction: return tr("Jurisdiction");
        //: A picture's character and what the machine made of it.
        case Group::Pair: return tr("Characters");
        }
        return {};
    case ComparedColumn: return tr("Compared");
    case MisreadColumn: return tr("Misread");
    case RateColumn: return tr("Rate");
    case IntervalColumn: return tr("95 % interval");
    case UnreadableColumn: return tr("Unreadable");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
