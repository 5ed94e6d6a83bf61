#include "domain/PlacesFile.h"
#include "domain/LocalPlane.h"
#include "domain/PlaceOutline.h"
#include "support/Paths.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const SensitivePlaces::Source source{.date = QDate(2026, 11, 1), .name = u"Made up"_s, .simplifiedMetres = 1};

QByteArray collection(const QByteArray& features, const QByteArray& more = {})
{
    return "{\"type\":\"FeatureCollection\"," + more + "\"features\":[" + features + "]}";
}

QByteArray feature(const QByteArray& geometry, const QByteArray& properties = "{\"category\":\"school\",\"name\":\"S\"}")
{
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + '}';
}

QByteArray geometry(const QByteArray& type, const QByteArray& coordinates)
{
    return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + '}';
}

const QByteArray good = feature(geometry("Point", "[-41.5,30.5]"));

std::optional<PlacesFault> refusal(const QByteArray& json)
{
    const auto read = importPlaces(json, source);
    return read ? std::nullopt : std::optional(read.error());
}

} // namespace
Q_DECLARE_METATYPE(PlacesProblem)

class PlacesFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfPlace()
    {
        const auto read = importPlaces(
            collection(
                good + ',' +
                feature(geometry("MultiPoint", "[[1,2],[1.1,2.1,77]]"), "{\"category\":\"worship\",\"name\":null,\"x\":{\"y\":[1]}}") +
                ',' + feature(geometry("Polygon", "[[[0,0],[1e-2,0],[1e-2,1e-2],[0,0]]]")) + ',' +
                feature(geometry("MultiPolygon", "[[[[0,0],[0.01,0],[0.01,0.01],[0,0]]],[[[0.1,0],[0.11,0],[0.11,0.01],[0.1,0]]]]"))),
            source);
        QVERIFY(read);
        QCOMPARE(read->places().size(), 4U);
        QCOMPARE(read->places()[0].name, u"S"_s);
        QCOMPARE(read->places()[0].points[0].latitude, 30.5);
        QCOMPARE(read->places()[1].points.size(), 2U);
        QVERIFY(read->places()[1].name.isEmpty());
        QCOMPARE(read->places()[2].polygons[0][0].size(), 3U); // without the repetition that closes it
        QCOMPARE(read->places()[3].polygons.size(), 2U);
        QCOMPARE(read->source().date, QDate(2026, 11, 1));
    }

    void refusesTheFile_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<PlacesProblem>("problem");
        using enum PlacesProblem;
        QTest::newRow("nothing") << QByteArray() << NotJson;
        QTest::newRow("cut off") << collection(good).chopped(1) << NotJson;
        QTest::newRow("an array") << QByteArray("[]") << NotCollection;
        QTest::newRow("one feature") << good << NotCollection;
        QTest::newRow("features of another kind") << QByteArray("{\"type\":\"FeatureCollection\",\"features\":{}}") << NotCollection;
        QTest::newRow("no feature") << collection({}) << NoFeatures;
        QTest::newRow("too large") << QByteArray(largestPlacesImport + 1, ' ') << TooLarge;
        QTest::newRow("too deep") << collection(good, "\"x\":" + QByteArray(16, '[') + QByteArray(16, ']') + ',') << TooDeep;
        QTest::newRow("deep in a text alone") << collection({}, "\"x\":\"" + QByteArray(100, '[') + "\\\"[[\",") << NoFeatures;
        QTest::newRow("metres of Web Mercator")
            << collection(good, "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},") << OtherCrs;
        QTest::newRow("too many") << collection((good + ',').repeated(50'000) + good) << TooManyFeatures;
    }
    void refusesTheFile()
    {
        QFETCH(QByteArray, json);
        QFETCH(PlacesProblem, problem);
        const auto fault = refusal(json);
        QVERIFY(fault);
        QCOMPARE(int(fault->problem), int(problem));
        QCOMPARE(fault->feature, 0);
    }

    void takesTheCoordinateSystemThatIsTheOnlyOne()
    {
        QVERIFY(!refusal(collection(good, "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},")));
    }

    void refusesAFeatureByItsNumber_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<PlacesProblem>("problem");
        using enum PlacesProblem;
        const auto polygon = [](const QByteArray& rings) { return feature(geometry("Polygon", rings)); };
        QTest::newRow("a number") << QByteArray("3") << NotFeature;
        QTest::newRow("a geometry alone") << geometry("Point", "[1,2]") << NotFeature;
        QTest::newRow("no geometry") << feature("null") << Geometry;
        QTest::newRow("a line") << feature(geometry("LineString", "[[1,2],[3,4]]")) << Geometry;
        QTest::newRow("a collection of geometries") << feature("{\"type\":\"GeometryCollection\",\"geometries\":[]}") << Geometry;
        QTest::newRow("no coordinates") << feature("{\"type\":\"Point\"}") << Coordinates;
        QTest::newRow("one number") << feature(geometry("Point", "[1]")) << Coordinates;
        QTest::newRow("texts") << feature(geometry("Point", "[\"1\",\"2\"]")) << Coordinates;
        QTest::newRow("a height that is none") << feature(geometry("Point", "[1,2,null]")) << Coordinates;
        QTest::newRow("too shallow") << polygon("[[0,0],[1,0],[1,1],[0,0]]") << Coordinates;
        QTest::newRow("too deep a point") << feature(geometry("Point", "[[1,2]]")) << Coordinates;
        QTest::newRow("no points") << feature(geometry("MultiPoint", "[]")) << Coordinates;
        QTest::newRow("no ring") << polygon("[]") << Coordinates;
        QTest::newRow("an empty ring") << polygon("[[]]") << Coordinates;
        QTest::newRow("beyond 180") << feature(geometry("Point", "[180.0000001,2]")) << OutOfRange;
        QTest::newRow("beyond a pole") << feature(geometry("Point", "[1,-90.1]")) << OutOfRange;
        QTest::newRow("an open ring") << polygon("[[[0,0],[0.01,0],[0.01,0.01],[0,0.000001]]]") << RingOpen;
        QTest::newRow("a short ring") << polygon("[[[0,0],[0.01,0],[0,0]]]") << RingShort;
        QTest::newRow("a county") << polygon("[[[0,0],[2,0],[2,1],[0,0]]]") << TooWide;
        QTest::newRow("two ends of the world") << feature(geometry("MultiPoint", "[[-100,2],[60,2]]")) << TooWide;
        QTest::newRow("no category") << feature(geometry("Point", "[1,2]"), "{\"name\":\"S\"}") << NoCategory;
        QTest::newRow("no properties") << feature(geometry("Point", "[1,2]"), "null") << NoCategory;
        QTest::newRow("another category") << feature(geometry("Point", "[1,2]"), "{\"category\":\"School\"}") << UnknownCategory;
        QTest::newRow("a name that is a number") << feature(geometry("Point", "[1,2]"), "{\"category\":\"school\",\"name\":1}") << Name;
        QTest::newRow("a name over a line") << feature(geometry("Point", "[1,2]"), "{\"category\":\"school\",\"name\":\"a\\nb\"}") << Name;
        QTest::newRow("a name too long") << feature(geometry("Point", "[1,2]"),
                                                    "{\"category\":\"school\",\"name\":\"" + QByteArray(201, 'x') + "\"}")
                                         << Name;
        QByteArray ring = "[";
        for (int n = 0; n <= 10'001; ++n)
            ring += '[' + QByteArray::number(n % 2 ? 0.01 : 0.0) + ',' + QByteArray::number(n * 1e-6, 'f', 6) + "],";
        QTest::newRow("a ring of too many") << polygon('[' + ring + "[0,0]]]") << TooManyVertices;
    }
    void refusesAFeatureByItsNumber()
    {
        QFETCH(QByteArray, bad);
        QFETCH(PlacesProblem, problem);
        const auto fault = refusal(collection(good + ',' + good + ',' + bad));
        QVERIFY(fault);
        QCOMPARE(int(fault->problem), int(problem));
        QCOMPARE(fault->feature, 3);
    }

    void whatAForeignFileWritesIsQuotedOnlyIfItCanBeSeen()
    {
        QCOMPARE(refusal(collection(feature(geometry("Point", "[1,2]"), "{\"category\":\"a\\u001b[2Jb\"}")))->detail, u"?"_s);
        QCOMPARE(refusal(collection(feature(geometry("Point", "[1,2]"), "{\"category\":\"casino\"}")))->detail, u"casino"_s);
    }

    void allVerticesTogetherAreBounded()
    {
        QByteArray points = "[";
        for (int n = 0; n < 9'999; ++n)
            points += "[0,0],";
        const QByteArray crowd = feature(geometry("MultiPoint", points + "[0,0]]"));
        QVERIFY(!refusal(collection((crowd + ',').repeated(9) + crowd)));
        const auto fault = refusal(collection((crowd + ',').repeated(50) + good));
        QVERIFY(fault && fault->problem == PlacesProblem::TooManyVertices);
        QCOMPARE(fault->feature, 51);
    }

    void whatIsWrittenReadsTheSame()
    {
        const auto first = importPlaces(
            collection(feature(geometry("Point", "[-0.0000001,30.123456789]"),
                               "{\"category\":\"court\",\"name\":\"Ünïcode “quoted” \\\" \\\\ 王\"}") +
                       ',' +
                       feature(geometry(
                           "Polygon",
                           "[[[179.99,0],[-179.99,0],[-179.99,0.01],[179.99,0]],[[180,0.001],[-179.999,0.001],[180,0.002],[180,0.001]]]")) +
                       ',' + feature(geometry("MultiPoint", "[[180,90],[-180,90]]"))),
            source);
        QVERIFY(first);
        const QByteArray written = writePlaces(*first);
        QVERIFY(written.contains("[0,30.123457]"));
        const auto again = parsePlaces(written);
        QVERIFY(again);
        QCOMPARE(writePlaces(*again), written);
        QCOMPARE(again->source().date, source.date);
        QCOMPARE(again->source().name, source.name);
        QCOMPARE(again->source().simplifiedMetres, 1.0);
        QCOMPARE(again->places()[0].name, first->places()[0].name);
    }

    void onlyItsOwnFileIsALayer_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<PlacesProblem>("problem");
        using enum PlacesProblem;
        QTest::newRow("another schema") << QByteArray("casebound-places") << QByteArray("places") << NotOurs;
        QTest::newRow("a later version") << QByteArray("\"schema_version\":1") << QByteArray("\"schema_version\":2") << Newer;
        QTest::newRow("no version") << QByteArray("\"schema_version\":1") << QByteArray("\"schema_version\":null") << NotOurs;
        QTest::newRow("no date") << QByteArray("2026-11-01") << QByteArray("some day") << NotOurs;
        QTest::newRow("no source") << QByteArray("Made up") << QByteArray(" ") << NotOurs;
        QTest::newRow("a tolerance beyond the largest") << QByteArray("_metres\":1") << QByteArray("_metres\":51") << NotOurs;
        QTest::newRow("another category") << QByteArray("\"school\"") << QByteArray("\"casino\"") << UnknownCategory;
    }
    void onlyItsOwnFileIsALayer()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QFETCH(PlacesProblem, problem);
        QByteArray json = writePlaces(*importPlaces(collection(good), source));
        QVERIFY(parsePlaces(json));
        json.replace(was, is);
        const auto read = parsePlaces(json);
        QVERIFY(!read);
        QCOMPARE(int(read.error().problem), int(problem));
    }

    void simplifiedOutlinesStayWithinTheTolerance_data()
    {
        QTest::addColumn<double>("metres");
        for (const double metres : {0.5, 1.0, 5.0, 25.0})
            QTest::addRow("%g m", metres) << metres;
    }
    void simplifiedOutlinesStayWithinTheTolerance()
    {
        QFETCH(double, metres);
        PlaceRing coast;
        for (int n = 0; n < 2'000; ++n) {
            const double turn = n * 2 * M_PI / 2'000, radius = 0.01 + 0.0015 * std::sin(7 * turn) + 0.0003 * std::sin(61 * turn);
            coast.push_back({.latitude = 30.5 + radius * std::sin(turn), .longitude = -41.5 + radius * std::cos(turn)});
        }
        const PlaceRing fewer = simplified(coast, metres);
        QVERIFY(fewer.size() >= 3 && fewer.size() < coast.size() / 2);
        // A ring without an inside of its own: the outline alone is measured.
        for (const GeoPoint& vertex : coast) {
            double away = 1e9;
            for (std::size_t n = 0; n < fewer.size(); ++n) {
                const SensitivePlace edge{.category = u"school"_s, .polygons = {{{fewer[n], fewer[(n + 1) % fewer.size()], fewer[n]}}}};
                away = std::min(away, SensitivePlaces::distance(vertex, edge));
            }
            QVERIFY2(away <= metres * 1.001, qPrintable(QString::number(away)));
        }
        for (const GeoPoint& vertex : fewer)
            QVERIFY(std::ranges::any_of(
                coast, [&](const GeoPoint& one) { return one.latitude == vertex.latitude && one.longitude == vertex.longitude; }));
    }

    void aSmallPlaceIsNotSimplifiedAway()
    {
        const PlaceRing yard{{30.5, -41.5}, {30.5, -41.49999}, {30.50001, -41.49999}, {30.50001, -41.5}};
        QCOMPARE(simplified(yard, 50).size(), 4U);
    }

    void thePracticeTownsLayerIsOneThatWasImported()
    {
        QFile file(test::sourceFile(u"resources/training/places.geojson"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto places = parsePlaces(bytes);
        QVERIFY(places);
        QCOMPARE(places->places().size(), 12U);
        QCOMPARE(writePlaces(*places), bytes);
    }
};

QTEST_APPLESS_MAIN(PlacesFileTest)
#include "PlacesFileTest.moc"
