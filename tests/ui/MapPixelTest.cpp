// Where a mark stands, in pixels of the drawn map, against the projection written out by hand; run at scale 1 and 2.
#include "ui/Theme.h"
#include "ui/map/DrawnTiles.h"
#include "ui/map/MapPane.h"
#include "ui/map/ReadLayer.h"
#include "ui/map/TileLayer.h"

#include <QApplication>
#include <QQuickItem>
#include <QQuickWidget>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr double radian = std::numbers::pi / 180;

MapRead read(double latitude, double longitude)
{
    return {.latitude = latitude, .longitude = longitude, .capturedAt = 1, .hasLocation = true};
}

} // namespace

class MapPixelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<MapPane> m_pane;

    void look(double latitude, double longitude, double zoom)
    {
        QMetaObject::invokeMethod(m_pane->view().rootObject(), "look", latitude, longitude, zoom);
    }
    QImage settled()
    {
        [this] { QTRY_VERIFY(m_pane->isWhole()); }();
        return m_pane->view().grabFramebuffer();
    }
    static QColor pixel(const QImage& image, QPointF at) { return image.pixelColor((at * image.devicePixelRatio()).toPoint()); }
    static int changedNear(const QImage& before, const QImage& after, QPointF at, int reach)
    {
        int changed = 0;
        const QPoint middle = (at * after.devicePixelRatio()).toPoint();
        const int far = qRound(reach * after.devicePixelRatio());
        for (int y = std::max(0, middle.y() - far); y <= std::min(after.height() - 1, middle.y() + far); ++y)
            for (int x = std::max(0, middle.x() - far); x <= std::min(after.width() - 1, middle.x() + far); ++x)
                changed += before.pixel(x, y) != after.pixel(x, y);
        return changed;
    }

private Q_SLOTS:
    void init()
    {
        Theme::apply(*qApp, Appearance::Light);
        m_pane = std::make_unique<MapPane>(MapPane::Parts{.tiles = DrawnTiles::practiceTown({.source = {}, .attribution = u"made up"_s}),
                                                          .words = [](qsizetype n) { return u"read %1"_s.arg(n); },
                                                          .training = false});
        m_pane->resize(500, 480);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }

    void aMarkStandsOnItsPixelWhereverItIs_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<int>("appearance");
        const auto row = [](const char* name, double latitude, double longitude, Appearance appearance = Appearance::Light) {
            QTest::newRow(name) << latitude << longitude << static_cast<int>(appearance);
        };
        row("town", 30.5, -41.5);
        row("town, dark", 30.5, -41.5, Appearance::Dark);
        row("town, high contrast", 30.5, -41.5, Appearance::HighContrast);
        row("where equator and prime meridian meet", 0, 0);
        row("beside the antimeridian in the west", -17.2, 179.9999);
        row("beside the antimeridian in the east", -17.2, -179.9999);
        row("on 180", 5, 180);
        row("on -180", 5, -180);
        row("the furthest north that is drawn", 85.05, 12);
        row("the furthest south that is drawn", -85.05, 12);
    }

    void aMarkStandsOnItsPixelWhereverItIs()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(int, appearance);
        Theme::apply(*qApp, static_cast<Appearance>(appearance));
        QApplication::processEvents();
        constexpr double zoom = 9;
        // The map looks a little west of the place and never over the world's edge, so that no mark stands in the middle by chance.
        const double beside = longitude - 0.12, west = beside < -180 ? beside + 360 : beside, middle = std::clamp(latitude, -85.03, 85.03);
        look(middle, west, zoom);
        const QImage empty = settled();
        m_pane->setReads({read(latitude, longitude)});
        look(middle, west, zoom);
        const QImage marked = settled();
        // EPSG:3857 written out once more.
        const double side = 256 * std::exp2(zoom);
        const auto north = [&](double at) {
            return side / (2 * std::numbers::pi) * std::log(std::tan(std::numbers::pi / 4 + at * radian / 2));
        };
        const double seen = m_pane->readLayer().latitude(); // QtLocation keeps the view inside the world
        const QPointF expected(m_pane->view().width() / 2.0 + 0.12 / 360 * side,
                               m_pane->view().height() / 2.0 + north(seen) - north(latitude));
        QVERIFY2(m_pane->view().rect().contains(expected.toPoint()),
                 qPrintable(u"%1 of %2"_s.arg(expected.y()).arg(m_pane->view().height())));
        QVERIFY2(changedNear(empty, marked, expected, 12) > 150, "no mark at its pixel");
        for (const double off : {-6.0, 6.0}) // both halves, also where two turns of the world meet in it
            QCOMPARE(pixel(marked, expected + QPointF(off, 0)), MarkColours::of(m_pane->palette()).face);
        QCOMPARE(changedNear(empty, marked, expected + QPointF(100, 0), 40), 0);
    }

    void fiveThousandReadsOnOneSpotAreOneMarkWithItsCount()
    {
        look(30.5, -41.5, 15);
        const QImage empty = settled();
        m_pane->setReads(std::vector<MapRead>(5000, read(30.5, -41.5)));
        look(30.5, -41.5, 15);
        const QImage marked = settled();
        const QPointF at(m_pane->view().width() / 2.0, m_pane->view().height() / 2.0);
        QVERIFY(changedNear(empty, marked, at, 24) > 600); // larger than a single one
        // Ink of the figure in the middle, on the mark's face.
        int ink = 0;
        for (int x = -14; x <= 14; ++x)
            ink += qGray(pixel(marked, at + QPointF(x, 0)).rgb()) < 120;
        QVERIFY(ink > 3);
        QCOMPARE(changedNear(empty, marked, at + QPointF(120, 0), 60), 0);
    }

    void aReadWithoutAPlaceChangesNoPixel()
    {
        look(0, 0, 9);
        const QImage empty = settled();
        // No place at all, and "places" that are none.
        m_pane->setReads({MapRead{.capturedAt = 2}, read(std::nan(""), 4), read(4, std::numeric_limits<double>::infinity())});
        look(0, 0, 9);
        QCOMPARE(settled(), empty);
        QCOMPARE(m_pane->summary(), u"0 reads are drawn. 3 have no place and stand in the table alone."_s);
    }

    void aMovedMapIsTheOneThatIsLookedAtAtOnce_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("zoom");
        QTest::newRow("town") << 30.5 << -41.5 << 15.0;
        QTest::newRow("across the antimeridian") << -17.0 << 179.99 << 13.0;
        QTest::newRow("between zooms") << 30.5 << -41.5 << 14.4;
        QTest::newRow("all of the world") << 0.0 << 10.0 << 2.0;
    }

    void aMovedMapIsTheOneThatIsLookedAtAtOnce()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(double, zoom);
        const double pixel = 360 / (256 * std::exp2(zoom));
        std::vector<MapRead> reads;
        for (int n = 0; n < 10; ++n) // a mark each 90 pixels, so that none takes another in
            reads.push_back(read(latitude + (n % 2) * 30 * pixel, std::remainder(longitude + n * 90 * pixel, 360)));
        m_pane->setReads(reads);
        for (int step = 0; step <= 100; ++step) {
            look(latitude, std::remainder(longitude + step * 7 * pixel, 360), zoom);
            (void)m_pane->view().grabFramebuffer();
            if (step == 40)
                m_pane->setVerdict(7, Verdict::Confirmed);
            if (step == 60)
                m_pane->select(8);
        }
        look(latitude, std::remainder(longitude + 700 * pixel, 360), zoom);
        const QImage moved = settled();
        m_pane.reset();
        init();
        reads[7].verdict = Verdict::Confirmed;
        m_pane->setReads(reads);
        m_pane->select(8);
        look(latitude, std::remainder(longitude + 700 * pixel, 360), zoom);
        const QImage atOnce = settled();
        // The line of words under the map is as high in both.
        QCOMPARE(moved.size(), atOnce.size());
        QVERIFY2(moved == atOnce, "the map that was moved shows something else");
    }

    void movingTheMapDrawsNoMarkAnew()
    {
        class Counting final : public MapInk {
        public:
            int prints = 0, paints = 0;
            quint64 version = 1;
            quint64 layOut() override { return version; }
            quint64 print(const QRect&) const override { return ++const_cast<Counting*>(this)->prints, 7; }
            void paint(QPainter&, const QRect&) override { ++paints; }
        };
        Counting ink;
        m_pane->tileLayer().setInk(&ink);
        look(30.5, -41.5, 15);
        (void)settled();
        const int paints = ink.paints, prints = ink.prints;
        QVERIFY(paints > 0);
        for (const double east : {0.00002, 0.00004, 0.00002, 0.0}) {
            look(30.5, -41.5 + east, 15);
            (void)m_pane->view().grabFramebuffer();
        }
        QCOMPARE(ink.paints, paints);
        QCOMPARE(ink.prints, prints);
        // Something is laid out anew, and turns out the same everywhere: asked, not drawn.
        ++ink.version;
        m_pane->tileLayer().inkChanged();
        (void)m_pane->view().grabFramebuffer();
        QVERIFY(ink.prints > prints);
        QCOMPARE(ink.paints, paints);
        m_pane->tileLayer().setInk(&m_pane->readLayer());
    }

    void readsAreDrawnWhereThereIsNoMap()
    {
        look(30.5, -41.5, 15);
        m_pane->setTiles(nullptr);
        const QImage empty = m_pane->view().grabFramebuffer();
        m_pane->setReads({read(30.5, -41.5)});
        look(30.5, -41.5, 15);
        const QImage marked = m_pane->view().grabFramebuffer();
        const QPointF at(m_pane->view().width() / 2.0, m_pane->view().height() / 2.0);
        QVERIFY(changedNear(empty, marked, at, 12) > 150);
        QCOMPARE(pixel(marked, at + QPointF(-7, 0)), MarkColours::of(m_pane->palette()).face);
        QCOMPARE(changedNear(empty, marked, at + QPointF(0, 90), 40), 0); // nothing but the mark
    }

    void readsThatTheFilterLeavesOutAreNotDrawn()
    {
        look(30.5, -41.5, 15);
        const QImage empty = settled();
        MapRead hidden = read(30.502, -41.498);
        hidden.shown = false;
        m_pane->setReads({hidden, read(30.4985, -41.5025)});
        look(30.5, -41.5, 15);
        const QImage marked = settled();
        const auto item = [&](double latitude, double longitude) {
            return m_pane->readLayer().toItem(MapProjection::toWorld({.latitude = latitude, .longitude = longitude}));
        };
        QCOMPARE(changedNear(empty, marked, item(30.502, -41.498), 20), 0);
        QVERIFY(changedNear(empty, marked, item(30.4985, -41.5025), 12) > 150);
        QCOMPARE(m_pane->summary(), u"1 read is drawn. 1 is left out by the filter and not shown."_s);
    }
};

QTEST_MAIN(MapPixelTest)
#include "MapPixelTest.moc"
