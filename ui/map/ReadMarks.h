// How a read, or several on one spot, look on the map: shape and letter say the verdict, words the age; colour only repeats them.
#pragma once

#include "domain/ReadGrid.h"

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QImage>
#include <QPointF>
#include <QString>

class QPainter;
class QPalette;

namespace casebound {

struct MarkColours {
    QColor unverified, confirmed, different, unreadable;
    QColor face, words, halo, selected, onFilled;
    bool operator==(const MarkColours&) const = default;
    [[nodiscard]] static MarkColours of(const QPalette& palette);
    [[nodiscard]] QColor of(Verdict verdict) const;
};

/// All that a mark's picture depends on.
struct MarkLook {
    std::uint32_t count = 1;
    std::array<std::uint8_t, 4> shares{}; ///< Of the ring, in 1/60, by Verdict. A single read's own is 60.
    bool near = false;                    ///< Near matches alone.
    QString age;
    bool selected = false;
    [[nodiscard]] QString key() const;
    [[nodiscard]] static MarkLook of(const ReadCluster& cluster, const QString& age, bool selected);
};

/// Pure functions.
class ReadMarks {
    Q_DECLARE_TR_FUNCTIONS(ReadMarks)

public:
    struct Picture {
        QImage image;
        QPointF middle; ///< Of the mark in the image, logical pixels.
    };
    [[nodiscard]] static Picture draw(const MarkLook& look, const MarkColours& colours, const QFont& font, double scale);
    /// How large such a picture is, without drawing it.
    struct Extent {
        QSizeF size;
        QPointF middle;
    };
    [[nodiscard]] static Extent extent(const MarkLook& look, const QFont& font);
    /// Half the width of a mark that stands for so many; logical pixels.
    [[nodiscard]] static double radius(std::uint32_t count);
    /// The mark of a single read alone, for the legend. The painter's origin is its middle.
    static void drawSingle(QPainter& painter, Verdict verdict, bool near, const MarkColours& colours, const QFont& font);
    [[nodiscard]] static QString countText(std::uint32_t count);
    /// "C", "D", "U", "?": translated.
    [[nodiscard]] static QString letter(Verdict verdict, bool near);
};

} // namespace casebound
