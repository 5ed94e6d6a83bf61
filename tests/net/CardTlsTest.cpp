// A card presents itself to the vendor: mutual TLS with a key that never leaves it.
#include "crypto/CardCredential.h"
#include "crypto/CertificateIssuer.h"
#include "crypto/Providers.h"
#include "domain/OfficeProfile.h"
#include "net/HttpTransport.h"

#include "AskTransport.h"
#include "ScriptedServer.h"
#include "TestCard.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

/// As the program makes it: the handles keep what owns them alive, and a card is asked for its key at each connection.
ClientIdentity identityOf(const CardCredential& card)
{
    return {.certificate = {std::make_shared<Certificate>(card.certificate()), card.certificate().handle()},
            .key = {std::make_shared<PrivateKey>(card.key()), card.key().handle()},
            .chain = {},
            .currentKey = [&card] { return std::shared_ptr<EVP_PKEY>(std::make_shared<PrivateKey>(card.key()), card.key().handle()); }};
}

} // namespace

class CardTlsTest final : public QObject {
    Q_OBJECT
    const bool m_loaded = runsOnFipsProviderAlone() || loadProviders({}).has_value();
    TestCardReader m_reader;
    const TestPki m_pki;
    const Validity m_years{Instant(std::chrono::seconds(1'700'000'000)), Instant(std::chrono::seconds(2'100'000'000))};
    const CertificateIssuer m_people = CertificateIssuer::createAuthority(u"Made-up people"_s, m_years).value();
    std::unique_ptr<CardCredential> m_card;
    std::unique_ptr<ScriptedServer> m_vendor;
    std::shared_ptr<CardModule> m_module;

    std::unique_ptr<HttpTransport> transport() const
    {
        const VendorSettings settings{.address = m_vendor->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        return std::make_unique<HttpTransport>(VendorOrigin::create(settings.address).value(),
                                               TlsPolicy::create(settings, identityOf(*m_card)).value());
    }
    static HttpResult get(HttpTransport& transport)
    {
        HttpRequest request;
        request.target = "/v1/capabilities";
        auto future = ask(transport, request);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return std::unexpected(HttpFailure{});
        return future.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_loaded);
        PrivateKey key = PrivateKey::generateP256().value();
        const Certificate certificate = m_people.issueClient(key, u"agent.one"_s, m_years).value();
        m_reader.insert("Agent card", {{.id = "\x01", .key = key, .certificates = {certificate}}});
        m_module = CardModule::load(m_reader.driver()).value();
        auto card = CardCredential::open(m_module, {}, SecureBytes::copyOf(cardPin));
        QVERIFY(card.has_value());
        m_card = *std::move(card);
        m_vendor = std::make_unique<ScriptedServer>(m_pki.issue({}), m_people.authority().pem());
        m_vendor->setScript([](const SeenRequest&) { return Reply::json("{}"); });
    }

    void provesItselfToTheVendor()
    {
        const unsigned pins = m_reader.acceptedPins();
        const auto first = transport(), second = transport(); // two connections, two handshakes
        QVERIFY(get(*first).has_value());
        QVERIFY(get(*second).has_value());
        QCOMPARE(m_reader.acceptedPins(), pins); // the one PIN of the session serves
    }

    void connectsAfterThePinWasAskedForAgain()
    {
        const auto before = transport();
        QVERIFY(CardCredential::open(m_module, {}, SecureBytes::copyOf(cardPin))->get()->sign("a review").has_value());
        QVERIFY(get(*before).has_value());
    }

    void saysThatTheCardIsGone()
    {
        const auto session = transport();
        const auto sent = m_vendor->requests().size();
        m_reader.pull(true);
        const HttpResult result = get(*session);
        m_reader.pull(false);
        QVERIFY(!result.has_value());
        QCOMPARE(m_vendor->requests().size(), sent); // nothing left
    }
};

QTEST_GUILESS_MAIN(CardTlsTest)
#include "CardTlsTest.moc"
