// The office's time stamp service: what it is asked and what each way of answering badly is called, over real TLS.
#include "net/OfficeTimeStamps.h"
#include "crypto/TimeStamp.h"
#include "domain/OfficeProfile.h"

#include "../crypto/StampAuthority.h"
#include "ScriptedServer.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class OfficeTimeStampsTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki, m_other{"Another made-up authority"};
    const StampAuthority m_authority;
    const QByteArray m_bytes = "a signature, made up", m_query = *makeTimeStampQuery(m_bytes);
    std::unique_ptr<ScriptedServer> m_server;
    VendorSettings m_vendor;

    StampAnswer ask(const QByteArray& caPem, const QString& path = u"/stamp"_s)
    {
        TimeStampService service{.address = QUrl(m_server->url().toString() + path)};
        service.caBundlePem = caPem;
        auto made = OfficeTimeStamps::create(service, m_vendor, {.connect = 2'000ms, .idle = 300ms, .total = 1'000ms});
        if (!made)
            qFatal("The service cannot be used.");
        auto future = (*made)->stamp(m_query);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("No answer.");
        return future.result();
    }
    static Reply answer(const QByteArray& body, const QByteArray& type = "application/timestamp-reply", const QByteArray& status = "200 OK",
                        const QByteArray& more = {})
    {
        return Reply::raw("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
                          "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({}), m_pki.caPem(), ScriptedServer::ClientCertificate::NotAsked);
        m_vendor = {
            .address = QUrl(u"https://vendor.example"_s), .caBundlePem = m_other.caPem(), .pins = {QByteArray(32, 'p')}, .crlPem = {}};
    }
    void cleanup() { m_server.reset(); }

    void aHashIsSentAndNothingElseAndAStampComesBack()
    {
        m_server->setScript([this](const SeenRequest& request) { return answer(m_authority.reply(request.body)); });
        const StampAnswer got = ask(m_pki.caPem(), u"/stamp?office=no"_s);
        QVERIFY(got);
        QVERIFY(checkTimeStamp(*got, m_bytes, *Certificate::listFromPem(m_authority.caPem()), SystemClock().now(), m_query));
        const SeenRequest& request = m_server->requests().front();
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.target, "/stamp?office=no"_ba);
        QCOMPARE(request.body, m_query);
        QCOMPARE(request.header("content-type"), "application/timestamp-query"_ba);
        for (const QByteArray& never : {"cookie"_ba, "referer"_ba, "authorization"_ba, "casebound-query-id"_ba})
            QVERIFY(request.header(never).isEmpty());
    }

    void eachBadAnswerHasItsName_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<VendorFault>("fault");
        QTest::newRow("broken") << answer("no", "text/plain", "500 Broken") << VendorFault::VendorError;
        QTest::newRow("busy") << answer("no", "text/plain", "503 Busy") << VendorFault::Busy;
        QTest::newRow("sent elsewhere") << answer("no", "text/plain", "302 Found", "Location: https://public.example/\r\n")
                                        << VendorFault::WrongOrigin;
        QTest::newRow("a page") << answer("<p>sign in</p>", "text/html") << VendorFault::Malformed;
        QTest::newRow("nothing") << answer("") << VendorFault::Malformed;
        QTest::newRow("over 64 KB") << answer(QByteArray((64 << 10) + 1, 'x')) << VendorFault::TooLarge;
        QTest::newRow("silence") << Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: 9\r\n\r\nx")
                                 << VendorFault::TimedOut;
        QTest::newRow("hangs up") << Reply::hangUp() << VendorFault::Unknown;
    }
    void eachBadAnswerHasItsName()
    {
        QFETCH(Reply, reply);
        QFETCH(VendorFault, fault);
        m_server->setScript([reply](const SeenRequest&) { return reply; });
        const StampAnswer got = ask(m_pki.caPem());
        QVERIFY(!got);
        QCOMPARE(got.error().fault, fault);
    }

    void aServerNobodyVouchesForIsNotAsked()
    {
        m_server->setScript([this](const SeenRequest& request) { return answer(m_authority.reply(request.body)); });
        const StampAnswer got = ask({}); // the vendor's authorities, and the server's is none of them
        QVERIFY(!got);
        QCOMPARE(got.error().fault, VendorFault::TlsRefused);
        QVERIFY(m_server->requests().empty());
    }

    void anAddressWithoutTlsIsNone()
    {
        TimeStampService service{.address = QUrl(u"http://stamps.example/"_s)};
        QCOMPARE(OfficeTimeStamps::create(service, m_vendor).error(), OfficeServerFault::BadAddress);
    }
};

QTEST_GUILESS_MAIN(OfficeTimeStampsTest)
#include "OfficeTimeStampsTest.moc"
