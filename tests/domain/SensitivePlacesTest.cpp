#include "domain/SensitivePlaces.h"
#include "domain/PlaceCategory.h"
#include "domain/PlaceNotice.h"

#include <QTest>

#include <random>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

SensitivePlace point(const QString& name, double latitude, double longitude, const QString& category = u"school"_s)
{
    return {.name = name, .category = category, .points = {{.latitude = latitude, .longitude = longitude}}};
}

SensitivePlace polygon(const QString& name, PlacePolygon rings)
{
    return {.name = name, .category = u"hospital"_s, .polygons = {std::move(rings)}};
}

PlaceRing square(double south, double west, double side)
{
    return {{.latitude = south, .longitude = west},
            {.latitude = south, .longitude = west + side},
            {.latitude = south + side, .longitude = west + side},
            {.latitude = south + side, .longitude = west}};
}

QStringList names(const std::vector<NearPlace>& near)
{
    QStringList list;
    for (const NearPlace& one : near)
        list += one.place->name;
    return list;
}

} // namespace

class SensitivePlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheReferencesCategoriesWithTheirMarks()
    {
        QCOMPARE(placeCategories().size(), 9U);
        const PlaceCategory* school = placeCategory(u"school");
        QVERIFY(school && school->inPolicy2011 && school->verification.mark == VerifiedMark::Verified);
        QVERIFY(!school->verification.source.isEmpty());
        QVERIFY(!placeCategory(u"court")->inPolicy2011); // never in 10029.2: directives of its own
        QCOMPARE(placeCategory(u"casino"), nullptr);
    }

    void measuresAsTheEllipsoidDoes_data()
    {
        // Lengths of a degree on WGS 84 (NGA "Length of a degree" tables: metres of latitude and of longitude), for a thousandth of one.
        QTest::addColumn<GeoPoint>("from");
        QTest::addColumn<GeoPoint>("to");
        QTest::addColumn<double>("metres");
        QTest::newRow("equator, north") << GeoPoint{0, 10} << GeoPoint{0.001, 10} << 110.574;
        QTest::newRow("equator, east") << GeoPoint{0, 10} << GeoPoint{0, 10.001} << 111.320;
        QTest::newRow("45°, north") << GeoPoint{45, 10} << GeoPoint{45.001, 10} << 111.132;
        QTest::newRow("45°, east") << GeoPoint{45, 10} << GeoPoint{45, 10.001} << 78.847;
        QTest::newRow("60°, east") << GeoPoint{60, 10} << GeoPoint{60, 10.001} << 55.800;
        QTest::newRow("across the antimeridian") << GeoPoint{0, 179.9995} << GeoPoint{0, -179.9995} << 111.320;
        QTest::newRow("across the antimeridian, the other way") << GeoPoint{0, -179.9995} << GeoPoint{0, 179.9995} << 111.320;
        QTest::newRow("180 is -180") << GeoPoint{0, 180} << GeoPoint{0, -180} << 0.0;
    }
    void measuresAsTheEllipsoidDoes()
    {
        QFETCH(GeoPoint, from);
        QFETCH(GeoPoint, to);
        QFETCH(double, metres);
        const double away = SensitivePlaces::distance(from, point(u"P"_s, to.latitude, to.longitude));
        QVERIFY2(std::abs(away - metres) < 0.002, qPrintable(QString::number(away, 'f', 4)));
    }

    void insideIsNothingAndAHoleIsOutside()
    {
        const SensitivePlace ring = polygon(u"Ring"_s, {square(30, -41, 0.01), square(30.004, -40.996, 0.002)});
        QCOMPARE(SensitivePlaces::distance({30.002, -40.998}, ring), 0.0);
        QVERIFY(SensitivePlaces::distance({30.005, -40.995}, ring) > 90); // the middle of the hole: half of its side, 111 m north-south
        QVERIFY(SensitivePlaces::distance({30.005, -40.995}, ring) < 100);
        const double outside = SensitivePlaces::distance({30.005, -41.001}, ring);
        QVERIFY2(std::abs(outside - 96.49) < 0.05, qPrintable(QString::number(outside)));
        // Beyond a corner the corner is nearest.
        const double corner = SensitivePlaces::distance({29.999, -41.001}, ring);
        QVERIFY2(std::abs(corner - std::hypot(96.49, 110.85)) < 0.1, qPrintable(QString::number(corner)));
    }

    void aPolygonAcrossTheAntimeridianIsOneHoweverItIsWritten_data()
    {
        QTest::addColumn<bool>("cut");
        QTest::newRow("cut in two (RFC 7946, 3.1.9)") << true;
        QTest::newRow("as it comes") << false;
    }
    void aPolygonAcrossTheAntimeridianIsOneHoweverItIsWritten()
    {
        QFETCH(bool, cut);
        SensitivePlace place{.name = u"Island"_s, .category = u"school"_s};
        const auto box = [](double west, double east) {
            return PlacePolygon{{{.latitude = -17, .longitude = west},
                                 {.latitude = -17, .longitude = east},
                                 {.latitude = -16.99, .longitude = east},
                                 {.latitude = -16.99, .longitude = west}}};
        };
        if (cut)
            place.polygons = {box(179.995, 180), box(-180, -179.995)};
        else
            place.polygons = {box(179.995, -179.995)};
        QCOMPARE(SensitivePlaces::distance({-16.995, 179.999}, place), 0.0);
        QCOMPARE(SensitivePlaces::distance({-16.995, -179.999}, place), 0.0);
        std::vector<SensitivePlace> one;
        one.push_back(place);
        const SensitivePlaces places(std::move(one), {});
        QCOMPARE(places.near({-16.995, 179.993}, 300).size(), 1U);
        QCOMPARE(places.near({-16.995, -179.993}, 300).size(), 1U);
        QCOMPARE(places.near({-16.995, 179.99}, 300).size(), 0U);
        QCOMPARE(places.near({-16.995, 0}, 5'000).size(), 0U);
    }

    void nearestComesFirst()
    {
        const SensitivePlaces places({point(u"far"_s, 30.002, -41), point(u"here"_s, 30, -41), point(u"between"_s, 30.001, -41)}, {});
        QCOMPARE(names(places.near({30, -41}, 300)), (QStringList{u"here"_s, u"between"_s, u"far"_s}));
        QCOMPARE(names(places.near({30, -41}, 150)), (QStringList{u"here"_s, u"between"_s}));
        QCOMPARE(names(places.near({30, -41}, 0)), QStringList{u"here"_s});
        QCOMPARE(names(places.near({30, -41}, -5)), QStringList{u"here"_s});
    }

    void theDistanceItselfIsStillNear()
    {
        const SensitivePlaces places({point(u"P"_s, 30.001, -41)}, {});
        const double away = SensitivePlaces::distance({30, -41}, places.places().front());
        QCOMPARE(places.near({30, -41}, away).size(), 1U);
        QCOMPARE(places.near({30, -41}, away - 0.001).size(), 0U);
    }

    void whatIsNoPlaceIsNearNothing()
    {
        const SensitivePlaces places({point(u"P"_s, 0, 0)}, {});
        const double none = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(places.near({none, 0}, 300).empty());
        QVERIFY(places.near({0, none}, 300).empty());
        QVERIFY(places.near({0, 0}, none).empty());
        QVERIFY(places.near({91, 0}, 300).empty());
        QVERIFY(SensitivePlaces().near({0, 0}, 300).empty());
    }

    void manyOnOneSpotAreCutToTheNearest()
    {
        std::vector<SensitivePlace> crowd;
        for (int n = 0; n < 40; ++n)
            crowd.push_back(point(QString::number(n), 30 + 0.00001 * n, -41));
        const SensitivePlaces places(std::move(crowd), {});
        const auto near = places.near({30, -41}, 300);
        QCOMPARE(near.size(), SensitivePlaces::mostNear);
        QCOMPARE(near.front().place->name, u"0"_s);
        QCOMPARE(near.back().place->name, u"15"_s);
    }

    /// The index against every place looked at, at places of all sizes, on both sides of the antimeridian.
    void findsWhatLookingAtEveryPlaceFinds()
    {
        std::mt19937 random(7);
        const auto between = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
        std::vector<SensitivePlace> made;
        for (int n = 0; n < 400; ++n) {
            const double longitude = std::remainder(180 + between(-0.3, 0.3), 360), latitude = between(51, 51.4);
            if (n % 3 == 0)
                made.push_back(polygon(QString::number(n), {square(latitude, longitude, n % 50 == 0 ? 0.6 : between(0.0001, 0.05))}));
            else
                made.push_back(point(QString::number(n), latitude, longitude));
        }
        const SensitivePlaces places(std::move(made), {});
        int found = 0;
        for (int n = 0; n < 500; ++n) {
            const GeoPoint at{.latitude = between(50.9, 51.5), .longitude = std::remainder(180 + between(-0.5, 0.5), 360)};
            const double metres = between(0, 5'000);
            QStringList all;
            std::vector<std::pair<double, QString>> order;
            for (const SensitivePlace& place : places.places()) {
                if (const double away = SensitivePlaces::distance(at, place); away <= metres)
                    order.emplace_back(away, place.name);
            }
            std::ranges::stable_sort(order, {}, &std::pair<double, QString>::first);
            for (std::size_t k = 0; k < std::min(order.size(), SensitivePlaces::mostNear); ++k)
                all += order[k].second;
            QCOMPARE(names(places.near(at, metres)), all);
            found += static_cast<int>(all.size());
        }
        QVERIFY(found > 1'000);
    }

    void aNoticeSaysPlaceCategoryAndDistance()
    {
        SensitivePlacesLayer layer{.metres = 200};
        QVERIFY(placeNotices(layer, {30, -41}).empty()); // no layer
        std::vector<SensitivePlace> one;
        one.push_back(point(u"Harbour School"_s, 30.001, -41));
        layer.places = std::make_shared<const SensitivePlaces>(std::move(one), SensitivePlaces::Source{.date = QDate(2026, 11, 1)});
        const auto notices = placeNotices(layer, {30, -41});
        QCOMPARE(notices.size(), 1U);
        QCOMPARE(notices[0].place, u"Harbour School"_s);
        QCOMPARE(notices[0].category, u"Schools, colleges, universities, pre-schools"_s);
        QCOMPARE(notices[0].metres, 111);
        layer.metres = 100;
        QVERIFY(placeNotices(layer, {30, -41}).empty());
    }
};

QTEST_APPLESS_MAIN(SensitivePlacesTest)
#include "SensitivePlacesTest.moc"
