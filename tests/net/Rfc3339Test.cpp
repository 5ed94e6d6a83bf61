#include "net/Rfc3339.h"

#include <QTest>

using namespace casebound;

class Rfc3339Test final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheContractAllows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64{0};
        QTest::newRow("no fraction") << QByteArray("2026-11-20T15:04:05Z") << qint64{1795187045000000};
        QTest::newRow("one digit") << QByteArray("1970-01-01T00:00:00.5Z") << qint64{500000};
        QTest::newRow("six digits") << QByteArray("1970-01-01T00:00:00.000001Z") << qint64{1};
        QTest::newRow("nine digits, cut off") << QByteArray("1970-01-01T00:00:00.000001999Z") << qint64{1};
        QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.25Z") << qint64{-750000};
        QTest::newRow("29 February") << QByteArray("2024-02-29T00:00:00Z") << qint64{1709164800000000};
    }
    void readsWhatTheContractAllows()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseRfc3339(text.toStdString());
        QVERIFY(parsed.has_value());
        QTEST(qint64{*parsed}, "micros");
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "2026-11-20",
                                 "2026-11-20T15:04:60Z",
                                 "2026-11-20T15:60:05Z",
                                 "2026-11-20T24:00:00Z",
                                 "2026-02-29T00:00:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-01-00T00:00:00Z",
                                 "2026-11-20t15:04:05Z",
                                 "2026-11-20T15:04:05z",
                                 "2026-11-20 15:04:05Z",
                                 "2026-11-20T15:04:05+00:00",
                                 "2026-11-20T15:04:05",
                                 "2026-11-20T15:04:05.Z",
                                 "2026-11-20T15:04:05.1234567890Z",
                                 "2026-11-20T15:04:05.12a4Z",
                                 "2026-11-20T15:04:05,5Z",
                                 "+2026-1-20T15:04:05Z",
                                 "2026-11-20T15:04: 5Z",
                                 "2026-11-20T15:04:05ZZ"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseRfc3339(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(Rfc3339Test)
#include "Rfc3339Test.moc"
