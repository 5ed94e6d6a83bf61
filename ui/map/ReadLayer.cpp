#include "ui/map/ReadLayer.h"

#include "lists/ReadText.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {
constexpr double beside = 64;      ///< Pixels round the view whose marks may reach into it.
constexpr double apartPixels = 44; ///< Marks nearer than this become one.
constexpr int squaresPerTile = 2;  ///< Levels below a tile of 256 pixels: squares of 64 to 128.
} // namespace

/// Pictures of marks by what they look like: panning moves nodes and draws nothing.
class ReadLayer::Node final : public QSGNode {
public:
    struct Look {
        std::unique_ptr<QSGTexture> texture;
        QSizeF size;
        QPointF middle;
        quint64 used = 0;
    };
    QHash<QString, std::shared_ptr<Look>> looks;
    std::vector<QSGImageNode*> nodes;
    quint64 version = 0, frame = 0;

    ~Node() override { clear(); }
    void clear()
    {
        while (QSGNode* child = firstChild()) {
            removeChildNode(child);
            delete child;
        }
        nodes.clear();
        looks.clear();
    }
};

ReadLayer::ReadLayer(QQuickItem* parent) : MapLayer(parent) {}

void ReadLayer::setReads(std::shared_ptr<ReadGrid> reads)
{
    m_reads = std::move(reads);
    refresh();
}

void ReadLayer::refresh()
{
    polish();
    update();
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

void ReadLayer::updatePolish()
{
    arrange();
}

void ReadLayer::arrange()
{
    m_marks.clear();
    if (!m_reads || width() <= 0 || height() <= 0)
        return;
    const Seen view = seen(beside);
    const int level = static_cast<int>(std::floor(zoom() + 1e-6)) + squaresPerTile;
    for (ReadCluster& cluster : m_reads->clusters({.left = view.left, .top = view.top, .right = view.right, .bottom = view.bottom}, level,
                                                  apartPixels / worldPixels())) {
        const bool chosen = m_selected >= 0 && m_reads->contains(cluster, static_cast<std::uint32_t>(m_selected));
        Mark mark{.cluster = std::move(cluster), .at = {}, .look = {}};
        mark.at = toItem(mark.cluster.middle);
        mark.look = MarkLook::of(mark.cluster, ageOf(mark.cluster), chosen);
        m_marks.push_back(std::move(mark));
    }
    // What lies lower is nearer to the eye; what is selected lies over all.
    std::ranges::stable_sort(m_marks, [](const Mark& left, const Mark& right) {
        return left.look.selected != right.look.selected ? right.look.selected : left.at.y() < right.at.y();
    });
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

QSGNode* ReadLayer::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* root = static_cast<Node*>(old);
    if (!root)
        root = new Node;
    const double scale = scaleOfScreen();
    const quint64 version = m_looks ^ static_cast<quint64>(std::lround(scale * 1000)) << 32;
    if (root->version != version) {
        root->clear();
        root->version = version;
    }
    ++root->frame;
    const QRectF view(0, 0, width(), height());
    std::size_t used = 0;
    for (const Mark& mark : m_marks) {
        auto& look = root->looks[mark.look.key()];
        if (!look) {
            look = std::make_shared<Node::Look>();
            const ReadMarks::Picture picture = ReadMarks::draw(mark.look, m_colours, m_font, scale);
            look->texture.reset(window()->createTextureFromImage(picture.image, QQuickWindow::TextureHasAlphaChannel));
            look->size = picture.image.deviceIndependentSize();
            look->middle = picture.middle;
        }
        look->used = root->frame;
        const QPointF corner = mark.at - look->middle;
        const QRectF rect(QPointF(std::round(corner.x() * scale) / scale, std::round(corner.y() * scale) / scale), look->size);
        if (!rect.intersects(view))
            continue;
        const bool joins = used == root->nodes.size();
        if (joins)
            root->nodes.push_back(window()->createImageNode());
        QSGImageNode* node = root->nodes[used++];
        node->setTexture(look->texture.get());
        node->setRect(rect);
        node->setSourceRect(QRectF(QPointF(), QSizeF(look->texture->textureSize())));
        // Complete before it joins the tree: the software renderer asks at once.
        if (joins)
            root->appendChildNode(node);
    }
    while (root->nodes.size() > used) {
        root->removeChildNode(root->nodes.back());
        delete root->nodes.back();
        root->nodes.pop_back();
    }
    if (root->looks.size() > 400)
        root->looks.removeIf([root](QHash<QString, std::shared_ptr<Node::Look>>::iterator at) { return (*at)->used != root->frame; });
    return root;
}

} // namespace casebound
