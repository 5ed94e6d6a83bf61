#include "domain/TimeLimit.h"
#include "domain/Reference.h"
#include "support/Paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace casebound;

Q_DECLARE_METATYPE(casebound::Instant)

class TimeLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOffenceHasTheLimitOfItsRow_data();
    void everyOffenceHasTheLimitOfItsRow();
    void administrativeMattersHaveFiveYears();
    void houseLimitIsTheProfiles();
    void withoutAnOffenceNothingIsAllowed();
    void countsCalendarYears_data();
    void countsCalendarYears();
    void vendorLookbackShortens();
    void vendorDaysAreUtcDays_data();
    void vendorDaysAreUtcDays();
    void neverReachesFurtherThanTheYears();
    void formStartsWithNinetyDays();
};

namespace {

Offence years(int number)
{
    return {.id = OffenceId(u"x"_s),
            .limitationStatute = u"1 USC 1"_s,
            .kind = LimitKind::Years,
            .years = number,
            .verification = {.mark = VerifiedMark::Verified}};
}

Instant at(const char* text)
{
    return toInstant(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate));
}

} // namespace

void TimeLimitTest::everyOffenceHasTheLimitOfItsRow_data()
{
    // The file itself, not what the program made of it.
    QFile file(test::sourceFile(u"resources/reference/limitations.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 72);

    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue& row : rows) {
        QTest::newRow(row["id"_L1].toString().toUtf8().constData()) << row.toObject();
    }
}

void TimeLimitTest::everyOffenceHasTheLimitOfItsRow()
{
    QFETCH(QJsonObject, row);
    const Offence* offence = Reference::builtIn().offence(OffenceId(row["id"_L1].toString()));
    QVERIFY(offence != nullptr);

    const LimitPolicy policy{.houseYears = 12, .administrativeYears = 5};
    const TimeLimit limit = computeLimit(Matter::Criminal, offence, policy, 0, QDate(2026, 11, 20));
    const bool byStatute = row["limit_kind"_L1].toString() == "years"_L1;
    QCOMPARE(limit.years, byStatute ? row["limit_years"_L1].toInt() : 12);
    QCOMPARE(limit.earliest, QDate(2026 - limit.years, 11, 20));
    QCOMPARE(limit.basis, byStatute ? LimitBasis::Statute : LimitBasis::HouseLimit);
    QCOMPARE(limit.source, row["limitation_statute"_L1].toString());
    QVERIFY(!limit.source.isEmpty());
    QCOMPARE(limit.deathVariantIgnored, !row["death_variant"_L1].isNull());
    QCOMPARE(limit.counselEditable, !byStatute || row["verification"_L1]["status"_L1].toString() != "verified"_L1);
    QCOMPARE(limit.asOf, QDate(2026, 11, 20));
    QCOMPARE(limit.vendorLookbackDays, 0);
}

void TimeLimitTest::administrativeMattersHaveFiveYears()
{
    const TimeLimit limit = computeLimit(Matter::Administrative, nullptr, {}, 0, QDate(2026, 11, 20));
    QCOMPARE(limit.years, 5);
    QCOMPARE(limit.basis, LimitBasis::Administrative);
    QCOMPARE(limit.earliest, QDate(2021, 11, 20));
    QCOMPARE(limit.source, u"PIA p. 6 item 3; p. 13"_s);
    QVERIFY(!limit.counselEditable);
    // An offence that came along changes nothing: the matter decides.
    const Offence long20 = years(20);
    QCOMPARE(computeLimit(Matter::Administrative, &long20, {}, 0, QDate(2026, 11, 20)), limit);
}

void TimeLimitTest::houseLimitIsTheProfiles()
{
    const Offence* offence = Reference::builtIn().offence(OffenceId(u"capital"_s));
    QCOMPARE(computeLimit(Matter::Criminal, offence, {}, 0, QDate(2026, 11, 20)).years, 10);
    QCOMPARE(computeLimit(Matter::Criminal, offence, {.houseYears = 3}, 0, QDate(2026, 11, 20)).earliest, QDate(2023, 11, 20));
    // A profile cannot turn the limit round.
    QCOMPARE(computeLimit(Matter::Criminal, offence, {.houseYears = -3}, 0, QDate(2026, 11, 20)).earliest, QDate(2026, 11, 20));
}

void TimeLimitTest::withoutAnOffenceNothingIsAllowed()
{
    const TimeLimit limit = computeLimit(Matter::Criminal, nullptr, {}, 0, QDate(2026, 11, 20));
    QCOMPARE(limit.years, 0);
    QCOMPARE(limit.earliest, QDate(2026, 11, 20));
}

void TimeLimitTest::countsCalendarYears_data()
{
    QTest::addColumn<QDate>("asOf");
    QTest::addColumn<int>("count");
    QTest::addColumn<QDate>("earliest");
    QTest::newRow("plain") << QDate(2026, 11, 20) << 5 << QDate(2021, 11, 20);
    QTest::newRow("leap day to common year") << QDate(2028, 2, 29) << 5 << QDate(2023, 3, 1);
    QTest::newRow("leap day to leap year") << QDate(2028, 2, 29) << 8 << QDate(2020, 2, 29);
    QTest::newRow("leap day over 2100") << QDate(2104, 2, 29) << 4 << QDate(2100, 3, 1);
    QTest::newRow("28 February") << QDate(2028, 2, 28) << 5 << QDate(2023, 2, 28);
    QTest::newRow("1 March to leap year") << QDate(2029, 3, 1) << 5 << QDate(2024, 3, 1);
    QTest::newRow("New Year's Day") << QDate(2027, 1, 1) << 5 << QDate(2022, 1, 1);
    QTest::newRow("New Year's Eve") << QDate(2026, 12, 31) << 5 << QDate(2021, 12, 31);
}

void TimeLimitTest::countsCalendarYears()
{
    QFETCH(QDate, asOf);
    QFETCH(int, count);
    const Offence offence = years(count);
    QTEST(computeLimit(Matter::Criminal, &offence, {}, 0, asOf).earliest, "earliest");
}

void TimeLimitTest::vendorLookbackShortens()
{
    const Offence offence = years(5);
    const TimeLimit limit = computeLimit(Matter::Criminal, &offence, {}, 365, QDate(2026, 11, 20));
    QCOMPARE(limit.earliest, QDate(2025, 11, 20));
    QCOMPARE(limit.basis, LimitBasis::VendorLookback);
    QCOMPARE(limit.vendorLookbackDays, 365);
    QCOMPARE(limit.years, 5); // what the law says stays visible
    QCOMPARE(limit.source, u"1 USC 1"_s);

    QCOMPARE(computeLimit(Matter::Criminal, &offence, {}, 36'500, QDate(2026, 11, 20)).basis, LimitBasis::Statute);
    QCOMPARE(computeLimit(Matter::Criminal, &offence, {}, -1, QDate(2026, 11, 20)).earliest, QDate(2021, 11, 20));
}

void TimeLimitTest::vendorDaysAreUtcDays_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("asOf");
    QTest::addColumn<QDate>("earliest");
    QTest::newRow("UTC") << at("2026-11-20T15:00:00Z") << QByteArray("UTC") << QDate(2026, 11, 20) << QDate(2026, 10, 21);
    QTest::newRow("west, same day") << at("2026-11-20T15:00:00Z") << QByteArray("America/New_York") << QDate(2026, 11, 20)
                                    << QDate(2026, 10, 21);
    // Local evening: UTC is a day ahead, and so is the vendor's first day.
    QTest::newRow("west, evening") << at("2026-11-21T02:00:00Z") << QByteArray("America/New_York") << QDate(2026, 11, 20)
                                   << QDate(2026, 10, 22);
    // East of Greenwich the local day begins in the UTC day before, which the vendor no longer has.
    QTest::newRow("east") << at("2026-11-20T15:00:00Z") << QByteArray("Asia/Tokyo") << QDate(2026, 11, 21) << QDate(2026, 10, 22);
}

void TimeLimitTest::vendorDaysAreUtcDays()
{
    QFETCH(Instant, now);
    QFETCH(QByteArray, zone);
    const QTimeZone local(zone);
    QVERIFY(local.isValid());
    const Offence offence = years(5);
    const TimeLimit limit = computeLimit(Matter::Criminal, &offence, {}, 30, now, local);
    QTEST(limit.asOf, "asOf");
    QTEST(limit.earliest, "earliest");
    const QDateTime vendorFirst = toDateTime(now).date().addDays(-30).startOfDay(QTimeZone::UTC);
    QVERIFY(limit.earliest.startOfDay(local) >= vendorFirst);
    QVERIFY(limit.earliest.addDays(-1).startOfDay(local) < vendorFirst);
}

void TimeLimitTest::neverReachesFurtherThanTheYears()
{
    QRandomGenerator random(20261120);
    for (int n = 0; n < 20'000; ++n) {
        const QDate asOf = QDate(2000, 1, 1).addDays(random.bounded(60'000));
        const int count = random.bounded(25);
        const int lookback = random.bounded(2) == 0 ? 0 : random.bounded(1, 8000);
        const Offence offence = years(count);
        const TimeLimit limit = computeLimit(Matter::Criminal, &offence, {}, lookback, asOf);
        QVERIFY(limit.earliest <= asOf);
        QVERIFY(limit.earliest >= asOf.addYears(-count));
        QVERIFY(lookback == 0 || limit.earliest >= asOf.addDays(-lookback));
        QVERIFY(narrowestFrom(limit) >= limit.earliest);
        QVERIFY(narrowestFrom(limit) <= asOf);
    }
}

void TimeLimitTest::formStartsWithNinetyDays()
{
    const Offence offence = years(5);
    const QDate today(2026, 11, 20);
    const QDate from = narrowestFrom(computeLimit(Matter::Criminal, &offence, {}, 0, today));
    QCOMPARE(from, QDate(2026, 8, 23));
    QCOMPARE(from.daysTo(today) + 1, 90);
    QCOMPARE(narrowestFrom(computeLimit(Matter::Criminal, &offence, {}, 30, today)), QDate(2026, 10, 21));
}

QTEST_GUILESS_MAIN(TimeLimitTest)
#include "TimeLimitTest.moc"
