// The map of a page: base map, reads, what is selected in words, and the ways to move, list, copy and print it.
#pragma once

#include "domain/ReadGrid.h"
#include "ui/Theme.h"
#include "ui/map/MapOverlay.h"
#include "ui/map/TileSource.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QQuickWidget;

namespace casebound {

class MapLegend;
class MapStage;
class ReadLayer;
class TileLayer;

/// Knows reads by number, as the page's own list does. Whatever it shows, the table beside it says, too.
class MapPane final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        std::shared_ptr<TileSource> tiles;
        /// One line that says a read as the table does: time, age, verdict, camera, place.
        std::function<QString(qsizetype)> words;
        bool training = false; ///< Copies and prints carry the mark.
    };
    explicit MapPane(Parts parts, QWidget* parent = nullptr);
    ~MapPane() override;

    /// All of them; the view moves only where nothing was shown before, or with `fit`.
    void setReads(const std::vector<MapRead>& reads, bool fit = false);
    void setVerdict(qsizetype read, Verdict verdict);
    void setNow(Instant now);
    void select(qsizetype read);
    [[nodiscard]] qsizetype selected() const { return m_selected; }
    /// Says in the legend, and in copies and prints, that places are drawn.
    void tellPlaces(const QString& words);
    /// Another base map, or the same asked again.
    void setTiles(std::shared_ptr<TileSource> tiles);
    /// Above the base map, below the reads; see MapOverlay.
    void setOverlays(std::vector<std::shared_ptr<const MapOverlay>> overlays);

    /// The map as it stands, with attribution, the words under it and, in training, the mark. Device pixels: `scale` times the widget's.
    [[nodiscard]] QImage picture() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isWhole() const; ///< Every tile in view is drawn.
    /// A sentence under the map, until another read is selected.
    void say(const QString& sentence, Tone tone);

    [[nodiscard]] ReadLayer& readLayer() const { return *m_reads; }
    [[nodiscard]] TileLayer& tileLayer() const { return *m_tiles; }
    [[nodiscard]] QQuickWidget& view() const { return *m_view; }

public Q_SLOTS:
    void fit();      ///< Shows every read.
    void nextRead(); ///< Older, among those with a place.
    void previousRead();
    void openSelected();
    void listSpot(); ///< The reads on the selected one's spot.
    void tapped(double x, double y, bool twice);

Q_SIGNALS:
    void chosen(qsizetype read); ///< By the person, on the map or in the list of a spot.
    void opened(qsizetype read);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void load();
    void colour();
    void tell();
    void choose(qsizetype read);
    void goTo(qsizetype read);
    void step(int by);
    void look(WorldPoint middle, double zoom);
    void showBox(const ReadGrid::Box& box, double closest);
    void list(const std::vector<std::uint32_t>& reads, std::size_t total);
    [[nodiscard]] QObject* root() const;

    Parts m_parts;
    std::shared_ptr<ReadGrid> m_grid;
    std::vector<std::uint32_t> m_order; ///< Placed reads, newest first: for next and previous.
    std::size_t m_total = 0;
    qsizetype m_selected = -1;
    bool m_fitted = false;
    MapStage* m_stage = nullptr;
    QQuickWidget* m_view = nullptr;
    TileLayer* m_tiles = nullptr;
    ReadLayer* m_reads = nullptr;
    QLabel* m_line = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_said = nullptr;
    MapLegend* m_legend = nullptr;
    QString m_places; ///< What is said of the places in copies and prints.
};

} // namespace casebound
