// The reads on the map: one mark for each, or one with a count where they stand on the same spot or too near each other.
#pragma once

#include "domain/Clock.h"
#include "ui/map/MapInk.h"
#include "ui/map/MapLayer.h"
#include "ui/map/ReadMarks.h"

#include <QHash>

#include <memory>
#include <vector>

namespace casebound {

/// Says what is drawn where; TileLayer draws it. Marks are laid out for more than is seen, and stay until the view leaves that, zooms, or
/// something about the reads changes: moving the map costs what an empty one costs, whatever the number of reads. Draws no line between
/// reads.
class ReadLayer : public MapLayer, public MapInk {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ReadLayer(QQuickItem* parent = nullptr);

    void setReads(std::shared_ptr<ReadGrid> reads);
    [[nodiscard]] const std::shared_ptr<ReadGrid>& reads() const { return m_reads; }
    /// The grid, or a verdict in it, changed.
    void refresh();
    void setNow(Instant now); ///< Ages are counted to this moment.
    void setColours(const MarkColours& colours);
    void setFont(const QFont& font);
    /// -1: none.
    void setSelected(qsizetype read);

    struct Mark {
        ReadCluster cluster;
        QPointF at; ///< In the item, as of the last arrange().
        MarkLook look;
        QString key;       ///< Of the look.
        WorldPoint middle; ///< In the turn of the world that is nearest to the view.
        QRect pixels;      ///< Device pixels of the world.
    };
    /// What is in view, and somewhat beside it.
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
    /// The mark under a point of the item, the nearest of several.
    [[nodiscard]] const Mark* markAt(QPointF point) const;
    void arrange(); ///< marks() and where they stand are up to date afterwards.

    [[nodiscard]] quint64 layOut() override;
    [[nodiscard]] quint64 print(const QRect& part) const override;
    void paint(QPainter& painter, const QRect& part) override;

Q_SIGNALS:
    void inkChanged(); ///< Something else has to be drawn though the view did not move.

private:
    [[nodiscard]] QString ageOf(const ReadCluster& cluster) const;
    [[nodiscard]] bool isLaidOut(const Seen& view) const;
    void place(const Seen& box);
    void looksChanged();

    std::shared_ptr<ReadGrid> m_reads;
    std::vector<Mark> m_marks;
    Instant m_now{};
    MarkColours m_colours;
    QFont m_font;
    qsizetype m_selected = -1;
    bool m_stale = true;
    Seen m_box;                        ///< What the marks are laid out for.
    double m_boxZoom = -1;             ///< At this zoom
    double m_scale = 1;                ///< and for a screen of this scale.
    quint64 m_version = 0;             ///< Of the marks.
    QHash<QString, QImage> m_pictures; ///< By what they look like.
    quint64 m_looks = 0;               ///< Changes when every picture has to be drawn anew.
};

} // namespace casebound
