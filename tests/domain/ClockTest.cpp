#include "domain/Clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesSixFractionDigitsInUtc_data();
    void writesSixFractionDigitsInUtc();
    void dateTimesKeepMilliseconds();
    void systemClockIsTheSystems();
};

void ClockTest::writesSixFractionDigitsInUtc_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("epoch") << qint64(0) << u"1970-01-01T00:00:00.000000Z"_s;
    QTest::newRow("one microsecond") << qint64(1) << u"1970-01-01T00:00:00.000001Z"_s;
    QTest::newRow("before the epoch") << qint64(-1) << u"1969-12-31T23:59:59.999999Z"_s;
    QTest::newRow("leap day") << qint64(1'835'395'200'000'000 + 3'661'000'010) << u"2028-02-29T01:01:01.000010Z"_s;
    QTest::newRow("last of the four digits") << qint64(253'402'300'799'999'999) << u"9999-12-31T23:59:59.999999Z"_s;
    QTest::newRow("five digits") << qint64(253'402'300'800'000'000) << u"10000-01-01T00:00:00.000000Z"_s;
    QTest::newRow("year 1") << qint64(-62'135'596'800'000'000) << u"0001-01-01T00:00:00.000000Z"_s;
}

void ClockTest::writesSixFractionDigitsInUtc()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(toRfc3339(Instant(std::chrono::microseconds(microseconds))), text);
}

void ClockTest::dateTimesKeepMilliseconds()
{
    const Instant at(std::chrono::microseconds(1'800'000'000'123'456));
    QCOMPARE(toDateTime(at).timeSpec(), Qt::UTC);
    QCOMPARE(toInstant(toDateTime(at)).time_since_epoch().count(), 1'800'000'000'123'000);
    const Instant early(std::chrono::microseconds(-1));
    QCOMPARE(toDateTime(early).toMSecsSinceEpoch(), -1); // rounds down on both sides of the epoch
}

void ClockTest::systemClockIsTheSystems()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const Instant now = SystemClock().now();
    QVERIFY(now >= Instant(std::chrono::milliseconds(before - 1))); // the two round differently
    QVERIFY(now < Instant(std::chrono::milliseconds(before)) + std::chrono::minutes(1));
}

QTEST_GUILESS_MAIN(ClockTest)
#include "ClockTest.moc"
