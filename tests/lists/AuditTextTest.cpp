// What the tables of a review say in words: no inner word of the log or of an indicator reaches a person.
#include "lists/AuditText.h"
#include "support/ActMaker.h"

#include <QSet>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class AuditTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnIndicatorIsAboutInWords()
    {
        MadeQuarter quarter = makeQuarter(20'000, 7);
        quarter.facts.logFault = u"stopped"_s; // as the service says it
        IndicatorScan scan(quarter.facts);
        for (const LoggedAct& act : quarter.acts)
            scan.add(act);
        QSet<Indicator> seen;
        for (const IndicatorHit& hit : scan.finish()) {
            const QString about = AuditText::about(hit);
            QVERIFY2(!about.contains(u'_'), qPrintable(about));
            seen.insert(hit.indicator);
        }
        QCOMPARE(seen.size(), qsizetype(indicatorCount)); // each was there to be said
    }

    void leavesTheWordsOfAReasonAsTheyAre()
    {
        QCOMPARE(
            AuditText::about({.indicator = Indicator::AfterHours, .user = u"u-one"_s, .plate = u"TST1"_s, .detail = u"outside_shift"_s}),
            u"u-one · TST1 · outside the shift"_s);
        QCOMPARE(AuditText::about({.indicator = Indicator::GenericReason, .user = u"u-one"_s, .detail = u"often"_s}), u"u-one · often"_s);
    }
};

QTEST_GUILESS_MAIN(AuditTextTest)
#include "AuditTextTest.moc"
