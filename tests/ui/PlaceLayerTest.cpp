// Sensitive places as they are painted into a tile, by its pixels.
#include "ui/map/PlaceLayer.h"
#include "domain/SensitivePlaces.h"
#include "ui/Theme.h"
#include "ui/map/MapLegend.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr double zoom = 15;

TileFrame frameAt(GeoPoint middle, const MapColours& colours)
{
    const WorldPoint at = MapProjection::toWorld(middle);
    const double tiles = std::exp2(zoom);
    return {.key = {.zoom = int(zoom), .x = int(at.x * tiles), .y = int(at.y * tiles)}, .zoom = zoom, .colours = colours};
}

/// What a layer paints into a tile of white.
QImage painted(const SensitivePlace& place, const TileFrame& frame)
{
    std::vector<SensitivePlace> places;
    places.push_back(place);
    const PlaceLayer layer(std::make_shared<const SensitivePlaces>(std::move(places), SensitivePlaces::Source{}));
    QImage tile(QSize(256, 256), QImage::Format_RGB32);
    tile.fill(Qt::white);
    QPainter painter(&tile);
    layer.paint(painter, frame);
    return tile;
}

int inked(const QImage& tile, QPointF at, int reach)
{
    int count = 0;
    for (int y = std::max(0, int(at.y()) - reach); y <= std::min(255, int(at.y()) + reach); ++y)
        for (int x = std::max(0, int(at.x()) - reach); x <= std::min(255, int(at.x()) + reach); ++x)
            count += tile.pixelColor(x, y) != QColor(Qt::white);
    return count;
}

} // namespace

class PlaceLayerTest : public QObject {
    Q_OBJECT

    const GeoPoint m_middle = MapProjection::toGeo({.x = (12606 + 0.5) / 32768, .y = (13467 + 0.5) / 32768});

    [[nodiscard]] TileFrame frame() const { return frameAt(m_middle, MapColours::of(qApp->palette())); }
    [[nodiscard]] PlaceRing square(double half) const
    {
        const auto [y, x] = std::pair(m_middle.latitude, m_middle.longitude);
        return {{y - half, x - half}, {y - half, x + half}, {y + half, x + half}, {y + half, x - half}};
    }

private Q_SLOTS:
    void init() { Theme::apply(*qApp, Appearance::Light); }

    void aPointIsAMarkWhereItLies()
    {
        const QImage tile = painted({.name = {}, .category = u"school"_s, .points = {m_middle}}, frame());
        const QPointF at = frame().at(m_middle);
        QVERIFY(inked(tile, at, 5) > 20);
        QCOMPARE(inked(tile, at + QPointF(60, 60), 40), 0);
    }

    void anOutlineIsHatchedAndItsHoleIsNot()
    {
        const QImage tile = painted({.name = {}, .category = u"hospital"_s, .polygons = {{square(0.003), square(0.001)}}}, frame());
        const QPointF middle = frame().at(m_middle), edge = frame().at(GeoPoint{m_middle.latitude, m_middle.longitude - 0.003});
        QVERIFY(inked(tile, edge, 2) > 3);
        QVERIFY(inked(tile, (middle + edge) / 2, 10) > 20);
        QCOMPARE(inked(tile, middle, 15), 0);
        QCOMPARE(inked(tile, edge - QPointF(20, 0), 15), 0);
    }

    void aMarkOnTheEdgeOfATileIsInBoth()
    {
        const GeoPoint edge = MapProjection::toGeo({.x = 12607.0 / 32768, .y = (13467 + 0.5) / 32768});
        const SensitivePlace place{.name = {}, .category = u"school"_s, .points = {edge}};
        TileFrame left = frame(), right = frame();
        ++right.key.x;
        QVERIFY(inked(painted(place, left), left.at(edge), 6) > 10);
        QVERIFY(inked(painted(place, right), right.at(edge), 6) > 10);
    }

    void aPlaceAcrossTheAntimeridianIsPaintedOnBothSides()
    {
        const SensitivePlace place{.name = {},
                                   .category = u"school"_s,
                                   .polygons = {{{{-17, 179.998}, {-17, -179.998}, {-16.996, -179.998}, {-16.996, 179.998}}}}};
        for (const double longitude : {179.999, -179.999}) {
            const GeoPoint at{.latitude = -16.998, .longitude = longitude};
            const TileFrame tile = frameAt(at, MapColours::of(qApp->palette()));
            QVERIFY(inked(painted(place, tile), tile.at(at), 10) > 20);
        }
    }

    void fromFarAwayPointsDoNotCoverTheMap()
    {
        TileFrame far = frame();
        far.zoom = 9;
        QCOMPARE(inked(painted({.name = {}, .category = u"school"_s, .points = {m_middle}}, far), QPointF(128, 128), 128), 0);
    }

    void aNameStandsUnderItsPlace()
    {
        const QPointF under = frame().at(m_middle) + QPointF(0, 16);
        QVERIFY(inked(painted({.name = u"Harbour School"_s, .category = u"school"_s, .points = {m_middle}}, frame()), under, 7) > 15);
        QVERIFY(inked(painted({.name = {}, .category = u"school"_s, .points = {m_middle}}, frame()), under, 7) < 5);
    }

    void theInkIsSeenInEveryAppearance_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
        QTest::newRow("high contrast") << Appearance::HighContrast;
    }
    void theInkIsSeenInEveryAppearance()
    {
        QFETCH(Appearance, appearance);
        Theme::apply(*qApp, appearance);
        const MapColours colours = MapColours::of(qApp->palette());
        const QImage tile = painted({.name = {}, .category = u"hospital"_s, .polygons = {{square(0.003)}}}, frame());
        const QPointF edge = frame().at(GeoPoint{m_middle.latitude, m_middle.longitude - 0.003});
        const auto luminance = [](QColor colour) {
            const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
        };
        double best = 0;
        for (int x = int(edge.x()) - 2; x <= int(edge.x()) + 2; ++x) {
            const double ink = luminance(tile.pixelColor(x, int(edge.y()))), land = luminance(colours.land);
            if (tile.pixelColor(x, int(edge.y())) != QColor(Qt::white))
                best = std::max(best, (std::max(ink, land) + 0.05) / (std::min(ink, land) + 0.05));
        }
        QVERIFY2(best > 3, qPrintable(QString::number(best))); // WCAG 1.4.11
    }

    void theLegendSaysItOnce()
    {
        MapLegend legend;
        const auto before = legend.findChildren<QLabel*>().size();
        legend.addPlaces(u"data of 2026-11-01"_s);
        legend.addPlaces(u"data of 2026-11-01"_s);
        QCOMPARE(legend.findChildren<QLabel*>().size(), before + 2);
    }
};

QTEST_MAIN(PlaceLayerTest)
#include "PlaceLayerTest.moc"
