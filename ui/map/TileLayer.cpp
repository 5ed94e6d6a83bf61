#include "ui/map/TileLayer.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>

namespace casebound {

namespace {
constexpr qsizetype mostBytes = 48 << 20, mostPending = 6;
constexpr int deepestLevel = 20;  ///< The world's device pixels are counted in 31 bits.
constexpr int highestParents = 8; ///< Zooms up that are looked through for something to show meanwhile.
} // namespace

/// Owns the textures; the same tile may stand in several squares.
class TileLayer::Node final : public QSGNode {
public:
    struct Texture {
        std::unique_ptr<QSGTexture> texture;
        qint64 image = 0; ///< QImage::cacheKey of what it shows.
        quint64 used = 0;
    };
    struct Square {
        QSGImageNode* node = nullptr;
        qint64 image = 0;
        Texture own; ///< With marks on it.
    };
    std::map<Place, Square> squares;
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
    void remove(std::map<Place, Square>::iterator at)
    {
        removeChildNode(at->second.node);
        delete at->second.node;
        squares.erase(at);
    }
    static void show(QQuickWindow& window, Texture& texture, const QImage& image, bool opaque)
    {
        if (texture.texture && texture.image == image.cacheKey())
            return;
        texture.texture.reset(
            window.createTextureFromImage(image, opaque ? QQuickWindow::TextureIsOpaque : QQuickWindow::TextureHasAlphaChannel));
        texture.image = image.cacheKey();
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

void TileLayer::setInk(MapInk* ink)
{
    m_ink = ink;
    inkChanged();
}

void TileLayer::inkChanged()
{
    polish();
    update();
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

int TileLayer::level() const
{
    return std::clamp(static_cast<int>(std::lround(zoom())), 0, deepestLevel);
}

std::vector<TileLayer::Place> TileLayer::squares() const
{
    std::vector<Place> places;
    if (width() <= 0 || height() <= 0)
        return places;
    const int zoom = level(), across = 1 << zoom;
    const Seen view = seen(0);
    const auto column = [&](double x) { return static_cast<int>(std::floor(x * across)); };
    const int top = std::max(-1, column(view.top)), bottom = std::min(across, column(view.bottom));
    for (int y = top; y <= bottom; ++y) {
        for (int x = column(view.left); x <= column(view.right); ++x) {
            const int turn = x >= 0 ? x / across : (x + 1) / across - 1;
            places.push_back({.key = {.zoom = zoom, .x = x - turn * across, .y = y}, .turn = turn});
        }
    }
    return places;
}

/// Tiles of the view that the source has, the middle of the view first.
std::vector<TileKey> TileLayer::wanted() const
{
    if (!m_source)
        return {};
    const int deepest = std::min(level(), m_source->deepest()), across = 1 << deepest;
    std::vector<std::pair<double, TileKey>> found;
    const WorldPoint middle = toWorld({width() / 2, height() / 2});
    for (const Place& place : squares()) {
        if (!place.key.isValid())
            continue;
        const int up = place.key.zoom - deepest;
        const TileKey key{.zoom = deepest, .x = place.key.x >> up, .y = place.key.y >> up};
        const double away = std::hypot((key.x + 0.5) / across + place.turn - middle.x, (key.y + 0.5) / across - middle.y);
        const auto twin = std::ranges::find(found, key, &std::pair<double, TileKey>::second);
        if (twin == found.end())
            found.emplace_back(away, key);
        else
            twin->first = std::min(twin->first, away);
    }
    std::ranges::sort(found);
    std::vector<TileKey> keys;
    for (const auto& [away, key] : found)
        keys.push_back(key);
    return keys;
}

/// The same wherever the view is: a square that moves keeps its pixels.
QRect TileLayer::partOf(const Place& place) const
{
    const int across = 1 << place.key.zoom;
    const double side = worldPixels() / across * m_scale, x = place.key.x + static_cast<double>(place.turn) * across;
    const auto pixel = [side](double at) { return static_cast<int>(std::lround(at * side)); };
    return {QPoint(pixel(x), pixel(place.key.y)), QPoint(pixel(x + 1) - 1, pixel(place.key.y + 1.0) - 1)};
}

TileLayer::Base TileLayer::baseOf(const TileKey& square)
{
    Base base{.key = square, .picture = nullptr, .source = {}};
    if (!m_source || !square.isValid())
        return base;
    const int highest = std::max(0, std::min(square.zoom, m_source->deepest()) - highestParents);
    for (;; base.key = base.key.parent()) {
        const auto picture = m_pictures.find(base.key);
        if (picture != m_pictures.end() && !picture->image.isNull()) {
            base.picture = &*picture;
            break;
        }
        if (base.key.zoom <= highest)
            return base;
    }
    const int parts = 1 << (square.zoom - base.key.zoom);
    const double part = base.picture->image.width() / static_cast<double>(parts);
    base.source = QRectF((square.x % parts) * part, (square.y % parts) * part, part, part);
    return base;
}

bool TileLayer::isWhole() const
{
    const std::vector<TileKey> keys = wanted();
    return !keys.empty() && std::ranges::all_of(keys, [this](const TileKey& key) { return m_pictures.contains(key); });
}

void TileLayer::updatePolish()
{
    if (const double scale = scaleOfScreen(); scale != m_scale) {
        m_scale = scale;
        renew();
    }
    ask();
    ink();
}

void TileLayer::ask()
{
    for (const TileKey& key : wanted()) {
        if (m_pending.size() >= mostPending)
            return;
        if (m_pictures.contains(key) || m_pending.contains(key))
            continue;
        m_pending.insert(key);
        m_source->tile({.key = key, .scale = m_scale, .colours = m_colours, .overlays = m_overlays})
            .then(this, [this, key, generation = m_generation](const QImage& image) { arrived(key, image, generation); });
    }
}

void TileLayer::ink()
{
    std::map<Place, Inked> before = std::exchange(m_inked, {});
    if (!m_ink)
        return;
    const quint64 version = m_ink->layOut();
    for (const Place& place : squares()) {
        const auto old = before.find(place);
        Inked now = old == before.end() ? Inked() : std::move(old->second);
        const Base base = baseOf(place.key);
        const qint64 below = base.picture ? base.picture->image.cacheKey() : 0;
        const QRect part = partOf(place);
        if (now.version != version || now.part != part) {
            const quint64 print = m_ink->print(part);
            if (print != now.print || now.part != part)
                now.base = -1;
            now.version = version;
            now.print = print;
            now.part = part;
        }
        if (now.base != below)
            now.image = now.print == 0 ? QImage() : inked(part, base);
        now.base = below;
        m_inked.emplace(place, std::move(now));
    }
}

QImage TileLayer::inked(const QRect& part, const Base& base) const
{
    QImage image(part.size(), base.picture ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (!base.picture)
        image.fill(Qt::transparent);
    QPainter painter(&image);
    if (base.picture) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, base.source.size() != QSizeF(part.size()));
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(QRectF(QPointF(), QSizeF(part.size())), base.picture->image, base.source);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    m_ink->paint(painter, part);
    return image;
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
    const std::vector<Place> places = squares();
    for (auto at = root->squares.begin(); at != root->squares.end();) {
        const auto now = at++;
        if (!std::ranges::contains(places, now->first))
            root->remove(now);
    }
    // Whole device pixels, so that squares meet and marks stay sharp.
    const WorldPoint corner = toWorld({0, 0});
    const QPoint origin(static_cast<int>(std::lround(corner.x * worldPixels() * m_scale)),
                        static_cast<int>(std::lround(corner.y * worldPixels() * m_scale)));
    for (const Place& place : places) {
        auto square = root->squares.find(place);
        const Base base = baseOf(place.key);
        const auto inked = m_inked.find(place);
        const bool hasInk = inked != m_inked.end() && !inked->second.image.isNull();
        if (!hasInk && !base.picture) {
            if (square != root->squares.end())
                root->remove(square);
            continue;
        }
        const bool joins = square == root->squares.end();
        if (joins) {
            square = root->squares.emplace(place, Node::Square()).first;
            square->second.node = window()->createImageNode();
        }
        if (base.picture)
            base.picture->used = ++m_turn;
        Node::Texture* texture = &square->second.own;
        if (hasInk) {
            Node::show(*window(), *texture, inked->second.image, !inked->second.image.hasAlphaChannel());
        } else {
            auto& shared = root->textures[base.key];
            if (!shared)
                shared = std::make_shared<Node::Texture>();
            Node::show(*window(), *shared, base.picture->image, true);
            shared->used = root->frame;
            texture = shared.get();
        }
        QSGImageNode* node = square->second.node;
        if (joins || square->second.image != texture->image) {
            node->setTexture(texture->texture.get());
            node->setFiltering(QSGTexture::Linear);
            square->second.image = texture->image;
        }
        const QRect part = partOf(place).translated(-origin);
        node->setRect(QRectF(part.x() / m_scale, part.y() / m_scale, part.width() / m_scale, part.height() / m_scale));
        node->setSourceRect(hasInk ? QRectF(QPointF(), QSizeF(inked->second.image.size())) : base.source);
        if (!hasInk)
            square->second.own = {};
        // Complete before it joins the tree: the software renderer asks at once.
        if (joins)
            root->appendChildNode(node);
    }
    root->textures.removeIf([root](QHash<TileKey, std::shared_ptr<Node::Texture>>::iterator at) { return (*at)->used != root->frame; });
    return root;
}

} // namespace casebound
