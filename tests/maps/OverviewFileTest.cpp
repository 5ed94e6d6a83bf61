#include "maps/OverviewFile.h"

#include "domain/MapProjection.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class OverviewFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBundledMapHoldsTheWorldAndTheCounties();
    void drawsNoBorderAlongTheAntimeridian();
    void everyCutIsRefused();
    void alteredBytesNeverBreakIt();
    void refusesWhatIsNotOurs();
    void refusesCountsTheFileCannotHold();
};

namespace {

QByteArray bundled()
{
    QFile file(u":/casebound/map/overview.cbmap"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void OverviewFileTest::theBundledMapHoldsTheWorldAndTheCounties()
{
    const auto map = parseOverview(bundled());
    QVERIFY(map.has_value());
    const auto labels = [&](MapLabel::Kind kind) { return std::ranges::count(map->labels, kind, &MapLabel::kind); };
    QVERIFY(labels(MapLabel::Kind::Country) > 200);
    QVERIFY(labels(MapLabel::Kind::State) >= 50);
    QVERIFY(labels(MapLabel::Kind::County) > 3000);
    const auto texas = std::ranges::find(map->labels, u"Texas"_s, &MapLabel::text);
    QVERIFY(texas != map->labels.end());
    const GeoPoint middle = MapProjection::toGeo({.x = texas->at.x(), .y = texas->at.y()});
    QVERIFY(std::abs(middle.latitude - 31.4) < 1 && std::abs(middle.longitude + 99.3) < 1);
    for (const MapFeature feature :
         {MapFeature::Land, MapFeature::Coast, MapFeature::CountryBorder, MapFeature::StateBorder, MapFeature::CountyBorder})
        QVERIFY(std::ranges::contains(map->shapes, feature, &MapShape::feature));
}

void OverviewFileTest::drawsNoBorderAlongTheAntimeridian()
{
    const auto map = parseOverview(bundled());
    const auto edge = [](const QPointF& point) { return point.x() < 0.00002 || point.x() > 0.99998; };
    for (const MapShape& shape : map->shapes) {
        if (shape.feature == MapFeature::Land)
            continue;
        for (const auto& path : shape.paths)
            for (std::size_t n = 1; n < path.size(); ++n)
                QVERIFY(!edge(path[n - 1]) || !edge(path[n]));
    }
}

void OverviewFileTest::everyCutIsRefused()
{
    const QByteArray whole = bundled();
    for (qsizetype size = 0; size < whole.size(); size += size < 64 ? 1 : 9973)
        QVERIFY(!parseOverview(QByteArrayView(whole).first(size)).has_value());
    QVERIFY(parseOverview(whole + "x").error() == OverviewFault::Malformed);
}

void OverviewFileTest::alteredBytesNeverBreakIt()
{
    const QByteArray whole = bundled();
    QRandomGenerator random(19);
    for (quint32 round = 0; round < 60; ++round) {
        QByteArray altered = whole;
        for (int n = 0; n < 4; ++n)
            altered[random.bounded(round % 2 ? 300 : static_cast<int>(altered.size()))] = static_cast<char>(random.bounded(256));
        (void)parseOverview(altered); // bounded and in order under the sanitizers, whatever it says
    }
}

void OverviewFileTest::refusesWhatIsNotOurs()
{
    QVERIFY(parseOverview({}).error() == OverviewFault::NotOurs);
    QVERIFY(parseOverview("PNG and more bytes than a mark has").error() == OverviewFault::NotOurs);
    QVERIFY(parseOverview(QByteArray(5 << 20, 'x')).error() == OverviewFault::TooLarge);
}

void OverviewFileTest::refusesCountsTheFileCannotHold()
{
    const QByteArray mark("CBMAP1\0\0", 8);
    QVERIFY(!parseOverview(mark + "\x7f").has_value());
    // One layer whose arcs are said to be 268 million.
    QVERIFY(!parseOverview(mark + "\x01" + QByteArray(32, '\0') + "\xff\xff\xff\x7f").has_value());
}

QTEST_APPLESS_MAIN(OverviewFileTest)
#include "OverviewFileTest.moc"
