#include "domain/ReadQuality.h"

#include <QTest>

#include <cmath>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QualitySample sample(int n, ReadOutcome outcome, const QString& camera = u"PM-F-001"_s)
{
    return {.read = QByteArray::number(n),
            .day = QDate(2026, 11, 20),
            .camera = camera,
            .contributor = u"Harbour Watch"_s,
            .jurisdiction = u"US-TX"_s,
            .outcome = outcome};
}

} // namespace

class ReadQualityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wilsonsIntervalIsThePublishedOne_data()
    {
        // Newcombe, "Two-sided confidence intervals for the single proportion" (Statistics in Medicine 17, 1998), table I, method 3; and
        // the ends of 0 and all in 10.
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("of");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81 in 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 in 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 in 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 in 29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("0 in 10") << 0 << 10 << 0.0 << 0.2775;
        QTest::newRow("5 in 10") << 5 << 10 << 0.2366 << 0.7634;
        QTest::newRow("10 in 10") << 10 << 10 << 0.7225 << 1.0;
    }
    void wilsonsIntervalIsThePublishedOne()
    {
        QFETCH(int, hits);
        QFETCH(int, of);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = wilson95(hits, of);
        QVERIFY2(std::abs(interval.low - low) < 5.1e-5, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - high) < 5.1e-5, qPrintable(QString::number(interval.high)));
    }

    void theIntervalHoldsTheShareAndStaysBetweenNoneAndAll()
    {
        QCOMPARE(wilson95(0, 0).low, 0.0);
        QCOMPARE(wilson95(0, 0).high, 1.0);
        for (const int of : {1, 2, 7, 30, 1'000, 1'000'000}) {
            for (const int hits : {0, 1, of / 2, of - 1, of}) {
                const Interval interval = wilson95(hits, of);
                const double share = double(hits) / of;
                QVERIFY(interval.low >= 0 && interval.low <= share && share <= interval.high && interval.high <= 1);
                // The same from the other side.
                QVERIFY(std::abs(wilson95(of - hits, of).low - (1 - interval.high)) < 1e-12);
            }
        }
    }

    void whatDiffersIsAllThatIsTaken()
    {
        const auto [right, none] = outcomeOf(compareTexts(u"PMX4810", u"PMX4810"));
        QVERIFY(right == ReadOutcome::Right && none.empty());
        const auto [misread, pairs] = outcomeOf(compareTexts(u"PMX4810", u"PMX4B10"));
        QVERIFY(misread == ReadOutcome::Misread);
        QCOMPARE(pairs.size(), 1U);
        QVERIFY((pairs[0] == CharacterPair{u'8', u'B'}));
        const auto [lost, gap] = outcomeOf(compareTexts(u"PMX4810", u"PMX410"));
        QVERIFY(lost == ReadOutcome::Misread);
        QVERIFY((gap == std::vector{CharacterPair{u'8', QChar()}}));
    }

    void countsByCameraContributorAndJurisdiction()
    {
        std::vector<QualitySample> samples;
        for (int n = 0; n < 40; ++n)
            samples.push_back(sample(n, n < 4 ? ReadOutcome::Misread : ReadOutcome::Right, n % 4 == 0 ? u"PM-F-002"_s : u"PM-F-001"_s));
        samples.push_back(sample(40, ReadOutcome::Unreadable));
        samples.back().jurisdiction.clear();
        const ReadQuality quality = qualityOf(samples);
        QCOMPARE(quality.whole, (QualityRate{.compared = 40, .misread = 4, .unreadable = 1}));
        QCOMPARE(quality.whole.share(), 0.1);
        QVERIFY(quality.whole.isEnough());
        QCOMPARE(quality.byCamera.size(), 2U);
        QCOMPARE(quality.byCamera[0].key, u"PM-F-001"_s);
        QCOMPARE(quality.byCamera[0].rate, (QualityRate{.compared = 30, .misread = 3, .unreadable = 1}));
        QCOMPARE(quality.byCamera[1].rate, (QualityRate{.compared = 10, .misread = 1, .unreadable = 0}));
        QVERIFY(!quality.byCamera[1].rate.isEnough());
        QCOMPARE(quality.byContributor.size(), 1U);
        QCOMPARE(quality.byJurisdiction.size(), 2U);
        QCOMPARE(quality.byJurisdiction[1].key, QString());
        QCOMPARE(quality.byJurisdiction[1].rate, (QualityRate{.compared = 0, .misread = 0, .unreadable = 1}));
    }

    void aPairIsCountedOnceAReadAndTheMostFrequentComesFirst()
    {
        std::vector<QualitySample> samples;
        for (int n = 0; n < 3; ++n) {
            samples.push_back(sample(n, ReadOutcome::Misread));
            samples.back().confusions = {{u'8', u'B'}, {u'8', u'B'}};
        }
        samples.push_back(sample(3, ReadOutcome::Misread));
        samples.back().confusions = {{u'0', u'O'}, {u'8', u'B'}};
        samples.push_back(sample(4, ReadOutcome::Right));
        const ReadQuality quality = qualityOf(samples);
        QCOMPARE(quality.byPair.size(), 2U);
        QVERIFY((quality.byPair[0].pair == CharacterPair{u'8', u'B'}));
        QCOMPARE(quality.byPair[0].rate, (QualityRate{.compared = 5, .misread = 4}));
        QCOMPARE(quality.byPair[1].rate.misread, 1);
    }

    void aReadThatComesAgainCountsOnce()
    {
        const ReadQuality quality =
            qualityOf(std::vector{sample(1, ReadOutcome::Misread), sample(2, ReadOutcome::Right), sample(1, ReadOutcome::Right)});
        QCOMPARE(quality.whole, (QualityRate{.compared = 2, .misread = 0}));
    }

    void aWrongJurisdictionIsCountedApart()
    {
        std::vector<QualitySample> samples{sample(1, ReadOutcome::Right), sample(2, ReadOutcome::Right), sample(3, ReadOutcome::Right)};
        samples[0].jurisdictionRight = false;
        samples[1].jurisdictionRight = true;
        const ReadQuality quality = qualityOf(samples);
        QCOMPARE(quality.jurisdictions, (QualityRate{.compared = 2, .misread = 1}));
        QCOMPARE(quality.whole.misread, 0);
    }

    void theClaimStandsBesideWhatWasFound_data()
    {
        QTest::addColumn<int>("misread");
        QTest::addColumn<int>("compared");
        QTest::addColumn<double>("claimed"); // negative: none
        QTest::addColumn<ClaimStanding>("standing");
        using enum ClaimStanding;
        QTest::newRow("no claim") << 10 << 100 << -1.0 << NoClaim;
        QTest::newRow("a claim that is none") << 10 << 100 << 98.0 << NoClaim;
        QTest::newRow("29 are too few") << 0 << 29 << 0.98 << TooFew;
        QTest::newRow("10 in 100 against 98 %") << 10 << 100 << 0.98 << Worse;
        QTest::newRow("3 in 100 against 98 %") << 3 << 100 << 0.98 << Within;
        QTest::newRow("none in 1,000 against 98 %") << 0 << 1'000 << 0.98 << Better;
    }
    void theClaimStandsBesideWhatWasFound()
    {
        QFETCH(int, misread);
        QFETCH(int, compared);
        QFETCH(double, claimed);
        QFETCH(ClaimStanding, standing);
        const QualityRate rate{.compared = compared, .misread = misread};
        QCOMPARE(int(standingOf(rate, claimed < 0 ? std::nullopt : std::optional(claimed))), int(standing));
    }
};

QTEST_APPLESS_MAIN(ReadQualityTest)
#include "ReadQualityTest.moc"
