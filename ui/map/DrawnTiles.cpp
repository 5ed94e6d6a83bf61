#include "ui/map/DrawnTiles.h"

#include "maps/OverviewFile.h"
#include "maps/TownFile.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QtConcurrent>

#include <algorithm>
#include <iterator>

namespace casebound {

namespace {

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/casebound/map/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage drawn(const MapPainter& map, const TileRequest& request)
{
    const int side = qRound(TileFrame::side * request.scale);
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(request.scale);
    QPainter painter(&image);
    const TileFrame frame{.key = request.key, .zoom = static_cast<double>(request.key.zoom), .colours = request.colours};
    map.paint(painter, frame);
    for (const auto& overlay : request.overlays) {
        painter.save();
        overlay->paint(painter, frame);
        painter.restore();
    }
    return image;
}

// Read once for all windows: it takes as long as a frame.
std::shared_ptr<const VectorMap> readWorld()
{
    auto world = parseOverview(resource(QStringLiteral("overview.cbmap")));
    return world ? std::make_shared<const VectorMap>(*std::move(world)) : nullptr;
}

std::shared_ptr<const VectorMap> readTown()
{
    auto town = parseTown(resource(QStringLiteral("port_meridian.geojson")));
    auto world = parseOverview(resource(QStringLiteral("overview.cbmap")));
    if (!town || !world)
        return nullptr;
    // The island lies in the sea of the real world, so that zooming out shows where it is.
    std::ranges::move(world->shapes, std::back_inserter(town->shapes));
    std::ranges::move(world->labels, std::back_inserter(town->labels));
    town->finish();
    return std::make_shared<const VectorMap>(*std::move(town));
}

} // namespace

DrawnTiles::DrawnTiles(std::shared_ptr<const VectorMap> map, BaseMapWords words, int deepest)
    : m_painter(std::make_shared<const MapPainter>(std::move(map), QGuiApplication::font())),
      m_words(std::move(words)),
      m_deepest(deepest)
{
    m_pool.setMaxThreadCount(2);
}

DrawnTiles::~DrawnTiles()
{
    m_pool.clear();
    m_pool.waitForDone();
}

std::unique_ptr<DrawnTiles> DrawnTiles::overview(BaseMapWords words)
{
    static const std::shared_ptr<const VectorMap> world = readWorld();
    return world ? std::make_unique<DrawnTiles>(world, std::move(words), 14) : nullptr;
}

std::unique_ptr<DrawnTiles> DrawnTiles::practiceTown(BaseMapWords words)
{
    static const std::shared_ptr<const VectorMap> town = readTown();
    return town ? std::make_unique<DrawnTiles>(town, std::move(words), 19) : nullptr;
}

QFuture<QImage> DrawnTiles::tile(TileRequest request)
{
    return QtConcurrent::run(&m_pool, [painter = m_painter, request = std::move(request)] { return drawn(*painter, request); });
}

QImage DrawnTiles::draw(const TileRequest& request) const
{
    return drawn(*m_painter, request);
}

} // namespace casebound
