#include "net/RetryPolicy.h"
#include "net/HttpDate.h"

#include <QTest>

using namespace casebound;
using namespace std::chrono;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant(sys_days(2026y / 7 / 1)) + 8h; }
};

[[nodiscard]] std::optional<milliseconds> pauseOf(const RetryPolicy::Decision& decision)
{
    const auto* again = std::get_if<RetryPolicy::Again>(&decision);
    return again ? std::optional(again->pause) : std::nullopt;
}

} // namespace

class RetryPolicyTest final : public QObject {
    Q_OBJECT
    FixedClock m_clock;

private Q_SLOTS:
    void doublesThePauseAndStopsAfterFourTries()
    {
        const RetryPolicy policy(m_clock, [] { return 1.0; });
        QCOMPARE(pauseOf(policy.decide(1, {})), milliseconds(500));
        QCOMPARE(pauseOf(policy.decide(2, {})), milliseconds(1000));
        QCOMPARE(pauseOf(policy.decide(3, {})), milliseconds(2000));
        QVERIFY(!pauseOf(policy.decide(4, {})));
        QVERIFY(!pauseOf(policy.decide(4, "1")));
    }

    void spreadsThePauseByChance()
    {
        const RetryPolicy policy(m_clock, [] { return 0.0; });
        QCOMPARE(pauseOf(policy.decide(2, {})), milliseconds(500));
        const RetryPolicy half(m_clock, [] { return 0.5; });
        QCOMPARE(pauseOf(half.decide(2, {})), milliseconds(750));
    }

    void boundsThePause()
    {
        const RetryPolicy policy(m_clock, [] { return 1.0; }, {.tries = 40});
        QCOMPARE(pauseOf(policy.decide(30, {})), milliseconds(8000));
    }

    void honoursRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("expected"); // ms; -1: gives up; -2: not understood, so backs off on its own
        QTest::newRow("seconds") << QByteArray("7") << 7000;
        QTest::newRow("blanks around") << QByteArray(" 7 ") << 7000;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("just short enough") << QByteArray("60") << 60000;
        QTest::newRow("too long") << QByteArray("61") << -1;
        QTest::newRow("absurd") << QByteArray("99999999999999999999999999") << -1;
        QTest::newRow("date") << QByteArray("Wed, 01 Jul 2026 08:00:30 GMT") << 30000;
        QTest::newRow("date in the past") << QByteArray("Wed, 01 Jul 2026 07:00:00 GMT") << 0;
        QTest::newRow("date too late") << QByteArray("Wed, 01 Jul 2026 08:02:00 GMT") << -1;
        QTest::newRow("negative") << QByteArray("-3") << -2;
        QTest::newRow("fraction") << QByteArray("1.5") << -2;
        QTest::newRow("words") << QByteArray("soon") << -2;
    }
    void honoursRetryAfter()
    {
        QFETCH(QByteArray, field);
        QFETCH(int, expected);
        const RetryPolicy policy(m_clock, [] { return 1.0; });
        const auto decision = policy.decide(1, field);
        if (expected == -1) {
            QVERIFY(!pauseOf(decision));
            QVERIFY(std::get<RetryPolicy::GiveUp>(decision).retryAt.value() > m_clock.now() + 60s);
        } else {
            QCOMPARE(pauseOf(decision), milliseconds(expected == -2 ? 500 : expected));
        }
    }

    void repeatsOnlyWhatMayGetBetter()
    {
        for (const int status : {408, 429, 500, 502, 503, 504, 599})
            QVERIFY2(RetryPolicy::isRetryable(status), QByteArray::number(status).constData());
        for (const int status : {200, 400, 401, 403, 404, 409, 410, 413, 422, 600})
            QVERIFY2(!RetryPolicy::isRetryable(status), QByteArray::number(status).constData());
    }

    void readsTheThreeFormsOfAnHttpDate()
    {
        const Instant expected = Instant(sys_days(1994y / 11 / 6)) + 8h + 49min + 37s;
        const Instant now = m_clock.now();
        QCOMPARE(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT", now), std::optional(expected));
        QCOMPARE(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", now), std::optional(expected));
        QCOMPARE(parseHttpDate("Sun Nov  6 08:49:37 1994", now), std::optional(expected));
        for (const char* bad :
             {"", "Sun, 06 Nov 1994 08:49:37", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
              "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 anF 1994 08:49:37 GMT", "1 2 3 4 5 6 7"})
            QVERIFY2(!parseHttpDate(bad, now), bad);
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "RetryPolicyTest.moc"
