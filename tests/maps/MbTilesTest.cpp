#include "maps/MbTiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class MbTilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheTileOfARowCountedFromTheSouth();
    void attributionComesWithoutMarkup();
    void refusesVectorTiles();
    void refusesWhatIsMissingOrNoDatabase();
    void refusesAnOversizedTile();
    void damagedFilesAreRefusedOrGiveNothing();
    void neverWrites();
    void leavesNoConnectionBehind();

private:
    QString make(const QString& format = u"png"_s, const QByteArray& tile = "a tile");
    QTemporaryDir m_folder;
    int m_next = 0;
};

QString MbTilesTest::make(const QString& format, const QByteArray& tile)
{
    const QString path = m_folder.filePath(u"office-%1.mbtiles"_s.arg(m_next++));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"maker"_s);
        database.setDatabaseName(path);
        if (!database.open())
            return {};
        QSqlQuery query(database);
        query.exec(u"CREATE TABLE metadata (name text, value text)"_s);
        query.exec(u"CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"_s);
        const std::vector<std::pair<QString, QString>> metadata{{u"name"_s, u"Office map"_s},
                                                                {u"format"_s, format},
                                                                {u"maxzoom"_s, u"3"_s},
                                                                {u"attribution"_s, u"<a href='x'>Survey</a> &copy; office"_s}};
        for (const auto& [name, value] : metadata) {
            query.prepare(u"INSERT INTO metadata VALUES (?, ?)"_s);
            query.addBindValue(name);
            query.addBindValue(value);
            query.exec();
        }
        query.prepare(u"INSERT INTO tiles VALUES (3, 2, 6, ?)"_s);
        query.addBindValue(tile);
        query.exec();
    }
    QSqlDatabase::removeDatabase(u"maker"_s);
    return path;
}

void MbTilesTest::givesTheTileOfARowCountedFromTheSouth()
{
    const auto map = MbTiles::open(make());
    QVERIFY(map.has_value());
    QCOMPARE((*map)->deepest(), 3);
    QCOMPARE((*map)->name(), u"Office map"_s);
    QVERIFY((*map)->tile({.zoom = 3, .x = 2, .y = 1}) == QByteArray("a tile"));
    QVERIFY(!(*map)->tile({.zoom = 3, .x = 2, .y = 6}));
    QVERIFY(!(*map)->tile({.zoom = 4, .x = 0, .y = 0}));
    QVERIFY(!(*map)->tile({.zoom = 3, .x = -1, .y = 0}));
}

void MbTilesTest::attributionComesWithoutMarkup()
{
    const auto map = MbTiles::open(make());
    QCOMPARE((*map)->attribution(), u"Survey © office"_s);
}

void MbTilesTest::refusesVectorTiles()
{
    QVERIFY(MbTiles::open(make(u"pbf"_s)).error() == MbTilesFault::NotRaster);
    QVERIFY(MbTiles::open(make(u"svg"_s)).error() == MbTilesFault::NotRaster);
}

void MbTilesTest::refusesWhatIsMissingOrNoDatabase()
{
    QVERIFY(MbTiles::open(m_folder.filePath(u"nowhere"_s)).error() == MbTilesFault::Missing);
    QVERIFY(MbTiles::open(m_folder.path()).error() == MbTilesFault::Missing);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("SQLite format 3"), QByteArray(5000, 'x')}) {
        QFile file(m_folder.filePath(u"no-%1"_s.arg(m_next++)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY(MbTiles::open(file.fileName()).error() == MbTilesFault::Unreadable);
    }
}

void MbTilesTest::refusesAnOversizedTile()
{
    const auto map = MbTiles::open(make(u"png"_s, QByteArray(3 << 20, 'x')));
    QVERIFY(map.has_value());
    QVERIFY(!(*map)->tile({.zoom = 3, .x = 2, .y = 1}));
}

void MbTilesTest::damagedFilesAreRefusedOrGiveNothing()
{
    QFile good(make(u"png"_s, QByteArray(9000, 't')));
    QVERIFY(good.open(QIODevice::ReadOnly));
    const QByteArray whole = good.readAll();
    QRandomGenerator random(23);
    for (int round = 0; round < 120; ++round) {
        QByteArray bytes = whole;
        if (round % 3 == 0)
            bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
        for (int n = 0; n < 1 + round % 40 && !bytes.isEmpty(); ++n)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        QFile file(m_folder.filePath(u"damaged"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
        file.close();
        const auto map = MbTiles::open(file.fileName());
        if (!map)
            continue;
        QVERIFY((*map)->deepest() >= 0 && (*map)->deepest() <= 22);
        QVERIFY((*map)->attribution().size() <= 500);
        const auto tile = (*map)->tile({.zoom = 3, .x = 2, .y = 1});
        QVERIFY(!tile || tile->size() <= 2 << 20);
    }
}

void MbTilesTest::neverWrites()
{
    const QString path = make();
    const auto before = QFileInfo(path).lastModified();
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    {
        const auto map = MbTiles::open(path);
        QVERIFY(map.has_value() && (*map)->tile({.zoom = 3, .x = 2, .y = 1}).has_value());
    }
    QCOMPARE(QFileInfo(path).lastModified(), before);
    QVERIFY(!QFileInfo::exists(path + u"-journal"_s) && !QFileInfo::exists(path + u"-wal"_s));
}

void MbTilesTest::leavesNoConnectionBehind()
{
    const auto before = QSqlDatabase::connectionNames().size();
    {
        const auto map = MbTiles::open(make());
        QVERIFY(map.has_value());
        (void)MbTiles::open(make(u"pbf"_s));
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

QTEST_GUILESS_MAIN(MbTilesTest)
#include "MbTilesTest.moc"
