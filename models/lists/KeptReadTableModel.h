// The reads kept for one case (R7, R12). A read that was not confirmed says so in its own column, in words.
#pragma once

#include "domain/PlaceNotice.h"
#include "service/CaseService.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimeZone>

#include <vector>

namespace casebound {

/// Lives on the window's thread; follows CaseService::keptReadsChanged() of its case.
class KeptReadTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        AgeColumn,
        PlateColumn,
        JurisdictionColumn,
        VerdictColumn,
        KeptAsColumn,
        RelevanceColumn,
        CameraColumn,
        PlaceColumn,
        NoteColumn,
        KeptByColumn,
        KeptAtColumn,
        ColumnCount
    };
    enum Role {
        VerdictRole = Qt::UserRole + 1, ///< int of Verdict.
        ContraryRole,                   ///< bool.
        ReadIdRole,                     ///< QString: the vendor's id.
        CapturedRole,                   ///< QDateTime, UTC.
        SortRole,                       ///< For a sorting proxy.
    };

    /// `cases` may be null until there is a session.
    explicit KeptReadTableModel(const CaseService* cases, QObject* parent = nullptr);

    void setCase(const CaseNumber& number);
    void setNow(Instant now);
    void setTimeZone(const QTimeZone& zone);
    /// The office's sensitive places: a read near one says so in its note (R11).
    void setPlaces(SensitivePlacesLayer places);
    [[nodiscard]] std::vector<NearPlace> placesNear(int row) const;
    /// For tests and for a list that is not the service's.
    void setReads(std::vector<KeptRead> reads);
    [[nodiscard]] const KeptRead& read(int row) const { return m_reads[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const KeptRead& kept, Column column) const;
    [[nodiscard]] std::vector<NearPlace> placesOf(const KeptRead& kept) const;

    QPointer<const CaseService> m_cases;
    CaseNumber m_number;
    std::vector<KeptRead> m_reads;
    SensitivePlacesLayer m_places;
    Instant m_now{};
    QTimeZone m_zone;
};

} // namespace casebound
