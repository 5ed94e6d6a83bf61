// Which servers are spoken to, over real TLS.
#include "domain/OfficeProfile.h"
#include "net/HttpTransport.h"

#include "AskTransport.h"
#include "ScriptedServer.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

enum class Server {
    Good,
    Expired,
    NotYetValid,
    WrongHost,
    NoAlternativeName,
    ForeignCa,
    ForClients,
    AsksForNoCertificate,
    OldTls,
    Revoked
};
enum class Profile { Plain, RightPin, WrongPin, TwoPins, Crl };
enum class Person { Foreign, None };

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
        QTest::addColumn<std::optional<VendorFault>>("fault");
        const std::optional<VendorFault> fine, refused = VendorFault::TlsRefused;
        QTest::newRow("good") << Server::Good << Profile::Plain << fine;
        QTest::newRow("good, pinned") << Server::Good << Profile::RightPin << fine;
        QTest::newRow("good, one of two pins") << Server::Good << Profile::TwoPins << fine;
        QTest::newRow("good, with revocations") << Server::Good << Profile::Crl << fine;
        QTest::newRow("pin mismatch") << Server::Good << Profile::WrongPin << refused;
        QTest::newRow("expired") << Server::Expired << Profile::Plain << refused;
        QTest::newRow("not yet valid") << Server::NotYetValid << Profile::Plain << refused;
        QTest::newRow("another host") << Server::WrongHost << Profile::Plain << refused;
        QTest::newRow("foreign authority") << Server::ForeignCa << Profile::Plain << refused;
        QTest::newRow("foreign authority, right pin") << Server::ForeignCa << Profile::RightPin << refused;
        QTest::newRow("certificate for clients") << Server::ForClients << Profile::Plain << refused;
        QTest::newRow("revoked") << Server::Revoked << Profile::Crl << refused;
        QTest::newRow("asks for no certificate") << Server::AsksForNoCertificate << Profile::Plain << refused;
    }
    void speaksOnlyToTheRightServer()
    {
        QFETCH(Server, server);
        QFETCH(Profile, profile);
        QFETCH(std::optional<VendorFault>, fault);

        using namespace std::chrono_literals;
        Wish wish;
        if (server == Server::Expired)
            wish.until = -60s;
        if (server == Server::NotYetValid)
            wish.from = 3600s;
        if (server == Server::WrongHost)
            wish.alternative = "DNS:vendor.example,IP:127.0.0.2";
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
        const Wish who{.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"};
        auto policy = TlsPolicy::create(settings, m_pki.issue(who).identity());
        QVERIFY(policy.has_value());
        HttpTransport transport(VendorOrigin::create(settings.address).value(), std::move(*policy));
        HttpRequest request;
        request.target = "/v1/capabilities";
        auto future = ask(transport, request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        const HttpResult result = future.result();
        QCOMPARE(result.has_value(), !fault.has_value());
        if (fault) {
            QCOMPARE(result.error().fault, *fault);
            QCOMPARE(vendor.requests().size(), 0U); // nothing was sent
        }
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
        QCOMPARE(vendor.requests().size(), 0U);
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
