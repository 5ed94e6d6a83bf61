#include "practice_vendor/HttpConnection.h"
#include "practice_vendor/PracticePki.h"
#include "practice_vendor/PracticeServer.h"
#include "practice_vendor/VendorApi.h"

#include "domain/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound::practice;
using namespace Qt::StringLiterals;

namespace {

const QDateTime end = QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate);

VendorOptions options()
{
    VendorOptions out;
    out.clock = PracticeClock(end);
    return out;
}

HttpRequest query(int limit = 100)
{
    const QByteArray id = casebound::QueryId::create().text().toUtf8();
    HttpRequest request;
    request.method = "POST";
    request.path = u"/v1/queries"_s;
    request.user = u"agent-01"_s;
    request.headers = {{"content-type", "application/json"}, {"casebound-query-id", id}};
    request.body = R"({"query_id":")" + id +
                   R"(","plate":"PMX4810","from":"2024-12-01T00:00:00Z","to":"2026-11-20T12:00:00Z","case_number":"PM-1",)"
                   R"("matter":"criminal","reason_code":"practice","reason_text":"practice","limit":)" +
                   QByteArray::number(limit) + "}";
    return request;
}

} // namespace

class FaultTest : public QObject {
    Q_OBJECT

    std::optional<HttpAnswer> m_answer;

    HttpAnswer ask(VendorApi& api, const HttpRequest& request)
    {
        m_answer.reset();
        api.handle(request, [this](HttpAnswer answer) { m_answer = std::move(answer); });
        (void)QTest::qWaitFor([this] { return m_answer.has_value(); }, 60'000);
        return m_answer.value_or(HttpAnswer{.status = 0});
    }

private Q_SLOTS:
    void refusesUnknownNamesCountsAndRoutes()
    {
        FaultPlan plan;
        for (const QString& text : {u"no-such"_s, u""_s, u"truncated:0"_s, u"truncated:x"_s, u"truncated@nowhere"_s})
            QVERIFY2(!plan.arm(text), qPrintable(text));
        QVERIFY(plan.arm(u"truncated:2@images"_s));
        QCOMPARE(plan.waiting(), QStringList(u"truncated:2"_s));
    }

    /// Each fault but the connection's own changes an answer of its route, exactly as often as asked.
    void everyFaultStrikesOnce_data()
    {
        QTest::addColumn<int>("index");
        const auto all = allFaults();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QByteArrayView name(all[i].name);
            const bool connection = name.startsWith("stream-") || name.endsWith("-before-receiving");
            if (!connection)
                QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void everyFaultStrikesOnce()
    {
        QFETCH(const int, index);
        const FaultInfo& fault = allFaults()[static_cast<std::size_t>(index)];
        FaultPlan plan;
        QVERIFY(plan.arm(QString::fromLatin1(fault.name)));
        const FaultContext context{.route = fault.route, .limit = 3, .cursor = u"c-1"_s};
        HttpAnswer sound{.contentType = "application/json", .headers = {}, .body = {}};
        if (fault.route == Route::Images) {
            sound.contentType = "image/jpeg";
            sound.body = "image bytes";
        } else if (fault.route == Route::Capabilities) {
            sound.body = R"({"api":"1.0","time":"2026-11-20T12:00:00Z","vendor":"x"})";
        } else if (fault.route == Route::Audit) {
            sound.body = R"({"entries":[{"query_id":"q","case_number":"PM-1"}],"next":null})";
        } else if (fault.route == Route::Users) {
            sound.body = R"({"users":[{"user_id":"u","active":false}],"next":null})";
        } else {
            sound.body =
                R"({"query_id":"q","total":1,"next":null,"reads":[{"captured_at":"2026-11-19T12:00:00.000Z","location":{"lat":30.5,"lon":-41.5},)"
                R"("plate":"PMX4810","images":[{"url":"/v1/images/a","sha256":"00"}]}]})";
        }
        HttpAnswer first = plan.instead(fault.route).value_or(sound);
        plan.spoil(first, context);
        QVERIFY2(first.status != sound.status || first.body != sound.body || first.delivery != sound.delivery ||
                     first.contentType != sound.contentType,
                 fault.what);
        QVERIFY(plan.waiting().isEmpty());
        HttpAnswer second = sound;
        QVERIFY(!plan.instead(fault.route));
        plan.spoil(second, context);
        QCOMPARE(second.body, sound.body);
    }

    void plantsSeveralDiscrepanciesInOneAnswer()
    {
        FaultPlan plan;
        for (const char* name : {"audit-unknown-query:2", "audit-lost-query", "audit-other-fields"})
            QVERIFY(plan.arm(QString::fromLatin1(name)));
        HttpAnswer answer{.contentType = "application/json", .headers = {}, .body = {}};
        answer.body = R"({"entries":[{"query_id":"a","case_number":"PM-1"},{"query_id":"b","case_number":"PM-1"}],"next":null})";
        plan.spoil(answer, {.route = Route::Audit, .limit = 0, .cursor = {}});
        const QJsonArray entries = QJsonDocument::fromJson(answer.body)["entries"_L1].toArray();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0]["query_id"_L1].toString(), u"b"_s);
        QCOMPARE(entries[1]["case_number"_L1].toString(), u"PM-0000-OTHER"_s);
        QCOMPARE(plan.waiting(), QStringList(u"audit-unknown-query:1"_s));
    }

    void waitsForAnAnswerThatCanShowIt()
    {
        VendorApi api(options());
        QVERIFY(api.faults().arm(u"repeated-cursor@queries"_s)); // a first page has no cursor to repeat
        QCOMPARE(ask(api, query()).status, 200);
        QCOMPARE(api.faults().waiting().size(), 1);
    }

    void repeatsAReadOnlyWhereThePageHasRoom()
    {
        VendorApi api(options());
        const auto reads = [&](const HttpAnswer& answer) { return QJsonDocument::fromJson(answer.body)["reads"_L1].toArray(); };
        QVERIFY(api.faults().arm(u"duplicate-differing"_s));
        QCOMPARE(reads(ask(api, query(40))).size(), 40); // as many as were asked for: the fault waits
        QCOMPARE(api.faults().waiting().size(), 1);
        const QJsonArray repeated = reads(ask(api, query(41)));
        QVERIFY(api.faults().waiting().isEmpty());
        QCOMPARE(repeated.size(), 41);
        QJsonObject copy = repeated[40].toObject();
        const QJsonObject original = repeated[0].toObject();
        QVERIFY(copy["captured_at"_L1].toString() != original["captured_at"_L1].toString());
        copy["captured_at"_L1] = original["captured_at"_L1];
        QCOMPARE(copy, original);
    }

    void spoilsARealAnswer()
    {
        VendorApi api(options());
        const auto reads = [&](const HttpAnswer& answer) { return QJsonDocument::fromJson(answer.body)["reads"_L1].toArray(); };
        QCOMPARE(reads(ask(api, query())).size(), 40);
        QVERIFY(api.faults().arm(u"duplicate-identical"_s));
        const QJsonArray doubled = reads(ask(api, query()));
        QCOMPARE(doubled.size(), 41);
        QCOMPARE(doubled[40], doubled[0]);
        QVERIFY(api.faults().arm(u"too-many-reads"_s));
        QCOMPARE(reads(ask(api, query(7))).size(), 8);
        QVERIFY(api.faults().arm(u"status-429"_s));
        const HttpAnswer busy = ask(api, query());
        QCOMPARE(busy.status, 429);
        QCOMPARE(busy.headers[0].second, QByteArray("1"));
        QCOMPARE(ask(api, query()).status, 200);
    }

    /// Over a real socket: what a client sees of faults that are not in the answer's bytes.
    void breaksConnections_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<bool>("whole");
        QTest::newRow("none") << QString() << true << true;
        QTest::newRow("dropped before") << u"drop-before-receiving"_s << false << false;
        QTest::newRow("dropped after") << u"drop-after-receiving"_s << true << false;
        QTest::newRow("truncated") << u"truncated"_s << true << false;
        QTest::newRow("truncated, chunked") << u"truncated-chunked"_s << true << false;
    }
    void breaksConnections()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, recorded);
        QFETCH(const bool, whole);
        QTemporaryDir folder;
        const auto pki = makePracticePki(folder.path());
        QVERIFY(pki);
        VendorApi api(options());
        if (!fault.isEmpty())
            QVERIFY(api.faults().arm(fault));
        PracticeServer server(
            api, {.certificateFile = pki->serverCertificate, .keyFile = pki->serverKey, .clientCaFile = pki->authority, .recordFile = {}});
        QVERIFY(server.start());

        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(pki->authority));
        tls.setLocalCertificate(QSslCertificate::fromPath(folder.filePath(u"agent.pem"_s)).front());
        QFile key(folder.filePath(u"agent.key"_s));
        QVERIFY(key.open(QIODevice::ReadOnly));
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), 20'000);
        const HttpRequest request = query();
        socket.write(
            "POST /v1/queries HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nCasebound-Query-Id: " +
            request.header("casebound-query-id") + "\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" +
            request.body);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 60'000);
        const QByteArray answer = socket.readAll();
        QCOMPARE(server.record().lines().size(), std::size_t(recorded ? 1 : 0));
        const qsizetype head = answer.indexOf("\r\n\r\n");
        const bool complete = head > 0 && QJsonDocument::fromJson(answer.sliced(head + 4)).isObject();
        QCOMPARE(complete, whole);
    }
};

QTEST_MAIN(FaultTest)
#include "FaultTest.moc"
