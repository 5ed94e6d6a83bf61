#include "maps/MbTiles.h"

#include "crypto/Digest.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64(64) << 30, largestTile = 2 << 20;
constexpr int longestText = 500, mostMetadata = 200, deepestZoom = 22;

/// Text of a file, to be shown as plain text: without markup and control characters.
QString plain(const QString& text)
{
    QString out;
    bool inTag = false;
    for (const QChar c : text.left(4 * longestText)) {
        if (c == u'<')
            inTag = true;
        else if (c == u'>' && inTag)
            inTag = false;
        else if (!inTag && c.isPrint())
            out += c;
    }
    return out.replace("&copy;"_L1, u"©"_s).simplified().left(longestText);
}

} // namespace

bool isUnaltered(const QString& file, const QByteArray& sha256)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    Sha256 digest;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    for (qint64 got = 0; (got = in.read(piece.data(), piece.size())) > 0;)
        digest.add(QByteArrayView(piece).first(got));
    return in.error() == QFileDevice::NoError && toBytes(digest.finish()) == sha256;
}

/// A connection of Qt SQL is a name in a table: it goes with its object, after the queries over it.
struct MbTiles::Connection {
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    std::optional<QSqlQuery> tile;

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(name, false); }
    ~Connection()
    {
        tile.reset();
        QSqlDatabase::removeDatabase(name);
    }
};

MbTiles::~MbTiles() = default;

std::expected<std::unique_ptr<MbTiles>, MbTilesFault> MbTiles::open(const QString& file)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return std::unexpected(MbTilesFault::Missing);
    if (info.size() > largestFile)
        return std::unexpected(MbTilesFault::TooLarge);
    auto map = std::unique_ptr<MbTiles>(new MbTiles);
    map->m_connection = std::make_unique<Connection>();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, map->m_connection->name);
        database.setDatabaseName(info.absoluteFilePath());
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=0"_s);
        if (!database.open())
            return std::unexpected(MbTilesFault::Unreadable);
        QSqlQuery set(database);
        // A schema can hold triggers, views and functions of its maker: none of them is trusted.
        for (const auto* pragma :
             {"PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0"})
            if (!set.exec(QLatin1StringView(pragma)))
                return std::unexpected(MbTilesFault::Unreadable);
        QSqlQuery ask(database);
        ask.setForwardOnly(true);
        // Bounded by the query itself, so that no value too large ever leaves SQLite.
        if (!ask.exec(u"SELECT name, substr(value, 1, 2000) FROM metadata WHERE typeof(value) IN ('text', 'integer') LIMIT %1"_s.arg(
                mostMetadata)))
            return std::unexpected(MbTilesFault::Unreadable);
        QHash<QString, QString> metadata;
        while (ask.next())
            metadata.insert(ask.value(0).toString().left(longestText), ask.value(1).toString());
        const QString format = metadata.value(u"format"_s).toLower();
        if (format != "png"_L1 && format != "jpg"_L1 && format != "jpeg"_L1)
            return std::unexpected(MbTilesFault::NotRaster);
        map->m_name = plain(metadata.value(u"name"_s));
        map->m_attribution = plain(metadata.value(u"attribution"_s));
        bool given = false;
        int deepest = metadata.value(u"maxzoom"_s).toInt(&given);
        if (!given) {
            if (!ask.exec(u"SELECT max(zoom_level) FROM tiles"_s) || !ask.next())
                return std::unexpected(MbTilesFault::Unreadable);
            deepest = ask.value(0).toInt();
        }
        map->m_deepest = std::clamp(deepest, 0, deepestZoom);
        ask.finish();
        auto& tile = map->m_connection->tile.emplace(database);
        tile.setForwardOnly(true);
        if (!tile.prepare(u"SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? "
                          "AND length(tile_data) BETWEEN 1 AND %1 LIMIT 1"_s.arg(largestTile)))
            return std::unexpected(MbTilesFault::Unreadable);
    }
    return map;
}

std::optional<QByteArray> MbTiles::tile(const TileKey& key)
{
    if (!key.isValid() || key.zoom > m_deepest)
        return std::nullopt;
    QSqlQuery& query = *m_connection->tile;
    query.bindValue(0, key.zoom);
    query.bindValue(1, key.x);
    query.bindValue(2, (1 << key.zoom) - 1 - key.y); // MBTiles counts rows from the south
    std::optional<QByteArray> bytes;
    if (query.exec() && query.next())
        bytes = query.value(0).toByteArray();
    query.finish();
    return bytes;
}

} // namespace casebound
