// The approval file is read strictly: what we write comes back, and anything else is refused.
#include "ledger/ApprovalStatement.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class ApprovalStatementTest : public QObject {
    Q_OBJECT

    static ApprovalRequest request()
    {
        return {.id = u"0197a000-0000-7000-8000-000000000001"_s,
                .caseNumber = CaseNumber(u"HB-2026-0417"_s),
                .plate = *Plate::fromTyped(u"TST1234"_s),
                .jurisdiction = JurisdictionKey(u"US-OH"_s),
                .matter = Matter::Criminal,
                .offence = OffenceId(u"bulk_cash"_s),
                .from = QDate(2019, 1, 1),
                .to = QDate(2026, 9, 1),
                .reason = u"Depósito vendido antes de 2020; the charged consignment left from it"_s,
                .askedBy = UserId(u"u-agent"_s),
                .askedAt = Instant(std::chrono::microseconds(1'800'000'000'000'001))};
    }
    static ApprovalDecision decision()
    {
        return {.granted = true,
                .decidedBy = UserId(u"u-supervisor"_s),
                .decidedAt = Instant(std::chrono::seconds(1'800'000'100)),
                .expiresAt = Instant(std::chrono::seconds(1'800'600'000)),
                .note = u"Agreed, this window alone"_s};
    }
    static inline const QString origin = u"casebound/made-up/desk-1"_s;

private Q_SLOTS:
    void readsBackWhatItWrites()
    {
        const auto asked = parseApprovalRequest(writeApprovalRequest(request(), origin));
        QVERIFY(asked);
        QCOMPARE(asked->request, request());
        QCOMPARE(asked->origin, origin);
        const QByteArray statement = writeApprovalStatement(request(), decision(), origin);
        const auto decided = parseApprovalStatement(statement);
        QVERIFY(decided);
        QCOMPARE(decided->request, request());
        QCOMPARE(decided->decision, decision());
        const auto file = parseApprovalFile(writeApprovalFile(statement, "signature"));
        QVERIFY(file);
        QCOMPARE(file->first, statement);
        QCOMPARE(file->second, "signature");
    }

    void refusesEveryOtherByte()
    {
        const QByteArray good = writeApprovalStatement(request(), decision(), origin);
        for (qsizetype at = 0; at < good.size(); ++at) {
            QVERIFY(!parseApprovalStatement(good.left(at)));
            QByteArray other = good;
            other[at] = '\0';
            QVERIFY(!parseApprovalStatement(other));
        }
        QVERIFY(!parseApprovalStatement(good + ' '));
        QVERIFY(!parseApprovalStatement(writeApprovalRequest(request(), origin)));
        QVERIFY(!parseApprovalRequest(good));
    }

    void refusesMembersOutOfBounds_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("becomes");
        QTest::addColumn<int>("problem");
        using enum ApprovalFileProblem;
        QTest::newRow("a later version") << QByteArray("\"version\":1") << QByteArray("\"version\":2") << int(Newer);
        QTest::newRow("no version") << QByteArray("\"version\":1") << QByteArray("\"version\":0") << int(Malformed);
        QTest::newRow("a day that is none") << QByteArray("2019-01-01") << QByteArray("2019-02-30") << int(Malformed);
        QTest::newRow("days the wrong way round") << QByteArray("2019-01-01") << QByteArray("2027-01-01") << int(Malformed);
        QTest::newRow("a wildcard") << QByteArray("TST1234") << QByteArray("TST12*4") << int(Malformed);
        QTest::newRow("a plate not as it is kept") << QByteArray("TST1234") << QByteArray("TST-123") << int(Malformed);
        QTest::newRow("a matter of neither kind") << QByteArray("\"criminal\"") << QByteArray("\"whatever\"") << int(Malformed);
        QTest::newRow("good for no time") << QByteArray("2027-01-22T06:40:00.000000Z") << QByteArray("2027-01-01T06:40:00.000000Z")
                                          << int(Malformed);
        QTest::newRow("an id that is none") << QByteArray("0197a000") << QByteArray("zzzzzzzz") << int(Malformed);
    }
    void refusesMembersOutOfBounds()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, becomes);
        QFETCH(int, problem);
        QByteArray bytes = writeApprovalStatement(request(), decision(), origin);
        QVERIFY2(bytes.contains(was), bytes.constData());
        const auto read = parseApprovalStatement(bytes.replace(was, becomes));
        QVERIFY(!read);
        QCOMPARE(int(read.error()), problem);
    }

    void refusesWhatIsTooLarge()
    {
        const auto read = parseApprovalFile(QByteArray(largestApprovalFile + 1, ' '));
        QVERIFY(!read);
        QCOMPARE(read.error(), ApprovalFileProblem::TooLarge);
    }
};

QTEST_GUILESS_MAIN(ApprovalStatementTest)
#include "ApprovalStatementTest.moc"
