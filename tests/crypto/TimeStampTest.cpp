// Time stamps: openssl ts answers what we ask, we believe what it would, and nothing else.
#include "crypto/TimeStamp.h"

#include "StampAuthority.h"

#include <QTest>

#include <algorithm>

using namespace casebound;
using namespace casebound::test;
using namespace std::chrono_literals;

class TimeStampTest : public QObject {
    Q_OBJECT

    const StampAuthority m_authority, m_other;
    const QByteArray m_bytes = "a signature, made up";
    const Instant m_now = SystemClock().now();

    std::vector<Certificate> anchors() const { return *Certificate::listFromPem(m_authority.caPem()); }
    CryptoFault fault(const QByteArray& answer, const QByteArray& bytes, const QByteArray& query = {}) const
    {
        const auto checked = checkTimeStamp(answer, bytes, anchors(), m_now, query);
        return checked ? CryptoFault::NotForThisKey : checked.error(); // none of this function's: it was believed
    }

private Q_SLOTS:
    void whatOpenSslStampsIsBelievedAndSaysWhen()
    {
        const QByteArray query = makeTimeStampQuery(m_bytes).value(), answer = m_authority.reply(query);
        QVERIFY(!answer.isEmpty());
        QVERIFY(m_authority.verifies(answer, m_bytes));
        const auto checked = checkTimeStamp(answer, m_bytes, anchors(), m_now, query);
        QVERIFY(checked);
        QVERIFY(checked->at > m_now - 10min && checked->at < m_now + 10min);
        QCOMPARE(checked->authority.commonName(), QStringLiteral("Made-up stamps"));
        QVERIFY(checkTimeStamp(answer, m_bytes, anchors(), m_now)); // later, when nobody knows the question any more
    }

    void noTwoQuestionsAreTheSame()
    {
        QVERIFY(makeTimeStampQuery(m_bytes).value() != makeTimeStampQuery(m_bytes).value());
        QVERIFY(!makeTimeStampQuery(m_bytes)->contains(m_bytes));
    }

    void whatIsNotThisStampIsNotBelieved()
    {
        const QByteArray query = makeTimeStampQuery(m_bytes).value(), answer = m_authority.reply(query);
        QCOMPARE(fault(answer, m_bytes + 'x'), CryptoFault::BadSignature);
        QCOMPARE(fault(answer, m_bytes, makeTimeStampQuery(m_bytes).value()), CryptoFault::BadSignature); // an answer to another question
        QCOMPARE(fault(m_other.reply(query), m_bytes, query), CryptoFault::Untrusted);
        QCOMPARE(fault({}, m_bytes), CryptoFault::BadInput);
        QCOMPARE(fault("hello", m_bytes), CryptoFault::BadInput);
        QCOMPARE(fault(answer + 'x', m_bytes), CryptoFault::BadInput);
        QCOMPARE(fault(answer.first(answer.size() - 1), m_bytes), CryptoFault::BadInput);
        QCOMPARE(fault(QByteArray(largestTimeStamp + 1, '0'), m_bytes), CryptoFault::BadInput);
        QVERIFY(!checkTimeStamp(answer, m_bytes, {}, m_now));
    }

    void aRefusalIsNoStamp()
    {
        // A digest this authority does not stamp.
        const QByteArray query = makeTimeStampQuery(m_bytes).value();
        QByteArray weak = query;
        weak.replace(QByteArray::fromHex("0609608648016503040203"), QByteArray::fromHex("0609608648016503040204")); // SHA-512/224
        const QByteArray refusal = m_authority.reply(weak);
        QVERIFY(!refusal.isEmpty());
        QCOMPARE(fault(refusal, m_bytes), CryptoFault::BadInput);
        QCOMPARE(fault(QByteArray::fromHex("300530030201020000").first(7), m_bytes), CryptoFault::BadInput); // "rejection", no token
    }

    void aCertificateForSomethingElseStampsNothing()
    {
        const StampAuthority web("serverAuth");
        const QByteArray query = makeTimeStampQuery(m_bytes).value(), answer = web.reply(query);
        if (answer.isEmpty())
            return; // OpenSSL itself will not
        QVERIFY(!checkTimeStamp(answer, m_bytes, *Certificate::listFromPem(web.caPem()), m_now, query));
    }

    void anAuthorityThatRanOutIsNotTrusted()
    {
        const QByteArray query = makeTimeStampQuery(m_bytes).value(), answer = m_authority.reply(query);
        QCOMPARE(checkTimeStamp(answer, m_bytes, anchors(), m_now + 24h * 70).error(), CryptoFault::Untrusted);
    }

    void aBitAnywhereInAStampIsNoticedOrChangesNothing()
    {
        const QByteArray query = makeTimeStampQuery(m_bytes).value(), answer = m_authority.reply(query);
        const TimeStamp good = checkTimeStamp(answer, m_bytes, anchors(), m_now, query).value();
        int noticed = 0;
        for (qsizetype at = 0; at < answer.size(); ++at) {
            QByteArray bytes = answer;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            const auto checked = checkTimeStamp(bytes, m_bytes, anchors(), m_now, query);
            noticed += checked ? 0 : 1;
            QVERIFY2(!checked || checked->at == good.at, QByteArray::number(at).constData());
        }
        QVERIFY2(noticed > answer.size() * 3 / 4, QByteArray::number(noticed).constData());
    }
};

QTEST_GUILESS_MAIN(TimeStampTest)
#include "TimeStampTest.moc"
