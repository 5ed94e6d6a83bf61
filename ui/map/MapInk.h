// What is drawn into the pictures of the base map, so that a map full of reads moves as cheaply as an empty one.
#pragma once

#include <QPoint>
#include <QRect>

class QPainter;

namespace casebound {

/// Places are device pixels of the whole world at the zoom and the scale of the view: they stay while the map is only moved. Marks have
/// the size of the screen whatever the zoom, so they cannot be in the tiles that a source makes on its threads: TileLayer puts them
/// over the base map once for each square of the view, and again only where print() says something else.
class MapInk {
public:
    virtual ~MapInk() = default;
    /// Everything is where it belongs for the view as it stands. As long as the number is the same, every print is, too.
    [[nodiscard]] virtual quint64 layOut() = 0;
    /// Stands for what paint() would draw into this part of the world; 0: nothing.
    [[nodiscard]] virtual quint64 print(const QRect& part) const = 0;
    /// The painter's origin is the part's upper left corner, its unit a device pixel.
    virtual void paint(QPainter& painter, const QRect& part) = 0;
};

} // namespace casebound
