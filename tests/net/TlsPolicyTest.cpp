// Which servers are spoken to, over real TLS.
#include "domain/OfficeProfile.h"
#include "net/HttpTransport.h"
#include "net/VendorHttpClient.h"

#include "AskTransport.h"
#include "ScriptedServer.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/ssl.h>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

enum class Server { Good, Expired, NotYetValid, WrongHost, NoAlternativeName, ForeignCa, ForClients, AsksForNoCertificate, Revoked };
enum class Profile { Plain, RightPin, WrongPin, TwoPins, Crl, OverdueCrl, ForeignCrl };
enum class Person { Foreign, None };

/// Both ends in memory, over TLS 1.2: for servers such as nobody can start any more.
struct InMemory {
    using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
    using Connection = std::unique_ptr<SSL, decltype(&SSL_free)>;

    std::shared_ptr<TlsNotes> notes = std::make_shared<TlsNotes>();
    Context ours{SSL_CTX_new(TLS_client_method()), SSL_CTX_free}, theirs{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    Connection client{nullptr, SSL_free}, server{nullptr, SSL_free};

    InMemory(const TestPki& pki, const Issued& issued)
    {
        const VendorSettings settings{.address = {}, .caBundlePem = pki.caPem(), .pins = {}, .crlPem = {}};
        if (!TlsPolicy::create(settings, {}).value().apply(ours.get(), notes))
            qFatal("policy");
        SSL_CTX_set_security_level(theirs.get(), 0);
        SSL_CTX_set_cipher_list(theirs.get(), "ALL:@SECLEVEL=0");
        SSL_CTX_use_certificate(theirs.get(), issued.certificate.get());
        SSL_CTX_use_PrivateKey(theirs.get(), issued.key.get());
        SSL_CTX_set_max_proto_version(theirs.get(), TLS1_2_VERSION); // later versions know no renegotiation
        client.reset(SSL_new(ours.get()));
        server.reset(SSL_new(theirs.get()));
        BIO *one = nullptr, *other = nullptr;
        BIO_new_bio_pair(&one, 0, &other, 0);
        SSL_set_bio(client.get(), one, one);
        SSL_set_bio(server.get(), other, other);
        SSL_set_connect_state(client.get());
        SSL_set_accept_state(server.get());
        for (int i = 0; i < 10; ++i) {
            SSL_do_handshake(client.get());
            SSL_do_handshake(server.get());
        }
    }
    [[nodiscard]] bool stands() const { return SSL_is_init_finished(client.get()) && SSL_is_init_finished(server.get()); }
};

} // namespace

class TlsPolicyTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki;
    const TestPki m_foreign{"Another made-up authority"};

private Q_SLOTS:
    void speaksOnlyToTheRightServer_data()
    {
        QTest::addColumn<Server>("server");
        QTest::addColumn<Profile>("profile");
        QTest::addColumn<std::optional<TlsRefusal>>("refusal");
        const std::optional<TlsRefusal> fine;
        using enum TlsRefusal;
        QTest::newRow("good") << Server::Good << Profile::Plain << fine;
        QTest::newRow("good, pinned") << Server::Good << Profile::RightPin << fine;
        QTest::newRow("good, one of two pins") << Server::Good << Profile::TwoPins << fine;
        QTest::newRow("good, with revocations") << Server::Good << Profile::Crl << fine;
        QTest::newRow("pin mismatch") << Server::Good << Profile::WrongPin << std::optional(PinMismatch);
        QTest::newRow("expired") << Server::Expired << Profile::Plain << std::optional(Expired);
        QTest::newRow("not yet valid") << Server::NotYetValid << Profile::Plain << std::optional(NotYetValid);
        QTest::newRow("another host") << Server::WrongHost << Profile::Plain << std::optional(WrongHost);
        QTest::newRow("foreign authority") << Server::ForeignCa << Profile::Plain << std::optional(ForeignAuthority);
        QTest::newRow("foreign authority, right pin") << Server::ForeignCa << Profile::RightPin << std::optional(ForeignAuthority);
        QTest::newRow("certificate for clients") << Server::ForClients << Profile::Plain << std::optional(WrongUse);
        QTest::newRow("revoked") << Server::Revoked << Profile::Crl << std::optional(Revoked);
        QTest::newRow("no name but the common one") << Server::NoAlternativeName << Profile::Plain << std::optional(WrongHost);
        QTest::newRow("revocations overdue") << Server::Good << Profile::OverdueCrl << std::optional(RevocationUnknown);
        QTest::newRow("revocations of another authority") << Server::Good << Profile::ForeignCrl << std::optional(RevocationUnknown);
        QTest::newRow("asks for no certificate") << Server::AsksForNoCertificate << Profile::Plain << std::optional(NotMutual);
    }
    void speaksOnlyToTheRightServer()
    {
        QFETCH(Server, server);
        QFETCH(Profile, profile);
        QFETCH(std::optional<TlsRefusal>, refusal);

        using namespace std::chrono_literals;
        Wish wish;
        if (server == Server::Expired)
            wish.until = -60s;
        if (server == Server::NotYetValid)
            wish.from = 3600s;
        if (server == Server::WrongHost)
            wish.alternative = "DNS:vendor.example,IP:127.0.0.2";
        if (server == Server::NoAlternativeName)
            wish.alternative.clear();
        if (server == Server::ForClients)
            wish.usage = "clientAuth";
        const Issued issued = (server == Server::ForeignCa ? m_foreign : m_pki).issue(wish);
        ScriptedServer vendor(issued, m_pki.caPem(),
                              server == Server::AsksForNoCertificate ? ScriptedServer::ClientCertificate::NotAsked
                                                                     : ScriptedServer::ClientCertificate::Required);
        vendor.setScript([](const SeenRequest&) { return Reply::json("{}"); });

        VendorSettings settings{.address = vendor.url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        if (profile == Profile::RightPin || profile == Profile::TwoPins)
            settings.pins.push_back(issued.spkiSha256());
        if (profile == Profile::WrongPin || profile == Profile::TwoPins)
            settings.pins.push_back(QByteArray(32, 'x'));
        if (profile == Profile::Crl)
            settings.crlPem = m_pki.crlPem(server == Server::Revoked ? std::vector{issued} : std::vector<Issued>{});
        if (profile == Profile::OverdueCrl)
            settings.crlPem = m_pki.crlPem({}, -3600s);
        if (profile == Profile::ForeignCrl)
            settings.crlPem = m_foreign.crlPem({});
        const Wish who{.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"};
        auto policy = TlsPolicy::create(settings, m_pki.issue(who).identity());
        QVERIFY(policy.has_value());
        HttpTransport transport(VendorOrigin::create(settings.address).value(), std::move(*policy));
        HttpRequest request;
        request.target = "/v1/capabilities";
        auto future = ask(transport, request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        const HttpResult result = future.result();
        QCOMPARE(result.has_value(), !refusal.has_value());
        if (refusal) {
            QCOMPARE(result.error().fault, VendorFault::TlsRefused);
            QCOMPARE(result.error().tls, refusal);
            QCOMPARE(vendor.requests().size(), 0U); // nothing was sent
        }

        // And as the rest of the program hears of it.
        const SystemClock clock;
        const auto client = VendorHttpClient::create(settings, m_pki.issue(who).identity(), clock, {}).value();
        auto answer = client->capabilities({});
        QVERIFY(QTest::qWaitFor([&] { return answer.isFinished(); }));
        const auto heard = answer.result();
        QVERIFY(!heard.has_value()); // "{}" is no capabilities
        QCOMPARE(heard.error().fault == VendorFault::TlsRefused, refusal.has_value());
        QCOMPARE(heard.error().tls, refusal);
        QCOMPARE(heard.error().httpStatus == 0, refusal.has_value());
    }

    void saysThatOurCertificateWasRefused_data()
    {
        QTest::addColumn<Person>("person");
        QTest::addColumn<QString>("version");
        for (const char16_t* version : {u"-tls1_2", u"-tls1_3"}) {
            const QString text = QString::fromUtf16(version);
            QTest::addRow("foreign %s", qPrintable(text)) << Person::Foreign << text;
            QTest::addRow("none %s", qPrintable(text)) << Person::None << text;
        }
    }
    void saysThatOurCertificateWasRefused()
    {
        // Qt's own server drops such a connection without a word of TLS; OpenSSL's says why.
        QFETCH(Person, person);
        QFETCH(QString, version);
        QTemporaryDir folder;
        const auto write = [&](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        const Issued issued = m_pki.issue({});
        QVERIFY(write(u"server.pem"_s, issued.certificatePem() + issued.keyPem()) && write(u"ca.pem"_s, m_pki.caPem()));
        QProcess server;
        server.setWorkingDirectory(folder.path());
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, version, u"-cert"_s, u"server.pem"_s, u"-CAfile"_s,
                                    u"ca.pem"_s, u"-Verify"_s, u"2"_s, u"-verify_return_error"_s, u"-www"_s});
        QByteArray said;
        static const QRegularExpression accept(u"ACCEPT \\S*:(\\d+)"_s);
        QVERIFY(QTest::qWaitFor([&] { return accept.match(QString::fromLatin1(said += server.readAll())).hasMatch(); }));
        const VendorSettings settings{.address = QUrl(u"https://localhost:"_s + accept.match(QString::fromLatin1(said)).captured(1)),
                                      .caBundlePem = m_pki.caPem(),
                                      .pins = {},
                                      .crlPem = {}};
        ClientIdentity identity;
        if (person == Person::Foreign)
            identity = m_foreign.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"}).identity();
        HttpTransport transport(VendorOrigin::create(settings.address).value(), TlsPolicy::create(settings, identity).value());
        HttpRequest request;
        request.target = "/";
        auto future = ask(transport, request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(!future.result().has_value());
        QCOMPARE(future.result().error().fault, VendorFault::ClientCertificate);
        server.kill();
        server.waitForFinished();
    }

    void refusesTlsBelow12()
    {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        ScriptedServer vendor(m_pki.issue({}), m_pki.caPem());
        vendor.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        const VendorSettings settings{.address = vendor.url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        HttpTransport transport(VendorOrigin::create(settings.address).value(), TlsPolicy::create(settings, {}).value());
        HttpRequest request;
        request.target = "/";
        auto future = ask(transport, request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(!future.result().has_value());
        QCOMPARE(future.result().error().fault, VendorFault::TlsRefused);
        QCOMPARE(future.result().error().tls, TlsRefusal::OldProtocol);
        QCOMPARE(vendor.requests().size(), 0U);
    }

    void followsNoRedirect()
    {
        const Issued issued = m_pki.issue({});
        ScriptedServer elsewhere(issued, m_pki.caPem()), vendor(issued, m_pki.caPem());
        elsewhere.setScript([](const SeenRequest&) { return Reply::json("{}"); });
        vendor.setScript([&](const SeenRequest&) {
            return Reply::json("{}", 302, "Location: " + elsewhere.url().toEncoded() + "/v1/capabilities\r\n");
        });
        const VendorSettings settings{.address = vendor.url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        const Wish who{.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"};
        HttpTransport transport(VendorOrigin::create(settings.address).value(),
                                TlsPolicy::create(settings, m_pki.issue(who).identity()).value());
        HttpRequest request;
        request.target = "/v1/capabilities";
        auto future = ask(transport, request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(!future.result().has_value());
        QCOMPARE(future.result().error().fault, VendorFault::WrongOrigin);
        QCOMPARE(vendor.requests().size(), 1U);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void refusesWeakKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("fine");
        QTest::newRow("P-256") << "P-256"_ba << true;
        QTest::newRow("P-384") << "P-384"_ba << true;
        QTest::newRow("RSA 2048") << "RSA-2048"_ba << true;
        QTest::newRow("RSA 1024") << "RSA-1024"_ba << false;
    }
    void refusesWeakKeys()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, fine);
        Wish wish;
        wish.keyKind = key;
        const InMemory ends(m_pki, m_pki.issue(wish));
        QCOMPARE(ends.stands(), fine);
        if (fine ||
            EVP_default_properties_is_fips_enabled(nullptr) == 0) // there the made-up server cannot even use such a key, and says nothing
            QCOMPARE(ends.notes->refusal(), fine ? std::nullopt : std::optional(TlsRefusal::WeakKey));
    }

    void refusesRenegotiation()
    {
        const InMemory ends(m_pki, m_pki.issue({}));
        QVERIFY(ends.stands());
        QCOMPARE(ends.notes->refusal(), std::nullopt);
        QCOMPARE(SSL_renegotiate(ends.server.get()), 1);
        char byte = 0;
        for (int i = 0; i < 4; ++i) {
            SSL_do_handshake(ends.server.get());
            SSL_read(ends.client.get(), &byte, 1);
        }
        QCOMPARE(ends.notes->refusal(), TlsRefusal::Renegotiation);
        QVERIFY(SSL_is_init_finished(ends.client.get())); // it did not take part
        QCOMPARE(SSL_renegotiate(ends.client.get()), 0);  // nor will it begin one
    }

    void refusesABadProfile()
    {
        const Issued one = m_pki.issue({}), other = m_pki.issue({});
        const VendorSettings good{.address = {}, .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        QVERIFY(TlsPolicy::create(good, {}).has_value());
        const auto faultOf = [&](auto change, ClientIdentity identity = {}) {
            VendorSettings bad = good;
            change(bad);
            const auto policy = TlsPolicy::create(bad, std::move(identity));
            return policy ? std::optional<TlsPolicyFault>() : policy.error();
        };
        QCOMPARE(faultOf([](VendorSettings& s) { s.caBundlePem.clear(); }), TlsPolicyFault::NoAuthority);
        QCOMPARE(faultOf([](VendorSettings& s) { s.caBundlePem = "no PEM"; }), TlsPolicyFault::NoAuthority);
        QCOMPARE(faultOf([](VendorSettings& s) { s.caBundlePem = s.caBundlePem.chopped(60); }), TlsPolicyFault::NoAuthority);
        QCOMPARE(faultOf([](VendorSettings& s) { s.pins = {"short"}; }), TlsPolicyFault::BadPin);
        QCOMPARE(faultOf([](VendorSettings& s) { s.crlPem = "no PEM"; }), TlsPolicyFault::BadRevocations);
        QCOMPARE(faultOf([](VendorSettings&) {}, {.certificate = one.certificate, .key = other.key, .chain = {}}),
                 TlsPolicyFault::KeyMismatch);
        QCOMPARE(faultOf([](VendorSettings&) {}, {.certificate = one.certificate, .key = {}, .chain = {}}), TlsPolicyFault::KeyMismatch);
    }
};

QTEST_GUILESS_MAIN(TlsPolicyTest)
#include "TlsPolicyTest.moc"
