// The reads above QtLocation's Map: one mark for each, or one with a count where they stand on the same spot or too near each other.
#pragma once

#include "domain/Clock.h"
#include "ui/map/MapLayer.h"
#include "ui/map/ReadMarks.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace casebound {

/// Costs what an empty map costs, whatever the number of reads: it looks at the squares in view alone. Draws no line between reads.
class ReadLayer : public MapLayer {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ReadLayer(QQuickItem* parent = nullptr);

    void setReads(std::shared_ptr<ReadGrid> reads);
    [[nodiscard]] const std::shared_ptr<ReadGrid>& reads() const { return m_reads; }
    /// A verdict in the grid changed.
    void refresh();
    void setNow(Instant now); ///< Ages are counted to this moment.
    void setColours(const MarkColours& colours);
    void setFont(const QFont& font);
    /// -1: none.
    void setSelected(qsizetype read);

    struct Mark {
        ReadCluster cluster;
        QPointF at;
        MarkLook look;
    };
    /// What is in view; recomputed at the next frame after anything changed.
    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
    /// The mark under a point of the item, the nearest of several.
    [[nodiscard]] const Mark* markAt(QPointF point) const;
    void arrange(); ///< marks() is up to date afterwards.

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    class Node;
    [[nodiscard]] QString ageOf(const ReadCluster& cluster) const;
    void looksChanged();

    std::shared_ptr<ReadGrid> m_reads;
    std::vector<Mark> m_marks;
    Instant m_now{};
    MarkColours m_colours;
    QFont m_font;
    qsizetype m_selected = -1;
    quint64 m_looks = 0; ///< Changes when every picture has to be drawn anew.
};

} // namespace casebound
