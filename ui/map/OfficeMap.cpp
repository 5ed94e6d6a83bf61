#include "ui/map/OfficeMap.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QtConcurrent>

namespace casebound {

namespace {

/// Bright paper under a dark window would blind: it is dimmed, not recoloured, so that what it shows stays what it is.
constexpr int nightVeil = 120;

QImage painted(const QImage& picture, const TileRequest& request, const QString& nothing, const QFont& font)
{
    const int side = qRound(TileFrame::side * request.scale);
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(request.scale);
    image.fill(request.colours.land);
    QPainter painter(&image);
    const QRectF whole(0, 0, TileFrame::side, TileFrame::side);
    if (!picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(whole, picture);
        if (request.colours.dark)
            painter.fillRect(whole, QColor(0, 0, 0, nightVeil));
    } else {
        painter.fillRect(whole, QBrush(request.colours.county, Qt::BDiagPattern));
        painter.setPen(request.colours.nameQuiet);
        painter.setFont(font);
        const QRectF words = painter.boundingRect(whole.adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, nothing);
        painter.fillRect(words.adjusted(-4, -2, 4, 2), request.colours.land);
        painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, nothing);
    }
    const TileFrame frame{.key = request.key, .zoom = static_cast<double>(request.key.zoom), .colours = request.colours};
    for (const auto& overlay : request.overlays) {
        painter.save();
        overlay->paint(painter, frame);
        painter.restore();
    }
    return image;
}

} // namespace

OfficeMap::OfficeMap(PictureDecoder& decoder) : m_decoder(decoder)
{
    m_painting.setMaxThreadCount(2);
}

OfficeMap::~OfficeMap()
{
    m_painting.clear();
    m_painting.waitForDone();
}

QFuture<OfficeMap::Decoded> OfficeMap::decode(const Bytes& bytes)
{
    if (!bytes)
        return QtFuture::makeReadyValueFuture(Decoded{.image = {}, .trouble = bytes.error()});
    return m_decoder.decode(*bytes).then(this, [](const DecodedPicture& picture) {
        return picture ? Decoded{.image = *picture, .trouble = {}} : Decoded{.image = {}, .trouble = MapTrouble::NotAPicture};
    });
}

QFuture<QImage> OfficeMap::tile(TileRequest request)
{
    const QFont font = QGuiApplication::font();
    //: Written on a square of the map for which the office's map has no picture.
    const QString nothing = tr("No map here");
    return bytes(request.key)
        .then(this, [this](const Bytes& got) { return decode(got); })
        .unwrap()
        .then(this,
              [this, request = std::move(request), nothing, font](const Decoded& decoded) {
                  if (!decoded.trouble)
                      Q_EMIT worked();
                  else if (*decoded.trouble != MapTrouble::NotThere)
                      Q_EMIT failed(*decoded.trouble);
                  return QtConcurrent::run(&m_painting, painted, decoded.image, request, nothing, font);
              })
        .unwrap();
}

OfficeMapFile::OfficeMapFile(const QString& file, const QByteArray& sha256, BaseMapWords words, PictureDecoder& decoder)
    : OfficeMap(decoder),
      m_words(std::move(words)),
      m_reader(std::make_shared<Reader>())
{
    // One thread that stays: a connection of Qt SQL is the thread's that made it.
    m_reading.setMaxThreadCount(1);
    m_reading.setExpiryTimeout(-1);
    struct Opened {
        std::optional<MapTrouble> trouble;
        QString name, attribution;
        int deepest = 0;
    };
    QtConcurrent::run(&m_reading, [reader = m_reader, file, sha256]() -> Opened {
        const auto refuse = [&](MapTrouble trouble) {
            reader->trouble = trouble;
            return Opened{.trouble = trouble, .name = {}, .attribution = {}};
        };
        if (!QFileInfo(file).isFile())
            return refuse(MapTrouble::FileMissing);
        if (!isUnaltered(file, sha256))
            return refuse(MapTrouble::FileAltered);
        auto map = MbTiles::open(file);
        if (!map)
            return refuse(MapWords::of(map.error()));
        reader->map = *std::move(map);
        return {.trouble = {}, .name = reader->map->name(), .attribution = reader->map->attribution(), .deepest = reader->map->deepest()};
    }).then(this, [this](const Opened& now) {
        if (now.trouble) {
            Q_EMIT failed(*now.trouble);
            return;
        }
        m_deepest = now.deepest;
        if (!now.name.isEmpty())
            m_words.source = tr("office file “%1”").arg(now.name);
        if (!now.attribution.isEmpty())
            m_words.attribution = now.attribution;
        Q_EMIT opened();
    });
}

OfficeMapFile::~OfficeMapFile()
{
    m_reading.clear();
    m_reading.start([reader = std::move(m_reader)] { reader->map.reset(); });
    m_reading.waitForDone();
}

QFuture<OfficeMap::Bytes> OfficeMapFile::bytes(const TileKey& key)
{
    return QtConcurrent::run(&m_reading, [reader = m_reader, key]() -> Bytes {
        if (!reader->map)
            return std::unexpected(reader->trouble);
        auto tile = reader->map->tile(key);
        return tile ? Bytes(*std::move(tile)) : Bytes(std::unexpected(MapTrouble::NotThere));
    });
}

OfficeMapServer::OfficeMapServer(std::shared_ptr<TileServer> server, BaseMapWords words, int deepest, PictureDecoder& decoder)
    : OfficeMap(decoder),
      m_server(std::move(server)),
      m_words(std::move(words)),
      m_deepest(deepest)
{
}

QFuture<OfficeMap::Bytes> OfficeMapServer::bytes(const TileKey& key)
{
    if (!m_server)
        return QtFuture::makeReadyValueFuture(Bytes(std::unexpected(MapTrouble::ServerUnusable)));
    return m_server->tile(key.zoom, key.x, key.y).then(this, [](const TileAnswer& answer) {
        return answer ? Bytes(*answer) : Bytes(std::unexpected(MapWords::of(answer.error())));
    });
}

} // namespace casebound
