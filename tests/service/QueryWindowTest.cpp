// The days of a query: limits of time, and local days as instants.
#include "service/GateDesk.h"

using namespace casebound;
using namespace casebound::test;

class QueryWindowTest : public GateDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void showsTheLimitOfWhatIsChosen()
    {
        QCOMPARE(gate().limitFor(draft).value().years, 5);
        QCOMPARE(gate().today(), QDate(2026, 11, 20));
        draft.offence = {};
        QVERIFY(!gate().limitFor(draft));
        draft.offence = OffenceId(u"customs_civil"_s);
        QVERIFY(!gate().limitFor(draft));
        draft.matter = Matter::Administrative;
        QCOMPARE(gate().limitFor(draft).value().basis, LimitBasis::Administrative);
        draft.matter.reset();
        QVERIFY(!gate().limitFor(draft));

        begin();
        lookback = 30;
        QCOMPARE(gate().limitFor(draft).value().basis, LimitBasis::VendorLookback);
        QCOMPARE(gate().limitFor(draft).value().earliest, QDate(2026, 10, 21));
    }

    void refusesOneDayBeyondEachLimit_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("zoneName");
        QTest::addColumn<int>("lookbackDays");
        QTest::addColumn<QDate>("earliest");
        QTest::newRow("plain") << QByteArray("2026-11-20T17:00:00Z") << QByteArray("America/New_York") << 0 << QDate(2021, 11, 20);
        QTest::newRow("leap day") << QByteArray("2028-02-29T17:00:00Z") << QByteArray("America/New_York") << 0 << QDate(2023, 3, 1);
        QTest::newRow("New Year's Day") << QByteArray("2027-01-01T05:00:00Z") << QByteArray("America/New_York") << 0 << QDate(2022, 1, 1);
        QTest::newRow("still New Year's Eve here")
            << QByteArray("2027-01-01T04:59:59Z") << QByteArray("America/New_York") << 0 << QDate(2021, 12, 31);
        QTest::newRow("already New Year's Day here")
            << QByteArray("2026-12-31T16:00:00Z") << QByteArray("Asia/Tokyo") << 0 << QDate(2022, 1, 1);
        QTest::newRow("vendor keeps 30 days") << QByteArray("2026-11-20T17:00:00Z") << QByteArray("America/New_York") << 30
                                              << QDate(2026, 10, 21);
        QTest::newRow("vendor keeps 30 UTC days, local evening")
            << QByteArray("2026-11-21T02:00:00Z") << QByteArray("America/New_York") << 30 << QDate(2026, 10, 22);
    }

    void refusesOneDayBeyondEachLimit()
    {
        QFETCH(QByteArray, now);
        QFETCH(QByteArray, zoneName);
        QFETCH(int, lookbackDays);
        QFETCH(QDate, earliest);
        clock.set(now.constData());
        zone = QTimeZone(zoneName);
        lookback = lookbackDays;
        draft.to = gate().today();

        draft.from = earliest;
        QCOMPARE(fields(gate().judge(draft)), QString());
        draft.from = earliest.addDays(-1);
        const std::vector<FieldRefusal> refused = gate().judge(draft);
        QCOMPARE(refused.size(), 1U);
        QVERIFY(refused[0].problem == FieldProblem::BeyondLimit);
        QCOMPARE(refused[0].limit.value().earliest, earliest);
    }

    void everyCriminalOffenceHasADayThatPassesAndOneThatDoesNot()
    {
        draft.reasonCode = ReasonCode(u"wanted_person"_s);
        int offences = 0;
        for (const Offence& offence : Reference::builtIn().offences()) {
            if (!Reference::builtIn().isCriminal(offence.id)) {
                continue;
            }
            ++offences;
            draft.offence = offence.id;
            draft.from = QDate(2026 - (offence.kind == LimitKind::Years ? offence.years : limits.houseYears), 11, 20);
            QVERIFY2(gate().judge(draft).empty(), qPrintable(offence.id.text()));
            draft.from = draft.from.addDays(-1);
            QVERIFY2(!gate().authorize(draft), qPrintable(offence.id.text()));
        }
        QCOMPARE(offences, 71);
    }

    void windowIsLocalDays_data()
    {
        QTest::addColumn<QByteArray>("zoneName");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("winter") << QByteArray("America/New_York") << QDate(2026, 1, 15) << u"2026-01-15T05:00:00.000000Z"_s
                                << u"2026-01-16T04:59:59.999999Z"_s;
        QTest::newRow("23 hours") << QByteArray("America/New_York") << QDate(2026, 3, 8) << u"2026-03-08T05:00:00.000000Z"_s
                                  << u"2026-03-09T03:59:59.999999Z"_s;
        QTest::newRow("25 hours") << QByteArray("America/New_York") << QDate(2026, 11, 1) << u"2026-11-01T04:00:00.000000Z"_s
                                  << u"2026-11-02T04:59:59.999999Z"_s;
        // Here the clocks are set forward at midnight: the day begins at one.
        QTest::newRow("no midnight") << QByteArray("America/Havana") << QDate(2026, 3, 8) << u"2026-03-08T05:00:00.000000Z"_s
                                     << u"2026-03-09T03:59:59.999999Z"_s;
        QTest::newRow("half hours") << QByteArray("Asia/Kolkata") << QDate(2026, 1, 15) << u"2026-01-14T18:30:00.000000Z"_s
                                    << u"2026-01-15T18:29:59.999999Z"_s;
        QTest::newRow("leap day") << QByteArray("UTC") << QDate(2024, 2, 29) << u"2024-02-29T00:00:00.000000Z"_s
                                  << u"2024-02-29T23:59:59.999999Z"_s;
        QTest::newRow("last day of a year") << QByteArray("UTC") << QDate(2025, 12, 31) << u"2025-12-31T00:00:00.000000Z"_s
                                            << u"2025-12-31T23:59:59.999999Z"_s;
    }

    void windowIsLocalDays()
    {
        QFETCH(QByteArray, zoneName);
        QFETCH(QDate, day);
        zone = QTimeZone(zoneName);
        QVERIFY(zone.isValid());
        draft.from = draft.to = day;
        const auto query = gate().authorize(draft);
        QVERIFY(query);
        QTEST(toRfc3339(query->terms().from), "from");
        QTEST(toRfc3339(query->terms().to), "to");
    }

    void windowNeverReachesTheFuture()
    {
        clock.at += std::chrono::microseconds(123'457);
        draft.from = draft.to = QDate(2026, 11, 20);
        const auto query = gate().authorize(draft);
        QVERIFY(query);
        QCOMPARE(query->terms().to.time_since_epoch(), clock.at.time_since_epoch());

        // A day that no calendar of the zone has: Samoa went from the 29th to the 31st.
        zone = QTimeZone("Pacific/Apia");
        clock.set("2012-01-10T00:00:00Z");
        draft.from = QDate(2011, 12, 29);
        draft.to = QDate(2011, 12, 30);
        QCOMPARE(fields(gate().judge(draft)), u"%1/%2"_s.arg(int(QueryField::To)).arg(int(FieldProblem::InvalidDate)));
        draft.to = QDate(2011, 12, 29);
        QCOMPARE(toRfc3339(gate().authorize(draft).value().terms().to), u"2011-12-30T09:59:59.999999Z"_s);
    }
};

QTEST_GUILESS_MAIN(QueryWindowTest)
#include "QueryWindowTest.moc"
