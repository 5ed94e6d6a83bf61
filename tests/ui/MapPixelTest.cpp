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
        QCOMPARE(pixel(marked, expected + QPointF(-7, 0)), MarkColours::of(m_pane->palette()).face);
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
