// The workstation's key is replaced: announced by the key before it, and from then on the only one the log opens with.
#include "store/StoreFixture.h"

#include "ledger/Checkpoint.h"
#include "ledger/KeyChain.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

class AuditLogKeysTest : public QObject {
    Q_OBJECT

    const PrivateKey m_first = PrivateKey::generateP256().value();
    const PrivateKey m_second = PrivateKey::generateP256().value();
    const PrivateKey m_third = PrivateKey::generateP256().value();

    static bool isSignedBy(const PrivateKey& key, const QByteArray& note)
    {
        const auto verifier = VerifierKey::fromPublicKey("casebound/practice/desk-1", key.publicKeyDer()).value();
        return verifyCheckpoint(note, std::span(&verifier, 1)).has_value();
    }

private Q_SLOTS:
    void theNextKeySignsAndOpensAlone()
    {
        LogFixture fixture;
        fixture.config.signingKey = m_first;
        {
            auto log = fixture.open().value();
            QVERIFY(isSignedBy(m_first, log->headNote()));
            const auto receipt = log->replaceSigningKey(m_second);
            QVERIFY(receipt);
            QCOMPARE(receipt->sequence(), 1U);
            QCOMPARE(events(*log), (QByteArrayList{"log.opened", "key.replaced"}));
            QVERIFY(isSignedBy(m_first, log->headNote())); // the head with the announcement is still the old key's
            QVERIFY(log->append(intended(u"q1"_s)));
            QVERIFY(isSignedBy(m_second, log->headNote()));
            QVERIFY(!isSignedBy(m_first, log->headNote()));
        }
        QCOMPARE(fixture.open().error(), LogFault::Locked); // with the old one
        QVERIFY2(fixture.where.contains(u"announced another"_s), qPrintable(fixture.where));
        fixture.config.signingKey = m_second;
        auto log = fixture.open();
        QVERIFY2(log.has_value(), qPrintable(fixture.where));
        QVERIFY((*log)->replaceSigningKey(m_third)); // again
        log->reset();
        fixture.config.signingKey = m_third;
        QVERIFY2(fixture.open().has_value(), qPrintable(fixture.where));
    }
    void theAnnouncementIsByTheKeyBeforeAndOfTheHeadBefore()
    {
        LogFixture fixture;
        fixture.config.signingKey = m_first;
        auto log = fixture.open().value();
        const LogHead before = log->head();
        QVERIFY(log->replaceSigningKey(m_second));
        const PublicPart part = publicParts(*log).back();
        const auto announced = readAnnouncement(part.announcement.toUtf8());
        QVERIFY(announced);
        QCOMPARE(announced->before.size, before.size);
        QCOMPARE(announced->before.root, before.root);
    }
    void isRefusedWithoutAKeyAndForTheSameOne()
    {
        LogFixture fixture;
        {
            auto log = fixture.open().value();
            QCOMPARE(log->replaceSigningKey(m_first).error(), LogFault::WriteFailed); // it signs nothing
            QVERIFY(log->isWritable());
        }
        LogFixture other;
        other.config.signingKey = m_first;
        auto log = other.open().value();
        QCOMPARE(log->replaceSigningKey(m_first).error(), LogFault::WriteFailed);
        QCOMPARE(events(*log), QByteArrayList{"log.opened"});
        // Not by anybody's entry either.
        QVERIFY(!log->append(plain(AuditEvent::KeyReplaced)));
        QVERIFY(log->append(intended(u"q1"_s)));
    }
};

QTEST_GUILESS_MAIN(AuditLogKeysTest)
#include "AuditLogKeysTest.moc"
