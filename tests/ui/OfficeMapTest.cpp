// The office's own base map, from its file and from its server, and what the window says where it fails.
#include "ui/map/OfficeMap.h"
#include "ui/map/BaseMapChoice.h"
#include "ui/map/MapPane.h"
#include "ui/map/TileLayer.h"

#include "maps/MadeMbTiles.h"
#include "service/DirectDecoder.h"
#include "ui/Theme.h"

#include <QApplication>
#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QPromise>
#include <QQuickWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QByteArray picture(const QColor& colour, const char* format = "PNG")
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

class FakeTiles final : public TileServer {
public:
    TileAnswer answer = picture(Qt::cyan);
    std::vector<std::array<int, 3>> asked;
    QFuture<TileAnswer> tile(int zoom, int x, int y) override
    {
        asked.push_back({zoom, x, y});
        return QtFuture::makeReadyValueFuture(answer);
    }
    QString host() const override { return u"tiles.office.example"_s; }
    void fail(VendorFault fault) { answer = std::unexpected(VendorFailure{.fault = fault}); }
};

} // namespace

class OfficeMapTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    DirectDecoder m_decoder;
    OfficeProfile m_profile;
    std::shared_ptr<FakeTiles> m_server;

    QString file(const QByteArray& tile)
    {
        const QString path = MadeMbTiles::make(m_folder.filePath(u"county.mbtiles"_s), {{{.zoom = 3, .x = 2, .y = 1}, tile}});
        QFile in(path);
        if (!in.open(QIODevice::ReadOnly))
            qFatal("no file");
        m_profile.baseMap.file = u"county.mbtiles"_s;
        m_profile.baseMap.sha256 = QCryptographicHash::hash(in.readAll(), QCryptographicHash::Sha256);
        return path;
    }
    MapSupply supplyOf(const QString& path) { return {.file = path, .server = m_server, .serverUnusable = false, .decoder = &m_decoder}; }
    static QImage tileOf(const BaseMapChoice& choice, const TileKey& key, bool dark = false)
    {
        MapColours colours = MapColours::of(qApp->palette());
        colours.dark = dark;
        auto future = choice.tiles()->tile({.key = key, .scale = 2, .colours = colours, .overlays = {}});
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("No tile.");
        return future.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        Theme::apply(*qApp, Appearance::Light);
    }
    void init()
    {
        QSettings(u"casebound"_s, u"casebound"_s).clear();
        m_profile = {};
        m_server.reset();
        m_decoder.fault.reset();
    }

    void theOfficesFileIsDrawnWithItsAttribution()
    {
        BaseMapChoice choice(m_profile, supplyOf(file(picture(Qt::green))));
        QCOMPARE(choice.kinds(), (std::vector{BaseMapChoice::Kind::OfficeFile, BaseMapChoice::Kind::Overview}));
        QSignalSpy changed(&choice, &BaseMapChoice::changed);
        const QImage image = tileOf(choice, {.zoom = 3, .x = 2, .y = 1});
        QCOMPARE(image.size(), QSize(512, 512));
        QCOMPARE(image.pixelColor(256, 256), QColor(Qt::green));
        QTRY_COMPARE(changed.count(), 1); // opened: its own name and attribution are known
        QCOMPARE(choice.state(), u"office file “Made-up county”"_s);
        QCOMPARE(choice.tiles()->words().attribution, u"Survey © office"_s);
        QVERIFY(!choice.trouble());
        // Dimmed at night, so that bright paper does not blind.
        const QColor night = tileOf(choice, {.zoom = 3, .x = 2, .y = 1}, true).pixelColor(256, 256);
        QVERIFY(night.green() < 180 && night.green() > 60);
    }

    void aTileTheMapDoesNotHaveSaysSo()
    {
        BaseMapChoice choice(m_profile, supplyOf(file(picture(Qt::green))));
        const QImage image = tileOf(choice, {.zoom = 3, .x = 0, .y = 0});
        QVERIFY(!image.isNull());
        QSet<QRgb> colours;
        for (int x = 0; x < 512; ++x)
            colours.insert(image.pixel(x, 256));
        QVERIFY2(colours.size() > 5, "no words stand in the middle");
        QVERIFY(!choice.trouble()); // a map may well have an end
    }

    void aFileThatIsNotTheSignedOneIsNotShown()
    {
        const QString path = file(picture(Qt::green));
        m_profile.baseMap.sha256[0] = static_cast<char>(~m_profile.baseMap.sha256[0]);
        BaseMapChoice choice(m_profile, supplyOf(path));
        QSignalSpy said(&choice, &BaseMapChoice::stateChanged);
        QVERIFY(tileOf(choice, {.zoom = 3, .x = 2, .y = 1}).pixelColor(256, 256) != QColor(Qt::green));
        QTRY_VERIFY(choice.trouble());
        QCOMPARE(*choice.trouble(), MapTrouble::FileAltered);
        QVERIFY2(choice.state().contains(u"not the one that was signed"_s), qPrintable(choice.state()));
        QVERIFY(said.count() >= 1);
    }

    void aMissingFileAndPicturesThatAreNoneHaveWords()
    {
        m_profile.baseMap.file = u"gone.mbtiles"_s;
        BaseMapChoice gone(m_profile, supplyOf(m_folder.filePath(u"gone.mbtiles"_s)));
        QTRY_VERIFY(gone.trouble());
        QVERIFY(gone.state().contains(u"missing"_s));
        BaseMapChoice broken(m_profile, supplyOf(file("no picture at all")));
        (void)tileOf(broken, {.zoom = 3, .x = 2, .y = 1});
        QTRY_VERIFY(broken.trouble());
        QCOMPARE(*broken.trouble(), MapTrouble::NotAPicture);
    }

    void theServersPicturesAreDrawn()
    {
        m_server = std::make_shared<FakeTiles>();
        m_server->answer = picture(Qt::cyan, "JPEG");
        m_profile.baseMap.tiles = QUrl(u"https://tiles.office.example/"_s);
        m_profile.baseMap.attribution = u"County survey, made up"_s;
        BaseMapChoice choice(m_profile, supplyOf({}));
        QCOMPARE(choice.current(), BaseMapChoice::Kind::OfficeServer);
        const QColor seen = tileOf(choice, {.zoom = 5, .x = 9, .y = 12}).pixelColor(100, 100);
        QVERIFY(seen.red() < 20 && seen.green() > 235 && seen.blue() > 235);
        QCOMPARE(m_server->asked, (std::vector<std::array<int, 3>>{{5, 9, 12}}));
        QCOMPARE(choice.state(), u"office server tiles.office.example"_s);
        QCOMPARE(choice.tiles()->words().attribution, u"County survey, made up"_s);
    }

    void eachTroubleOfTheServerIsSaidInTheStatusBarsWords_data()
    {
        QTest::addColumn<VendorFault>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("nobody there") << VendorFault::Unreachable << u"does not answer"_s;
        QTest::newRow("slow") << VendorFault::TimedOut << u"too slowly"_s;
        QTest::newRow("certificate") << VendorFault::TlsRefused << u"certificate is refused, nothing was asked"_s;
        QTest::newRow("redirect") << VendorFault::WrongOrigin << u"sends elsewhere, which is not followed"_s;
        QTest::newRow("forbidden") << VendorFault::NotPermitted << u"refuses to answer"_s;
        QTest::newRow("error") << VendorFault::VendorError << u"reports an error"_s;
        QTest::newRow("a page") << VendorFault::Malformed << u"could not be opened"_s;
        QTest::newRow("huge") << VendorFault::TooLarge << u"over 2 MB"_s;
    }
    void eachTroubleOfTheServerIsSaidInTheStatusBarsWords()
    {
        QFETCH(VendorFault, fault);
        QFETCH(QString, words);
        m_server = std::make_shared<FakeTiles>();
        m_server->fail(fault);
        BaseMapChoice choice(m_profile, supplyOf({}));
        QVERIFY(!tileOf(choice, {}).isNull());
        QTRY_VERIFY(choice.trouble());
        QVERIFY2(choice.state().contains(words), qPrintable(choice.state()));
        // No such tile is no trouble.
        m_server->fail(VendorFault::Gone);
        choice.loadAgain();
        (void)tileOf(choice, {});
        QVERIFY(!choice.trouble());
    }

    void afterATroubleItIsAskedAgainAndTheWordsGo()
    {
        m_server = std::make_shared<FakeTiles>();
        m_server->fail(VendorFault::Unreachable);
        BaseMapChoice choice(m_profile, supplyOf({}));
        (void)tileOf(choice, {});
        QTRY_VERIFY(choice.trouble());
        QSignalSpy changed(&choice, &BaseMapChoice::changed);
        auto* again = choice.findChild<QTimer*>();
        QVERIFY(again && again->isActive());
        QMetaObject::invokeMethod(again, "timeout");
        QCOMPARE(changed.count(), 1);
        m_server->answer = picture(Qt::cyan);
        (void)tileOf(choice, {});
        QTRY_VERIFY(!choice.trouble());
    }

    void aServerTheProfileSpoiledIsOfferedWithItsTrouble()
    {
        m_profile.baseMap.tiles = QUrl(u"https://tiles.office.example/"_s);
        BaseMapChoice choice(m_profile, {.file = {}, .server = nullptr, .serverUnusable = true, .decoder = &m_decoder});
        (void)tileOf(choice, {});
        QTRY_VERIFY(choice.trouble());
        QVERIFY(choice.state().contains(u"profile cannot be used"_s));
    }

    void theChoiceIsKeptWhereTheProfileStillHasIt()
    {
        const QString path = file(picture(Qt::green));
        {
            BaseMapChoice choice(m_profile, supplyOf(path));
            choice.choose(BaseMapChoice::Kind::Overview);
            QCOMPARE(choice.state(), u"bundled overview"_s);
        }
        QCOMPARE(BaseMapChoice(m_profile, supplyOf(path)).current(), BaseMapChoice::Kind::Overview);
        {
            BaseMapChoice choice(m_profile, supplyOf(path));
            choice.choose(BaseMapChoice::Kind::OfficeFile);
        }
        QCOMPARE(BaseMapChoice(m_profile, supplyOf({})).current(), BaseMapChoice::Kind::Overview);
        m_profile.training = true;
        QCOMPARE(BaseMapChoice(m_profile, {}).current(), BaseMapChoice::Kind::PracticeTown);
    }

    void aPaneShowsAnotherMapAtOnce()
    {
        m_server = std::make_shared<FakeTiles>();
        m_profile.baseMap.attribution = u"County survey, made up"_s;
        BaseMapChoice choice(m_profile, supplyOf({}));
        MapPane pane({.tiles = choice.tiles(), .words = [](qsizetype) { return QString(); }, .training = false});
        connect(&choice, &BaseMapChoice::changed, &pane, [&] { pane.setTiles(choice.tiles()); });
        pane.resize(400, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QTRY_VERIFY(pane.isWhole());
        const QImage theirs = pane.view().grabFramebuffer();
        QCOMPARE(theirs.pixelColor(theirs.width() / 2, theirs.height() / 2), QColor(Qt::cyan));
        QCOMPARE(pane.findChild<QLabel*>(u"mapAttribution"_s)->text(), u"County survey, made up"_s);
        choice.choose(BaseMapChoice::Kind::Overview);
        QTRY_VERIFY(pane.isWhole());
        const QImage ours = pane.view().grabFramebuffer();
        QVERIFY(ours.pixelColor(ours.width() / 2, ours.height() / 2) != QColor(Qt::cyan));
        QVERIFY(pane.findChild<QLabel*>(u"mapAttribution"_s)->text().contains(u"Natural Earth"_s));
    }

    void anAnswerAfterTheEndHurtsNobody()
    {
        struct Late final : TileServer {
            QPromise<TileAnswer> promise;
            QFuture<TileAnswer> tile(int, int, int) override
            {
                promise.start();
                return promise.future();
            }
            QString host() const override { return {}; }
        };
        auto late = std::make_shared<Late>();
        QFuture<QImage> image;
        {
            BaseMapChoice choice(m_profile, {.file = {}, .server = late, .serverUnusable = false, .decoder = &m_decoder});
            image = choice.tiles()->tile({.key = {}, .scale = 1, .colours = {}, .overlays = {}});
        }
        late->promise.addResult(picture(Qt::cyan));
        late->promise.finish();
        QTRY_VERIFY(image.isFinished());
        QVERIFY(image.resultCount() == 0);
    }
};

QTEST_MAIN(OfficeMapTest)
#include "OfficeMapTest.moc"
