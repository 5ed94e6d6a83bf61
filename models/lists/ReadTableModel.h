// The reads of one query as a table, over the run's packed ReadSet: no text is copied, cells are formatted when asked for.
//
// Blind transcription (R6; PIA p. 9, 16): until a person has typed what the picture shows, no role of this model gives the machine's text
// of a read, not for display, tooltips, accessibility, sorting or copying. An exact read says "as queried", a near match "hidden until
// checked"; its jurisdiction says only whether it is the queried one. What is revealed is VerificationService's decision.
#pragma once

#include "domain/PlaceNotice.h"
#include "lists/ReadDays.h"
#include "service/QueryRun.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimeZone>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace casebound {

class ReadOrder;

/// Lives on the window's thread. Large sorts run on a worker thread and are applied when they are done.
class ReadTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Near matches are never rows among the exact reads (vendor-api: "shown as a near match, never as a result of the exact query").
    enum class Group { Exact, Near };
    enum Column {
        TimeColumn,
        AgeColumn,
        PlateColumn,
        JurisdictionColumn,
        VerdictColumn,
        CameraColumn,
        PlaceColumn,
        ConfidenceColumn,
        NoteColumn,
        ColumnCount
    };
    enum Role {
        ReadRole = Qt::UserRole + 1, ///< qlonglong: index into run()->reads().
        VerdictRole,                 ///< int of Verdict.
        NearRole,                    ///< bool.
        KeptRole,                    ///< bool.
        RevealedRole,                ///< bool: the machine's text may be shown.
        AgeDaysRole,                 ///< int.
        CapturedRole,                ///< QDateTime, UTC.
        PlacesRole,                  ///< int: sensitive places near it.
    };
    /// Whether a read's machine text may be shown: somebody transcribed it. Unset: never.
    using Revealed = std::function<bool(const QueryRun& run, std::size_t read)>;

    explicit ReadTableModel(Group group, QObject* parent = nullptr);
    ~ReadTableModel() override;

    /// Not owned; the model empties itself when the run goes.
    void setRun(const QueryRun* run);
    [[nodiscard]] const QueryRun* run() const { return m_run; }
    void setRevealed(Revealed revealed);
    /// Shows reads captured in this period alone; nothing: all.
    void setPeriod(std::optional<MicrosRange> period);
    [[nodiscard]] bool hasPeriod() const { return m_period.has_value(); }
    /// The office's sensitive places: a read near one says so in its note (R11).
    void setPlaces(SensitivePlacesLayer places);
    /// Shows reads near a sensitive place alone.
    void setNearPlacesOnly(bool only);
    [[nodiscard]] bool isNearPlacesOnly() const { return m_nearPlacesOnly; }
    /// Reads of this group near a sensitive place, whatever is shown.
    [[nodiscard]] int nearPlaces() const { return m_nearPlaces; }
    /// Rows without the period, and wherever they were captured.
    [[nodiscard]] int total() const { return m_total; }
    /// Ages are counted to this moment. Changes the Age column alone.
    void setNow(Instant now);
    void setTimeZone(const QTimeZone& zone);
    /// Says that anything about how reads are shown may have changed (a transcription was made).
    void refresh();

    /// The read a row shows, and the row that shows a read (-1: not in this group).
    [[nodiscard]] std::size_t readAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(std::size_t read) const;
    /// A sort is on its way on another thread.
    [[nodiscard]] bool isSorting() const { return m_sorting; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Column -1: the order of arrival. Up to 20,000 rows at once, more on a worker thread (sorted() follows).
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void sorted();

private:
    void fill();
    [[nodiscard]] bool isOfGroup(std::size_t read) const;
    [[nodiscard]] bool isShown(std::size_t read) const;
    [[nodiscard]] bool isNearPlace(std::size_t read) const;
    void tally(std::size_t read);
    void filterAnew(const std::function<void()>& change);
    void append(qsizetype first, qsizetype count);
    void clear();
    void changed(qsizetype read);
    void sortLater();
    void resort();
    void apply(std::vector<std::uint32_t> order);
    [[nodiscard]] ReadOrder keys() const;
    [[nodiscard]] bool isRevealed(std::size_t read) const;
    [[nodiscard]] QString text(std::size_t read, Column column) const;
    [[nodiscard]] QString jurisdictionText(std::size_t read) const;
    [[nodiscard]] QString verdictText(std::size_t read) const;
    [[nodiscard]] std::vector<NearPlace> placesNear(std::size_t read) const;
    [[nodiscard]] QString noteText(std::size_t read) const;

    const Group m_group;
    QPointer<const QueryRun> m_run;
    std::vector<std::uint32_t> m_rows; ///< Row -> read.
    Revealed m_revealed;
    std::optional<MicrosRange> m_period;
    SensitivePlacesLayer m_places;
    bool m_nearPlacesOnly = false;
    int m_total = 0;
    int m_nearPlaces = 0;
    Instant m_now{};
    QTimeZone m_zone;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::uint64_t m_generation = 0; ///< A sort begun before the last reset, or overtaken by another one, is dropped.
    bool m_sorting = false;
    bool m_sortPending = false;
};

} // namespace casebound
