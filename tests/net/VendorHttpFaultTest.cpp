// What the client makes of a vendor that fails, hangs up, is silent or busy, and of being told to stop.
#include "ClientDesk.h"

using namespace casebound;
using namespace casebound::test;

class VendorHttpFaultTest final : public ClientDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void startsAgainWhenACursorExpired()
    {
        script({Reply::json(firstPage(m_terms, sampleReads(0, 2), 4, "\"a\"")), Reply::json(R"({"title":"cursor expired"})", 410),
                Reply::json(firstPage(m_terms, sampleReads(0, 2), 4, "\"a\"")), Reply::json(laterPage(m_terms, sampleReads(2, 2)))});
        Seen seen;
        QVERIFY(ask(seen).has_value());
        QCOMPARE(seen.restarts, 1);
        QCOMPARE(seen.reads.size(), 4U);
        QCOMPARE(m_server->requests()[2].method, "POST"_ba);
        QCOMPARE(m_server->requests()[2].body, m_server->requests()[0].body);
    }

    void givesUpWhenCursorsAlwaysExpire()
    {
        m_server->setScript([this](const SeenRequest& request) {
            return request.method == "POST" ? Reply::json(firstPage(m_terms, sampleReads(0, 2), 4, "\"a\"")) : Reply::json("{}", 410);
        });
        Seen seen;
        QCOMPARE(ask(seen).error().fault, VendorFault::Gone);
        QCOMPARE(seen.restarts, 3);
    }

    void namesEveryFault_data()
    {
        QTest::addColumn<std::vector<Reply>>("replies");
        QTest::addColumn<VendorFault>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        const auto row = [](const char* name, std::vector<Reply> replies, VendorFault fault, int status, int requests) {
            QTest::newRow(name) << std::move(replies) << fault << status << requests;
        };
        const QByteArray problem = R"({"title":"No","detail":"made-up words","code":"x"})";
        row("400", {Reply::json(problem, 400)}, VendorFault::Rejected, 400, 1);
        row("422", {Reply::json(problem, 422)}, VendorFault::Rejected, 422, 1);
        row("401", {Reply::json(problem, 401)}, VendorFault::SessionEnded, 401, 1);
        row("403", {Reply::json(problem, 403)}, VendorFault::SessionEnded, 403, 1);
        row("403 for one call", {Reply::json(R"({"detail":"made-up words","code":"not_permitted"})", 403)}, VendorFault::NotPermitted, 403,
            1);
        row("404", {Reply::json(problem, 404)}, VendorFault::Gone, 404, 1);
        row("409", {Reply::json(problem, 409)}, VendorFault::Conflict, 409, 1);
        row("410 at once", {Reply::json(problem, 410)}, VendorFault::Gone, 410, 1);
        row("408", {Reply::json(problem, 408)}, VendorFault::Busy, 408, 4);
        row("429", {Reply::json(problem, 429)}, VendorFault::Busy, 429, 4);
        row("503", {Reply::json(problem, 503)}, VendorFault::Busy, 503, 4);
        row("500", {Reply::json(problem, 500)}, VendorFault::VendorError, 500, 4);
        row("502", {Reply::json(problem, 502)}, VendorFault::VendorError, 502, 4);
        row("504", {Reply::json(problem, 504)}, VendorFault::VendorError, 504, 4);
        row("429 for an hour", {Reply::json(problem, 429, "Retry-After: 3600\r\n")}, VendorFault::Busy, 429, 1);
        row("never answered", {Reply::silence()}, VendorFault::Unknown, 0, 4);
        row("always hung up", {Reply::hangUp()}, VendorFault::Unknown, 0, 4);
        row("not answered, then busy for ever", {Reply::hangUp(), Reply::json(problem, 503)}, VendorFault::Unknown, 503, 4);
        row("not answered, then refused", {Reply::hangUp(), Reply::json(problem, 422)}, VendorFault::Rejected, 422, 2);
        row("201", {Reply::json("{}", 201)}, VendorFault::Malformed, 201, 1);
        row("HTML", {Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}")}, VendorFault::Malformed, 200,
            1);
        row("no content type", {Reply::raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")}, VendorFault::Malformed, 200, 1);
        row("latin-1", {Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=latin1\r\nContent-Length: 2\r\n\r\n{}")},
            VendorFault::Malformed, 200, 1);
        row("empty object", {Reply::json("{}")}, VendorFault::Malformed, 200, 1);
        row("cut JSON", {Reply::json("{\"query_id\":")}, VendorFault::Malformed, 200, 1);
        row("65 MiB", {Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 68157440\r\n\r\n{")},
            VendorFault::TooLarge, 0, 1);
        row("truncated", {Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{}", true)},
            VendorFault::Truncated, 0, 1);
        row("redirect", {Reply::raw("HTTP/1.1 307 Go\r\nLocation: /v1/other\r\nContent-Length: 0\r\n\r\n")}, VendorFault::WrongOrigin, 0,
            1);
        row("encoded", {Reply::json("{}", 200, "Content-Encoding: gzip\r\n")}, VendorFault::Malformed, 0, 1);
    }
    void namesEveryFault()
    {
        QFETCH(std::vector<Reply>, replies);
        script(replies);
        Seen seen;
        const auto result = ask(seen);
        QVERIFY(!result.has_value());
        QTEST(result.error().fault, "fault");
        QTEST(result.error().httpStatus, "status");
        QTEST(static_cast<int>(m_server->requests().size()), "requests");
        QCOMPARE(seen.pages, 0);
        if (result.error().httpStatus >= 400)
            QCOMPARE(result.error().detail, u"made-up words"_s);
        for (const SeenRequest& request : m_server->requests()) // the same id and the same body, whatever happened
            QCOMPARE(request.body, m_server->requests().front().body);
        if (QByteArray(QTest::currentDataTag()) == "429 for an hour")
            QCOMPARE(result.error().retryAt, m_clock.now() + 3600s);
    }

    void namesFaultsOfLaterPages_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<VendorFault>("fault");
        QTest::newRow("silence") << Reply::silence() << VendorFault::TimedOut;
        QTest::newRow("hangs up") << Reply::hangUp() << VendorFault::Unreachable;
        QTest::newRow("500") << Reply::json("{}", 500) << VendorFault::VendorError;
        QTest::newRow("wrong count") << Reply::json(laterPage(m_terms, "")) << VendorFault::Inconsistent;
        QTest::newRow("not JSON") << Reply::json("[") << VendorFault::Malformed;
    }
    void namesFaultsOfLaterPages()
    {
        QFETCH(Reply, reply);
        script({Reply::json(firstPage(m_terms, sampleReads(0, 2), 4, "\"a\"")), reply});
        Seen seen;
        const auto result = ask(seen);
        QVERIFY(!result.has_value());
        QTEST(result.error().fault, "fault");
        QCOMPARE(seen.pages, 1);
    }

    void asksTheSameAgainWhenTheOutcomeIsUnknown()
    {
        script({Reply::hangUp(), Reply::silence(), Reply::json(firstPage(m_terms, sampleReads(0, 1), 1))});
        QList<LinkState> states;
        m_client->listenToLink([&] { states.append(m_client->link()); });
        Seen seen;
        QVERIFY(ask(seen).has_value());
        QCOMPARE(m_server->requests().size(), 3U);
        QCOMPARE(m_server->requests()[2].body, m_server->requests()[0].body);
        QCOMPARE(states, (QList{LinkState::Connecting, LinkState::Retrying, LinkState::Connected}));
    }

    void stopsDuringThePauseBetweenTries()
    {
        script({Reply::json("{}", 503, "Retry-After: 50\r\n")});
        std::stop_source stop;
        auto future = m_client->query(QueryService::audited(m_terms), {}, stop.get_token());
        QVERIFY(QTest::qWaitFor([&] { return m_client->link() == LinkState::Retrying; }));
        stop.request_stop();
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.result().error().fault, VendorFault::Cancelled);
        QCOMPARE(m_server->requests().size(), 1U);
        QCOMPARE(m_client->link(), LinkState::NotConnected); // nobody tries any more
    }

    void stopsBetweenPages()
    {
        m_server->setScript([this](const SeenRequest& request) {
            return request.method == "POST" ? Reply::json(firstPage(m_terms, sampleReads(0, 2), 4, "\"a\"")) : Reply::silence();
        });
        std::stop_source stop;
        int pages = 0;
        auto future = m_client->query(QueryService::audited(m_terms),
                                      {.page =
                                           [&](ReadSet, std::int64_t) {
                                               ++pages;
                                               stop.request_stop();
                                           },
                                       .restarted = {}},
                                      stop.get_token());
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.result().error().fault, VendorFault::Cancelled);
        QCOMPARE(pages, 1);
    }

    void mayBeDestroyedByAnAnswer()
    {
        script({Reply::json(firstPage(m_terms, sampleReads(0, 2), 2))});
        auto over = m_client->query(QueryService::audited(m_terms), {}, {}).then(this, [this](const VendorResult<QueryReceipt>& receipt) {
            m_client.reset();
            return receipt.has_value();
        });
        QVERIFY(QTest::qWaitFor([&] { return over.isFinished(); }));
        QVERIFY(over.result());
        QVERIFY(!m_client);
    }

    void endsWhatIsUnderWayWhenDestroyed()
    {
        script({Reply::silence()});
        auto query = m_client->query(QueryService::audited(m_terms), {}, {});
        auto capabilities = m_client->capabilities({});
        auto image = m_client->image(u"/v1/images/a"_s, m_terms.id, {});
        QVERIFY(QTest::qWaitFor([&] { return m_server->requests().size() == 3U; }));
        m_client.reset();
        QVERIFY(query.isFinished() && capabilities.isFinished() && image.isFinished());
        QCOMPARE(query.result().error().fault, VendorFault::Cancelled);
        QCOMPARE(capabilities.result().error().fault, VendorFault::Cancelled);
        QCOMPARE(image.result().error().fault, VendorFault::Cancelled);
    }
};

QTEST_GUILESS_MAIN(VendorHttpFaultTest)
#include "VendorHttpFaultTest.moc"
