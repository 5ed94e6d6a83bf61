#include "domain/ReadGrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace casebound;

class ReadGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownPlacesProjectToKnownPoints_data();
    void knownPlacesProjectToKnownPoints();
    void projectionGoesThereAndBack();
    void polesLieOnTheEdge();
    void bothSidesOfTheAntimeridianAreTheSamePlace();
    void countsEveryPlacedReadOnceAtEveryLevel();
    void saysTheSameAsLookingAtEveryRead();
    void readsWithoutAPlaceAreCountedAndLeftOut();
    void readsNotShownKeepTheirNumberAndAreNowhere();
    void thousandsOnOneSpotStayOneMarkAtTheFinestLevel();
    void listsMembersNewestFirst();
    void aVerdictChangesTheSums();
    void boundsGoTheShortWayRound();
    void marksBesideTheAntimeridianComeInTheTurnThatIsSeen();
    void marksThatWouldOverlapBecomeOne();
    void around_findsTheSameSpotAlone();
    void aMillionReadsAreIndexedAndAskedQuickly();
};

namespace {

MapRead read(double latitude, double longitude, std::int64_t at = 0, Verdict verdict = Verdict::Unverified)
{
    return {.latitude = latitude, .longitude = longitude, .capturedAt = at, .verdict = verdict, .hasLocation = true};
}

const ReadGrid::Box world{.left = 0, .top = 0, .right = 0.999999999, .bottom = 1};

std::vector<MapRead> scattered(std::size_t count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<MapRead> reads;
    for (std::size_t n = 0; n < count; ++n)
        reads.push_back(read(30.46 + random.generateDouble() * 0.08, -41.55 + random.generateDouble() * 0.1,
                             static_cast<std::int64_t>(random.bounded(1000)), static_cast<Verdict>(random.bounded(4))));
    return reads;
}

} // namespace

void ReadGridTest::knownPlacesProjectToKnownPoints_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    // Web Mercator by hand: y = 1/2 - asinh(tan φ) / 2π.
    QTest::newRow("null island") << 0.0 << 0.0 << 0.5 << 0.5;
    QTest::newRow("45 north") << 45.0 << 90.0 << 0.75 << 0.359725036915;
    QTest::newRow("45 south") << -45.0 << -90.0 << 0.25 << 0.640274963085;
    QTest::newRow("60 north") << 60.0 << 0.0 << 0.5 << 0.290399640861;
    QTest::newRow("the practice town") << 30.5 << -41.5 << 0.384722222222 << 0.410967386890;
    QTest::newRow("180 west") << 0.0 << -180.0 << 0.0 << 0.5;
}

void ReadGridTest::knownPlacesProjectToKnownPoints()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, x);
    QFETCH(double, y);
    const WorldPoint point = MapProjection::toWorld({.latitude = latitude, .longitude = longitude});
    QVERIFY2(std::abs(point.x - x) < 1e-9, qPrintable(QString::number(point.x, 'g', 12)));
    QVERIFY2(std::abs(point.y - y) < 1e-9, qPrintable(QString::number(point.y, 'g', 12)));
}

void ReadGridTest::projectionGoesThereAndBack()
{
    for (double latitude = -85; latitude <= 85; latitude += 8.5) {
        for (double longitude = -180; longitude < 180; longitude += 22.5) {
            const GeoPoint back = MapProjection::toGeo(MapProjection::toWorld({.latitude = latitude, .longitude = longitude}));
            QVERIFY(std::abs(back.latitude - latitude) < 1e-9 && std::abs(back.longitude - longitude) < 1e-9);
        }
    }
}

void ReadGridTest::polesLieOnTheEdge()
{
    QVERIFY(MapProjection::toWorld({.latitude = 90, .longitude = 0}).y < 1e-12);
    QVERIFY(MapProjection::toWorld({.latitude = -90, .longitude = 0}).y > 1 - 1e-12);
    const std::vector<MapRead> reads{read(90, 10), read(-90, 10)};
    const ReadGrid grid = ReadGrid::of(reads);
    QCOMPARE(grid.clusters(world, 4, 0).size(), std::size_t{2});
}

void ReadGridTest::bothSidesOfTheAntimeridianAreTheSamePlace()
{
    QCOMPARE(MapProjection::toWorld({.latitude = 10, .longitude = 180}), MapProjection::toWorld({.latitude = 10, .longitude = -180}));
    const std::vector<MapRead> reads{read(10, 180), read(10, -180)};
    const auto marks = ReadGrid::of(reads).clusters(world, ReadGrid::finest, 0);
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks.front().count, 2U);
}

void ReadGridTest::countsEveryPlacedReadOnceAtEveryLevel()
{
    const std::vector<MapRead> reads = scattered(3000, 7);
    const ReadGrid grid = ReadGrid::of(reads);
    for (int level = 0; level <= 12; ++level) {
        std::uint32_t count = 0;
        for (const ReadCluster& mark : grid.clusters(world, level, 0))
            count += mark.count;
        QCOMPARE(count, 3000U);
    }
}

void ReadGridTest::saysTheSameAsLookingAtEveryRead()
{
    constexpr int level = 15;
    const std::vector<MapRead> reads = scattered(4000, 11);
    const ReadGrid grid = ReadGrid::of(reads);
    struct Sum {
        double x = 0, y = 0;
        std::uint32_t count = 0;
        std::array<std::uint32_t, 4> verdicts{};
        std::int64_t newest = INT64_MIN;
    };
    std::map<std::pair<long, long>, Sum> squares;
    for (const MapRead& each : reads) {
        const WorldPoint at = MapProjection::toWorld({.latitude = each.latitude, .longitude = each.longitude});
        Sum& sum = squares[{std::lround(std::floor(at.x * (1 << level))), std::lround(std::floor(at.y * (1 << level)))}];
        sum.x += at.x;
        sum.y += at.y;
        ++sum.count;
        ++sum.verdicts[static_cast<std::size_t>(each.verdict)];
        sum.newest = std::max(sum.newest, each.capturedAt);
    }
    const auto marks = grid.clusters(grid.bounds(), level, 0);
    QCOMPARE(marks.size(), squares.size());
    for (const ReadCluster& mark : marks) {
        const auto at =
            squares.find({std::lround(std::floor(mark.middle.x * (1 << level))), std::lround(std::floor(mark.middle.y * (1 << level)))});
        QVERIFY(at != squares.end());
        const Sum& sum = at->second;
        QCOMPARE(mark.count, sum.count);
        QVERIFY(mark.verdicts == sum.verdicts);
        QCOMPARE(mark.newest, sum.newest);
        QVERIFY(std::abs(mark.middle.x - sum.x / sum.count) < 1e-7 && std::abs(mark.middle.y - sum.y / sum.count) < 1e-7);
    }
}

void ReadGridTest::readsWithoutAPlaceAreCountedAndLeftOut()
{
    std::vector<MapRead> reads{read(30.5, -41.5), read(NAN, 3), read(1, INFINITY)};
    reads.push_back({.latitude = 30.5, .longitude = -41.5, .hasLocation = false});
    const ReadGrid grid = ReadGrid::of(reads);
    QCOMPARE(grid.placed(), std::size_t{1});
    QCOMPARE(grid.withoutPlace(), std::size_t{3});
    QVERIFY(grid.has(0) && !grid.has(1) && !grid.has(2) && !grid.has(3) && !grid.has(4));
    QCOMPARE(ReadGrid::of({}).clusters(world, 3, 0).size(), std::size_t{0});
}

void ReadGridTest::readsNotShownKeepTheirNumberAndAreNowhere()
{
    std::vector<MapRead> reads(4, MapRead{.latitude = 30, .longitude = -41, .hasLocation = true});
    reads[1].shown = false;
    reads[2].hasLocation = false;
    reads[2].shown = false;
    const ReadGrid grid = ReadGrid::of(reads);
    QCOMPARE(grid.placed(), std::size_t{2});
    QCOMPARE(grid.notShown(), std::size_t{2});
    QCOMPARE(grid.withoutPlace(), std::size_t{0});
    QVERIFY(grid.has(0) && !grid.has(1) && !grid.has(2) && grid.has(3));
}

void ReadGridTest::thousandsOnOneSpotStayOneMarkAtTheFinestLevel()
{
    std::vector<MapRead> reads(5000, read(30.501, -41.502));
    for (std::size_t n = 0; n < reads.size(); ++n)
        reads[n].capturedAt = static_cast<std::int64_t>(n);
    const ReadGrid grid = ReadGrid::of(reads);
    const auto marks = grid.clusters(grid.bounds(), ReadGrid::finest, 0);
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks.front().count, 5000U);
    QCOMPARE(marks.front().newest, std::int64_t{4999});
    QCOMPARE(grid.members(marks.front(), 10'000).size(), std::size_t{5000});
    QCOMPARE(grid.members(marks.front(), 3).front(), 4999U);
}

void ReadGridTest::listsMembersNewestFirst()
{
    const std::vector<MapRead> reads{read(1, 1, 5), read(1, 1, 9), read(1, 1, 7), read(50, 50, 99)};
    const ReadGrid grid = ReadGrid::of(reads);
    for (const ReadCluster& mark : grid.clusters(world, 6, 0)) {
        if (mark.count != 3)
            continue;
        QVERIFY(grid.members(mark, 10) == (std::vector<std::uint32_t>{1, 2, 0}));
        QVERIFY(grid.contains(mark, 2) && !grid.contains(mark, 3) && !grid.contains(mark, 77));
        return;
    }
    QFAIL("the three on one spot are no mark");
}

void ReadGridTest::aVerdictChangesTheSums()
{
    const std::vector<MapRead> reads{read(1, 1), read(1, 1), read(1, 1)};
    ReadGrid grid = ReadGrid::of(reads);
    grid.setVerdict(1, Verdict::Confirmed);
    grid.setVerdict(2, Verdict::DifferentPlate);
    grid.setVerdict(99, Verdict::Confirmed);
    const auto marks = grid.clusters(world, 3, 0);
    QVERIFY(marks.front().verdicts == (std::array<std::uint32_t, 4>{1, 1, 1, 0}));
    grid.setVerdict(1, Verdict::Unreadable);
    QVERIFY(grid.clusters(world, 3, 0).front().verdicts == (std::array<std::uint32_t, 4>{1, 0, 1, 1}));
}

void ReadGridTest::boundsGoTheShortWayRound()
{
    const std::vector<MapRead> reads{read(-17, 179), read(-16, -179)};
    const ReadGrid::Box box = ReadGrid::of(reads).bounds();
    QVERIFY(std::abs(box.right - box.left - 2.0 / 360) < 1e-6);
    QVERIFY(box.right > 1 && box.left < 1);
    const std::vector<MapRead> plain{read(-17, -20), read(-16, 20)};
    QVERIFY(std::abs(ReadGrid::of(plain).bounds().right - ReadGrid::of(plain).bounds().left - 40.0 / 360) < 1e-6);
}

void ReadGridTest::marksBesideTheAntimeridianComeInTheTurnThatIsSeen()
{
    const std::vector<MapRead> reads{read(0, 179.9), read(0, -179.9)};
    const ReadGrid grid = ReadGrid::of(reads);
    const auto east = grid.clusters({.left = 0.99, .top = 0.4, .right = 1.01, .bottom = 0.6}, 12, 0);
    QCOMPARE(east.size(), std::size_t{2});
    for (const ReadCluster& mark : east)
        QVERIFY(mark.middle.x > 0.99 && mark.middle.x < 1.01);
    const auto west = grid.clusters({.left = -0.01, .top = 0.4, .right = 0.01, .bottom = 0.6}, 12, 0);
    QCOMPARE(west.size(), std::size_t{2});
    for (const ReadCluster& mark : west)
        QVERIFY(std::abs(mark.middle.x) < 0.01);
}

void ReadGridTest::marksThatWouldOverlapBecomeOne()
{
    // On both sides of a square's edge.
    const std::vector<MapRead> reads{read(0.001, 0.0001), read(0.001, -0.0001), read(0.001, 10)};
    const ReadGrid grid = ReadGrid::of(reads);
    QCOMPARE(grid.clusters(world, 8, 0).size(), std::size_t{3});
    const auto marks = grid.clusters(world, 8, 0.001);
    QCOMPARE(marks.size(), std::size_t{2});
    const auto two = std::ranges::find(marks, 2U, &ReadCluster::count);
    QVERIFY(two != marks.end());
    QVERIFY(std::abs(two->middle.x - 0.5) < 1e-6);
    QVERIFY(grid.contains(*two, 0) && grid.contains(*two, 1) && !grid.contains(*two, 2));
}

void ReadGridTest::around_findsTheSameSpotAlone()
{
    const std::vector<MapRead> reads{read(30.5, -41.5, 1), read(30.5, -41.5, 2), read(30.501, -41.5, 3)};
    const ReadGrid grid = ReadGrid::of(reads);
    QVERIFY(grid.around(0, 1e-8, 10) == (std::vector<std::uint32_t>{1, 0}));
    QCOMPARE(grid.around(0, 1e-4, 10).size(), std::size_t{3});
}

void ReadGridTest::aMillionReadsAreIndexedAndAskedQuickly()
{
    const std::vector<MapRead> reads = scattered(1'000'000, 3);
    const ReadGrid grid = ReadGrid::of(reads);
    const auto marks = grid.clusters(grid.bounds(), 16, 0);
    std::uint32_t count = 0;
    for (const ReadCluster& mark : marks)
        count += mark.count;
    QCOMPARE(count, 1'000'000U);
    QVERIFY(grid.bytesHeld() < 30'000'000);
}

QTEST_APPLESS_MAIN(ReadGridTest)
#include "ReadGridTest.moc"
