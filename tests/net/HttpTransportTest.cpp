// What each way of answering badly is called, over real TLS.
#include "net/HttpTransport.h"
#include "domain/OfficeProfile.h"

#include "AskTransport.h"
#include "ScriptedServer.h"

#include <QAbstractEventDispatcher>
#include <QTest>
#include <QThread>

#include <latch>

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
        return ask(*m_transport, std::move(request), std::move(stop));
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

    void carriesNothingFromOneRequestToTheNext()
    {
        // One handle serves them all.
        m_server->setScript([](const SeenRequest&) { return Reply::json("{}"); });
        using Method = HttpRequest::Method;
        const std::vector<HttpRequest> requests{
            {.method = Method::Put, .target = "/v1/a", .body = "{\"a\":1}", .headers = {"X-First: 1"}},
            {.method = Method::Get, .target = "/v1/b", .body = {}, .headers = {}},
            {.method = Method::Delete, .target = "/v1/c", .body = {}, .headers = {}},
            {.method = Method::Post, .target = "/v1/d", .body = "{}", .headers = {}},
            {.method = Method::Delete, .target = "/v1/e", .body = {}, .headers = {}},
            {.method = Method::Get, .target = "/v1/f", .body = {}, .headers = {"X-Last: 1"}},
        };
        for (const HttpRequest& request : requests) {
            auto future = send(request);
            QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
            QVERIFY(future.result().has_value());
        }
        const std::vector<QByteArray> methods{"PUT", "GET", "DELETE", "POST", "DELETE", "GET"};
        QCOMPARE(m_server->requests().size(), requests.size());
        QCOMPARE(m_server->connections(), 1);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const SeenRequest& seen = m_server->requests()[i];
            QCOMPARE(seen.method, methods[i]);
            QCOMPARE(seen.target, requests[i].target);
            QCOMPARE(seen.body, requests[i].body);
            QCOMPARE(seen.header("content-type"), requests[i].body.isEmpty() ? QByteArray() : "application/json"_ba);
            QCOMPARE(seen.header("content-length").isEmpty(), requests[i].body.isEmpty());
            QCOMPARE(seen.header("x-first"), i == 0 ? "1"_ba : QByteArray());
            QCOMPARE(seen.header("x-last"), i == 5 ? "1"_ba : QByteArray());
        }
    }

    void restsAfterTheServerClosedAKeptConnection()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::raw(Reply::json("{}").pieces.front(), true); });
        for (int i = 1; i <= 3; ++i) {
            auto future = send();
            QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
            QVERIFY(future.result().has_value());
            QCOMPARE(m_server->connections(), i);
            // The closed socket stays readable; nobody may be called for it again and again.
            int turns = 0;
            while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents) && turns < 1000)
                ++turns;
            QCOMPARE_LT(turns, 1000);
        }
    }

    void mayBeDestroyedByAnAnswer()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::json("{}"); });
        int answers = 0;
        for (int i = 0; i < 3; ++i) {
            m_transport->send({.target = "/v1/test"}, {}, [&](const HttpResult&) {
                ++answers;
                m_transport.reset();
            });
        }
        QVERIFY(QTest::qWaitFor([&] { return !m_transport; }));
        QCOMPARE(answers, 3); // the others ended with it
    }

    void callsNobodyForWhatWasAbandoned()
    {
        m_server->setScript([](const SeenRequest&) { return Reply::json("{}"); });
        bool called = false;
        HttpTransport::TransferId id = 0;
        m_transport->send({.target = "/v1/test"}, {}, [&](const HttpResult&) { called = true; }, &id);
        m_transport->abandon(id);
        auto future = send();
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QVERIFY(future.result().has_value());
        QVERIFY(!called);
    }

    void readsAFewMegabytesPerTurnAtMost()
    {
        // However fast the answer comes, the window gets its turns: counted in bytes, because a busy machine makes time meaningless.
        constexpr std::size_t size = 32UL << 20;
        const Issued issued = m_pki.issue({});
        QUrl address;
        std::latch ready(1);
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            ScriptedServer other(issued, m_pki.caPem());
            const Reply reply = Reply::json(QByteArray(size, ' '));
            other.setScript([&](const SeenRequest&) { return reply; });
            address = other.url();
            ready.count_down();
            QEventLoop().exec();
        }));
        thread->start();
        ready.wait();
        const VendorSettings settings{.address = address, .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        HttpTransport transport(VendorOrigin::create(address).value(), TlsPolicy::create(settings, m_person.identity()).value());
        std::size_t sofar = 0, atTurn = 0, most = 0;
        HttpRequest request{.target = "/v1/test"};
        request.progress = [&](std::size_t received) { sofar = received; };
        auto future = ask(transport, request);
        while (!future.isFinished()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            most = std::max(most, sofar - atTurn);
            atTurn = sofar;
        }
        QCOMPARE(sofar, size);
        qInfo("at most %zu bytes per turn", most);
        QCOMPARE_LE(most, 4UL << 20); // libcurl reads ten buffers of 256 KiB, then lets others work
        QVERIFY(future.result().has_value());
        thread->quit();
        thread->wait();
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
        auto future = ask(transport, request);
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
