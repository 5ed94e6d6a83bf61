// The vendor contract from the client's side, over real TLS against a scripted vendor: what is asked and what comes of it.
#include "ClientDesk.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace casebound;
using namespace casebound::test;

class VendorHttpClientTest final : public ClientDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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

    void parsesLongAnswersOffTheThread_data()
    {
        QTest::addColumn<int>("reads");
        QTest::addColumn<bool>("here");
        QTest::newRow("20 reads: in less time than a thread takes to wake") << 20 << true;
        QTest::newRow("100 reads") << 100 << false;
        QTest::newRow("5,000 reads") << 5000 << false;
    }
    void parsesLongAnswersOffTheThread()
    {
        QFETCH(int, reads);
        // The client asks for the time when it begins to parse. A page that comes in a later turn of the event loop was parsed elsewhere.
        struct Turns final : Clock {
            [[nodiscard]] Instant now() const override
            {
                begun = turn;
                return time;
            }
            Instant time;
            int turn = 0;
            mutable int begun = -1;
        } turns;
        turns.time = m_clock.now();
        VendorHttpClient::Options options;
        options.pageLimit = 5000;
        const VendorSettings settings{.address = m_server->url(), .caBundlePem = m_pki.caPem(), .pins = {}, .crlPem = {}};
        m_client = VendorHttpClient::create(settings, m_person.identity(), turns, options).value();
        script({Reply::json(firstPage(m_terms, sampleReads(0, reads), reads))});
        int delivered = -1;
        auto future = m_client->query(QueryService::audited(m_terms),
                                      {.page = [&](const ReadSet&, std::int64_t) { delivered = turns.turn; }, .restarted = {}}, {});
        while (!future.isFinished()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            ++turns.turn;
        }
        QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().detail));
        QVERIFY(turns.begun >= 0 && delivered >= 0);
        QTEST(delivered == turns.begun, "here");
        m_client.reset();
    }
};

QTEST_GUILESS_MAIN(VendorHttpClientTest)
#include "VendorHttpClientTest.moc"
