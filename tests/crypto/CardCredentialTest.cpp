// Smart cards through SoftHSM: one PIN, three uses of the key, and every way a card can refuse.
#include "TestCard.h"

#include "crypto/CardCredential.h"
#include "crypto/CertificateIssuer.h"
#include "crypto/Cms.h"
#include "crypto/Providers.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

const Validity years{Instant(std::chrono::seconds(1'790'000'000)), Instant(std::chrono::seconds(2'100'000'000))};

struct Person {
    PrivateKey key;
    Certificate certificate;
};

SecureBytes pin(const char* digits = cardPin)
{
    return SecureBytes::copyOf(digits);
}

} // namespace

class CardCredentialTest final : public QObject {
    Q_OBJECT
    const bool m_loaded = runsOnFipsProviderAlone() || loadProviders({}).has_value();
    TestCardReader m_reader;
    const CertificateIssuer m_issuer = CertificateIssuer::createAuthority(u"Practice Authority"_s, years).value();
    const Person m_agent = person(u"agent.one"_s), m_other = person(u"agent.two"_s), m_weak = person(u"agent.three"_s);
    std::shared_ptr<CardModule> m_module;

    Person person(const QString& id) const
    {
        PrivateKey key = PrivateKey::generateP256().value();
        Certificate certificate = m_issuer.issueClient(key, id, years).value();
        return {std::move(key), std::move(certificate)};
    }
    /// The one whose label this is.
    QString uriOf(const QString& token, const QByteArray& id = "\x01") const
    {
        const auto list = m_module->certificates().value();
        const auto at = std::ranges::find_if(list, [&](const CardCertificate& one) { return one.token == token && one.id == id; });
        return at == list.end() ? u"pkcs11:serial=none;id=%01"_s : at->uri();
    }
    std::unique_ptr<CardCredential> opened() const
    {
        auto credential = CardCredential::open(m_module, uriOf(u"Agent card"_s), pin());
        if (!credential)
            qFatal("card: fault %d", int(credential.error()));
        return *std::move(credential);
    }
    CredentialFault faultOf(const QString& uri, const char* digits = cardPin) const
    {
        const auto credential = CardCredential::open(m_module, uri, pin(digits));
        return credential ? CredentialFault{-1} : credential.error();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_loaded); }

    void saysWhenTheDriverIsNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing there") << u"/nowhere/driver.so"_s;
        QTest::newRow("relative: would be searched") << u"libsofthsm2.so"_s;
        QTest::newRow("not a library") << u"/etc/passwd"_s;
        QTest::newRow("a library, no driver") << u"" CASEBOUND_TEST_NO_DRIVER ""_s;
        QTest::newRow("none given") << QString();
    }
    void saysWhenTheDriverIsNone()
    {
        QFETCH(QString, path);
        QCOMPARE(CardModule::load(path).error(), CredentialFault::NoDriver);
    }

    void saysWhenThereIsNoCard()
    {
        m_module = CardModule::load(m_reader.driver()).value();
        QCOMPARE(m_module->certificates().error(), CredentialFault::NoCard); // SoftHSM's empty slot has no initialised card
        QCOMPARE(faultOf({}), CredentialFault::NoCard);
    }

    void saysWhenTheCardHasNoCertificate()
    {
        m_reader.insert("Empty card", {{.id = "\x01", .key = m_agent.key, .certificates = {}}});
        QCOMPARE(m_module->certificates()->size(), 0U);
        QCOMPARE(faultOf({}), CredentialFault::NoCertificate);
    }

    void opensTheOnlyCertificateUnasked()
    {
        m_reader.insert("Agent card", {{.id = "\x01", .key = m_agent.key, .certificates = {m_agent.certificate}}});
        const unsigned before = m_reader.acceptedPins();
        const auto credential = CardCredential::open(m_module, {}, pin());
        QVERIFY(credential.has_value());
        QCOMPARE((*credential)->certificateDer(), m_agent.certificate.der());
        QCOMPARE((*credential)->certificateSha256(), m_agent.certificate.sha256());
        QVERIFY((*credential)->isPresent());
        QVERIFY((*credential)->key().toPkcs8().isEmpty()); // the key stays where it is
        QCOMPARE(m_reader.acceptedPins(), before + 1);
    }

    void signsAndUnwrapsWithOnePin()
    {
        const unsigned before = m_reader.acceptedPins();
        const auto credential = opened();
        for (int i = 0; i < 3; ++i) {
            const QByteArray bytes = "reviewed "_ba + QByteArray::number(i);
            const auto signature = credential->sign(bytes);
            QVERIFY(signature.has_value());
            QVERIFY(verifyDetached(*signature, bytes, m_agent.certificate).has_value());
            QCOMPARE(verifyDetached(*signature, bytes + "x", m_agent.certificate).error(), CryptoFault::BadSignature);
            const SecureBytes secret = SecureBytes::random(32);
            const std::vector<Certificate> both{m_other.certificate, m_agent.certificate};
            QCOMPARE(credential->unwrap(wrapSecret(secret.view(), both).value()).value(), secret.view().toByteArray());
        }
        QCOMPARE(m_reader.acceptedPins(), before + 1);
    }

    void refusesEnvelopesThatAreNotItsOwn()
    {
        const auto credential = opened();
        const std::vector<Certificate> other{m_other.certificate}, own{m_agent.certificate};
        QCOMPARE(credential->unwrap(wrapSecret("for another", other).value()).error(), CredentialFault::Unusable);
        QCOMPARE(credential->unwrap("junk").error(), CredentialFault::Unusable);
        const QByteArray good = wrapSecret("for the agent", own).value();
        for (qsizetype cut = 0; cut < good.size(); cut += 7)
            QVERIFY(!credential->unwrap(good.first(cut)));
        for (qsizetype at = 0; at < good.size(); at += 3) {
            QByteArray altered = good;
            altered[at] = static_cast<char>(altered[at] ^ 0x11);
            // A changed version number or sender's algorithm says nothing of the content; the content itself is never another.
            const auto secret = credential->unwrap(altered);
            QVERIFY(!secret || *secret == "for the agent");
        }
    }

    void asksWhichOfSeveral()
    {
        m_reader.insert("Card of two", {{.id = "\x01", .key = m_agent.key, .certificates = {m_agent.certificate}},
                                        {.id = "\x02", .key = m_other.key, .certificates = {m_other.certificate}}});
        QCOMPARE(faultOf({}), CredentialFault::SeveralCertificates);
        QCOMPARE(faultOf(u"pkcs11:serial=gone;id=%01"_s), CredentialFault::NoCertificate);
        const auto second = CardCredential::open(m_module, uriOf(u"Card of two"_s, "\x02"), pin());
        QVERIFY(second.has_value());
        QCOMPARE((*second)->certificateSha256(), m_other.certificate.sha256());
        QVERIFY(verifyDetached((*second)->sign("x").value(), "x", m_other.certificate).has_value());
    }

    void refusesACertificateThatIsNotTheKeys()
    {
        m_reader.insert("Mixed card", {{.id = "\x01", .key = m_weak.key, .certificates = {m_other.certificate}}});
        QCOMPARE(faultOf(uriOf(u"Mixed card"_s)), CredentialFault::Unusable);
    }

    void countsWrongPinsAsTheCardDoes()
    {
        const QString uri = uriOf(u"Agent card"_s);
        m_reader.setTries(3);
        QCOMPARE(faultOf(uri, "000000"), CredentialFault::WrongPinFewLeft);
        QCOMPARE(faultOf(uri, "000001"), CredentialFault::WrongPinLastTry);
        QVERIFY(CardCredential::open(m_module, uri, pin()).has_value()); // the right one starts the count again
        QCOMPARE(faultOf(uri, "000000"), CredentialFault::WrongPinFewLeft);
        QCOMPARE(faultOf(uri, "000001"), CredentialFault::WrongPinLastTry);
        QCOMPARE(faultOf(uri, "000002"), CredentialFault::Locked);
        QCOMPARE(faultOf(uri), CredentialFault::Locked); // even the right one
        m_reader.setTries(3);
        QCOMPARE(faultOf(uri, ""), CredentialFault::WrongPin); // not given to the card: none of its tries is used up
        QCOMPARE(faultOf(uri, "000000"), CredentialFault::WrongPinFewLeft);
        m_reader.setTries(3);
    }

    void checksThePinAgainWhileSignedIn()
    {
        // A review's signature asks for the PIN once more; the card must judge it although it is open.
        const auto session = opened();
        const auto again = CardCredential::open(m_module, uriOf(u"Agent card"_s), pin());
        QVERIFY(again.has_value());
        QVERIFY(session->sign("by the session").has_value());
        const std::vector<Certificate> own{m_agent.certificate};
        QCOMPARE(session->unwrap(wrapSecret("secret", own).value()).value(), "secret"_ba);
        QCOMPARE(faultOf(uriOf(u"Agent card"_s), "111111"), CredentialFault::WrongPinFewLeft);
        QVERIFY(!session->isPresent()); // a wrong PIN ends what the right one began
        m_reader.setTries(3);
    }

    void outlivesASecondCredential()
    {
        const auto session = opened();
        {
            const auto again = opened();
            QVERIFY(again->sign("for the review").has_value());
        }
        QVERIFY(session->isPresent());
        QVERIFY(session->sign("after the review").has_value());
    }

    void saysWhenTheCardWasPulledOut()
    {
        const std::vector<Certificate> own{m_agent.certificate};
        const QByteArray cms = wrapSecret("secret", own).value();
        auto credential = opened();
        m_reader.pull(true);
        QVERIFY(!credential->isPresent());
        QCOMPARE(credential->sign("x").error(), CredentialFault::Removed);
        QCOMPARE(credential->unwrap(cms).error(), CredentialFault::Removed);
        QCOMPARE(faultOf({}), CredentialFault::NoCard);
        m_reader.pull(false);
        credential.reset();
        QVERIFY(opened()->sign("put back, signed in again").has_value());
    }

    void keyWithoutAgreementCannotUnwrap()
    {
        m_reader.insert("Signing card", {{.id = "\x01", .key = m_weak.key, .certificates = {m_weak.certificate}, .mayDerive = false}});
        const auto credential = CardCredential::open(m_module, uriOf(u"Signing card"_s), pin());
        QVERIFY(credential.has_value());
        const std::vector<Certificate> own{m_weak.certificate};
        QCOMPARE((*credential)->unwrap(wrapSecret("secret", own).value()).error(), CredentialFault::Unusable);
    }
};

QTEST_GUILESS_MAIN(CardCredentialTest)
#include "CardCredentialTest.moc"
