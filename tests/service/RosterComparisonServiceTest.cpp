// The roster compared with the vendor's users, on record before it is shown; and what a lock does to both comparisons.
#include "service/RosterComparisonService.h"

#include "service/FakeOffice.h"
#include "service/OversightFile.h"
#include "service/ReconciliationService.h"
#include "service/ReviewDesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace casebound;
using namespace std::chrono_literals;

class RosterComparisonServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    std::unique_ptr<FakeAudit> m_vendor;
    std::unique_ptr<RosterComparisonService> m_service;
    std::optional<std::expected<RosterComparison, RosterRefusal>> m_found;

    ServiceDesk& desk() { return m_desk->desk; }
    void seat(const DeskPerson& person, std::optional<Role> role)
    {
        m_service.reset();
        sit(*desk().log, person);
        m_service = std::make_unique<RosterComparisonService>(RosterComparisonService::Parts{.log = *desk().log,
                                                                                             .client = [this] { return m_vendor.get(); },
                                                                                             .profile = desk().profile,
                                                                                             .capabilities = desk().capabilities,
                                                                                             .clock = desk().clock,
                                                                                             .actor = {.user = person.id, .role = role}});
        connect(m_service.get(), &RosterComparisonService::finished, this, [this](const RosterResult& result) { m_found = result.found; });
    }
    void run()
    {
        m_found.reset();
        QVERIFY(m_service->start());
        QVERIFY(QTest::qWaitFor([this] { return m_found.has_value(); }));
    }
    [[nodiscard]] QJsonObject last() { return m_desk->last(); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>();
        m_vendor = std::make_unique<FakeAudit>();
        m_found.reset();
        desk().capabilities.userList = true;
        desk().capabilities.vendor = u"Made-up Vendor"_s;
        for (RosterUser& user : desk().profile.roster) {
            user.trainedOn = QDate(2026, 1, 1);
            user.trainingExpiresOn = QDate(2027, 1, 1);
            m_vendor->userList.push_back({.userId = user.id.text(), .name = user.name, .active = true});
        }
        seat(m_desk->supervisor, Role::Supervisor);
    }
    void cleanup()
    {
        m_service.reset();
        m_vendor.reset();
        m_desk.reset();
    }

    void listsThatAgreeHaveNoFinding()
    {
        run();
        QVERIFY(m_found->value().findings.empty());
        QCOMPARE(m_found->value().counts.agree, 3);
        QCOMPARE(last()["event"_L1].toString(), u"roster.compared"_s);
        QCOMPARE(last()["outcome"_L1].toString(), u"in_order"_s);
    }

    void differencesAreOnRecordAndCanBeSaved()
    {
        m_vendor->userList.push_back({.userId = u"=visitor"_s, .name = u"Nobody of ours"_s, .active = true});
        m_vendor->userList.push_back({.userId = u"u-left"_s, .name = u"Somebody who left"_s, .active = false});
        m_vendor->userList[0].active = false;
        desk().profile.roster[1].trainedOn.reset();
        run();
        const RosterComparison& found = m_found->value();
        QCOMPARE(found.findings.size(), 3U);
        QCOMPARE(last()["outcome"_L1].toString(), u"not_on_roster:1 untrained:1 closed_at_vendor:1"_s);
        QCOMPARE(found.sequence, std::uint64_t(last()["seq"_L1].toInteger()));
        QCOMPARE(found.counts.left, 1);
        const QByteArray csv = *fileOf(found, OversightFormat::Csv, false);
        QVERIFY(csv.contains("not_on_roster,'=visitor,"));
        QCOMPARE(csv.count("\r\n"), 4);
        const QJsonObject json = QJsonDocument::fromJson(*fileOf(found, OversightFormat::Json, false)).object();
        QCOMPARE(json["findings"_L1].toArray().size(), 3);
        QVERIFY(fileOf(found, OversightFormat::Pdf, true)->startsWith("%PDF-1.4"));
    }

    // Certificates of this desk expire long after the manual clock's day.
    void whoseCertificateIsNoLongerGoodIsNamed()
    {
        const SystemClock clock;
        const Validity validity{.notBefore = clock.now() - 24h, .notAfter = clock.now() + 24h};
        const auto issuer = CertificateIssuer::createAuthority(u"Made-up authority"_s, validity);
        const auto issue = [&](const QString& name, const Validity& good) {
            return issuer->issueClient(*PrivateKey::generateP256(), name, good).value().der();
        };
        desk().clock.advance(clock.now() - desk().clock.now());
        for (RosterUser& user : desk().profile.roster) {
            user.trainingExpiresOn = QDate(2100, 1, 1);
            user.certificateDer = issue(user.id.text(), validity);
        }
        desk().profile.people.caBundlePem = issuer->authority().pem();
        run();
        QVERIFY(m_found->value().findings.empty());
        desk().profile.roster[2].certificateDer =
            issue(desk().profile.roster[2].id.text(), {.notBefore = clock.now() - 20h, .notAfter = clock.now() - 1h});
        run();
        QCOMPARE(m_found->value().findings.size(), 1U);
        QCOMPARE(m_found->value().findings.front().issue, RosterIssue::Revoked);
        QCOMPARE(m_found->value().findings.front().userId, desk().profile.roster[2].id.text());
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
        const auto refused = m_service->start();
        QCOMPARE(std::get<NotAllowed>(std::get<ServiceFailure>(refused.error()).why).action, Action::CompareRoster);
        QCOMPARE(last()["event"_L1].toString(), u"action.refused"_s);
        QCOMPARE(last()["outcome"_L1].toString(), u"compare_roster"_s);
        QCOMPARE(m_vendor->lists, 0);
    }

    void refusesWhatCannotBeCompared()
    {
        const auto problem = [this] { return std::get<RosterProblem>(m_service->start().error()); };
        desk().capabilities.userList = false;
        QCOMPARE(problem(), RosterProblem::NoUserList);
        desk().capabilities.userList = true;
        m_vendor->answers = false;
        QVERIFY(m_service->start());
        QCOMPARE(problem(), RosterProblem::Busy);
        m_service->cancel();
        QCOMPARE(last()["outcome"_L1].toString(), u"cancelled"_s);
        QVERIFY(m_vendor->stop.stop_requested());
        m_found.reset();
        m_vendor->letGo();
        QCoreApplication::processEvents();
        QVERIFY(!m_found.has_value());
        m_vendor.reset();
        QCOMPARE(problem(), RosterProblem::NotConnected);
    }

    void whereTheLogCannotBeWrittenNothingIsAskedAndNothingShown()
    {
        QSignalSpy failed(m_service.get(), &RosterComparisonService::logFailed);
        {
            const ServiceDesk::FullDisk full;
            run();
        }
        QVERIFY(std::holds_alternative<LogFault>(std::get<ServiceFailure>(m_found->error()).why));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_service->start());
        QCOMPARE(m_vendor->lists, 1);
    }

    void aVendorsFaultIsOnRecord()
    {
        QSignalSpy ended(m_service.get(), &RosterComparisonService::vendorSessionEnded);
        m_vendor->fault = VendorFault::SessionEnded;
        run();
        QCOMPARE(std::get<VendorFailure>(std::get<ServiceFailure>(m_found->error()).why).fault, VendorFault::SessionEnded);
        QCOMPARE(last()["outcome"_L1].toString(), u"failed:session_ended"_s);
        QCOMPARE(ended.size(), 1);
    }

    void whoLeavesInTheMiddleIsOnRecordAndNotCalledBack()
    {
        m_vendor->answers = false;
        QVERIFY(m_service->start());
        m_service.reset();
        QCOMPARE(last()["outcome"_L1].toString(), u"signed_out"_s);
        m_vendor->letGo();
        QCoreApplication::processEvents();
    }

    // CONTRIBUTING, "What a service does at lock", of both comparisons.
    void aLockEndsBothComparisonsWithTheirEntries()
    {
        FakeOffice office;
        office.office.roster.front().role = Role::Supervisor;
        office.vendor->offered->queryAudit = office.vendor->offered->userList = true;
        const auto audit = office.vendor->audit = std::make_shared<FakeAudit>();
        audit->answers = false;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        QVERIFY(pending);
        auto session = *wait((*pending)->accept({}));
        ReconciliationService& reconciliation = *session->reconciliation();
        RosterComparisonService& roster = *session->rosterComparison();
        const auto begin = [&] {
            return reconciliation.start(office.clock.now() - 1h, office.clock.now()).has_value() && roster.start().has_value();
        };
        QVERIFY(begin());
        QVERIFY(QTest::qWaitFor([&] { return audit->waiting.size() == 2; }));
        session->lock();
        QVERIFY(!reconciliation.isRunning() && !roster.isRunning());
        audit->letGo();
        QCoreApplication::processEvents();
        const auto entries = office.entries();
        QCOMPARE(entries.back()["event"_L1].toString(), u"session.locked"_s);
        QCOMPARE(entries[entries.size() - 2]["event"_L1].toString(), u"roster.compared"_s);
        QCOMPARE(entries[entries.size() - 2]["outcome"_L1].toString(), u"session_locked"_s);
        QCOMPARE(entries[entries.size() - 3]["event"_L1].toString(), u"reconciliation.done"_s);
        QCOMPARE(entries[entries.size() - 3]["outcome"_L1].toString(), u"session_locked"_s);

        // While it is locked nothing begins; afterwards the same services go on.
        QVERIFY(!begin());
        QVERIFY(session->unlock(u"1234"_s));
        audit->answers = true;
        QSignalSpy compared(&reconciliation, &ReconciliationService::finished), listed(&roster, &RosterComparisonService::finished);
        QVERIFY(begin());
        QTRY_COMPARE(compared.size() + listed.size(), 2);
        session.reset();
        QCOMPARE(office.entries().back()["event"_L1].toString(), u"session.ended"_s);
    }

    void anAgentsSessionHasNeither()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        auto session = *wait((*pending)->accept({}));
        QVERIFY(!session->reconciliation() && !session->rosterComparison());
    }
};

QTEST_MAIN(RosterComparisonServiceTest)
#include "RosterComparisonServiceTest.moc"
