// Server-sent events and the JSON of alerts and hits: what is taken, and what is refused whole.
#include "net/AlertJson.h"
#include "net/SseParser.h"

#include "ReadJsonSamples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;
using namespace std::string_literals;
using namespace std::chrono_literals;

namespace {

std::vector<SseEvent> parsed(std::string_view bytes, std::size_t step = std::string_view::npos, std::uint64_t* tooLong = nullptr)
{
    SseParser parser;
    std::vector<SseEvent> events;
    for (std::size_t at = 0; at < bytes.size(); at += std::min(step, bytes.size() - at))
        parser.feed(bytes.substr(at, step), events);
    if (tooLong)
        *tooLong = parser.tooLong();
    return events;
}

SseEvent sseEvent(std::string type, std::string id, std::string data)
{
    return {.type = std::move(type), .id = std::move(id), .data = std::move(data)};
}

std::string hit(int number, const QByteArray& alertId = "01990000-0000-7000-8000-0000000000aa")
{
    return ("{\"hit_id\":\"hit-" + QByteArray::number(number) + "\",\"alert_id\":\"" + alertId + "\",\"read\":" + sampleRead(number) + '}')
        .toStdString();
}

AlertEntry entryOf()
{
    AlertEntry entry{.id = AlertId::fromText(u"01990000-0000-7000-8000-0000000000aa"_s), .plate = Plate::fromTyped(u"TEST123").value()};
    entry.jurisdiction = JurisdictionKey(u"US-TX"_s);
    entry.caseNumber = CaseNumber(u"CASE-2026-0001"_s);
    entry.reasonCode = ReasonCode(u"made-up-reason"_s);
    entry.reasonText = u"Line one\n\"two\""_s;
    entry.expiresAt = toInstant(QDateTime::fromString(u"2027-06-30T23:59:59Z"_s, Qt::ISODate));
    return entry;
}

const std::string oneAlert =
    R"({"alert_id":"01990000-0000-7000-8000-0000000000aa","owner":"u-1","plate":"TEST123","jurisdiction":null,"case_number":"C-1",)"
    R"("reason_code":"r","reason_text":"t","expires_at":"2027-06-30T23:59:59Z","state":"suspended","created_at":null})";

} // namespace

class AlertParsersTest : public QObject {
    Q_OBJECT
    const VendorOrigin m_origin = VendorOrigin::create(QUrl(u"https://vendor.example"_s)).value();
    const Instant m_now = sampleTerms().to;

private Q_SLOTS:
    void readsEvents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::vector<SseEvent>>("events");
        const auto row = [](const char* name, const std::string& bytes, std::vector<SseEvent> events) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << std::move(events);
        };
        row("one", "event: hit\nid: 7\ndata: {}\n\n", {sseEvent("hit", "7", "{}")});
        row("carriage returns", "event:hit\rid:7\rdata:{}\r\r", {sseEvent("hit", "7", "{}")});
        row("both", "event: hit\r\nid: 7\r\ndata: {}\r\n\r\n", {sseEvent("hit", "7", "{}")});
        row("several data lines", "data: a\ndata:\ndata: b\n\n", {sseEvent("", "", "a\n\nb")});
        row("one space is the separator's", "data:  a \n\n", {sseEvent("", "", " a ")});
        row("comments and unknown fields", ": keep-alive\nretry: 5\nfoo: bar\ndata: a\n\n", {sseEvent("", "", "a")});
        row("a field without a colon", "data\n\n", {sseEvent("", "", "")});
        row("nothing without data", "event: hit\nid: 7\n\ndata: a\n\n", {sseEvent("", "", "a")});
        row("an id is of its event alone", "id: 1\ndata: a\n\ndata: b\n\n", {sseEvent("", "1", "a"), sseEvent("", "", "b")});
        row("an id with a NUL is none", "id: 1\0"s + "2\ndata: a\n\n", {sseEvent("", "", "a")});
        row("a byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {sseEvent("", "", "a")});
        row("half a mark is text",
            "\xEF\xBB"
            "data: a\n\ndata: b\n\n",
            {sseEvent("", "", "b")});
        row("cut off before the blank line", "data: a\n\ndata: b\n", {sseEvent("", "", "a")});
    }
    void readsEvents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(std::vector<SseEvent>, events);
        const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        for (const std::size_t step : {std::string_view::npos, std::size_t{1}, std::size_t{2}, std::size_t{7}})
            QVERIFY(parsed(all, step) == events);
    }

    void leavesOutWhatIsTooLongAndGoesOn()
    {
        std::uint64_t tooLong = 0;
        const std::string line = "event: hit\nid: 1\ndata: " + std::string(10UL << 20, 'x') + "\n\ndata: after\n\n";
        for (const std::size_t step : {std::string_view::npos, std::size_t{65'536}}) {
            QVERIFY(parsed(line, step, &tooLong) == std::vector{sseEvent("", "", "after")});
            QCOMPARE(tooLong, 1U);
        }
        std::string lines = "data: ";
        for (int i = 0; i < 3; ++i)
            lines += std::string(500'000, 'x') + "\ndata: ";
        QVERIFY(parsed(lines + "\n\ndata: after\n\n", 4'096, &tooLong) == std::vector{sseEvent("", "", "after")});
        QCOMPARE(tooLong, 1U);
        const std::string longest = "data: " + std::string(SseParser::longestLine - 6, 'x') + "\n\n";
        QCOMPARE(parsed(longest, 1'000, &tooLong).size(), 1U);
        QCOMPARE(tooLong, 0U);
        // Counted where it goes over the limit: a connection that breaks before the end of the line must not hide it.
        QVERIFY(parsed("data: " + std::string(SseParser::longestLine, 'x'), 4'096, &tooLong).empty());
        QCOMPARE(tooLong, 1U);
    }

    void readsAHit()
    {
        const auto got = parseHit(hit(3), m_origin, m_now);
        QVERIFY2(got.has_value(), got ? "" : qPrintable(got.error().detail));
        QCOMPARE(got->hitId, u"hit-3"_s);
        QCOMPARE(got->alertId, u"01990000-0000-7000-8000-0000000000aa"_s);
        QCOMPARE(got->read.readId, u"read-000000000000000000000003"_s);
        QCOMPARE(got->read.plate, u"TEST 123"_s);
        QCOMPARE(got->read.images.size(), 2U);
        QCOMPARE(got->receivedAt, m_now);
        QVERIFY(!got->read.exact);
    }

    void refusesAnIllFormedHit_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, const std::string& data, VendorFault fault) {
            QTest::newRow(name) << QByteArray::fromStdString(data) << fault;
        };
        const auto with = [](const QByteArray& before, const QByteArray& after) {
            return QByteArray::fromStdString(hit(3)).replace(before, after).toStdString();
        };
        row("not JSON", "{\"hit_id\":", VendorFault::Malformed);
        row("no hit id", with("\"hit_id\":\"hit-3\",", ""), VendorFault::Malformed);
        row("no read", R"({"hit_id":"h","alert_id":"a"})", VendorFault::Malformed);
        row("a read of null", R"({"hit_id":"h","alert_id":"a","read":null})", VendorFault::Malformed);
        row("an empty plate", with("\"plate\":\"TEST 123\"", "\"plate\":\"\""), VendorFault::Malformed);
        row("doubled name", with("\"hit_id\"", "\"hit_id\":\"x\",\"hit_id\""), VendorFault::Malformed);
        row("an image elsewhere", with("/v1/images/p3.jpg", "https://elsewhere.example/v1/images/p3.jpg"), VendorFault::WrongOrigin);
        row("from the future", with("\"captured_at\":\"2026-03-04", "\"captured_at\":\"2036-03-04"), VendorFault::Inconsistent);
        row("not UTF-8", with("TEST 123", "TEST \xFF"), VendorFault::Malformed);
        row("an id of 129", with("hit-3", QByteArray(129, 'x')), VendorFault::Malformed);
    }
    void refusesAnIllFormedHit()
    {
        QFETCH(QByteArray, data);
        const auto got = parseHit(data.toStdString(), m_origin, m_now);
        QVERIFY(!got.has_value());
        QTEST(got.error().fault, "fault");
    }

    void readsPagesOfHits()
    {
        const auto page = parseHitPage("{\"hits\":[" + hit(1) + ',' + hit(2) + "],\"next\":\"hit-2\"}", m_origin, m_now, 2);
        QVERIFY(page.has_value());
        QCOMPARE(page->hits.size(), 2U);
        QCOMPARE(page->next, "hit-2"s);
        QVERIFY(!parseHitPage("{\"hits\":[],\"next\":null}", m_origin, m_now, 2)->next);
        const auto fault = [&](const std::string& body, std::size_t limit) {
            const auto got = parseHitPage(body, m_origin, m_now, limit);
            return got ? VendorFault::Cancelled : got.error().fault;
        };
        QCOMPARE(fault("{\"hits\":[]}", 2), VendorFault::Malformed); // next is required
        QCOMPARE(fault("{\"hits\":[" + hit(1) + ',' + hit(2) + "],\"next\":null}", 1), VendorFault::Inconsistent);
        QCOMPARE(fault("{\"hits\":[],\"next\":\"hit-2\"}", 2), VendorFault::Inconsistent); // would go on for ever
        QCOMPARE(fault("{\"hits\":[{}],\"next\":null}", 2), VendorFault::Malformed);
    }

    void readsEntries()
    {
        const auto alert = parseAlert(oneAlert);
        QVERIFY2(alert.has_value(), alert ? "" : qPrintable(alert.error().detail));
        QCOMPARE(alert->owner, u"u-1"_s);
        QCOMPARE(alert->plate, u"TEST123"_s);
        QVERIFY(!alert->active);
        QCOMPARE(alert->expiresAt, entryOf().expiresAt);
        QVERIFY(!parseAlert(QByteArray::fromStdString(oneAlert).replace("suspended", "asleep").toStdString()));
        QVERIFY(!parseAlert("{}"));
        const auto page = parseAlertPage("{\"alerts\":[" + oneAlert + "],\"next\":\"c\"}");
        QCOMPARE(page.value().alerts.size(), 1U);
        QCOMPARE(page->next, "c"s);
        QVERIFY(!parseAlertPage("{\"alerts\":[" + oneAlert + "]}"));
        QVERIFY(!parseAlertPage("{\"alerts\":[{}],\"next\":null}")); // never a silently shorter list
    }

    void writesAnEntry()
    {
        AlertEntry entry = entryOf();
        QJsonObject expected{{u"plate"_s, u"TEST123"_s},
                             {u"jurisdiction"_s, u"US-TX"_s},
                             {u"case_number"_s, u"CASE-2026-0001"_s},
                             {u"reason_code"_s, u"made-up-reason"_s},
                             {u"reason_text"_s, entry.reasonText},
                             {u"expires_at"_s, u"2027-06-30T23:59:59.000000Z"_s},
                             {u"state"_s, u"active"_s}};
        QCOMPARE(QJsonDocument::fromJson(alertBody(entry)).object(), expected);
        entry.state = AlertState::Suspended;
        entry.jurisdiction = {};
        expected[u"state"_s] = u"suspended"_s;
        expected[u"jurisdiction"_s] = QJsonValue::Null;
        QCOMPARE(QJsonDocument::fromJson(alertBody(entry)).object(), expected);
    }
};

QTEST_GUILESS_MAIN(AlertParsersTest)
#include "AlertParsersTest.moc"
