// The vendor contract from the client's side, over real TLS against a scripted vendor.
#include "net/VendorHttpClient.h"
#include "domain/OfficeProfile.h"

#include "QueryMint.h"
#include "ReadJsonSamples.h"
#include "ScriptedServer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return sampleTerms().to + 9h; }
};

/// What a query brought.
struct Seen {
    ReadSet reads;
    int pages = 0, restarts = 0;
    std::int64_t total = -1;
    bool rightThread = true;
    [[nodiscard]] QuerySink sink()
    {
        return {.page =
                    [this, thread = QThread::currentThread()](ReadSet page, std::int64_t all) {
                        rightThread = rightThread && QThread::currentThread() == thread;
                        reads.append(std::move(page));
                        total = all;
                        ++pages;
                    },
                .restarted =
                    [this] {
                        reads.clear();
                        ++restarts;
                    }};
    }
};

} // namespace

class VendorHttpClientTest final : public QObject {
    Q_OBJECT
    const TestPki m_pki;
    const Issued m_person = m_pki.issue({.name = "Made-up Agent", .alternative = {}, .usage = "clientAuth"});
    const FixedClock m_clock;
    const QueryTerms m_terms = sampleTerms();
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<VendorHttpClient> m_client;

    void makeClient(VendorHttpClient::Options options = {})
    {
        options.acceptLanguage = "es";
        options.call.idle = 500ms;
        options.retry.firstPause = 5ms;
        options.random = [] { return 0.5; };
        const VendorSettings settings{.address = m_server->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_client = VendorHttpClient::create(settings, m_person.identity(), m_clock, std::move(options)).value();
    }
    /// One answer after another; the last one again and again.
    void script(std::vector<Reply> replies)
    {
        m_server->setScript(
            [replies, next = std::size_t{0}](const SeenRequest&) mutable { return replies[std::min(next++, replies.size() - 1)]; });
    }
    [[nodiscard]] VendorResult<QueryReceipt> ask(Seen& seen, std::stop_token stop = {})
    {
        auto future = m_client->query(QueryService::audited(m_terms), seen.sink(), std::move(stop));
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15'000))
            qFatal("the query did not end");
        return future.result();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>(m_pki.issue({}), m_pki.caPem());
        makeClient();
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void asksAndGathersThePages()
    {
        script({Reply::json(firstPage(m_terms, sampleReads(0, 3), 7, "\"c/1 +&\"")),
                Reply::json(laterPage(m_terms, sampleReads(2, 3), "\"c2\"")), Reply::json(laterPage(m_terms, sampleReads(5, 2)))});
        Seen seen;
        const auto receipt = ask(seen);
        QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(receipt.error().detail));
        QCOMPARE(receipt->receipt, u"R-1"_s);
        QCOMPARE(receipt->total, 7);
        QCOMPARE(receipt->duplicates, 1);
        QCOMPARE(seen.pages, 3);
        QCOMPARE(seen.total, 7);
        QVERIFY(seen.rightThread);
        QCOMPARE(seen.reads.size(), 7U);
        for (std::size_t i = 0; i < 7; ++i)
            QCOMPARE(seen.reads.string(seen.reads.row(i).readId), u"read-"_s + QString::number(i).rightJustified(24, u'0'));
        QCOMPARE(m_client->link(), LinkState::Connected);
        QCOMPARE(m_server->connections(), 1);

        const SeenRequest& post = m_server->requests()[0];
        QCOMPARE(post.method, "POST"_ba);
        QCOMPARE(post.target, "/v1/queries"_ba);
        const QJsonObject expected{{u"query_id"_s, m_terms.id.text()},
                                   {u"plate"_s, u"TEST123"_s},
                                   {u"jurisdiction"_s, u"US-TX"_s},
                                   {u"from"_s, u"2026-01-01T00:00:00.000000Z"_s},
                                   {u"to"_s, u"2026-06-30T23:59:59.000000Z"_s},
                                   {u"case_number"_s, u"CASE-2026-0001"_s},
                                   {u"matter"_s, u"criminal"_s},
                                   {u"reason_code"_s, u"made-up-reason"_s},
                                   {u"reason_text"_s, m_terms.reasonText},
                                   {u"on_behalf_of"_s, QJsonValue::Null},
                                   {u"limit"_s, 1000}};
        QCOMPARE(QJsonDocument::fromJson(post.body).object(), expected);
        QCOMPARE(m_server->requests()[1].target, "/v1/queries/" + m_terms.id.text().toLatin1() + "/reads?cursor=c%2F1%20%2B%26&limit=1000");
        for (const SeenRequest& request : m_server->requests()) {
            QCOMPARE(request.header("casebound-query-id"), m_terms.id.text().toLatin1());
            QCOMPARE(request.header("accept-language"), "es"_ba);
        }
    }

    void asksForNoMoreThanTheVendorGives()
    {
        script({Reply::json(sampleCapabilities()), Reply::json(firstPage(m_terms, "", 0))});
        auto capabilities = m_client->capabilities({});
        QVERIFY(QTest::qWaitFor([&] { return capabilities.isFinished(); }));
        QCOMPARE(capabilities.result()->pageLimitMax, 500);
        QVERIFY(m_server->requests()[0].header("casebound-query-id").isEmpty());
        Seen seen;
        QVERIFY(ask(seen).has_value());
        QCOMPARE(QJsonDocument::fromJson(m_server->requests()[1].body).object().value(u"limit"_s).toInt(), 500);
    }

    void opensNoSessionWithAnotherMajorVersion()
    {
        script({Reply::json(sampleCapabilities().replace("\"1.3\"", "\"2.0\""))});
        auto capabilities = m_client->capabilities({});
        QVERIFY(QTest::qWaitFor([&] { return capabilities.isFinished(); }));
        QCOMPARE(capabilities.result().error().fault, VendorFault::Inconsistent);
        QCOMPARE(capabilities.result().error().detail, u"api 2.0"_s);
    }

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
        QSignalSpy links(m_client.get(), &VendorHttpClient::linkChanged);
        Seen seen;
        QVERIFY(ask(seen).has_value());
        QCOMPARE(m_server->requests().size(), 3U);
        QCOMPARE(m_server->requests()[2].body, m_server->requests()[0].body);
        QList<LinkState> states;
        for (const auto& arguments : links)
            states.append(arguments[0].value<LinkState>());
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

    void bringsImages_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<std::optional<VendorFault>>("fault");
        const QString good = u"/v1/images/p1.jpg"_s;
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n";
        const auto is = [](VendorFault fault) { return std::optional(fault); };
        QTest::newRow("image") << good << Reply::raw(head + "Content-Length: 4\r\n\r\n\xFF\xD8\xFF\xE0") << std::optional<VendorFault>();
        QTest::newRow("gone") << good << Reply::json("{}", 410) << is(VendorFault::Gone);
        QTest::newRow("missing") << good << Reply::json("{}", 404) << is(VendorFault::Gone);
        QTest::newRow("HTML") << good << Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi")
                              << is(VendorFault::Malformed);
        QTest::newRow("9 MiB") << good << Reply::raw(head + "Content-Length: 9437184\r\n\r\n") << is(VendorFault::TooLarge);
        QTest::newRow("cut") << good << Reply::raw(head + "Content-Length: 8\r\n\r\n\xFF\xD8", true) << is(VendorFault::Truncated);
        QTest::newRow("another path") << u"/v1/users"_s << Reply::json("{}") << is(VendorFault::WrongOrigin);
        QTest::newRow("dots") << u"/v1/images/.."_s << Reply::json("{}") << is(VendorFault::WrongOrigin);
        QTest::newRow("absolute") << u"https://localhost/v1/images/a"_s << Reply::json("{}") << is(VendorFault::WrongOrigin);
    }
    void bringsImages()
    {
        QFETCH(QString, path);
        QFETCH(Reply, reply);
        QFETCH(std::optional<VendorFault>, fault);
        script({reply});
        auto future = m_client->image(path, m_terms.id, {});
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.result().has_value(), !fault.has_value());
        if (fault) {
            QCOMPARE(future.result().error().fault, *fault);
        } else {
            QCOMPARE(future.result().value(), QByteArray("\xFF\xD8\xFF\xE0"));
            QCOMPARE(m_server->requests()[0].header("casebound-query-id"), m_terms.id.text().toLatin1());
        }
    }

    void refusesABadProfile()
    {
        VendorSettings settings{.address = QUrl(u"http://localhost"_s), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        QCOMPARE(VendorHttpClient::create(settings, m_person.identity(), m_clock, {}).error(), VendorClientFault::BadAddress);
        settings.address = m_server->url();
        settings.caBundlePem.clear();
        QCOMPARE(VendorHttpClient::create(settings, m_person.identity(), m_clock, {}).error(), VendorClientFault::NoAuthority);
    }

    void neverHoldsTheThreadForLong()
    {
        // 40,000 reads, some 40 MB: between two turns of the event loop no more than a few frames may pass.
        VendorHttpClient::Options options;
        options.pageLimit = 40'000;
        options.call.idle = 20s;
        makeClient(options);
        std::atomic<ScriptedServer*> server = nullptr;
        const Issued issued = m_pki.issue({});
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            ScriptedServer other(issued, m_pki.caPem());
            const Reply reply = Reply::json(firstPage(m_terms, sampleReads(0, 40'000), 40'000));
            other.setScript([&](const SeenRequest&) { return reply; });
            server = &other;
            QEventLoop().exec();
        }));
        thread->start();
        QVERIFY(QTest::qWaitFor([&] { return server != nullptr; }, 20'000));
        options.acceptLanguage = "en";
        const VendorSettings settings{.address = server.load()->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_client = VendorHttpClient::create(settings, m_person.identity(), m_clock, options).value();

        using Time = std::chrono::steady_clock;
        Time::duration longest{};
        Time::time_point last = Time::now();
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] {
            const auto now = Time::now();
            longest = std::max(longest, now - last);
            last = now;
        });
        beat.start(1ms);
        Seen seen;
        const auto result = ask(seen);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(seen.reads.size(), 40'000U);
        thread->quit();
        thread->wait();
        qInfo("longest turn: %lld ms", static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(longest).count()));
        QCOMPARE_LT(longest, Time::duration(250ms)); // parsing alone takes longer on a slow machine; a busy one needs room
    }
};

QTEST_GUILESS_MAIN(VendorHttpClientTest)
#include "VendorHttpClientTest.moc"
