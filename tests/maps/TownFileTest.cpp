#include "maps/TownFile.h"

#include "domain/MapProjection.h"

#include <QFile>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class TownFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePracticeTownIsAnIslandWithStreets();
    void placesAreNoPartOfTheBaseMap();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
};

namespace {

QByteArray bundled()
{
    QFile file(u":/casebound/map/port_meridian.geojson"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TownFileTest::thePracticeTownIsAnIslandWithStreets()
{
    const auto map = parseTown(bundled());
    QVERIFY(map.has_value());
    const auto land = std::ranges::find(map->shapes, MapFeature::Land, &MapShape::feature);
    QVERIFY(land != map->shapes.end());
    for (const MapShape& shape : map->shapes)
        if (shape.feature >= MapFeature::Street)
            QVERIFY(land->bounds.contains(shape.bounds.center()));
    QVERIFY(std::ranges::contains(map->labels, u"Lantern Avenue"_s, &MapLabel::text));
    // Mid-Atlantic: no address in it is real.
    const GeoPoint middle = MapProjection::toGeo({.x = land->bounds.center().x(), .y = land->bounds.center().y()});
    QVERIFY(std::abs(middle.latitude - 30.5) < 0.02 && std::abs(middle.longitude + 41.5) < 0.02);
}

void TownFileTest::placesAreNoPartOfTheBaseMap()
{
    QVERIFY(bundled().contains("Compass Rose School"));
    QVERIFY(!std::ranges::contains(parseTown(bundled())->labels, u"Compass Rose School"_s, &MapLabel::text));
}

void TownFileTest::refusesWhatIsMalformed_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto street = [](const char* coordinates) {
        return QByteArray(R"({"features":[{"properties":{"layer":"street"},"geometry":{"type":"LineString","coordinates":)") + coordinates +
               "}}]}";
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no streets") << QByteArray(R"({"features":[]})");
    QTest::newRow("a street of one point") << street("[[1,2]]");
    QTest::newRow("beyond the world") << street("[[1,2],[999,2]]");
    QTest::newRow("texts for numbers") << street(R"([["a","b"],[1,2]])");
    QTest::newRow("no coordinates") << street("7");
    QTest::newRow("too large") << QByteArray(5 << 20, ' ');
}

void TownFileTest::refusesWhatIsMalformed()
{
    QFETCH(QByteArray, json);
    QVERIFY(!parseTown(json).has_value());
}

QTEST_APPLESS_MAIN(TownFileTest)
#include "TownFileTest.moc"
