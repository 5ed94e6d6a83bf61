#include "lists/KeptReadTableModel.h"

#include "lists/PlaceText.h"
#include "lists/ReadText.h"

namespace casebound {

KeptReadTableModel::KeptReadTableModel(const CaseService* cases, QObject* parent)
    : QAbstractTableModel(parent),
      m_cases(cases),
      m_zone(QTimeZone::systemTimeZone())
{
    if (cases)
        connect(cases, &CaseService::keptReadsChanged, this, [this](const CaseNumber& number) {
            if (number == m_number)
                setCase(number);
        });
}

void KeptReadTableModel::setCase(const CaseNumber& number)
{
    m_number = number;
    setReads(m_cases && !number.isEmpty() ? m_cases->keptReads(number) : std::vector<KeptRead>());
}

void KeptReadTableModel::setReads(std::vector<KeptRead> reads)
{
    beginResetModel();
    m_reads = std::move(reads);
    endResetModel();
}

void KeptReadTableModel::setNow(Instant now)
{
    m_now = now;
    if (!m_reads.empty())
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn));
}

void KeptReadTableModel::setTimeZone(const QTimeZone& zone)
{
    m_zone = zone;
    if (!m_reads.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void KeptReadTableModel::setPlaces(SensitivePlacesLayer places)
{
    m_places = std::move(places);
    if (!m_reads.empty())
        Q_EMIT dataChanged(index(0, NoteColumn), index(rowCount() - 1, NoteColumn));
}

std::vector<NearPlace> KeptReadTableModel::placesOf(const KeptRead& kept) const
{
    const auto& at = kept.read.location;
    return at ? nearPlaces(m_places, {.latitude = at->latitude, .longitude = at->longitude}) : std::vector<NearPlace>();
}

std::vector<NearPlace> KeptReadTableModel::placesNear(int row) const
{
    return placesOf(read(row));
}

int KeptReadTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reads.size());
}

int KeptReadTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeptReadTableModel::text(const KeptRead& kept, Column column) const
{
    const Read& read = kept.read;
    switch (column) {
    case TimeColumn: return ReadText::time(read.capturedAt, m_zone);
    case AgeColumn: return ReadText::age(read.capturedAt, m_now);
    case PlateColumn:
        // An unreadable picture was never transcribed, so the machine's text stays the machine's alone.
        return kept.verification.typedPlate.isEmpty() ? tr("not readable") : kept.verification.typedPlate;
    case JurisdictionColumn: return ReadText::jurisdiction(kept.verification.typedJurisdiction);
    case VerdictColumn: return ReadText::verdict(kept.verification.verdict);
    case KeptAsColumn: return kept.contrary ? tr("Contrary, not confirmed") : tr("Relevant");
    case RelevanceColumn: return kept.relevance;
    case CameraColumn: return ReadText::camera(read.cameraId, read.camera);
    case PlaceColumn:
        return read.location ? ReadText::place(read.location->address, true, read.location->latitude, read.location->longitude)
                             : ReadText::notGiven();
    case NoteColumn: return PlaceText::withNote(placesOf(kept), kept.verification.note);
    case KeptByColumn: return kept.keptBy.text();
    case KeptAtColumn: return ReadText::time(kept.keptAt, m_zone);
    case ColumnCount: break;
    }
    return {};
}

QVariant KeptReadTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const KeptRead& kept = m_reads[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(kept, column);
    case Qt::ToolTipRole:
        return column == TimeColumn || column == AgeColumn ? ReadText::timeInFull(kept.read.capturedAt, m_zone) : text(kept, column);
    case VerdictRole: return static_cast<int>(kept.verification.verdict);
    case ContraryRole: return kept.contrary;
    case ReadIdRole: return kept.read.readId;
    case CapturedRole: return toDateTime(kept.read.capturedAt);
    case SortRole: {
        const auto micros = static_cast<qlonglong>(kept.read.capturedAt.time_since_epoch().count());
        if (column == TimeColumn)
            return micros;
        return column == AgeColumn ? QVariant(-micros) : QVariant(text(kept, column));
    }
    }
    return {};
}

QVariant KeptReadTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("Time");
    case AgeColumn: return tr("Age");
    case PlateColumn: return tr("Plate as seen");
    case JurisdictionColumn: return tr("Jurisdiction as seen");
    case VerdictColumn: return tr("Verdict");
    case KeptAsColumn: return tr("Kept as");
    case RelevanceColumn: return tr("Relevance");
    case CameraColumn: return tr("Camera");
    case PlaceColumn: return tr("Place");
    case NoteColumn: return tr("Note");
    case KeptByColumn: return tr("Kept by");
    case KeptAtColumn: return tr("Kept at");
    case ColumnCount: break;
    }
    return {};
}

} // namespace casebound
