#include "ui/map/TileLayer.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>
#include <map>

namespace casebound {

namespace {
constexpr qsizetype mostBytes = 48 << 20, mostPending = 6;
constexpr int highestParents = 8; ///< Zooms up that are looked through for something to show meanwhile.
} // namespace

/// Owns the textures; the same tile may stand in two turns of the world.
class TileLayer::Node final : public QSGNode {
public:
    struct Texture {
        std::unique_ptr<QSGTexture> texture;
        qint64 image = 0; ///< QImage::cacheKey of what it shows.
        quint64 used = 0;
    };
    struct Tile {
        QSGImageNode* node = nullptr;
        TileKey shows;
        qint64 image = 0;
    };
    std::map<Place, Tile> tiles;
    QHash<TileKey, std::shared_ptr<Texture>> textures;
    quint64 frame = 0;

    ~Node() override
    {
        // The nodes first: they hold pointers to the textures.
        while (QSGNode* child = firstChild()) {
            removeChildNode(child);
            delete child;
        }
    }
};

TileLayer::TileLayer(QQuickItem* parent) : MapLayer(parent) {}

TileLayer::~TileLayer() = default;

void TileLayer::setSource(std::shared_ptr<TileSource> source)
{
    m_source = std::move(source);
    renew();
}

void TileLayer::setColours(const MapColours& colours)
{
    if (m_colours == colours)
        return;
    m_colours = colours;
    renew();
}

void TileLayer::setOverlays(std::vector<std::shared_ptr<const MapOverlay>> overlays)
{
    m_overlays = std::move(overlays);
    renew();
}

void TileLayer::renew()
{
    ++m_generation;
    m_pictures.clear();
    m_pending.clear();
    m_bytes = 0;
    m_wasWhole = false;
    polish();
    update();
}

int TileLayer::tileZoom() const
{
    return std::clamp(static_cast<int>(std::lround(zoom())), 0, m_source ? m_source->deepest() : 0);
}

std::vector<TileLayer::Place> TileLayer::wanted() const
{
    std::vector<Place> places;
    if (!m_source || width() <= 0 || height() <= 0)
        return places;
    const int level = tileZoom(), across = 1 << level;
    const Seen view = seen(0);
    const auto column = [&](double x) { return static_cast<int>(std::floor(x * across)); };
    const int top = std::max(0, column(view.top)), bottom = std::min(across - 1, column(view.bottom));
    for (int y = top; y <= bottom; ++y) {
        for (int x = column(view.left); x <= column(view.right); ++x) {
            const int turn = x >= 0 ? x / across : (x + 1) / across - 1;
            places.push_back({.key = {.zoom = level, .x = x - turn * across, .y = y}, .turn = turn});
        }
    }
    // The middle of the view comes first.
    const WorldPoint middle = toWorld({width() / 2, height() / 2});
    std::ranges::sort(places, {}, [&](const Place& place) {
        return std::hypot((place.key.x + 0.5) / across + place.turn - middle.x, (place.key.y + 0.5) / across - middle.y);
    });
    return places;
}

bool TileLayer::isWhole() const
{
    const std::vector<Place> places = wanted();
    return !places.empty() && std::ranges::all_of(places, [this](const Place& place) { return m_pictures.contains(place.key); });
}

void TileLayer::updatePolish()
{
    if (const double scale = scaleOfScreen(); scale != m_scale) {
        m_scale = scale;
        renew();
    }
    ask();
}

void TileLayer::ask()
{
    if (!m_source)
        return;
    for (const Place& place : wanted()) {
        if (m_pending.size() >= mostPending)
            return;
        if (m_pictures.contains(place.key) || m_pending.contains(place.key))
            continue;
        m_pending.insert(place.key);
        m_source->tile({.key = place.key, .scale = m_scale, .colours = m_colours, .overlays = m_overlays})
            .then(this, [this, key = place.key, generation = m_generation](const QImage& image) { arrived(key, image, generation); });
    }
}

void TileLayer::arrived(const TileKey& key, const QImage& image, quint64 generation)
{
    if (generation != m_generation)
        return;
    m_pending.remove(key);
    m_pictures.insert(key, {.image = image, .used = ++m_turn, .missing = image.isNull()});
    m_bytes += image.sizeInBytes();
    forgetOldest();
    polish();
    update();
    const bool isNow = isWhole();
    if (isNow && !std::exchange(m_wasWhole, isNow))
        Q_EMIT whole();
    m_wasWhole = isNow;
}

void TileLayer::forgetOldest()
{
    while (m_bytes > mostBytes && m_pictures.size() > 1) {
        auto oldest = m_pictures.begin();
        for (auto at = m_pictures.begin(); at != m_pictures.end(); ++at)
            if (at->used < oldest->used)
                oldest = at;
        m_bytes -= oldest->image.sizeInBytes();
        m_pictures.erase(oldest);
    }
}

QSGNode* TileLayer::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* root = static_cast<Node*>(old);
    if (!root)
        root = new Node;
    ++root->frame;
    const std::vector<Place> places = wanted();
    for (auto at = root->tiles.begin(); at != root->tiles.end();) {
        if (std::ranges::contains(places, at->first)) {
            ++at;
            continue;
        }
        root->removeChildNode(at->second.node);
        delete at->second.node;
        at = root->tiles.erase(at);
    }
    for (const Place& place : places) {
        TileKey shows = place.key;
        for (int up = 0; up < highestParents && shows.zoom > 0 && m_pictures.value(shows).image.isNull(); ++up)
            shows = shows.parent();
        const auto picture = m_pictures.find(shows);
        const bool something = picture != m_pictures.end() && !picture->image.isNull();
        auto tile = root->tiles.find(place);
        if (!something) {
            if (tile != root->tiles.end()) {
                root->removeChildNode(tile->second.node);
                delete tile->second.node;
                root->tiles.erase(tile);
            }
            continue;
        }
        picture->used = ++m_turn;
        auto& texture = root->textures[shows];
        if (!texture || texture->image != picture->image.cacheKey()) {
            texture = std::make_shared<Node::Texture>();
            texture->texture.reset(window()->createTextureFromImage(picture->image, QQuickWindow::TextureIsOpaque));
            texture->image = picture->image.cacheKey();
        }
        texture->used = root->frame;
        // Whole device pixels, so that tiles meet.
        const double tilePixels = worldPixels() / (1 << place.key.zoom);
        const auto snap = [this](double at) { return std::round(at * m_scale) / m_scale; };
        const WorldPoint middle = toWorld({width() / 2, height() / 2});
        const double left = width() / 2 + ((place.key.x + 0.0) / (1 << place.key.zoom) + place.turn - middle.x) * worldPixels();
        const double top = height() / 2 + (static_cast<double>(place.key.y) / (1 << place.key.zoom) - middle.y) * worldPixels();
        const QRectF rect(QPointF(snap(left), snap(top)), QPointF(snap(left + tilePixels), snap(top + tilePixels)));
        const int parts = 1 << (place.key.zoom - shows.zoom);
        const double part = picture->image.width() / static_cast<double>(parts);
        const QRectF source((place.key.x % parts) * part, (place.key.y % parts) * part, part, part);
        const bool joins = tile == root->tiles.end();
        if (joins)
            tile = root->tiles.emplace(place, Node::Tile{.node = window()->createImageNode(), .shows = {}, .image = 0}).first;
        QSGImageNode* node = tile->second.node;
        if (joins || tile->second.image != texture->image) {
            node->setTexture(texture->texture.get());
            node->setFiltering(QSGTexture::Linear);
            tile->second.image = texture->image;
        }
        node->setRect(rect);
        node->setSourceRect(source);
        // Complete before it joins the tree: the software renderer asks at once.
        if (joins)
            root->appendChildNode(node);
    }
    root->textures.removeIf([root](QHash<TileKey, std::shared_ptr<Node::Texture>>::iterator at) { return (*at)->used != root->frame; });
    return root;
}

} // namespace casebound
