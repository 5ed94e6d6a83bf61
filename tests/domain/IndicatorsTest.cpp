// The indicators on a made-up quarter with misuse planted in it, and rule by rule where that says too little.
#include "support/ActMaker.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class IndicatorsTest : public QObject {
    Q_OBJECT

    MadeQuarter m_quarter;
    std::vector<IndicatorHit> m_hits;

private Q_SLOTS:
    void initTestCase()
    {
        m_quarter = makeQuarter(20'000, 7);
        IndicatorScan scan(m_quarter.facts);
        for (const LoggedAct& act : m_quarter.acts)
            scan.add(act);
        m_hits = scan.finish();
    }

    void flagsEveryPlantAndNoInnocentNeighbour_data()
    {
        QTest::addColumn<std::size_t>("plant");
        for (std::size_t n = 0; n < m_quarter.plants.size(); ++n)
            QTest::addRow("%s: %s%s", qPrintable(indicatorCode(m_quarter.plants[n].indicator)), qPrintable(m_quarter.plants[n].variant),
                          m_quarter.plants[n].misuse ? "" : " (innocent)")
                << n;
    }
    void flagsEveryPlantAndNoInnocentNeighbour()
    {
        QFETCH(std::size_t, plant);
        MadeQuarter alone;
        alone.plants = {m_quarter.plants[plant]};
        const IndicatorScore score = scoreOf(alone, m_hits).at(alone.plants[0].indicator);
        QCOMPARE(score.found, score.planted);
        QCOMPARE(score.innocentFlagged, 0);
    }

    void flagsFewOrdinaryEntries()
    {
        const std::size_t flagged = flaggedOrdinary(m_quarter, m_hits);
        QVERIFY2(flagged * 100 <= m_quarter.ordinary, qPrintable(u"%1 of %2"_s.arg(flagged).arg(m_quarter.ordinary)));
    }

    void everyHitHasEntriesAndItsContext()
    {
        for (const IndicatorHit& hit : m_hits) {
            const bool ofTheWhole = hit.indicator == Indicator::AuditNotDone || hit.indicator == Indicator::LogGap;
            QVERIFY(ofTheWhole != !hit.entries.empty());
            QVERIFY(std::ranges::is_sorted(hit.entries));
            QVERIFY(hit.count > 0 || hit.indicator == Indicator::BehalfMissing);
        }
    }

    void doesNotDependOnWhatStandsBeforeThePeriod()
    {
        IndicatorFacts facts = m_quarter.facts;
        facts.firstSequence = m_quarter.acts.size();
        facts.alerts.clear();
        facts.lastReviewSigned.reset();
        facts.logFault.reset();
        IndicatorScan scan(facts);
        for (const LoggedAct& act : m_quarter.acts)
            scan.add(act);
        QVERIFY(scan.finish().empty()); // all of it is context alone
    }

    void rowOfTheUserReplacesTheOfficesShift()
    {
        ReviewPolicy policy;
        policy.shifts.push_back({.user = UserId(u"u-night"_s), .days = 0x40, .fromMinute = 0, .toMinute = 6 * 60});
        const auto at = [](const char* utc) { return toInstant(QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate)); };
        QVERIFY(!isOutsideShift(policy, u"u-day"_s, at("2026-11-20T12:00:00Z"), QTimeZone::UTC));
        QVERIFY(isOutsideShift(policy, u"u-day"_s, at("2026-11-22T12:00:00Z"), QTimeZone::UTC)); // a Sunday
        QVERIFY(isOutsideShift(policy, u"u-night"_s, at("2026-11-20T12:00:00Z"), QTimeZone::UTC));
        QVERIFY(!isOutsideShift(policy, u"u-night"_s, at("2026-11-22T05:59:00Z"), QTimeZone::UTC));
        policy.shifts.clear();
        QVERIFY(!isOutsideShift(policy, u"u-day"_s, at("2026-11-22T03:00:00Z"), QTimeZone::UTC)); // the office names no hours
    }

    void knowsEveryRuleOfTheReferenceDataWithItsSource()
    {
        const AuditRules& rules = AuditRules::builtIn();
        QCOMPARE(rules.rules().size(), indicatorCount);
        for (const AuditRule& rule : rules.rules()) {
            QCOMPARE(rules.rule(rule.indicator).code, indicatorCode(rule.indicator));
            QVERIFY(!rule.sources.empty());
            QVERIFY(!rule.label.isEmpty() && !rule.test.isEmpty());
        }
        QVERIFY(rules.caution().contains(u"not a finding"_s));
        QCOMPARE(rules.longestReviewDays(), 92);
    }
};

QTEST_GUILESS_MAIN(IndicatorsTest)
#include "IndicatorsTest.moc"
