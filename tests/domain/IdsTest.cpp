#include "domain/Ids.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class IdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queryIdIsVersionSevenOfTheMoment();
    void queryIdsDiffer();
    void kindsOfIdDoNotMix();
};

void IdsTest::queryIdIsVersionSevenOfTheMoment()
{
    const Instant now(std::chrono::milliseconds(0x0123456789ab));
    const QString text = QueryId::create(now).text();
    QCOMPARE(text.size(), 36);
    QCOMPARE(text.first(14), u"01234567-89ab-"_s); // RFC 9562, 5.7: 48 bits of milliseconds
    QCOMPARE(text[14], u'7');
    QVERIFY(u"89ab"_s.contains(text[19]));
}

void IdsTest::queryIdsDiffer()
{
    const Instant now(std::chrono::milliseconds(1'800'000'000'000));
    QSet<QString> seen;
    for (int n = 0; n < 10'000; ++n) {
        seen.insert(QueryId::create(now).text());
    }
    QCOMPARE(seen.size(), 10'000);
}

void IdsTest::kindsOfIdDoNotMix()
{
    static_assert(!std::is_convertible_v<UserId, CaseNumber> && !std::is_constructible_v<CaseNumber, UserId>);
    static_assert(!std::is_convertible_v<QString, CaseNumber>);
    QVERIFY(QueryId().isNull());
    QVERIFY(CaseNumber().isEmpty());
    QVERIFY(CaseNumber(u"A-1"_s) < CaseNumber(u"B-1"_s));
    QCOMPARE(QSet<CaseNumber>({CaseNumber(u"A-1"_s), CaseNumber(u"A-1"_s)}).size(), 1);
}

QTEST_GUILESS_MAIN(IdsTest)
#include "IdsTest.moc"
