#include "practice_vendor/Town.h"
#include "practice_vendor/PlateConfusion.h"

#include <QTest>

#include <algorithm>
#include <ranges>

using namespace casebound::practice;
using namespace Qt::StringLiterals;

namespace {

const QDateTime end = QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate);

std::vector<Read> everything(const Town& town, const QString& plate)
{
    return town.find(plate, 0, end.toMSecsSinceEpoch());
}

} // namespace

class TownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeed()
    {
        const Town a(7, end), b(7, end), other(8, end);
        QCOMPARE(a.vehicles().size(), b.vehicles().size());
        for (int i = 0; i < 200; ++i) {
            const auto n = static_cast<std::size_t>(i);
            QCOMPARE(a.vehicles()[n].plate, b.vehicles()[n].plate);
            QCOMPARE(a.readsOf(i), b.readsOf(i));
        }
        QVERIFY(
            std::ranges::any_of(std::views::iota(0U, 50U), [&](unsigned i) { return a.vehicles()[i].plate != other.vehicles()[i].plate; }));
    }

    void staysTheSameWhenADayPasses()
    {
        const Town today(7, end), tomorrow(7, end.addDays(1));
        const std::int64_t from = end.addDays(-700).toMSecsSinceEpoch();
        for (int i = 0; i < 100; ++i) {
            const auto within = [&](const Town& town) {
                std::vector<std::uint64_t> keys;
                for (const Read& read : town.readsOf(i))
                    if (read.capturedMs >= from && read.capturedMs <= end.toMSecsSinceEpoch())
                        keys.push_back(read.key);
                std::ranges::sort(keys);
                return keys;
            };
            QCOMPARE(within(today), within(tomorrow));
        }
    }

    void hasTheSizeItPromises()
    {
        const Town town(1, end);
        QCOMPARE(town.cameras().size(), std::size_t(300));
        QVERIFY(town.vehicles().size() >= 2'000);
        for (const Camera& camera : town.cameras()) {
            QVERIFY(camera.at.y() > 30.4 && camera.at.y() < 30.6 && camera.at.x() > -41.6 && camera.at.x() < -41.4);
            QVERIFY(!camera.address.isEmpty());
        }
    }

    void misreadsSixToTenPercent()
    {
        const Town town(3, end);
        qint64 reads = 0, wrong = 0;
        for (int i = 0; i < 600; ++i)
            for (const Read& read : town.readsOf(i)) {
                const QString& truth = town.vehicles()[static_cast<std::size_t>(i)].plate;
                ++reads;
                wrong += read.machine != truth ? 1 : 0;
                QCOMPARE(familyKey(read.machine), familyKey(truth)); // only confusable characters are confused
            }
        QVERIFY(reads > 20'000);
        const double share = static_cast<double>(wrong) / static_cast<double>(reads);
        QVERIFY2(share > 0.06 && share < 0.10, qPrintable(QString::number(share)));
    }

    void answersWithEveryReadWhoseTextMatches()
    {
        // What the index finds is what a search through all reads finds.
        const Town town(5, end);
        const QString plate = town.vehicles()[0].plate;
        std::size_t count = 0;
        for (int i = 0; i < static_cast<int>(town.vehicles().size()); ++i)
            count += static_cast<std::size_t>(
                std::ranges::count_if(town.readsOf(i), [&](const Read& read) { return vendorFold(read.machine) == vendorFold(plate); }));
        QVERIFY(count > 0);
        QCOMPARE(everything(town, plate).size(), count);
    }

    void keepsBoundsInclusiveAndNewestFirst()
    {
        const Town town(1, end);
        const std::vector<Read> all = everything(town, u"PMX4810"_s);
        QVERIFY(std::ranges::is_sorted(all, std::greater(), &Read::capturedMs));
        const std::vector<Read> one = town.find(u"PMX4810"_s, all[3].capturedMs, all[3].capturedMs);
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one[0], all[3]);
        for (const Read& read : all)
            QVERIFY(read.capturedMs <= end.toMSecsSinceEpoch() && read.capturedMs > end.addDays(-731).toMSecsSinceEpoch());
    }

    void hasItsShowcaseForEverySeed_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1, 2, 99, 123456789})
            QTest::addRow("seed %llu", seed) << seed;
    }
    void hasItsShowcaseForEverySeed()
    {
        QFETCH(const quint64, seed);
        const Town town(seed, end);
        for (const Showcase& showcase : town.data().showcase)
            QCOMPARE(everything(town, showcase.plate).size(), static_cast<std::size_t>(showcase.reads));
        const std::vector<Read> odd = everything(town, u"PMX4810"_s);
        for (const Oddity oddity : {Oddity::NoImage, Oddity::WrongHash, Oddity::NoHash, Oddity::ImageGone, Oddity::NoLocation,
                                    Oddity::UnknownJurisdiction, Oddity::OtherJurisdiction, Oddity::NoVehicle})
            QVERIFY2(std::ranges::any_of(odd, [&](const Read& read) { return read.is(oddity); }),
                     qPrintable(QString::number(static_cast<int>(oddity))));
        const auto truth = [&](const Read& read) { return town.vehicles()[static_cast<std::size_t>(read.vehicle)].plate; };
        QVERIFY(
            std::ranges::any_of(odd, [&](const Read& read) { return read.machine == u"PMX4810" && truth(read) != u"PMX4810"; })); // misread
        QVERIFY(std::ranges::any_of(
            odd, [&](const Read& read) { return read.machine != u"PMX4810" && truth(read) == u"PMX4810"; })); // near match
    }

    void findsAReadByItsIdentifierAndNoOther()
    {
        const Town town(1, end);
        for (const Read& read : everything(town, u"PM0D0Q7"_s))
            QCOMPARE(town.read(town.veil().hide(read.key)), read);
        for (const QString& id : {u""_s, u"zzzzzzzzzzzz"_s, u"0123456789ab"_s, u"0123456789AB"_s, u"../../secret"_s})
            QVERIFY(!town.read(id));
    }

    void addsLiveReads()
    {
        Town town(1, end);
        const std::size_t before = everything(town, u"PMZ1221"_s).size();
        const Read read = town.addLiveRead(u"PMZ1221"_s, end.toMSecsSinceEpoch());
        QCOMPARE(everything(town, u"PMZ1221"_s).size(), before + 1);
        QCOMPARE(town.read(town.veil().hide(read.key)), read);
        QVERIFY(town.addLiveRead(u"PMNEW01"_s, end.toMSecsSinceEpoch()).key != read.key);
        QCOMPARE(everything(town, u"PMNEW01"_s).size(), std::size_t(1));
    }

    // What models/service/CourseService.cpp takes for right: in every town the same, all within the sixty days it asks for.
    void plantsThePracticeCourse_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1U, 7U, 4'711U})
            QTest::addRow("seed %llu", seed) << seed;
    }
    void plantsThePracticeCourse()
    {
        QFETCH(quint64, seed);
        const Town town(seed, end);
        const std::vector<Read> reads = town.find(u"PMC6B13"_s, end.addDays(-60).toMSecsSinceEpoch(), end.toMSecsSinceEpoch());
        QCOMPARE(reads.size(), std::size_t(10));
        QCOMPARE(everything(town, u"PMC6B13"_s).size(), reads.size());
        const QByteArray shown = "pmpnpmhpmp"; // plate, misread, no image, wrong hash
        for (std::size_t n = 0; n < reads.size(); ++n) {
            const Read& read = reads[n];
            const char what = shown[qsizetype(n)];
            QVERIFY(n == 0 || read.capturedMs < reads[n - 1].capturedMs);
            QCOMPARE(read.machine, u"PMC6B13"_s);
            QCOMPARE(town.vehicles()[static_cast<std::size_t>(read.vehicle)].plate == u"PMC6B13"_s, what != 'm');
            QCOMPARE(read.is(Oddity::NoImage), what == 'n');
            QCOMPARE(read.is(Oddity::WrongHash), what == 'h');
            QVERIFY((read.oddities & ~(static_cast<std::uint32_t>(Oddity::NoImage) | static_cast<std::uint32_t>(Oddity::WrongHash))) == 0);
        }
    }
};

QTEST_GUILESS_MAIN(TownTest)
#include "TownTest.moc"
