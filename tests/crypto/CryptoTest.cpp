#include "crypto/Aead.h"
#include "crypto/CertificateIssuer.h"
#include "crypto/Cms.h"
#include "crypto/Digest.h"
#include "crypto/KeyCredential.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const Validity years{Instant(std::chrono::seconds(1'790'000'000)), Instant(std::chrono::seconds(2'100'000'000))};

struct Person {
    PrivateKey key;
    Certificate certificate;
};

QByteArray hex(const char* text)
{
    return QByteArray::fromHex(text);
}

} // namespace

class CryptoTest : public QObject {
    Q_OBJECT

    CertificateIssuer m_issuer = CertificateIssuer::createAuthority(u"Practice Authority"_s, years).value();
    QTemporaryDir m_folder;

    Person person(const QString& id) const
    {
        PrivateKey key = PrivateKey::generateP256().value();
        Certificate certificate = m_issuer.issueClient(key, id, years).value();
        return {std::move(key), std::move(certificate)};
    }
    QString write(const QString& name, QByteArrayView bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    struct Ran {
        int status;
        QByteArray out, err;
    };
    static Ran openssl(const QStringList& arguments)
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        process.waitForFinished(30'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

private Q_SLOTS:
    void digestsMatchPublishedVectors()
    {
        QCOMPARE(toBytes(sha256("abc")), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")); // FIPS 180-4
        QCOMPARE(toBytes(sha256("")), hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(toBytes(hmacSha256(QByteArray(20, '\x0b'), "Hi There")), // RFC 4231 case 1
                 hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        Sha256 pieces;
        pieces.add("a");
        pieces.add("bc");
        QCOMPARE(pieces.finish(), sha256("abc"));
        QCOMPARE(pieces.finish(), sha256(""));
    }

    void derivesByCounterMode()
    {
        // SP 800-108r1 by hand: HMAC(key, 00000001 || label || 00 || context || 00000100), one block.
        const SecureBytes key = SecureBytes::copyOf(QByteArray(32, '\x0b'));
        const QByteArray message = hex("00000001") + "ratchet" + hex("00") + "context" + hex("00000100");
        QCOMPARE(deriveKey(key, "ratchet", "context").view().toByteArray(), toBytes(hmacSha256(key.view(), message)));
    }

    void gcmOpensOnlyWhatWasSealed()
    {
        // NIST GCM test case 14 (256-bit zero key, zero nonce, one zero block).
        const SecureBytes zero = SecureBytes(32);
        const QByteArray nonce(12, '\0');
        QCOMPARE(gcmSeal(zero, nonce, {}, QByteArray(16, '\0')).value(),
                 hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"));
        const SecureBytes key = SecureBytes::random(32);
        QByteArray sealed = gcmSeal(key, nonce, "header", "results").value();
        QCOMPARE(gcmOpen(key, nonce, "header", sealed).value(), "results"_ba);
        QCOMPARE(gcmOpen(key, nonce, "Header", sealed).error(), CryptoFault::BadSignature);
        QCOMPARE(gcmOpen(SecureBytes::random(32), nonce, "header", sealed).error(), CryptoFault::BadSignature);
        sealed[0] = static_cast<char>(sealed[0] ^ 1);
        QCOMPARE(gcmOpen(key, nonce, "header", sealed).error(), CryptoFault::BadSignature);
        QCOMPARE(gcmOpen(key, nonce, "header", "short").error(), CryptoFault::BadInput);
    }

    void secureBytesMoveAndErase()
    {
        QByteArray source = "secret"_ba;
        source.detach();
        SecureBytes taken = SecureBytes::takeFrom(source);
        QVERIFY(source.isEmpty());
        SecureBytes moved = std::move(taken);
        QCOMPARE(moved.view().toByteArray(), "secret"_ba);
        QVERIFY(taken.isEmpty());
        QVERIFY(moved.equals(moved.clone()));
        QVERIFY(!moved.equals(SecureBytes::copyOf("Secret")));
        QCOMPARE(SecureBytes::fromText(u"pässwort €").view().toByteArray(), u"pässwort €"_s.toUtf8());
        QCOMPARE(SecureBytes::random(32).size(), 32u);
        QVERIFY(!SecureBytes::random(32).equals(SecureBytes::random(32)));
    }

    void signaturesHoldForTheirBytesAlone()
    {
        const PrivateKey key = PrivateKey::generateP256().value();
        const QByteArray signature = key.sign("head").value();
        QVERIFY(verifyP256(key.publicKeyDer(), "head", signature));
        QVERIFY(!verifyP256(key.publicKeyDer(), "Head", signature));
        QVERIFY(!verifyP256(PrivateKey::generateP256()->publicKeyDer(), "head", signature));
        QVERIFY(!verifyP256("not a key", "head", signature));
        const PrivateKey again = PrivateKey::fromPkcs8(key.toPkcs8()).value();
        QCOMPARE(again.publicKeyDer(), key.publicKeyDer());
        QVERIFY(!PrivateKey::fromPkcs8(SecureBytes::copyOf("junk")));
    }

    void pkcs12OpensWithItsPassphraseAlone()
    {
        const Person agent = person(u"agent.one"_s);
        const std::vector<Certificate> chain{m_issuer.authority()};
        const QByteArray file =
            writePkcs12(agent.key, agent.certificate, chain, u"agent.one"_s, SecureBytes::fromText(u"café 1234")).value();
        const auto opened = KeyCredential::fromPkcs12(file, SecureBytes::fromText(u"café 1234"));
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->certificateDer(), agent.certificate.der());
        QCOMPARE((*opened)->certificateSha256(), toBytes(sha256(agent.certificate.der())));
        QCOMPARE((*opened)->certificate().commonName(), u"agent.one"_s);
        QCOMPARE((*opened)->chain().size(), 1u);
        QCOMPARE(KeyCredential::fromPkcs12(file, SecureBytes::fromText(u"café 1235")).error(), CredentialFault::WrongPin);
        QCOMPARE(KeyCredential::fromPkcs12(file, SecureBytes()).error(), CredentialFault::WrongPin);
        QCOMPARE(KeyCredential::fromPkcs12("junk", SecureBytes()).error(), CredentialFault::Unusable);
        QCOMPARE(KeyCredential::fromPkcs12(file.first(file.size() / 2), SecureBytes::fromText(u"café 1234")).error(),
                 CredentialFault::Unusable);
        const Person other = person(u"agent.two"_s);
        QCOMPARE(KeyCredential::fromParts(agent.key, other.certificate).error(), CredentialFault::Unusable);
        const Ran ran =
            openssl({u"pkcs12"_s, u"-info"_s, u"-noout"_s, u"-passin"_s, u"pass:café 1234"_s, u"-in"_s, write(u"a.p12"_s, file)});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY2(ran.err.contains("PBMAC1"), ran.err.constData());
    }

    void issuedCertificatesPassTheRealTool_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<bool>("server");
        QTest::newRow("server") << u"sslserver"_s << true;
        QTest::newRow("client") << u"sslclient"_s << false;
        QTest::newRow("signing") << u"smimesign"_s << false;
    }
    void issuedCertificatesPassTheRealTool()
    {
        QFETCH(QString, purpose);
        QFETCH(bool, server);
        const PrivateKey key = PrivateKey::generateP256().value();
        const Certificate certificate =
            server ? m_issuer.issueServer(key, u"practice vendor"_s, {u"localhost"_s}, {u"127.0.0.1"_s, u"::1"_s}, years).value()
                   : m_issuer.issueClient(key, u"agent.one"_s, years).value();
        QStringList arguments{u"verify"_s,
                              u"-x509_strict"_s,
                              u"-attime"_s,
                              u"1800000000"_s,
                              u"-purpose"_s,
                              purpose,
                              u"-CAfile"_s,
                              write(u"ca.pem"_s, m_issuer.authority().pem()),
                              write(u"leaf.pem"_s, certificate.pem())};
        Ran ran = openssl(arguments);
        QVERIFY2(ran.status == 0, (ran.err + ran.out).constData());
        QCOMPARE(certificate.notBefore(), years.notBefore);
        QCOMPARE(certificate.notAfter(), years.notAfter);
        if (server) {
            arguments.insert(1, u"-verify_ip"_s);
            arguments.insert(2, u"127.0.0.1"_s);
            QCOMPARE(openssl(arguments).status, 0);
            arguments[2] = u"127.0.0.2"_s;
            QVERIFY(openssl(arguments).status != 0);
        }
    }

    void refusesCertificatesThatMakeNoSense()
    {
        const PrivateKey key = PrivateKey::generateP256().value();
        QCOMPARE(m_issuer.issueClient(key, QString(), years).error(), CryptoFault::BadInput);
        QCOMPARE(m_issuer.issueClient(key, QString(65, u'a'), years).error(), CryptoFault::BadInput);
        QCOMPARE(m_issuer.issueClient(key, u"a"_s, {years.notAfter, years.notBefore}).error(), CryptoFault::BadInput);
        QCOMPARE(m_issuer.issueServer(key, u"a"_s, {u"a,IP:127.0.0.1"_s}, {}, years).error(), CryptoFault::BadInput);
        QCOMPARE(m_issuer.issueServer(key, u"a"_s, {}, {u"300.1.1.1"_s}, years).error(), CryptoFault::BadInput);
        QVERIFY(!Certificate::fromDer("junk"));
        QVERIFY(!Certificate::listFromPem("junk"));
        const QByteArray two = m_issuer.authority().pem() + m_issuer.authority().pem();
        QCOMPARE(Certificate::listFromPem(two)->size(), 2u);
        QVERIFY(!Certificate::listFromPem(QByteArray(two).replace(two.size() - 60, 20, "####################")));
    }

    void everyRecipientOpensAWrappedSecret()
    {
        const Person one = person(u"reviewer.one"_s), two = person(u"reviewer.two"_s), none = person(u"agent.three"_s);
        const std::vector<Certificate> recipients{one.certificate, two.certificate};
        const SecureBytes secret = SecureBytes::random(32);
        const QByteArray cms = wrapSecret(secret.view(), recipients).value();
        for (const Person* who : {&one, &two}) {
            QVERIFY(unwrapSecret(cms, who->key, who->certificate)->equals(secret));
            const auto credential = KeyCredential::fromParts(who->key, who->certificate).value();
            QCOMPARE(credential->unwrap(cms).value(), secret.view().toByteArray());
        }
        QCOMPARE(unwrapSecret(cms, none.key, none.certificate).error(), CryptoFault::NotForThisKey);
        QByteArray altered = cms;
        altered[altered.size() - 20] = static_cast<char>(altered[altered.size() - 20] ^ 1);
        QVERIFY(!unwrapSecret(altered, one.key, one.certificate));
        QCOMPARE(unwrapSecret("junk", one.key, one.certificate).error(), CryptoFault::BadInput);
        QCOMPARE(wrapSecret("x", {}).error(), CryptoFault::BadInput);
    }

    void theRealToolOpensAWrappedSecret()
    {
        const Person one = person(u"reviewer.one"_s), two = person(u"reviewer.two"_s);
        const std::vector<Certificate> recipients{one.certificate, two.certificate};
        const QByteArray secret = randomBytes(32);
        const QString cms = write(u"secret.cms"_s, wrapSecret(secret, recipients).value());
        for (const Person* who : {&one, &two}) {
            const Ran ran = openssl({u"cms"_s, u"-decrypt"_s, u"-inform"_s, u"DER"_s, u"-in"_s, cms, u"-recip"_s,
                                     write(u"r.pem"_s, who->certificate.pem()), u"-inkey"_s, write(u"k.pem"_s, who->key.toPem().view())});
            QVERIFY2(ran.status == 0, ran.err.constData());
            QCOMPARE(ran.out, secret);
        }
        const Ran shown = openssl({u"cms"_s, u"-cmsout"_s, u"-print"_s, u"-noout"_s, u"-inform"_s, u"DER"_s, u"-in"_s, cms});
        QVERIFY(shown.out.contains("id-smime-ct-authEnvelopedData"));
        QVERIFY(shown.out.contains("aes-256-gcm"));
        QVERIFY(shown.out.contains("dhSinglePass-stdDH-sha256kdf-scheme"));
        QVERIFY(!shown.out.contains("sha1"));
    }

    void detachedSignaturesNameTheirSigner()
    {
        const Person one = person(u"admin.one"_s), two = person(u"admin.two"_s);
        const QByteArray bytes = "profile\r\nwith both\nline ends"_ba;
        const QByteArray signature = signDetached(bytes, one.key, one.certificate).value();
        QVERIFY(verifyDetached(signature, bytes, one.certificate).has_value());
        QCOMPARE(verifyDetached(signature, bytes, two.certificate).error(), CryptoFault::BadSignature);
        QCOMPARE(verifyDetached(signature, bytes + "x", one.certificate).error(), CryptoFault::BadSignature);
        QCOMPARE(verifyDetached("junk", bytes, one.certificate).error(), CryptoFault::BadInput);
        const std::vector<Certificate> anchors{m_issuer.authority()};
        const Instant when(std::chrono::seconds(1'800'000'000));
        QCOMPARE(verifyDetachedUnder(signature, bytes, anchors, when)->der(), one.certificate.der());
        QCOMPARE(verifyDetachedUnder(signature, bytes, anchors, years.notAfter + std::chrono::days(1)).error(), CryptoFault::Untrusted);
        const std::vector<Certificate> strangers{CertificateIssuer::createAuthority(u"Stranger"_s, years)->authority()};
        QCOMPARE(verifyDetachedUnder(signature, bytes, strangers, when).error(), CryptoFault::Untrusted);
        const Ran ran = openssl({u"cms"_s, u"-verify"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s, write(u"s.p7s"_s, signature),
                                 u"-content"_s, write(u"s.bin"_s, bytes), u"-CAfile"_s, write(u"ca.pem"_s, m_issuer.authority().pem()),
                                 u"-attime"_s, u"1800000000"_s, u"-out"_s, m_folder.filePath(u"s.out"_s)});
        QVERIFY2(ran.status == 0, ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(CryptoTest)
#include "CryptoTest.moc"
