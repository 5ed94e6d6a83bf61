// The JSON of the vendor's record of queries and of its users: what is taken, and what is refused whole.
#include "net/AuditJson.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QByteArray oneEntry = R"({"query_id":"01990000-0000-7000-8000-0000000000aa","user_id":"u-1","on_behalf_of":null,"plate":"TEST123",)"
                            R"("jurisdiction":null,"from":"2026-10-01T00:00:00Z","to":"2026-11-20T12:00:00.25Z","case_number":"C-1",)"
                            R"("reason_code":"r","reason_text":"a \"quoted\" reason","received_at":"2026-11-20T12:00:01Z","total":null})";
const QByteArray oneUser = R"({"user_id":"u-1","name":"Made Up","active":true,"trained_on":"2026-02-28","training_expires_on":null})";

QByteArray page(const char* list, const QByteArray& rows, const QByteArray& next = "null")
{
    return "{\"" + QByteArray(list) + "\":[" + rows + "],\"next\":" + next + '}';
}

} // namespace

class AuditParsersTest : public QObject {
    Q_OBJECT

    const Instant m_from = toInstant(QDateTime(QDate(2026, 11, 20), QTime(0, 0), QTimeZone::UTC)), m_to = m_from + std::chrono::hours(24);

    std::expected<AuditPage, VendorFailure> audit(const QByteArray& bytes) const
    {
        return parseAuditPage(bytes.toStdString(), m_from, m_to);
    }

private Q_SLOTS:
    void readsAPageOfQueries()
    {
        const auto got = audit(page("entries", oneEntry, "\"c 1\""));
        QVERIFY2(got.has_value(), got ? "" : qPrintable(got.error().detail));
        QCOMPARE(got->next.value_or(std::string()), std::string("c 1"));
        QCOMPARE(got->entries.size(), 1U);
        const VendorAuditEntry& entry = got->entries.front();
        QCOMPARE(entry.queryId, u"01990000-0000-7000-8000-0000000000aa"_s);
        QCOMPARE(entry.userId, u"u-1"_s);
        QVERIFY(entry.onBehalfOf.isEmpty() && entry.jurisdiction.isEmpty());
        QCOMPARE(entry.reasonText, u"a \"quoted\" reason"_s);
        QCOMPARE(toRfc3339(entry.to), u"2026-11-20T12:00:00.250000Z"_s);
        QVERIFY(!entry.total.has_value());
        const auto answered = audit(page("entries", QByteArray(oneEntry).replace("\"total\":null", "\"total\":40,\"unknown\":[{}]")));
        QCOMPARE(answered.value().entries.front().total.value_or(-1), 40);
        QVERIFY(!answered->next);
    }

    void readsAPageOfUsers()
    {
        const auto got = parseUserPage(page("users", oneUser).toStdString());
        QVERIFY2(got.has_value(), got ? "" : qPrintable(got.error().detail));
        QCOMPARE(got->users.front(),
                 (VendorUser{.userId = u"u-1"_s, .name = u"Made Up"_s, .active = true, .trainedOn = QDate(2026, 2, 28)}));
        QVERIFY(parseUserPage(page("users", "").toStdString())->users.empty());
    }

    void refusesAnIllFormedPageOfQueries_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, const QByteArray& bytes, VendorFault fault = VendorFault::Malformed) {
            QTest::newRow(name) << bytes << fault;
        };
        const auto with = [](const QByteArray& before, const QByteArray& after) {
            return page("entries", QByteArray(oneEntry).replace(before, after));
        };
        row("nothing", "");
        row("not JSON", "{\"entries\":[");
        row("another list", page("users", oneEntry));
        row("no next", R"({"entries":[]})");
        row("next of a number", page("entries", "", "1"));
        row("next too long", page("entries", oneEntry, '"' + QByteArray(129, 'c') + '"'));
        row("next empty", page("entries", oneEntry, "\"\""));
        row("no id", with("\"query_id\":\"01990000-0000-7000-8000-0000000000aa\",", ""));
        row("an id too long", with("01990000-0000-7000-8000-0000000000aa", QByteArray(129, 'x')));
        row("nobody", with("\"user_id\":\"u-1\"", "\"user_id\":null"));
        row("no case", with("\"case_number\":\"C-1\"", "\"case_number\":\"\""));
        row("a reason of a number", with("\"a \\\"quoted\\\" reason\"", "7"));
        row("a reason too long", with("a \\\"quoted\\\" reason", QByteArray(4'097, 'x')));
        row("no time of receipt", with(",\"received_at\":\"2026-11-20T12:00:01Z\"", ""));
        row("a time without a zone", with("2026-11-20T12:00:01Z", "2026-11-20T12:00:01"));
        row("a total below nothing", with("\"total\":null", "\"total\":-1"));
        row("half a read", with("\"total\":null", "\"total\":1.5"));
        row("doubled name", with("\"plate\"", "\"plate\":\"A\",\"plate\""));
        row("not UTF-8", with("TEST123", "TEST\xFF"));
        row("lone surrogate", with("TEST123", "\\ud800"));
        row("a window backwards", with("2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z"), VendorFault::Inconsistent);
        row("received before the period", with("2026-11-20T12:00:01Z", "2026-11-19T23:59:59Z"), VendorFault::Inconsistent);
        row("received after the period", with("2026-11-20T12:00:01Z", "2026-11-21T00:00:01Z"), VendorFault::Inconsistent);
        row("the same id, another plate", page("entries", oneEntry + ',' + QByteArray(oneEntry).replace("TEST123", "TEST124")),
            VendorFault::Inconsistent);
        QByteArray many = oneEntry;
        for (std::size_t n = 0; n < longestOversightPage; ++n)
            many += ',' + oneEntry;
        row("more than a page holds", page("entries", many), VendorFault::TooLarge);
    }
    void refusesAnIllFormedPageOfQueries()
    {
        QFETCH(const QByteArray, bytes);
        const auto got = audit(bytes);
        QVERIFY(!got.has_value());
        QTEST(got.error().fault, "fault");
    }

    void refusesAnIllFormedPageOfUsers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, const QByteArray& bytes, VendorFault fault = VendorFault::Malformed) {
            QTest::newRow(name) << bytes << fault;
        };
        const auto with = [](const QByteArray& before, const QByteArray& after) {
            return page("users", QByteArray(oneUser).replace(before, after));
        };
        row("not JSON", "[]");
        row("no next", R"({"users":[]})");
        row("nobody", with("\"user_id\":\"u-1\"", "\"user_id\":\"\""));
        row("no name", with("\"name\":\"Made Up\",", ""));
        row("a name too long", with("Made Up", QByteArray(257, 'x')));
        row("active as text", with("\"active\":true", "\"active\":\"true\""));
        row("active or not", with("\"active\":true", "\"active\":null"));
        row("a day that is none", with("2026-02-28", "2026-02-29"));
        row("a time for a day", with("2026-02-28", "2026-02-28T00:00:00Z"));
        row("a day written otherwise", with("2026-02-28", "28.02.2026"));
        row("a day with a sign", with("2026-02-28", "2026-02--8"));
        row("the same id, closed", page("users", oneUser + ',' + QByteArray(oneUser).replace("true", "false")), VendorFault::Inconsistent);
    }
    void refusesAnIllFormedPageOfUsers()
    {
        QFETCH(const QByteArray, bytes);
        const auto got = parseUserPage(bytes.toStdString());
        QVERIFY(!got.has_value());
        QTEST(got.error().fault, "fault");
    }

    void dropsIdenticalRepeats()
    {
        const QByteArray other = QByteArray(oneEntry).replace("0000aa", "0000bb");
        const auto got = audit(page("entries", oneEntry + ',' + other + ',' + oneEntry + ',' + oneEntry));
        QCOMPARE(got.value().entries.size(), 2U);
        QVERIFY(got->entries[0].queryId.endsWith(u"aa") && got->entries[1].queryId.endsWith(u"bb"));
        QCOMPARE(parseUserPage(page("users", oneUser + ',' + oneUser).toStdString()).value().users.size(), 1U);
    }

    void takesTheLongestReasonInAnyScript()
    {
        const QByteArray longest = QString(4'096, u'\u00e9').toUtf8();
        const auto got = audit(page("entries", QByteArray(oneEntry).replace("a \\\"quoted\\\" reason", longest)));
        QCOMPARE(got.value().entries.front().reasonText.size(), 4'096);
    }
};

QTEST_GUILESS_MAIN(AuditParsersTest)
#include "AuditParsersTest.moc"
