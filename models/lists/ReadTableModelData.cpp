// What a cell says.
#include "lists/ReadTableModel.h"

#include "lists/PlaceText.h"
#include "lists/ReadText.h"

namespace casebound {

bool ReadTableModel::isRevealed(std::size_t read) const
{
    return m_run && m_revealed && m_revealed(*m_run, read);
}

QString ReadTableModel::jurisdictionText(std::size_t read) const
{
    const ReadSet& reads = m_run->reads();
    const ReadRow& row = reads.row(read);
    if (row.jurisdiction.isEmpty())
        return ReadText::notGiven();
    const QString queried = m_run->terms().jurisdiction.text();
    const bool same = QLatin1StringView(reads.text(row.jurisdiction)) == queried;
    if (!isRevealed(read))
        return same ? tr("as queried") : tr("another, hidden until checked");
    const QString name = ReadText::jurisdiction(reads.string(row.jurisdiction));
    return same ? name : tr("%1, not as queried").arg(name);
}

QString ReadTableModel::verdictText(std::size_t read) const
{
    const QString verdict = ReadText::verdict(m_run->verification(read).verdict);
    return m_run->isKept(read) ? tr("%1, kept").arg(verdict) : verdict;
}

std::vector<NearPlace> ReadTableModel::placesNear(std::size_t read) const
{
    const ReadRow& row = m_run->reads().row(read);
    return row.hasLocation ? casebound::nearPlaces(m_places, {.latitude = row.latitude, .longitude = row.longitude})
                           : std::vector<NearPlace>();
}

QString ReadTableModel::noteText(std::size_t read) const
{
    return PlaceText::withNote(placesNear(read), m_run->verification(read).note);
}

QString ReadTableModel::text(std::size_t read, Column column) const
{
    const ReadSet& reads = m_run->reads();
    const ReadRow& row = reads.row(read);
    const Instant captured{std::chrono::microseconds(row.capturedAt)};
    switch (column) {
    case TimeColumn: return ReadText::time(captured, m_zone);
    case AgeColumn: return ReadText::age(captured, m_now);
    case PlateColumn:
        if (isRevealed(read))
            return reads.string(row.plate);
        return m_group == Group::Exact ? tr("as queried") : tr("hidden until checked");
    case JurisdictionColumn: return jurisdictionText(read);
    case VerdictColumn: return verdictText(read);
    case CameraColumn: return ReadText::camera(reads.string(row.cameraId), row.camera);
    case PlaceColumn: return ReadText::place(reads.string(row.address), row.hasLocation, row.latitude, row.longitude);
    case ConfidenceColumn: return ReadText::confidence(static_cast<double>(row.plateConfidence));
    case NoteColumn: return noteText(read);
    case ColumnCount: break;
    }
    return {};
}

QVariant ReadTableModel::data(const QModelIndex& index, int role) const
{
    // A run that is being emptied says so only after it is empty.
    if (!m_run || !index.isValid() || readAt(index.row()) >= m_run->reads().size())
        return {};
    const std::size_t read = readAt(index.row());
    const ReadRow& row = m_run->reads().row(read);
    const Instant captured{std::chrono::microseconds(row.capturedAt)};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(read, column);
    case Qt::ToolTipRole: return column == TimeColumn || column == AgeColumn ? ReadText::timeInFull(captured, m_zone) : text(read, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == AgeColumn || column == ConfidenceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ReadRole: return static_cast<qlonglong>(read);
    case VerdictRole: return static_cast<int>(m_run->verification(read).verdict);
    case NearRole: return m_group == Group::Near;
    case KeptRole: return m_run->isKept(read);
    case RevealedRole: return isRevealed(read);
    case AgeDaysRole: return ReadText::ageDays(captured, m_now);
    case CapturedRole: return toDateTime(captured);
    case PlacesRole: return static_cast<int>(placesNear(read).size());
    }
    return {};
}

QVariant ReadTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column == AgeColumn || column == ConfidenceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TimeColumn: return tr("Time");
    case AgeColumn: return tr("Age");
    case PlateColumn: return tr("Plate");
    case JurisdictionColumn: return tr("Jurisdiction");
    case VerdictColumn: return tr("Verdict");
    case CameraColumn: return tr("Camera");
    case PlaceColumn: return tr("Place");
    case ConfidenceColumn: return tr("Confidence");
    case NoteColumn: return tr("Note");
    case ColumnCount: break;
    }
    return {};
}

QHash<int, QByteArray> ReadTableModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {ReadRole, "read"},       {VerdictRole, "verdict"},   {NearRole, "near"},    {KeptRole, "kept"},
            {RevealedRole, "revealed"},   {AgeDaysRole, "ageDays"}, {CapturedRole, "captured"}, {PlacesRole, "places"}};
}

} // namespace casebound
