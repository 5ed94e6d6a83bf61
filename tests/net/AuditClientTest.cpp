// The vendor's record of queries and its users over real TLS, against a scripted vendor: what is asked, and what is believed.
#include "ClientDesk.h"

#include "ports/VendorAuditClient.h"

using namespace casebound;
using namespace casebound::test;

namespace {

QByteArray entry(int number, const QByteArray& plate = "TEST123")
{
    return "{\"query_id\":\"q-" + QByteArray::number(number) + "\",\"user_id\":\"u-1\",\"on_behalf_of\":null,\"plate\":\"" + plate +
           "\",\"jurisdiction\":null,\"from\":\"2026-10-01T00:00:00Z\",\"to\":\"2026-11-01T00:00:00Z\",\"case_number\":\"C-1\","
           "\"reason_code\":\"r\",\"reason_text\":\"made up\",\"received_at\":\"2026-11-20T12:00:00Z\",\"total\":3}";
}

QByteArray user(int number, bool active = true)
{
    return "{\"user_id\":\"u-" + QByteArray::number(number) + "\",\"name\":\"Made Up\",\"active\":" + (active ? "true" : "false") + '}';
}

Reply page(const char* list, const QByteArray& rows, const QByteArray& next = {})
{
    return Reply::json("{\"" + QByteArray(list) + "\":[" + rows + "],\"next\":" + (next.isEmpty() ? "null" : '"' + next + '"') + '}');
}

const Instant from = toInstant(QDateTime(QDate(2026, 11, 20), QTime(0, 0), QTimeZone::UTC));

} // namespace

class AuditClientTest final : public ClientDesk {
    Q_OBJECT

    template <class T>
    T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("the call did not end");
        return future.result();
    }
    /// The whole way: entries in order, or the failure it ended with.
    VendorResult<QStringList> walk(std::stop_token stop = {})
    {
        const auto walk = m_client->auditClient()->queries(from, from + 24h, std::move(stop));
        QStringList ids;
        for (;;) {
            const auto page = wait(walk->next());
            if (!page)
                return std::unexpected(page.error());
            for (const VendorAuditEntry& one : page->entries)
                ids += one.queryId;
            if (page->last)
                return ids;
        }
    }
    VendorResult<std::vector<VendorUser>> users(std::stop_token stop = {}) { return wait(m_client->auditClient()->users(std::move(stop))); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void walksPageByPage()
    {
        script({page("entries", entry(1) + ',' + entry(2), "c 1"), page("entries", entry(3))});
        QCOMPARE(walk().value(), (QStringList{u"q-1"_s, u"q-2"_s, u"q-3"_s}));
        const auto& seen = m_server->requests();
        QCOMPARE(seen.size(), 2U);
        QCOMPARE(seen[0].method, "GET"_ba);
        QCOMPARE(seen[0].target, "/v1/audit/queries?from=2026-11-20T00%3A00%3A00.000000Z&to=2026-11-21T00%3A00%3A00.000000Z&cursor="_ba);
        QVERIFY(seen[1].target.endsWith("&cursor=c%201"));
        QCOMPARE(seen[0].header("accept-language"), "es"_ba);
        QVERIFY(seen[0].header("casebound-query-id").isEmpty()); // it belongs to no query
    }

    void asksForNothingBeforeTheFirstPageIsWanted()
    {
        script({page("entries", entry(1))});
        (void)m_client->auditClient()->queries(from, from + 24h, {});
        QTest::qWait(20);
        QVERIFY(m_server->requests().empty());
    }

    void listsEveryUser()
    {
        script({page("users", user(1) + ',' + user(2), "u-2"), page("users", user(3, false) + ',' + user(1))});
        const auto got = users();
        QCOMPARE(got.value().size(), 3U); // the first one came again, the same
        QVERIFY(!got->back().active);
        QCOMPARE(m_server->requests()[1].target, "/v1/users?cursor=u-2"_ba);
    }

    void believesNoWayThatDoesNotEnd_data()
    {
        QTest::addColumn<std::vector<Reply>>("queries");
        QTest::addColumn<std::vector<Reply>>("users");
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, std::vector<Reply> queries, std::vector<Reply> users, VendorFault fault) {
            QTest::newRow(name) << std::move(queries) << std::move(users) << fault;
        };
        const auto both = [&](const char* name, const Reply& reply, VendorFault fault) { row(name, {reply}, {reply}, fault); };
        row("the same cursor again", {page("entries", entry(1), "c"), page("entries", entry(2), "c")},
            {page("users", user(1), "c"), page("users", user(2), "c")}, VendorFault::Inconsistent);
        row("a ring of cursors", {page("entries", entry(1), "a"), page("entries", entry(2), "b"), page("entries", entry(3), "a")},
            {page("users", user(1), "a"), page("users", user(2), "b"), page("users", user(3), "a")}, VendorFault::Inconsistent);
        row("an empty page that leads on", {page("entries", "", "c")}, {page("users", "", "c")}, VendorFault::Inconsistent);
        row("one id, two contents", {page("entries", entry(1), "c"), page("entries", entry(1, "TEST124"))},
            {page("users", user(1), "c"), page("users", user(1, false))}, VendorFault::Inconsistent);
        both("not JSON", Reply::json("OK"), VendorFault::Malformed);
        both("cursor expired", Reply::json("{}", 410), VendorFault::Gone);
        both("not for this person", Reply::json(R"({"code":"not_permitted"})", 403), VendorFault::NotPermitted);
        both("session ended", Reply::json("{}", 401), VendorFault::SessionEnded);
        both("no answer, four times", Reply::hangUp(), VendorFault::Unreachable);
        both("over the cap", Reply::json('"' + QByteArray(9 << 20, 'x') + '"'), VendorFault::TooLarge);
    }
    void believesNoWayThatDoesNotEnd()
    {
        QFETCH(const std::vector<Reply>, queries);
        QFETCH(const std::vector<Reply>, users);
        script(queries);
        const auto walked = walk();
        QVERIFY(!walked.has_value());
        QTEST(walked.error().fault, "fault");
        script(users);
        const auto listed = this->users();
        QVERIFY(!listed.has_value());
        QTEST(listed.error().fault, "fault");
    }

    void dropsARepeatOnALaterPage()
    {
        script({page("entries", entry(1) + ',' + entry(2), "c"), page("entries", entry(2) + ',' + entry(3))});
        QCOMPARE(walk().value(), (QStringList{u"q-1"_s, u"q-2"_s, u"q-3"_s}));
    }

    void triesAgainWhereTheVendorIsBusy()
    {
        script({Reply::json("{}", 503), page("entries", entry(1))});
        QCOMPARE(walk().value(), QStringList{u"q-1"_s});
    }

    void endsWithCancelledWhenItIsStoppedOrTheClientGoes()
    {
        script({Reply::silence()});
        std::stop_source stop;
        const auto way = m_client->auditClient()->queries(from, from + 24h, stop.get_token());
        auto open = way->next();
        auto listing = m_client->auditClient()->users(stop.get_token());
        stop.request_stop();
        QCOMPARE(wait(open).error().fault, VendorFault::Cancelled);
        QCOMPARE(wait(listing).error().fault, VendorFault::Cancelled);

        auto walk = m_client->auditClient()->queries(from, from + 24h, {});
        auto left = walk->next();
        walk.reset(); // a way that is let go of answers all the same
        m_client.reset();
        QCOMPARE(wait(left).error().fault, VendorFault::Cancelled);
    }

    void stallsNothingOverALongRecord()
    {
        constexpr int pages = 40, perPage = 500;
        std::vector<Reply> replies;
        for (int n = 0; n < pages; ++n) {
            QByteArray rows;
            for (int k = 0; k < perPage; ++k)
                rows += (k ? "," : "") + entry(n * perPage + k);
            replies.push_back(page("entries", rows, n + 1 < pages ? "c-" + QByteArray::number(n) : QByteArray()));
        }
        script(std::move(replies));
        QElapsedTimer all;
        all.start();
        const auto got = walk();
        QCOMPARE(got.value().size(), pages * perPage);
        qInfo("%d entries of the vendor's record in %lld ms", pages * perPage, static_cast<long long>(all.elapsed()));
    }
};

QTEST_GUILESS_MAIN(AuditClientTest)
#include "AuditClientTest.moc"
