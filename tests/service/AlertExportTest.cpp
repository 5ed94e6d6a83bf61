// A case with hits of the alert list on its way out: what the log says of them is there, and they are counted as what they are.
#include "service/AlertDesk.h"
#include "service/ExportVerdict.h"

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// The alert list's desk with a log as a workstation signs it, and a search of two reads.
struct HitDesk {
    AlertDesk alerts;
    PrivateKey logKey = *PrivateKey::generateP256();
    test::People people;
    QTemporaryDir out;
    std::unique_ptr<CaseExport> service;

    HitDesk()
    {
        alerts.service.reset();
        openSignedLog(alerts.desk, logKey);
        alerts.desk.openServices();
        alerts.sit(u"u-agent"_s);
    }
    QueryRun* search()
    {
        QueryRun* run = alerts.desk.search();
        alerts.desk.lastCall().page(alerts.desk.page({{.plate = PlateText}, {.plate = u"TST1Z34"_s}}), 2);
        alerts.desk.lastCall().answer(2);
        return run;
    }
    void judge(QueryRun& run, std::size_t read, bool keep)
    {
        QVERIFY(alerts.desk.verification->judge(run, read, Verdict::Unreadable, u"Too dark"_s));
        if (keep)
            QVERIFY(alerts.desk.caseService->keep(run, read, u"Shows another van at the depot"_s, true));
    }
    void judge(const QString& hitId, bool keep)
    {
        const AlertHitRow row = *alerts.service->hit(hitId);
        judge(*row.run, static_cast<std::size_t>(row.read), keep);
    }
    /// A folder, written by whoever sits there.
    QString exported()
    {
        service = std::make_unique<CaseExport>(
            CaseExport::Parts{.log = *alerts.desk.log,
                              .cases = *alerts.desk.cases,
                              .kept = *alerts.desk.kept,
                              .profile = alerts.desk.profile,
                              .clock = alerts.desk.clock,
                              .actor = {.user = alerts.who, .role = Role::Agent},
                              .sign = [this](const QByteArray& bytes) {
                                  return KeyCredential::fromParts(people.signerKey, people.signer).value()->sign(bytes);
                              }});
        std::optional<CaseExportResult> result;
        QObject::connect(service.get(), &CaseExport::finished, service.get(), [&](const CaseExportResult& one) { result = one; });
        CaseExportRequest request;
        request.subject = CaseNumber(CaseText);
        request.kind = BundleKind::Folder;
        request.target = out.filePath(u"x"_s);
        request.plainAcknowledged = true;
        if (!service->start(request) || !QTest::qWaitFor([&] { return result.has_value(); }, 60'000) || !*result)
            return {};
        return (*result)->path;
    }
};

} // namespace

class AlertExportTest : public QObject {
    Q_OBJECT

    static void compare(const QString& bag, const QList<std::pair<QByteArray, QByteArray>>& numbers)
    {
        for (const auto& [term, value] : numbers)
            QVERIFY2(infoOf(bag, term) == value, (term + ": " + infoOf(bag, term) + ", not " + value).constData());
    }

private Q_SLOTS:
    void hitsAreCountedAsHitsAndProvenLikeEverythingElse()
    {
        HitDesk desk;
        const AlertEntry entry = desk.alerts.add();
        for (int n = 101; n <= 103; ++n) {
            AlertHit hit = desk.alerts.hit(entry, n);
            if (n == 102)
                hit.read.plate = u"T5T1234"_s; // near
            desk.alerts.send(hit);
        }
        QueryRun* run = desk.search();
        const QByteArray search = run->terms().id.text().toUtf8(); // the run goes when it is closed
        desk.judge(*run, 0, true);
        desk.judge(u"hit-000101"_s, true);
        desk.judge(u"hit-000102"_s, false);
        desk.alerts.desk.queries->close(*run, QueryRun::EndReason::Closed);

        const QString bag = desk.exported();
        QVERIFY(!bag.isEmpty());
        const BagReport report = verified(desk.logKey, desk.people, bag);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        compare(bag, {{"Searches sent", "1"},
                      {"Reads returned", "2"},
                      {"Near matches among them", "1"},
                      {"Alert hits received", "3"},
                      {"Near matches among the alert hits", "1"},
                      {"Reads kept", "2"},
                      {"Kept reads that were alert hits", "1"},
                      {"Reads discarded", "1"},
                      {"Reads returned that nobody verified", "1"}, // the search's second, whatever was found of hits
                      {"Alert hits that nobody verified", "1"},
                      {"Kept reads that are contrary", "2"},
                      {"Kept reads in this export", "2"}});
        const QByteArray info = test::contents(bag + u"/bag-info.txt"_s);
        QVERIFY(!info.contains("still on the screen") && !info.contains("ask the office why"));

        // The same by counting the log's entries, not by any code of the export's.
        QMap<QString, int> events;
        for (const QJsonObject& one : desk.alerts.desk.entries()) {
            if (one["query_id"_L1].toString() == entry.id.text())
                ++events[one["event"_L1].toString()];
        }
        QCOMPARE(
            events,
            (QMap<QString, int>{
                {u"alert.intended"_s, 1}, {u"alert.confirmed"_s, 1}, {u"alert.hit"_s, 3}, {u"read.verified"_s, 2}, {u"read.kept"_s, 1}}));
        const QByteArray extract = test::contents(bag + u"/data/audit/entries.jsonl"_s);
        QCOMPARE(extract.count("\\\"query_id\\\":\\\"" + entry.id.text().toUtf8()), 8);
        QCOMPARE(test::contents(bag + u"/data/alerts.csv"_s).count("unverified when it came"), 3);

        const QByteArray reads = test::contents(bag + u"/data/reads.csv"_s);
        QCOMPARE(reads.count(",alert hit," + entry.id.text().toUtf8() + ",read-101,"), 1);
        QCOMPARE(reads.count(",search," + search + ','), 1);
        QVERIFY(test::contents(bag + u"/data/report.html"_s).contains("Hit of the alert entry, read"));
        QVERIFY(test::contents(bag + u"/data/case.jsonld"_s).contains("\"cb:source\":\"alert hit\""));
    }

    // A hit that is given for a search's read, or the other way round, is a mark that the log contradicts.
    void aHitThatIsCalledASearchsReadIsCaught()
    {
        HitDesk desk;
        const AlertEntry entry = desk.alerts.add();
        desk.alerts.send(desk.alerts.hit(entry, 101));
        desk.judge(u"hit-000101"_s, true);
        const QString bag = desk.exported();
        QVERIFY(verified(desk.logKey, desk.people, bag).verdict() == VerifyVerdict::InOrder);
        QCOMPARE(test::shell(u"sed -i 's/,alert hit,/,search,/' data/reads.csv"_s, bag).status, 0);
        const BagReport report = verified(desk.logKey, desk.people, bag);
        QVERIFY(std::ranges::find(report.faults, BagFaultKind::VerdictDiffers, &BagReport::Fault::kind) != report.faults.end());
    }

    void hitsThatWereHandedOverAreCountedOnce()
    {
        HitDesk desk;
        const AlertEntry entry = desk.alerts.add();
        for (int n = 101; n <= 103; ++n)
            desk.alerts.send(desk.alerts.hit(entry, n));
        desk.judge(u"hit-000101"_s, true);
        desk.alerts.sit(u"u-boss"_s);
        QVERIFY(desk.alerts.service->handOver(entry.id, UserId(u"u-second"_s), why));
        desk.alerts.sit(u"u-second"_s);
        desk.judge(u"hit-000102"_s, true);
        const QString bag = desk.exported();
        QVERIFY(!bag.isEmpty());
        const BagReport report = verified(desk.logKey, desk.people, bag);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        compare(bag, {{"Alert hits received", "3"},
                      {"Reads kept", "2"},
                      {"Kept reads that were alert hits", "2"},
                      {"Alert hits that nobody verified", "1"},
                      {"Reads returned that nobody verified", "0"}});
    }
};

QTEST_MAIN(AlertExportTest)
#include "AlertExportTest.moc"
