#include "ui/map/ReadLayer.h"

#include "lists/ReadText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {
constexpr double beside = 64;      ///< Pixels round the view whose marks may reach into it.
constexpr double square = 256;     ///< Marks are laid out for whole squares of so many pixels, and for one more on every side.
constexpr double apartPixels = 44; ///< Marks nearer than this become one.
constexpr int squaresPerTile = 2;  ///< Levels below a tile of 256 pixels: squares of 64 to 128.
} // namespace

ReadLayer::ReadLayer(QQuickItem* parent) : MapLayer(parent)
{
    setFlag(ItemHasContents, false); // TileLayer draws it
}

void ReadLayer::setReads(std::shared_ptr<ReadGrid> reads)
{
    m_reads = std::move(reads);
    refresh();
}

void ReadLayer::refresh()
{
    m_stale = true;
    Q_EMIT inkChanged();
}

void ReadLayer::setNow(Instant now)
{
    if (m_now == now)
        return;
    m_now = now;
    refresh();
}

void ReadLayer::setColours(const MarkColours& colours)
{
    if (m_colours == colours)
        return;
    m_colours = colours;
    looksChanged();
}

void ReadLayer::setFont(const QFont& font)
{
    m_font = font;
    looksChanged();
}

void ReadLayer::looksChanged()
{
    ++m_looks;
    m_pictures.clear();
    refresh();
}

void ReadLayer::setSelected(qsizetype read)
{
    if (m_selected == read)
        return;
    m_selected = read;
    refresh();
}

QString ReadLayer::ageOf(const ReadCluster& cluster) const
{
    return ReadText::shortAge(Instant(std::chrono::microseconds(cluster.newest)), m_now);
}

const ReadLayer::Mark* ReadLayer::markAt(QPointF point) const
{
    const Mark* found = nullptr;
    double nearest = 0;
    for (const Mark& mark : m_marks) {
        // Never smaller than a target has to be.
        const double reach = std::max(14.0, ReadMarks::radius(mark.cluster.count) + 3);
        const double away = std::hypot(mark.at.x() - point.x(), mark.at.y() - point.y());
        if (away <= reach && (!found || away < nearest)) {
            found = &mark;
            nearest = away;
        }
    }
    return found;
}

bool ReadLayer::isLaidOut(const Seen& view) const
{
    return !m_stale && m_boxZoom == zoom() && m_scale == scaleOfScreen() && view.left >= m_box.left && view.right <= m_box.right &&
           view.top >= m_box.top && view.bottom <= m_box.bottom;
}

quint64 ReadLayer::layOut()
{
    const Seen view = seen(beside);
    if (isLaidOut(view))
        return m_version;
    // In squares that lie where the world's do, so that what is laid out anew a little further on becomes the same marks.
    const double side = square / worldPixels();
    const auto down = [side](double at) { return (std::floor(at / side) - 1) * side; };
    Seen box{.left = down(view.left), .top = down(view.top), .right = -down(-view.right), .bottom = -down(-view.bottom)};
    // Where nearly all the world is in view, a mark's nearest turn may be another one after every step.
    if (box.right - box.left > 1)
        box = view;
    if (m_scale != scaleOfScreen()) {
        m_scale = scaleOfScreen();
        m_pictures.clear();
    }
    place(box);
    m_box = box;
    m_boxZoom = zoom();
    m_stale = false;
    // While pages arrive every count changes all the time: pictures of what is gone would soon weigh more than the reads.
    QHash<QString, QImage> kept;
    for (const Mark& mark : m_marks)
        if (const auto picture = m_pictures.constFind(mark.key); picture != m_pictures.constEnd())
            kept.insert(mark.key, *picture);
    m_pictures.swap(kept);
    return ++m_version;
}

void ReadLayer::place(const Seen& box)
{
    m_marks.clear();
    if (!m_reads || width() <= 0 || height() <= 0)
        return;
    const int level = static_cast<int>(std::floor(zoom() + 1e-6)) + squaresPerTile;
    const double pixels = worldPixels() * m_scale;
    const double middle = toWorld({width() / 2, height() / 2}).x;
    const bool wide = box.right - box.left > 1; // clusters come for one turn, which begins at the box's left
    for (ReadCluster& cluster : m_reads->clusters({.left = box.left, .top = box.top, .right = box.right, .bottom = box.bottom}, level,
                                                  apartPixels / worldPixels())) {
        const bool chosen = m_selected >= 0 && m_reads->contains(cluster, static_cast<std::uint32_t>(m_selected));
        Mark mark{.cluster = std::move(cluster), .at = {}, .look = {}, .key = {}, .middle = {}, .pixels = {}};
        mark.middle = mark.cluster.middle;
        if (wide)
            mark.middle.x = MapProjection::nearest(mark.middle.x, middle);
        mark.look = MarkLook::of(mark.cluster, ageOf(mark.cluster), chosen);
        mark.key = mark.look.key();
        const ReadMarks::Extent extent = ReadMarks::extent(mark.look, m_font);
        mark.pixels =
            QRect(static_cast<int>(std::lround(mark.middle.x * pixels - extent.middle.x() * m_scale)),
                  static_cast<int>(std::lround(mark.middle.y * pixels - extent.middle.y() * m_scale)),
                  static_cast<int>(std::ceil(extent.size.width() * m_scale)), static_cast<int>(std::ceil(extent.size.height() * m_scale)));
        m_marks.push_back(std::move(mark));
    }
    // What lies lower is nearer to the eye; what is selected lies over all.
    std::ranges::stable_sort(m_marks, [](const Mark& left, const Mark& right) {
        return left.look.selected != right.look.selected ? right.look.selected : left.middle.y < right.middle.y;
    });
}

void ReadLayer::arrange()
{
    (void)layOut();
    for (Mark& mark : m_marks)
        mark.at = toItem(mark.cluster.middle);
}

quint64 ReadLayer::print(const QRect& part) const
{
    std::size_t print = 0;
    for (const Mark& mark : m_marks)
        if (mark.pixels.intersects(part)) {
            const QPoint at = mark.pixels.topLeft() - part.topLeft();
            print = qHashMulti(print == 0 ? static_cast<std::size_t>(m_looks + 1) : print, mark.key, at.x(), at.y());
        }
    return print;
}

void ReadLayer::paint(QPainter& painter, const QRect& part)
{
    for (const Mark& mark : m_marks) {
        if (!mark.pixels.intersects(part))
            continue;
        QImage& picture = m_pictures[mark.key];
        if (picture.isNull()) {
            picture = ReadMarks::draw(mark.look, m_colours, m_font, m_scale).image;
            picture.setDevicePixelRatio(1); // one of its pixels is one of the painter's
        }
        painter.drawImage(mark.pixels.topLeft() - part.topLeft(), picture);
    }
}

} // namespace casebound
