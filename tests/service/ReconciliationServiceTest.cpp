// The log compared with the vendor's record: what is found, that it is on record before it is shown, and how it ends otherwise.
#include "service/ReconciliationService.h"

#include "service/OversightFile.h"
#include "service/ReviewDesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList everyField{u"query_id"_s, u"user_id"_s,     u"on_behalf_of"_s, u"plate"_s,       u"jurisdiction"_s, u"from"_s,
                             u"to"_s,       u"case_number"_s, u"reason_code"_s,  u"reason_text"_s, u"received_at"_s,  u"total"_s};

ReconciliationProblem problemOf(const ReconciliationRefusal& refusal)
{
    const auto* problem = std::get_if<ReconciliationProblem>(&refusal);
    return problem ? *problem : ReconciliationProblem::Busy;
}

} // namespace

class ReconciliationServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    std::unique_ptr<FakeAudit> m_vendor;
    std::unique_ptr<ReconciliationService> m_service;
    std::optional<std::expected<Reconciliation, ReconciliationRefusal>> m_found;
    Instant m_from{};

    ServiceDesk& desk() { return m_desk->desk; }
    Instant now() { return desk().clock.now(); }

    void seat(const DeskPerson& person, std::optional<Role> role)
    {
        m_service.reset();
        sit(*desk().log, person);
        m_service = std::make_unique<ReconciliationService>(ReconciliationService::Parts{.log = *desk().log,
                                                                                         .client = [this] { return m_vendor.get(); },
                                                                                         .profile = desk().profile,
                                                                                         .capabilities = desk().capabilities,
                                                                                         .clock = desk().clock,
                                                                                         .actor = {.user = person.id, .role = role}});
        connect(m_service.get(), &ReconciliationService::finished, this,
                [this](const ReconciliationResult& result) { m_found = result.found; });
    }
    /// In the log, and at the vendor unless `recorded` is false. The intention's record.
    AuditRecord query(const QString& plate, bool recorded = true, AuditEvent end = AuditEvent::QueryAnswered, const QString& word = {})
    {
        sit(*desk().log, m_desk->agent);
        AuditRecord record{.event = AuditEvent::QueryIntended};
        record.queryId = QueryId::create(now()).text();
        record.plate = plate;
        record.jurisdiction = u"US-TX"_s;
        record.from = now() - 720h;
        record.to = now();
        record.caseNumber = CaseText;
        record.reasonCode = u"fugitive_alien"_s;
        record.reasonText = ReasonText;
        record.matter = Matter::Administrative;
        (void)m_desk->append(record);
        if (recorded)
            m_vendor->entries.push_back({.queryId = record.queryId,
                                         .userId = m_desk->agent.id.text(),
                                         .onBehalfOf = {},
                                         .plate = plate,
                                         .jurisdiction = u"US-TX"_s,
                                         .from = *record.from,
                                         .to = *record.to,
                                         .caseNumber = CaseText,
                                         .reasonCode = record.reasonCode,
                                         .reasonText = ReasonText,
                                         .receivedAt = now(),
                                         .total = 5});
        if (end != AuditEvent::QueryIntended)
            (void)m_desk->append({.event = end, .queryId = record.queryId, .outcome = word, .counts = AuditCounts{.returned = 5}});
        return record;
    }
    VendorAuditEntry foreign(const QString& person)
    {
        VendorAuditEntry entry = m_vendor->entries.empty() ? VendorAuditEntry{} : m_vendor->entries.front();
        entry.queryId = QueryId::create(now()).text();
        entry.userId = person;
        entry.receivedAt = now();
        return entry;
    }
    /// Everything up to now, by the supervisor.
    void run()
    {
        desk().clock.advance(1min);
        if (!m_service)
            seat(m_desk->supervisor, Role::Supervisor);
        m_found.reset();
        const auto started = m_service->start(m_from, now());
        QVERIFY(started.has_value());
        QVERIFY(QTest::qWaitFor([this] { return m_found.has_value(); }, 60'000));
    }
    [[nodiscard]] QJsonObject last() { return m_desk->last(); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>();
        m_vendor = std::make_unique<FakeAudit>();
        m_found.reset();
        m_from = now();
        desk().capabilities.queryAudit = true;
        desk().capabilities.auditFields = everyField;
        desk().capabilities.vendor = u"Made-up Vendor"_s;
    }
    void cleanup()
    {
        m_service.reset();
        m_vendor.reset();
        m_desk.reset();
    }

    void sidesThatAgreeHaveNoFinding()
    {
        for (int n = 0; n < 7; ++n)
            (void)query(u"TST%1"_s.arg(1000 + n));
        run();
        QVERIFY(m_found->has_value());
        const Reconciliation& found = **m_found;
        QCOMPARE(found.counts, (ReconciliationCounts{.inLog = 7, .atVendor = 7, .agree = 7}));
        QVERIFY(found.counts.inOrder() && found.findings.empty() && found.notCompared.empty());
        QCOMPARE(m_vendor->pages, 3);
        // A query of the last moment may have arrived in the next period, by the other clock.
        QCOMPARE(m_vendor->from, m_from - reconciliationMargin);
        QCOMPARE(m_vendor->to, now() + reconciliationMargin);
    }

    void everyKindOfDifferenceIsFound()
    {
        (void)query(u"TST1000"_s);
        const AuditRecord lost = query(u"TST1001"_s, false);
        const AuditRecord altered = query(u"TST1002"_s);
        m_vendor->entries.back().reasonText = u"=HYPERLINK(\"x\")"_s;
        m_vendor->entries.back().total = 6;
        (void)query(u"TST1003"_s, false, AuditEvent::QueryFailed, u"tls_refused:expired"_s);
        const AuditRecord doubt = query(u"TST1004"_s, false, AuditEvent::QueryUnknown);
        m_vendor->entries.push_back(foreign(u"u-agent"_s));
        m_vendor->entries.push_back(foreign(u"u-stranger"_s));
        run();
        QVERIFY(m_found->has_value());
        const Reconciliation& found = **m_found;
        QCOMPARE(found.counts,
                 (ReconciliationCounts{
                     .inLog = 5, .atVendor = 4, .agree = 1, .neverLeft = 1, .onlyInLog = 2, .onlyAtVendor = 2, .differing = 1}));
        QCOMPARE(found.findings.size(), 6U);
        using Kind = AuditFinding::Kind;
        using Hint = AuditFinding::Hint;
        const auto find = [&](const QString& id) { return std::ranges::find(found.findings, id, &AuditFinding::queryId); };
        QCOMPARE(find(lost.queryId)->kind, Kind::OnlyInLog);
        QCOMPARE(find(lost.queryId)->hint, Hint::None);
        QCOMPARE(find(lost.queryId)->ours, u"answered: 5"_s);
        QCOMPARE(find(doubt.queryId)->hint, Hint::InDoubt);
        const auto fields = find(altered.queryId);
        QCOMPARE(fields[0].field, AuditField::Reason);
        QCOMPARE(fields[0].ours, ReasonText);
        QCOMPARE(fields[0].theirs, u"=HYPERLINK(\"x\")"_s);
        QCOMPARE(fields[1].field, AuditField::Outcome);
        QCOMPARE(std::ranges::count(found.findings, Hint::NotOnRoster, &AuditFinding::hint), 1);
        QVERIFY(std::ranges::is_sorted(found.findings, {}, &AuditFinding::at));

        // Durable before anybody sees it, the counts without a plate, a name or a case.
        QCOMPARE(last()["event"_L1].toString(), u"reconciliation.done"_s);
        QCOMPARE(last()["outcome"_L1].toString(), u"only_in_log:2 only_at_vendor:2 elsewhere:0 differing:1"_s);
        QCOMPARE(found.sequence, std::uint64_t(last()["seq"_L1].toInteger()));
        QCOMPARE(last()["private"_L1]["from"_L1].toString(), toRfc3339(m_from));

        const QByteArray csv = *fileOf(found, OversightFormat::Csv, false);
        QCOMPARE(csv.count("\r\n"), 7);
        QVERIFY(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""));
        const QJsonObject json = QJsonDocument::fromJson(*fileOf(found, OversightFormat::Json, false)).object();
        QCOMPARE(json["findings"_L1].toArray().size(), 6);
        QCOMPARE(json["counts"_L1]["never_left"_L1].toInt(), 1);
        QVERIFY(fileOf(found, OversightFormat::Pdf, true)->startsWith("%PDF-1.4"));
    }

    // Each workstation has a log of its own, and the vendor's record names none: nobody can tell more than that it may stand elsewhere.
    void aQueryThatAnotherLogMayHaveIsToldApart()
    {
        (void)query(u"TST1000"_s);
        desk().profile.workstations = {{.name = u"desk"_s, .publicKeyDer = {}}, {.name = u"desk-2"_s, .publicKeyDer = {}}};
        const QString own = last()["workstation"_L1].toString();
        desk().profile.workstations[0].name = own;
        m_vendor->entries.push_back(foreign(u"u-agent"_s));
        m_vendor->entries.push_back(foreign(u"u-stranger"_s));
        run();
        const Reconciliation& found = m_found->value();
        QCOMPARE(found.otherDesks, QStringList{u"desk-2"_s});
        QCOMPARE(found.counts.elsewhere, 1);
        QCOMPARE(found.counts.onlyAtVendor, 1); // whoever is not of this office sits at none of its desks
        QVERIFY(!found.counts.inOrder());
    }

    void aQueryAtTheEdgeIsLookedForOnBothSidesOfIt()
    {
        (void)query(u"TST1000"_s);
        m_vendor->entries.back().receivedAt = m_from - 2min; // by the vendor's clock it is of the day before
        const AuditRecord before = query(u"TST1001"_s);
        desk().clock.advance(10min);
        m_from = now(); // the second one is of the day before by the log, and of this one by the vendor
        m_vendor->entries.back().receivedAt = now() + 1s;
        (void)query(u"TST1002"_s);
        run();
        QCOMPARE(m_found->value().counts, (ReconciliationCounts{.inLog = 1, .atVendor = 2, .agree = 2}));
        m_from = now() - 40min;
        run();
        QCOMPARE(m_found->value().counts, (ReconciliationCounts{.inLog = 3, .atVendor = 3, .agree = 3}));
    }

    void aQueryOfLongAgoIsKnownAllTheSame()
    {
        (void)query(u"TST1000"_s);
        desk().clock.advance(72h);
        m_from = now() - 1h;
        m_vendor->entries.back().receivedAt = now();
        run();
        const Reconciliation& found = m_found->value();
        QCOMPARE(found.counts.inLog, 0);
        QCOMPARE(found.counts.differing, 1);
        QCOMPARE(found.findings.size(), 1U);
        QCOMPARE(found.findings.front().field, AuditField::Received);
    }

    void anOutcomeThatCameLateCounts()
    {
        const AuditRecord open = query(u"TST1000"_s, false, AuditEvent::QueryIntended);
        desk().clock.advance(48h);
        const Instant end = now() - 47h;
        (void)m_desk->append({.event = AuditEvent::QueryUnknown, .queryId = open.queryId}); // as the next start writes it
        const AuditRecord never = query(u"TST1001"_s, false, AuditEvent::QueryIntended);
        seat(m_desk->supervisor, Role::Supervisor);
        QVERIFY(m_service->start(m_from, end));
        QVERIFY(QTest::qWaitFor([this] { return m_found.has_value(); }));
        QCOMPARE(m_found->value().findings.front().hint, AuditFinding::Hint::InDoubt);
        run();
        QCOMPARE(m_found->value().findings.back().hint, AuditFinding::Hint::StillOpen);
    }

    void theTableSaysWhoMay_data()
    {
        QTest::addColumn<std::optional<Role>>("role");
        QTest::newRow("agent") << std::optional(Role::Agent);
        QTest::newRow("nobody") << std::optional<Role>();
    }
    void theTableSaysWhoMay()
    {
        QFETCH(const std::optional<Role>, role);
        seat(m_desk->agent, role);
        const auto refused = m_service->start(m_from, now() + 0s);
        QCOMPARE(std::get<NotAllowed>(std::get<ServiceFailure>(refused.error()).why).action, Action::Reconcile);
        QCOMPARE(last()["event"_L1].toString(), u"action.refused"_s);
        QCOMPARE(last()["outcome"_L1].toString(), u"reconcile"_s);
        QCOMPARE(m_vendor->walks, 0);
    }

    void refusesWhatCannotBeCompared()
    {
        seat(m_desk->supervisor, Role::Supervisor);
        desk().clock.advance(1h);
        const auto of = [this](Instant from, Instant to) { return problemOf(m_service->start(from, to).error()); };
        QCOMPARE(of(now(), now()), ReconciliationProblem::BadPeriod);
        QCOMPARE(of(now() - 1h, now() + 1s), ReconciliationProblem::BadPeriod);
        QCOMPARE(of(now() - std::chrono::days(93), now()), ReconciliationProblem::BadPeriod);
        desk().capabilities.queryAudit = false;
        QCOMPARE(of(m_from, now()), ReconciliationProblem::NoVendorAudit);
        desk().capabilities.queryAudit = true;
        const auto vendor = std::exchange(m_vendor, nullptr);
        QCOMPARE(of(m_from, now()), ReconciliationProblem::NotConnected);
        QCOMPARE(m_desk->desk.entries(u"reconciliation.done"_s).size(), 0U);
        QVERIFY(!m_service->isRunning());
    }

    void whereTheLogCannotBeWrittenNothingIsAskedAndNothingShown()
    {
        (void)query(u"TST1000"_s);
        seat(m_desk->supervisor, Role::Supervisor);
        QSignalSpy failed(m_service.get(), &ReconciliationService::logFailed);
        {
            // It fills up while the vendor answers: the answer is not shown.
            std::optional<ServiceDesk::FullDisk> full;
            m_vendor->onPage = [&] { full.emplace(); };
            desk().clock.advance(1min);
            QVERIFY(m_service->start(m_from, now()));
            QVERIFY(QTest::qWaitFor([this] { return m_found.has_value(); }));
        }
        QVERIFY(!m_found->has_value());
        QVERIFY(std::holds_alternative<LogFault>(std::get<ServiceFailure>(m_found->error()).why));
        QCOMPARE(failed.size(), 1);
        // From now on the log takes nothing, and the vendor hears of nothing.
        const int walks = m_vendor->walks;
        QVERIFY(std::holds_alternative<LogFault>(std::get<ServiceFailure>(m_service->start(m_from, now()).error()).why));
        QCOMPARE(m_vendor->walks, walks);
    }

    void aVendorsFaultIsOnRecordAndEndsTheSessionWhereItMust_data()
    {
        QTest::addColumn<VendorFault>("fault");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("ended");
        QTest::newRow("malformed") << VendorFault::Malformed << u"failed:malformed"_s << 0;
        QTest::newRow("timed out") << VendorFault::TimedOut << u"failed:timed_out"_s << 0;
        QTest::newRow("not permitted") << VendorFault::NotPermitted << u"failed:not_permitted"_s << 0;
        QTest::newRow("session ended") << VendorFault::SessionEnded << u"failed:session_ended"_s << 1;
    }
    void aVendorsFaultIsOnRecordAndEndsTheSessionWhereItMust()
    {
        QFETCH(const VendorFault, fault);
        QFETCH(const QString, word);
        (void)query(u"TST1000"_s);
        seat(m_desk->supervisor, Role::Supervisor);
        QSignalSpy ended(m_service.get(), &ReconciliationService::vendorSessionEnded);
        m_vendor->fault = fault;
        run();
        QCOMPARE(std::get<VendorFailure>(std::get<ServiceFailure>(m_found->error()).why).fault, fault);
        QCOMPARE(last()["event"_L1].toString(), u"reconciliation.done"_s);
        QCOMPARE(last()["outcome"_L1].toString(), word);
        QTEST(int(ended.size()), "ended");
        QVERIFY(!m_service->isRunning());
    }

    void canBeStoppedAndBegunAgain()
    {
        (void)query(u"TST1000"_s);
        seat(m_desk->supervisor, Role::Supervisor);
        m_vendor->answers = false;
        desk().clock.advance(1min);
        QVERIFY(m_service->start(m_from, now()));
        QCOMPARE(problemOf(m_service->start(m_from, now()).error()), ReconciliationProblem::Busy);
        QVERIFY(QTest::qWaitFor([this] { return !m_vendor->waiting.empty(); }));
        m_service->cancel();
        QVERIFY(m_vendor->stop.stop_requested());
        QCOMPARE(problemOf(m_found->error()), ReconciliationProblem::Cancelled);
        QCOMPARE(last()["outcome"_L1].toString(), u"cancelled"_s);
        m_found.reset();
        m_vendor->letGo(); // too late: nothing comes of it
        QCoreApplication::processEvents();
        QVERIFY(!m_found.has_value());
        m_vendor->answers = true;
        run();
        QVERIFY(m_found->has_value());
    }

    void whoLeavesInTheMiddleIsOnRecordAndNotCalledBack()
    {
        (void)query(u"TST1000"_s);
        seat(m_desk->supervisor, Role::Supervisor);
        m_vendor->answers = false;
        desk().clock.advance(1min);
        QVERIFY(m_service->start(m_from, now()));
        QVERIFY(QTest::qWaitFor([this] { return !m_vendor->waiting.empty(); }));
        m_service.reset();
        QCOMPARE(last()["outcome"_L1].toString(), u"signed_out"_s);
        m_vendor->letGo();
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(ReconciliationServiceTest)
#include "ReconciliationServiceTest.moc"
