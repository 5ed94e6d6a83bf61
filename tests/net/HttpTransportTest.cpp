// What each way of answering badly is called, over real TLS.
#include "net/HttpTransport.h"
#include "domain/OfficeProfile.h"

#include "ScriptedServer.h"

#include <QTest>
#include <QThread>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HttpTransportTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki;
    const Issued m_person = m_pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"});
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpTransport> m_transport;

    [[nodiscard]] QFuture<HttpResult> send(HttpRequest request = {}, std::stop_token stop = {})
    {
        if (request.target.isEmpty())
            request.target = "/v1/test";
        return m_transport->send(std::move(request), std::move(stop));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({}), m_pki.caPem());
        const VendorSettings settings{.address = m_server->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_transport = std::make_unique<HttpTransport>(VendorOrigin::create(settings.address).value(),
                                                      TlsPolicy::create(settings, m_person.identity()).value());
    }
    void cleanup()
    {
        m_transport.reset();
        m_server.reset();
    }

    void bringsAWholeAnswer()
    {
        m_server->setScript([](const SeenRequest&) {
            return Reply{.pieces = {"HTTP/1.1 200 OK\r\nContent-Ty", "pe: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a",
                                    "\r\n", "4\r\n\":1}\r\n0\r\n", "\r\n"},
                         .close = false};
        });
        std::size_t seen = 0;
        HttpRequest request{
            .method = HttpRequest::Method::Post, .target = "/v1/queries", .body = "{\"x\":1}", .headers = {"Casebound-Query-Id: q"}};
        request.progress = [&](std::size_t received) { seen = received; };
        auto future = send(request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        const HttpResult result = future.result();
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(result->status, 200);
        QCOMPARE(result->contentType, "application/json"_ba);
        QCOMPARE(result->body, std::string("{\"a\":1}"));
        QCOMPARE(seen, 7U);
        const SeenRequest& asked = m_server->requests().front();
        QCOMPARE(asked.method, "POST"_ba);
        QCOMPARE(asked.target, "/v1/queries"_ba);
        QCOMPARE(asked.body, "{\"x\":1}"_ba);
        QCOMPARE(asked.header("casebound-query-id"), "q"_ba);
        QCOMPARE(asked.header("accept-encoding"), "identity"_ba);
        QCOMPARE(asked.header("content-type"), "application/json"_ba);
        QVERIFY(asked.header("cookie").isEmpty());
        QVERIFY(asked.header("expect").isEmpty());
    }

    void reusesTheConnection()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::json("{}", 200, "Set-Cookie: a=b\r\n"); });
        for (int i = 0; i < 3; ++i) {
            auto future = send();
            QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
            QVERIFY(future.result().has_value());
            QCOMPARE(future.result()->reusedConnection, i > 0);
        }
        QCOMPARE(m_server->connections(), 1);
        QVERIFY(m_server->requests().back().header("cookie").isEmpty());
    }

    void namesEveryBadAnswer_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<VendorFault>("fault");
        const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        const auto row = [](const char* name, const Reply& reply, VendorFault fault) { QTest::newRow(name) << reply << fault; };
        row("hangs up", Reply::hangUp(), VendorFault::Unknown);
        row("hangs up in the status line", Reply::raw("HTT", true), VendorFault::Unknown);
        row("hangs up in the headers", Reply::raw("HTTP/1.1 200 OK\r\nContent-Ty", true), VendorFault::Truncated);
        row("shorter than its length", Reply::raw(ok + "Content-Length: 100\r\n\r\n{}", true), VendorFault::Truncated);
        row("chunks without an end", Reply::raw(ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", true), VendorFault::Truncated);
        row("length over the limit", Reply::raw(ok + "Content-Length: 2000\r\n\r\n"), VendorFault::TooLarge);
        row("body over the limit",
            Reply::raw(ok + "Transfer-Encoding: chunked\r\n\r\n3f0\r\n" + QByteArray(0x3f0, ' ') + "\r\n20\r\n" + QByteArray(0x20, ' ') +
                       "\r\n"),
            VendorFault::TooLarge);
        row("gzip", Reply::raw(ok + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"), VendorFault::Malformed);
        row("brotli", Reply::raw(ok + "content-encoding:br\r\nContent-Length: 2\r\n\r\n{}"), VendorFault::Malformed);
        row("encoded transfer", Reply::raw(ok + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), VendorFault::Malformed);
        row("no HTTP", Reply::raw("220 mail.example ESMTP\r\n", true), VendorFault::Malformed);
        row("chunk size no number", Reply::raw(ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", true), VendorFault::Truncated);
        row("redirect", Reply::raw("HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n"),
            VendorFault::WrongOrigin);
        row("permanent redirect", Reply::raw("HTTP/1.1 308 Permanent\r\nLocation: /v1/elsewhere\r\nContent-Length: 0\r\n\r\n"),
            VendorFault::WrongOrigin);
        row("silence", Reply::silence(), VendorFault::Unknown);
        row("stops in the body", Reply::raw(ok + "Content-Length: 100\r\n\r\n{"), VendorFault::TimedOut);
    }
    void namesEveryBadAnswer()
    {
        QFETCH(Reply, reply);
        m_server->setScript([reply](const SeenRequest&) { return reply; });
        HttpRequest request{.method = HttpRequest::Method::Post, .target = "/v1/queries", .body = "{}", .headers = {}};
        request.bodyLimit = 1024;
        request.timeouts.idle = 400ms;
        auto future = send(request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        const HttpResult result = future.result();
        QVERIFY(!result.has_value());
        QTEST(result.error().fault, "fault");
        QCOMPARE(m_server->requests().size(), 1U); // no redirect followed, nothing asked twice
    }

    void acceptsIdentityAndTheWholeLimit()
    {
        m_server->setScript([](const SeenRequest&) {
            return Reply::raw("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 1024\r\n\r\n" + QByteArray(1024, ' '));
        });
        HttpRequest request;
        request.bodyLimit = 1024;
        auto future = send(request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(future.result().has_value());
        QCOMPARE(future.result()->body.size(), 1024U);
    }

    void saysThatNothingLeftWhenNobodyListens()
    {
        m_server->close();
        auto future = send();
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.result().error().fault, VendorFault::Unreachable);
    }

    void endsACallThatDripsForEver()
    {
        // Every byte is a sign of life, so only the limit in all ends it.
        auto* timer = new QTimer(m_server.get());
        m_server->setScript([timer](const SeenRequest&) {
            timer->start(20ms);
            return Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        });
        connect(timer, &QTimer::timeout, m_server.get(), [this] {
            for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>(Qt::FindDirectChildrenOnly))
                socket->write(" ");
        });
        HttpRequest request;
        request.timeouts = {.connect = 5s, .idle = 5s, .total = 600ms};
        auto future = send(request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY2(future.result().error().timedOut, qPrintable(future.result().error().detail));
        QCOMPARE(future.result().error().fault, VendorFault::TimedOut);
    }

    void boundsTheHandshake()
    {
        QTcpServer mute; // accepts, and never says a word of TLS
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        const VendorSettings settings{
            .address = QUrl(u"https://localhost:%1"_s.arg(mute.serverPort())), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        HttpTransport transport(VendorOrigin::create(settings.address).value(), TlsPolicy::create(settings, m_person.identity()).value());
        HttpRequest request;
        request.target = "/";
        request.timeouts.connect = 300ms;
        auto future = transport.send(request, {});
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.result().error().fault, VendorFault::Unreachable);
    }

    void stopsWhenAsked()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::silence(); });
        std::stop_source before, during, elsewhere;
        before.request_stop();
        auto never = send({}, before.get_token());
        QVERIFY(never.isFinished());
        QCOMPARE(never.result().error().fault, VendorFault::Cancelled);

        auto first = send({}, during.get_token());
        auto second = send({}, elsewhere.get_token());
        QVERIFY(QTest::qWaitFor([&] { return m_server->requests().size() == 2U; }));
        during.request_stop();
        QVERIFY(QTest::qWaitFor([&] { return first.isFinished(); }));
        QCOMPARE(first.result().error().fault, VendorFault::Cancelled);
        QVERIFY(!second.isFinished());
        const std::unique_ptr<QThread> thread(QThread::create([&] { elsewhere.request_stop(); }));
        thread->start();
        QVERIFY(QTest::qWaitFor([&] { return second.isFinished(); }));
        QCOMPARE(second.result().error().fault, VendorFault::Cancelled);
        thread->wait();
    }

    void endsWhatIsUnderWayWhenDestroyed()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::silence(); });
        auto future = send();
        QVERIFY(QTest::qWaitFor([&] { return m_server->requests().size() == 1U; }));
        m_transport.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().fault, VendorFault::Cancelled);
    }

    void takesNoProxyFromTheEnvironment()
    {
        qputenv("https_proxy", "http://127.0.0.1:9");
        qputenv("ALL_PROXY", "http://127.0.0.1:9");
        m_server->setScript([](const SeenRequest&) { return Reply::json("{}"); });
        auto future = send();
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        qunsetenv("https_proxy");
        qunsetenv("ALL_PROXY");
        QVERIFY(future.result().has_value());
    }

    void refusesHeadersWithLineEnds()
    {
        HttpRequest request;
        request.headers = {"X-Evil: a\r\nX-More: b"};
        auto future = send(request);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(!future.result().has_value());
        QCOMPARE(m_server->requests().size(), 0U);
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "HttpTransportTest.moc"
