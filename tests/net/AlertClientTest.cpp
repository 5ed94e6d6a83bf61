// The alert list and its stream over real TLS, against a scripted vendor: what is asked, what is believed, and how the stream goes on.
#include "ClientDesk.h"

#include "AlertMint.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace casebound;
using namespace casebound::test;

namespace {

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray chunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray hitData(int number)
{
    return "{\"hit_id\":\"hit-" + QByteArray::number(number) +
           "\",\"alert_id\":\"01990000-0000-7000-8000-0000000000aa\",\"read\":" + sampleRead(number) + '}';
}

QByteArray hitEvent(int number)
{
    return "event: hit\nid: hit-" + QByteArray::number(number) + "\ndata: " + hitData(number) + "\n\n";
}

QByteArray hitEvents(int first, int count)
{
    QByteArray all;
    for (int i = first; i < first + count; ++i)
        all += hitEvent(i);
    return all;
}

AlertTerms termsOf(AlertState state)
{
    AlertEntry entry{.id = AlertId::fromText(u"01990000-0000-7000-8000-0000000000aa"_s), .plate = Plate::fromTyped(u"TEST123").value()};
    entry.caseNumber = CaseNumber(u"C-1"_s);
    entry.reasonText = u"made up"_s;
    entry.expiresAt = toInstant(QDateTime::fromString(u"2027-06-30T23:59:59Z"_s, Qt::ISODate));
    entry.state = state;
    return {.change = {}, .kind = AlertChangeKind::Add, .entry = entry};
}

QByteArray answerOf(const QByteArray& state, const QByteArray& plate = "TEST123")
{
    return "{\"alert_id\":\"01990000-0000-7000-8000-0000000000aa\",\"owner\":\"u\",\"plate\":\"" + plate +
           "\",\"jurisdiction\":null,\"case_number\":\"C-1\",\"reason_code\":\"r\",\"reason_text\":\"made up\","
           "\"expires_at\":\"2027-06-30T23:59:59Z\",\"state\":\"" +
           state + "\"}";
}

/// What a stream brought.
struct Told {
    QStringList hits;
    std::vector<VendorFailure> problems;
    QList<StreamLink> links;
    [[nodiscard]] AlertStreamSink sink()
    {
        return {.hit = [this](const AlertHit& hit) { hits += hit.hitId; },
                .problem = [this](const VendorFailure& failure) { problems.push_back(failure); },
                .link = [this](StreamLink link) { links += link; }};
    }
};

QStringList ids(int first, int count)
{
    QStringList all;
    for (int i = first; i < first + count; ++i)
        all += u"hit-"_s + QString::number(i);
    return all;
}

} // namespace

class AlertClientTest final : public ClientDesk {
    Q_OBJECT

    void makeStreamClient()
    {
        VendorHttpClient::Options options;
        options.stream = {.silence = 400ms, .poll = 30ms, .firstPause = 5ms, .longestPause = 20ms};
        makeClient(std::move(options));
    }
    [[nodiscard]] std::expected<void, VendorFailure> send(AlertState state)
    {
        auto future = m_client->alerts().send(AlertService::audited(termsOf(state)), {});
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 15'000))
            qFatal("the change did not end");
        return future.result();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeStreamClient();
    }
    void cleanup() { end(); }

    void putsAndDeletes()
    {
        script({Reply::json(answerOf("active"), 201), Reply::json(answerOf("suspended")), Reply::raw("HTTP/1.1 204 No Content\r\n\r\n"),
                Reply::json("{}", 404)});
        QVERIFY(send(AlertState::Active).has_value());
        QVERIFY(send(AlertState::Suspended).has_value());
        QVERIFY(send(AlertState::Removed).has_value());
        QVERIFY(send(AlertState::Removed).has_value()); // a second time: it is gone, as it shall be
        const auto& seen = m_server->requests();
        QCOMPARE(seen[0].method, "PUT"_ba);
        QCOMPARE(seen[0].target, "/v1/alerts/01990000-0000-7000-8000-0000000000aa"_ba);
        QCOMPARE(QJsonDocument::fromJson(seen[0].body)[u"state"].toString(), u"active"_s);
        QCOMPARE(QJsonDocument::fromJson(seen[1].body)[u"state"].toString(), u"suspended"_s);
        QCOMPARE(seen[2].method, "DELETE"_ba);
        QVERIFY(seen[2].body.isEmpty());
    }

    void believesNoAnswerThatSaysSomethingElse_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<VendorFault>("fault");
        QTest::newRow("other state") << Reply::json(answerOf("suspended")) << VendorFault::Inconsistent;
        QTest::newRow("other plate") << Reply::json(answerOf("active", "TEST124")) << VendorFault::Inconsistent;
        QTest::newRow("not JSON") << Reply::json("OK") << VendorFault::Malformed;
        QTest::newRow("gone") << Reply::json("{}", 404) << VendorFault::Gone;
        QTest::newRow("full") << Reply::json("{}", 413) << VendorFault::Rejected;
        QTest::newRow("somebody else's") << Reply::json("{}", 409) << VendorFault::Conflict;
        QTest::newRow("no answer, four times") << Reply::hangUp() << VendorFault::Unknown;
        QTest::newRow("session ended") << Reply::json("{}", 401) << VendorFault::SessionEnded;
    }
    void believesNoAnswerThatSaysSomethingElse()
    {
        QFETCH(Reply, reply);
        script({reply});
        const auto result = send(AlertState::Active);
        QVERIFY(!result.has_value());
        QTEST(result.error().fault, "fault");
    }

    void listsEveryPage()
    {
        script({Reply::json("{\"alerts\":[" + answerOf("active") + "],\"next\":\"c 1\"}"),
                Reply::json("{\"alerts\":[" + answerOf("suspended") + "],\"next\":null}")});
        auto future = m_client->alerts().list({});
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 15'000));
        QCOMPARE(future.result().value().size(), 2U);
        QCOMPARE(m_server->requests()[1].target, "/v1/alerts?cursor=c%201"_ba);
        script({Reply::json("{\"alerts\":[" + answerOf("active") + "],\"next\":\"c\"}")}); // the same cursor for ever
        future = m_client->alerts().list({});
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 15'000));
        QCOMPARE(future.result().error().fault, VendorFault::Inconsistent);
    }

    void bringsHitsAsTheyCome()
    {
        script({{.pieces = {streamHead + chunk(": keep-alive\n\n"), chunk(hitEvents(1, 2)), chunk(hitEvent(3))}}});
        Told told;
        const auto stream = m_client->alerts().open(u"hit-0"_s, true, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 3));
        QCOMPARE(stream->link(), StreamLink::Live);
        QVERIFY(told.problems.empty());
        const SeenRequest& get = m_server->requests()[0];
        QCOMPARE(get.target, "/v1/alerts/stream"_ba);
        QCOMPARE(get.header("last-event-id"), "hit-0"_ba);
        QCOMPARE(get.header("accept"), "text/event-stream"_ba);
    }

    void survives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("hits");
        QTest::addColumn<QList<VendorFault>>("problems");
        const auto row = [](const char* name, const QByteArray& bytes, const QStringList& hits, const QList<VendorFault>& problems) {
            QTest::newRow(name) << bytes << hits << problems;
        };
        row("an unknown event", "event: weather\nid: w\ndata: {}\n\n" + hitEvent(1), ids(1, 1), {});
        row("a line of 10 MB", "data: " + QByteArray(10 << 20, 'x') + "\n\n" + hitEvent(1), ids(1, 1), {VendorFault::TooLarge});
        row("a hit that is not JSON", "event: hit\nid: hit-1\ndata: {\"hit_id\":\n\n" + hitEvent(2), ids(2, 1), {VendorFault::Malformed});
        row("an id that is not the hit's", "event: hit\nid: hit-9\ndata: " + hitData(1) + "\n\n" + hitEvent(2), ids(2, 1),
            {VendorFault::Inconsistent});
        row("a hit without an id", "event: hit\ndata: " + hitData(1) + "\n\n" + hitEvent(2), ids(2, 1), {VendorFault::Inconsistent});
        row("500 at once", hitEvents(1, 500), ids(1, 500), {});
    }
    void survives()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, hits);
        QFETCH(QList<VendorFault>, problems);
        script({{.pieces = {streamHead + chunk(bytes)}}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE_WITH_TIMEOUT(told.hits, hits, 20'000);
        QCOMPARE(told.problems.size(), static_cast<std::size_t>(problems.size()));
        for (qsizetype i = 0; i < problems.size(); ++i)
            QCOMPARE(told.problems[static_cast<std::size_t>(i)].fault, problems[i]);
        QCOMPARE(stream->link(), StreamLink::Live);
    }

    void splitPacketsChangeNothing()
    {
        std::vector<QByteArray> pieces{streamHead};
        const QByteArray bytes = hitEvents(1, 2);
        for (qsizetype at = 0; at < bytes.size(); at += 7)
            pieces.push_back(chunk(bytes.sliced(at, std::min<qsizetype>(7, bytes.size() - at))));
        script({{.pieces = pieces}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 2));
    }

    void goesOnAfterADrop()
    {
        // Cut in the middle of the 41st; then from 32 hits before the last whole one, as the vendor may have held one back.
        const QByteArray whole = hitEvents(1, 40), cut = hitEvent(41).first(60);
        script({{.pieces = {streamHead + chunk(whole + cut)}, .close = true}, {.pieces = {streamHead + chunk(hitEvents(9, 35))}}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 40) + ids(9, 35));
        QVERIFY(m_server->requests()[0].header("last-event-id").isEmpty());
        QCOMPARE(m_server->requests()[1].header("last-event-id"), "hit-8"_ba);
        QVERIFY(told.links.contains(StreamLink::Waiting));
        QCOMPARE(stream->link(), StreamLink::Live);
    }

    void takesSilenceForTheEnd()
    {
        script({{.pieces = {streamHead + chunk(hitEvent(1))}}, {.pieces = {streamHead + chunk(hitEvents(1, 2))}}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 1) + ids(1, 2));
        QVERIFY(told.links.contains(StreamLink::Waiting));
    }

    void comesBackAfterFaultsOfTheVendor()
    {
        script({Reply::json("{}", 503), Reply::json("{}", 200), Reply::hangUp(), {.pieces = {streamHead + chunk(hitEvent(1))}}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 1));
        QCOMPARE(m_server->requests().size(), 4U);
    }

    void stopsWhereTheVendorWantsNoMore()
    {
        script({Reply::json("{}", 401)});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(stream->link(), StreamLink::Refused);
        QCOMPARE(told.problems.at(0).fault, VendorFault::SessionEnded);
    }

    void pollsWhereThereIsNoStream()
    {
        script({Reply::json("{\"hits\":[" + hitData(1) + ',' + hitData(2) + "],\"next\":\"hit-2\"}"),
                Reply::json("{\"hits\":[" + hitData(3) + "],\"next\":null}"), Reply::json("{\"hits\":[],\"next\":null}")});
        Told told;
        const auto stream = m_client->alerts().open(u"hit-0"_s, false, told.sink());
        QTRY_COMPARE(told.hits, ids(1, 3));
        QCOMPARE(stream->link(), StreamLink::Polling);
        QTRY_VERIFY(m_server->requests().size() >= 4);
        QCOMPARE(m_server->requests()[0].target, "/v1/alerts/hits?after=hit-0&limit=200"_ba);
        QCOMPARE(m_server->requests()[1].target, "/v1/alerts/hits?after=hit-2&limit=200"_ba);
        QCOMPARE(m_server->requests()[2].target, "/v1/alerts/hits?after=hit-0&limit=200"_ba); // the last 32 once more
    }

    void endsWhenItIsLetGo()
    {
        script({{.pieces = {streamHead + chunk(hitEvent(1))}}});
        Told told;
        auto stream = m_client->alerts().open({}, true, told.sink());
        QTRY_COMPARE(told.hits.size(), 1);
        stream.reset();
        const auto links = told.links;
        QTest::qWait(20);
        QCOMPARE(told.links, links);
    }

    void stallsNothing()
    {
        script({{.pieces = {streamHead + chunk(hitEvents(1, 500))}}});
        Told told;
        const auto stream = m_client->alerts().open({}, true, told.sink());
        qint64 longest = 0;
        QElapsedTimer all;
        all.start();
        while (told.hits.size() < 500 && all.elapsed() < 20'000) {
            QElapsedTimer turn;
            turn.start();
            const auto before = told.hits.size();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            // The same thread plays the vendor, so only turns that brought hits are ours alone.
            if (told.hits.size() > before)
                longest = std::max(longest, turn.elapsed());
        }
        QCOMPARE(told.hits.size(), 500);
        qInfo("longest turn of the event loop that brought hits: %lld ms", static_cast<long long>(longest));
    }
};

QTEST_GUILESS_MAIN(AlertClientTest)
#include "AlertClientTest.moc"
