// Queries sent by the real service to the practice vendor over TLS, and both records of them compared; planted differences are found.
#include "integration/AlertVendor.h"
#include "ports/VendorAuditClient.h"
#include "service/ApprovalDesk.h"
#include "service/ReconciliationService.h"
#include "service/RosterComparisonService.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 worstStall = 3'000; ///< Milliseconds; only a machine that does nothing else keeps below 50.

} // namespace

class ReconciliationVendorTest : public QObject {
    Q_OBJECT

    // The people of the practice vendor's own certificates.
    const DeskPerson m_agent{u"agent-01"_s, Role::Agent}, m_supervisor{u"supervisor-01"_s, Role::Supervisor};
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<AlertVendor> m_vendor;
    std::unique_ptr<VendorHttpClient> m_agentsClient, m_client;
    std::unique_ptr<QueryService> m_queries;
    Instant m_from{};

    template <class T>
    T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            qFatal("the call did not end");
        return future.result();
    }
    void search(const QString& plate)
    {
        QueryDraft draft = m_desk->draft();
        draft.plate = plate;
        draft.jurisdiction = u"US-TX"_s;
        draft.onBehalfOf = u"Made-up Colleague"_s;
        const auto run = m_queries->search(draft);
        QVERIFY(run.has_value());
        QVERIFY(QTest::qWaitFor([&] { return (*run)->state() > QueryRun::State::Loading; }, 60'000));
        QCOMPARE((*run)->state(), QueryRun::State::Complete);
    }
    std::expected<Reconciliation, ReconciliationRefusal> reconcile()
    {
        sit(*m_desk->log, m_supervisor);
        ReconciliationService service({.log = *m_desk->log,
                                       .client = [this] { return m_client->auditClient(); },
                                       .profile = m_desk->profile,
                                       .capabilities = m_desk->capabilities,
                                       .clock = m_desk->clock,
                                       .actor = {.user = m_supervisor.id, .role = Role::Supervisor}});
        std::optional<ReconciliationResult> result;
        connect(&service, &ReconciliationService::finished, &service, [&](const ReconciliationResult& one) { result = one; });
        if (const auto started = service.start(m_from, m_desk->clock.now()); !started)
            return std::unexpected(started.error());
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 120'000))
            qFatal("the reconciliation did not end");
        return result->found;
    }
    std::expected<RosterComparison, RosterRefusal> compareRoster()
    {
        RosterComparisonService service({.log = *m_desk->log,
                                         .client = [this] { return m_client->auditClient(); },
                                         .profile = m_desk->profile,
                                         .capabilities = m_desk->capabilities,
                                         .clock = m_desk->clock,
                                         .actor = {.user = m_supervisor.id, .role = Role::Supervisor}});
        std::optional<RosterResult> result;
        connect(&service, &RosterComparisonService::finished, &service, [&](const RosterResult& one) { result = one; });
        if (const auto started = service.start(); !started)
            return std::unexpected(started.error());
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
            qFatal("the comparison did not end");
        return result->found;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_from = m_desk->clock.now();
        m_desk->profile.roster = {m_agent.row(), m_supervisor.row()};
        m_vendor = std::make_unique<AlertVendor>(m_from, true);
        m_agentsClient = m_vendor->client(u"agent"_s, m_desk->clock, {});
        m_client = m_vendor->client(u"supervisor"_s, m_desk->clock, {});
        m_desk->capabilities = wait(m_client->capabilities({})).value();
        m_agentsClient->recall(m_desk->capabilities);
        QVERIFY(m_desk->caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)));
        sit(*m_desk->log, m_agent);
        m_queries = std::make_unique<QueryService>(QueryService::Parts{.log = *m_desk->log,
                                                                       .cases = *m_desk->cases,
                                                                       .vendor = *m_agentsClient,
                                                                       .profile = m_desk->profile,
                                                                       .capabilities = m_desk->capabilities,
                                                                       .clock = m_desk->clock,
                                                                       .actor = {.user = m_agent.id, .role = Role::Agent}});
    }
    void cleanup()
    {
        m_queries.reset();
        m_client.reset();
        m_agentsClient.reset();
        m_vendor.reset();
        m_desk.reset();
    }

    void bothSidesSayTheSameUntilSomethingIsPlanted()
    {
        for (const char* plate : {"PMX4810", "PMN0000", "PMZ1221"})
            search(QString::fromLatin1(plate));
        m_desk->clock.advance(5min);
        const auto clean = reconcile();
        QVERIFY(clean.has_value());
        QCOMPARE(clean->counts, (ReconciliationCounts{.inLog = 3, .atVendor = 3, .agree = 3}));
        QVERIFY(clean->findings.empty() && clean->notCompared.empty());
        QCOMPARE(clean->vendor, u"Port Meridian Practice Vendor"_s);

        for (const char* fault : {"audit-lost-query", "audit-other-fields", "audit-unknown-query"})
            m_vendor->arm(QString::fromLatin1(fault));
        const auto planted = reconcile();
        QVERIFY(planted.has_value());
        QCOMPARE(planted->counts,
                 (ReconciliationCounts{.inLog = 3, .atVendor = 3, .agree = 1, .onlyInLog = 1, .onlyAtVendor = 1, .differing = 1}));
        QCOMPARE(planted->findings.size(), 4U); // two fields of one query
        QCOMPARE(m_vendor->waiting(), QStringList());
    }

    void everyFaultOfTheAnswerIsNamedAndNothingIsShown_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<VendorFault>("expected");
        const auto row = [](const char* fault, VendorFault expected) { QTest::newRow(fault) << QString::fromLatin1(fault) << expected; };
        row("malformed-json", VendorFault::Malformed);
        row("missing-member", VendorFault::Malformed);
        row("ill-typed-member", VendorFault::Malformed);
        row("null-member", VendorFault::Malformed);
        row("doubled-name", VendorFault::Malformed);
        row("lone-surrogate", VendorFault::Malformed);
        row("deep-nesting", VendorFault::Malformed);
        row("byte-order-mark", VendorFault::Malformed);
        row("missing-next", VendorFault::Malformed);
        row("wrong-content-type", VendorFault::Malformed);
        row("encoded", VendorFault::Malformed);
        row("oversized", VendorFault::TooLarge);
        row("truncated", VendorFault::Truncated);
        row("truncated-chunked", VendorFault::Truncated);
        row("redirect", VendorFault::WrongOrigin);
        row("status-401", VendorFault::SessionEnded);
        row("status-403-not-permitted", VendorFault::NotPermitted);
        row("status-404", VendorFault::Gone);
        row("status-422", VendorFault::Rejected);
        row("status-429-long", VendorFault::Busy);
    }
    void everyFaultOfTheAnswerIsNamedAndNothingIsShown()
    {
        QFETCH(const QString, fault);
        QFETCH(const VendorFault, expected);
        const auto vendors = [](const auto& refusal) {
            const auto* failure = std::get_if<ServiceFailure>(&refusal);
            const auto* vendor = failure ? std::get_if<VendorFailure>(&failure->why) : nullptr;
            return vendor ? std::optional(vendor->fault) : std::nullopt;
        };
        search(u"PMZ1221"_s);
        m_desk->clock.advance(5min);
        m_vendor->arm(fault + u"@audit"_s);
        const auto refused = reconcile();
        QVERIFY(!refused.has_value());
        QCOMPARE(vendors(refused.error()), std::optional(expected));
        QVERIFY(m_desk->entries(u"reconciliation.done"_s).back()["outcome"_L1].toString().startsWith(u"failed:"));
        m_vendor->arm(fault + u"@users"_s);
        const auto unlisted = compareRoster();
        QVERIFY(!unlisted.has_value());
        QCOMPARE(vendors(unlisted.error()), std::optional(expected));
        QCOMPARE(m_vendor->waiting(), QStringList());
        QVERIFY(reconcile().has_value()); // and the next one is well
    }

    void plantedUsersAreFound()
    {
        const auto before = compareRoster();
        QVERIFY(before.has_value());
        m_vendor->arm(u"users-stranger"_s);
        m_vendor->arm(u"users-left-active"_s);
        const auto after = compareRoster();
        QVERIFY(after.has_value());
        const auto has = [](const RosterComparison& found, const QString& id) {
            return std::ranges::any_of(found.findings,
                                       [&](const RosterFinding& one) { return one.issue == RosterIssue::NotOnRoster && one.userId == id; });
        };
        QVERIFY(!has(*before, u"visitor-77"_s) && has(*after, u"visitor-77"_s));
        QVERIFY(!has(*before, u"agent-04"_s) && has(*after, u"agent-04"_s)); // left, and active again
        QCOMPARE(before->counts.left, 1);
        QCOMPARE(after->counts.left, 0);
        // Both are on the vendor's list and trained there; this office's roster has no training of them.
        QCOMPARE(std::ranges::count(before->findings, RosterIssue::Untrained, &RosterFinding::issue), 2);
    }

    void aLongRecordComesInPagesAndStallsNothing()
    {
        constexpr int count = 620; // the practice vendor's page holds 500
        for (int n = 0; n < count; ++n) {
            search(u"PMN0000"_s);
            if (QTest::currentTestFailed())
                return;
        }
        m_desk->clock.advance(5min);
        Heartbeat heart;
        const auto found = reconcile();
        QVERIFY(found.has_value());
        QCOMPARE(found->counts, (ReconciliationCounts{.inLog = count, .atVendor = count, .agree = count}));
        qInfo("%d queries reconciled; longest stall %lld ms", count, static_cast<long long>(heart.longest));
        QVERIFY(heart.longest < worstStall);
    }
};

int main(int argc, char* argv[])
{
    if (QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");       // what is tested is not how fast a disk takes its commits
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the vendor draws its pictures
    const QGuiApplication app(argc, argv);
    ReconciliationVendorTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "ReconciliationVendorTest.moc"
