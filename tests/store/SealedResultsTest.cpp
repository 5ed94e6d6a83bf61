#include "store/StoreFixture.h"

#include "crypto/KeyCredential.h"
#include "store/SealedResults.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

const Validity years{Instant(std::chrono::seconds(1'790'000'000)), Instant(std::chrono::seconds(2'100'000'000))};

} // namespace

class SealedResultsTest : public QObject {
    Q_OBJECT
    CertificateIssuer m_issuer = CertificateIssuer::createAuthority(u"Practice Authority"_s, years).value();

    std::unique_ptr<KeyCredential> person(const QString& id) const
    {
        PrivateKey key = PrivateKey::generateP256().value();
        Certificate certificate = m_issuer.issueClient(key, id, years).value();
        return KeyCredential::fromParts(std::move(key), std::move(certificate)).value();
    }

private Q_SLOTS:
    void reviewersOpenWhatWasSealedAndNobodyElse()
    {
        const auto one = person(u"supervisor.one"_s), two = person(u"supervisor.two"_s), agent = person(u"agent.one"_s);
        LogFixture fixture;
        fixture.config.reviewers = {one->certificate(), two->certificate()};
        auto log = fixture.open().value();
        const QByteArrayList results{"first results PRACPLT7", "second", QByteArray(200'000, 'r')};
        for (int i = 0; i < results.size(); ++i) {
            const QString id = QString::number(i);
            QVERIFY(log->append(intended(id)).has_value());
            AuditRecord answered = plain(AuditEvent::QueryAnswered, id);
            answered.results = results[i];
            QVERIFY(log->append(answered).has_value());
        }
        log.reset();
        log = fixture.open().value();
        QByteArray lastSegment;
        for (int i = 0; i < results.size(); ++i) {
            const StoredEntry entry = log->entries(static_cast<std::uint64_t>(2 + 2 * i), 1).front();
            const PublicPart part = parsePublicPart(entry.publicBytes).value();
            QVERIFY(parsePrivatePart(entry.privateBytes)->resultsSha256.isEmpty());
            const auto sealed = log->sealed(part.sealedSha256).value();
            QCOMPARE(toBytes(sha256(sealed.blob)), part.sealedSha256);
            QVERIFY(!sealed.blob.contains(results[i]));
            for (const auto& reviewer : {one.get(), two.get()})
                QCOMPARE(openSealed(sealed.blob, sealed.segmentCms, *reviewer).value(), results[i]);
            QCOMPARE(openSealed(sealed.blob, sealed.segmentCms, *agent).error(), CryptoFault::NotForThisKey);
            for (const qsizetype at : {qsizetype(9), qsizetype(43), qsizetype(50), sealed.blob.size() - 1}) {
                QByteArray altered = sealed.blob;
                altered[at] = static_cast<char>(altered[at] ^ 1);
                QVERIFY(!openSealed(altered, sealed.segmentCms, *one));
            }
            QVERIFY(lastSegment.isEmpty() || lastSegment == sealed.segmentCms); // one run, one segment
            lastSegment = sealed.segmentCms;
        }
        QVERIFY(!log->sealed(QByteArray(32, 'n')));
        QCOMPARE(QDir(fixture.file(u"sealed"_s)).entryList(QDir::Files).size(), 1); // the large one alone
    }

    void aKeySeenLaterOpensNothingEarlier()
    {
        // What the workstation holds after a record is the next chain key; the reviewer's chain 0 is what it does not hold.
        const auto one = person(u"supervisor.one"_s);
        ResultSealer sealer({one->certificate()});
        const Instant now(1'795'186'245s);
        const auto first = sealer.seal("first", now).value();
        const auto second = sealer.seal("second", now).value();
        QVERIFY(first.newSegment.has_value());
        QVERIFY(!second.newSegment.has_value());
        QCOMPARE(openSealed(second.blob, *first.newSegment, *one).value(), "second"_ba);
        // A record renumbered to another place of the ratchet does not open.
        QByteArray renumbered = first.blob;
        renumbered[43] = 1;
        QCOMPARE(openSealed(renumbered, *first.newSegment, *one).error(), CryptoFault::BadSignature);
    }

    void segmentsEndAfterTheirRecordsOrADay()
    {
        const auto one = person(u"supervisor.one"_s);
        ResultSealer sealer({one->certificate()});
        Instant now(1'795'186'245s);
        for (std::uint32_t i = 0; i <= ResultSealer::recordsPerSegment; ++i)
            QCOMPARE(sealer.seal("x", now)->newSegment.has_value(), i % ResultSealer::recordsPerSegment == 0);
        now += 24h;
        QVERIFY(sealer.seal("x", now)->newSegment.has_value());
        QVERIFY(!sealer.seal("x", now)->newSegment.has_value());
        sealer.endSegment();
        QVERIFY(sealer.seal("x", now)->newSegment.has_value());
    }

    void withoutSealingTheDigestIsKept()
    {
        LogFixture fixture;
        fixture.config.reviewers = {person(u"supervisor.one"_s)->certificate()};
        auto log = fixture.open().value();
        log->setSealing(false);
        QVERIFY(log->append(intended(u"q1"_s)).has_value());
        AuditRecord answered = plain(AuditEvent::QueryAnswered, u"q1"_s);
        answered.results = "canonical results"_ba;
        QVERIFY(log->append(answered).has_value());
        const StoredEntry entry = log->entries(2, 1).front();
        QVERIFY(parsePublicPart(entry.publicBytes)->sealedSha256.isEmpty());
        QCOMPARE(parsePrivatePart(entry.privateBytes)->resultsSha256, toBytes(sha256("canonical results")));
    }
};

QTEST_GUILESS_MAIN(SealedResultsTest)
#include "SealedResultsTest.moc"
