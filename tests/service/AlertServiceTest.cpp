// Entries of the alert list: added, told, confirmed, justified anew, suspended, removed; who may, and what a lock does.
#include "service/AlertDesk.h"

#include <QSignalSpy>

using namespace casebound;

class AlertServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<AlertDesk> m_desk;
    AlertService& service() { return *m_desk->service; }
    AlertRow row(const AlertEntry& entry) { return m_desk->row(entry); }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AlertDesk>(); }
    void cleanup() { m_desk.reset(); }

    // --- adding

    void intentionIsDurableBeforeTheVendorHearsOfIt()
    {
        QStringList before;
        m_desk->vendor.onSend = [&](const AlertTerms&) { before = m_desk->desk.events(); };
        const AlertEntry entry = m_desk->add();
        QCOMPARE(before.last(), u"alert.intended"_s);
        QCOMPARE(m_desk->desk.events().last(), u"alert.confirmed"_s);
        const auto intended = m_desk->desk.entries(u"alert.intended"_s).at(0);
        QCOMPARE(intended["query_id"_L1].toString(), entry.id.text());
        QCOMPARE(intended["outcome"_L1].toString(), u"add"_s);
        QCOMPARE(intended["private"_L1]["plate"_L1].toString(), PlateText);
        QCOMPARE(intended["private"_L1]["reason_text"_L1].toString(), ReasonText);
        QVERIFY(entry.confirmed && entry.atVendor && entry.state == AlertState::Active);
        QVERIFY(m_desk->now(entry).confirmed);
    }

    void whatTheLogDoesNotTakeIsNotSent()
    {
        {
            const ServiceDesk::FullDisk full;
            const auto entry = service().add(m_desk->draft());
            QVERIFY(!entry && std::holds_alternative<LogFault>(entry.error().why));
        }
        QVERIFY(m_desk->vendor.calls.empty());
        QVERIFY(service().entries().empty());
    }

    void refusesByTheRulesOfAQuery_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::newRow("no case") << u"alert case:missing"_s;
        QTest::newRow("closed case") << u"alert case:closed"_s;
        QTest::newRow("wildcard") << u"alert plate:wildcard"_s;
        QTest::newRow("general reason") << u"alert reason:too_general"_s;
        QTest::newRow("no day") << u"alert expires:missing"_s;
        QTest::newRow("day gone by") << u"alert expires:past"_s;
        QTest::newRow("over a year") << u"alert expires:too_late"_s;
    }
    void refusesByTheRulesOfAQuery()
    {
        QFETCH(QString, outcome);
        AlertDraft draft = m_desk->draft();
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        if (row == "no case"_L1)
            draft.query.caseNumber.clear();
        if (row == "closed case"_L1)
            QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Over"_s));
        if (row == "wildcard"_L1)
            draft.query.plate = u"TST12*"_s;
        if (row == "general reason"_L1)
            draft.query.reasonText = u"investigation"_s;
        if (row == "no day"_L1)
            draft.expires = {};
        if (row == "day gone by"_L1)
            draft.expires = QDate(2026, 11, 19);
        if (row == "over a year"_L1)
            draft.expires = service().latestDay().addDays(1);
        QCOMPARE(service().judge(draft).size(), 1U);
        const auto entry = service().add(draft);
        QVERIFY(!entry && std::holds_alternative<QueryRefusal>(entry.error().why));
        QCOMPARE(m_desk->desk.events().last(), u"query.refused"_s);
        QCOMPARE(m_desk->outcomes(u"query.refused"_s), QStringList{outcome});
        QVERIFY(m_desk->vendor.calls.empty());
    }

    void onePlateStandsOnceForACase()
    {
        m_desk->add();
        QCOMPARE(whyNot<AlertProblem>(service().add(m_desk->draft())), AlertProblem::AlreadyListed);
        m_desk->add(u"TST9999"_s);
    }

    void listHoldsNoMoreThanTheVendorTakes()
    {
        m_desk->desk.capabilities.alertListMax = 2;
        QCOMPARE(service().limit(), 2);
        m_desk->add(u"TST0001"_s);
        m_desk->add(u"TST0002"_s);
        QCOMPARE(whyNot<AlertProblem>(service().add(m_desk->draft(u"TST0003"_s))), AlertProblem::ListFull);
        m_desk->desk.capabilities.alertListMax = 100'000;
        QCOMPARE(service().limit(), 2'500);
    }

    void whatTheVendorDoesNotTakeIsNoEntry()
    {
        m_desk->vendor.fault = VendorFault::Rejected;
        QSignalSpy told(&service(), &AlertService::notAccepted);
        QVERIFY(service().add(m_desk->draft()));
        AlertDesk::settle();
        QCOMPARE(told.size(), 1);
        QVERIFY(service().entries().empty());
        QVERIFY(m_desk->table.all().empty());
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s), QStringList{u"rejected"_s});
    }

    // --- not yet confirmed

    void whatWasNotConfirmedIsToldAgainAtTheNextSignIn()
    {
        m_desk->vendor.fault = VendorFault::Unreachable;
        const auto entry = service().add(m_desk->draft());
        AlertDesk::settle();
        QVERIFY(!row(*entry).entry.confirmed);
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s), QStringList{u"unreachable"_s});
        m_desk->vendor.fault.reset();
        m_desk->sit(u"u-agent"_s);
        QVERIFY(row(*entry).entry.confirmed);
        QCOMPARE(m_desk->outcomes(u"alert.intended"_s), (QStringList{u"add"_s, u"repeat"_s}));
        QVERIFY(m_desk->vendor.held.contains(entry->id.text()));
    }

    void whileTheVendorCannotBeReachedOneIntentionAPauseIsEnough()
    {
        for (int n = 0; n < 6; ++n)
            m_desk->add(u"TST000%1"_s.arg(n));
        m_desk->vendor.fault = VendorFault::Unreachable;
        QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Over"_s));
        service().removeOfCase(CaseNumber(CaseText));
        AlertDesk::settle();
        const auto failed = m_desk->outcomes(u"alert.failed"_s).size();
        m_desk->sit(u"u-agent"_s); // its list fails, and nothing more is tried before the pause is over
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s).size(), failed);
    }

    void anAnswerToAnOlderStateConfirmsNothing()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->vendor.answers = false;
        QVERIFY(service().suspendEntry(entry.id, why));
        QVERIFY(service().resumeEntry(entry.id, why));
        QCOMPARE(m_desk->vendor.calls.size(), 2U); // the second waits for the first one's answer
        m_desk->vendor.take(*m_desk->vendor.calls.back());
        AlertDesk::settle();
        QCOMPARE(m_desk->vendor.calls.size(), 3U);
        QVERIFY(!row(entry).entry.confirmed);
        m_desk->vendor.take(*m_desk->vendor.calls.back());
        AlertDesk::settle();
        QVERIFY(row(entry).entry.confirmed);
        QVERIFY(m_desk->vendor.held[entry.id.text()].active);
    }

    void everyIntentionHasAnOutcomeOfItsOwn()
    {
        const AlertEntry entry = m_desk->add();
        QVERIFY(service().revalidate(entry.id, otherReason, service().latestDay()));
        AlertDesk::settle();
        QVERIFY(service().remove(entry.id, why));
        AlertDesk::settle();
        QStringList intended, ended;
        for (const QJsonObject& one : m_desk->desk.entries(u"alert.intended"_s))
            intended += one["query_id"_L1].toString();
        for (const QJsonObject& one : m_desk->desk.entries(u"alert.confirmed"_s))
            ended += one["query_id"_L1].toString();
        QCOMPARE(intended.size(), 3);
        QCOMPARE(intended, ended);
        intended.removeDuplicates();
        QCOMPARE(intended.size(), 3);
        QCOMPARE(m_desk->desk.entries(u"alert.intended"_s).at(2)["private"_L1]["note"_L1].toString(), u"alert "_s + entry.id.text());
    }

    void programThatEndsBeforeTheAnswerLeavesItUnknownAndTellsItAgain()
    {
        m_desk->vendor.answers = false;
        const auto entry = service().add(m_desk->draft());
        QVERIFY(entry);
        // As if it were killed: nobody says that the change is over, and the log is opened by another run.
        // Kept to the end of the process: a promise that goes away answers its service, which has no log any more.
        struct Killed {
            AlertService* service;
            std::deque<std::unique_ptr<FakeAlerts::Call>> unanswered;
        };
        static auto* const killed = new Killed{.service = m_desk->service.release(), .unanswered = {}};
        std::swap(killed->unanswered, m_desk->vendor.calls);
        m_desk->desk.log.reset();
        m_desk->desk.log = ServiceDesk::openLog(m_desk->desk.folder.filePath(u"log"_s), m_desk->desk.clock);
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s), QStringList{u"unknown"_s});
        m_desk->vendor.answers = true;
        m_desk->sit(u"u-agent"_s);
        QVERIFY(row(*entry).entry.confirmed);
        QCOMPARE(m_desk->vendor.held.size(), 1);
    }

    // --- revalidation

    void revalidationNeedsAnotherReason()
    {
        const AlertEntry entry = m_desk->add();
        for (const QString& same : {ReasonText, ReasonText.toUpper(), u"  "_s + ReasonText + u" "_s}) {
            const auto done = service().revalidate(entry.id, same, service().latestDay());
            QVERIFY(!done);
            QCOMPARE(std::get<QueryRefusal>(done.error().why).fields.at(0).problem, FieldProblem::ReasonSameAsBefore);
            QCOMPARE(m_desk->outcomes(u"query.refused"_s).last(), u"alert reason:same_as_before"_s);
        }
        QVERIFY(m_desk->desk.entries(u"alert.revalidated"_s).empty());
        m_desk->desk.clock.advance(std::chrono::days(100));
        QVERIFY(service().revalidate(entry.id, otherReason, service().latestDay()));
        AlertDesk::settle();
        const AlertEntry fresh = row(entry).entry;
        QCOMPARE(fresh.validatedAt, m_desk->desk.clock.now());
        QCOMPARE(fresh.addedAt, entry.addedAt);
        QVERIFY(fresh.expiresAt > entry.expiresAt && fresh.confirmed);
        QCOMPARE(m_desk->desk.entries(u"alert.revalidated"_s).at(0)["private"_L1]["reason_text"_L1].toString(), otherReason);
    }

    // --- suspended and removed by a person

    void eachChangeNeedsItsReason()
    {
        const AlertEntry entry = m_desk->add();
        QCOMPARE(whyNot<AlertProblem>(service().suspendEntry(entry.id, u"  "_s)), AlertProblem::NoteMissing);
        QCOMPARE(whyNot<AlertProblem>(service().remove(entry.id, {})), AlertProblem::NoteMissing);
        QCOMPARE(whyNot<AlertProblem>(service().resumeEntry(entry.id, why)), AlertProblem::NotSuspended);
        QVERIFY(service().suspendEntry(entry.id, why));
        AlertDesk::settle();
        QCOMPARE(m_desk->desk.entries(u"alert.suspended"_s).at(0)["private"_L1]["note"_L1].toString(), why);
        QCOMPARE(whyNot<AlertProblem>(service().suspendEntry(entry.id, why)), AlertProblem::NotActive);
        QVERIFY(!m_desk->vendor.held[entry.id.text()].active);
        QVERIFY(service().resumeEntry(entry.id, why));
        AlertDesk::settle();
        QVERIFY(m_desk->vendor.held[entry.id.text()].active);
        QCOMPARE(m_desk->outcomes(u"alert.suspended"_s), (QStringList{u"by_person"_s, u"resumed"_s}));
        QVERIFY(service().remove(entry.id, why));
        AlertDesk::settle();
        QVERIFY(m_desk->vendor.held.isEmpty());
        QVERIFY(service().entries().empty());
        QVERIFY(m_desk->table.all().empty());
    }

    void whatIsRemovedStandsAsNotConfirmedUntilTheVendorSaysSo()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->vendor.fault = VendorFault::TimedOut;
        QVERIFY(service().remove(entry.id, why));
        AlertDesk::settle();
        QCOMPARE(row(entry).entry.state, AlertState::Removed);
        QVERIFY(!row(entry).entry.confirmed);
        m_desk->vendor.fault.reset();
        m_desk->sit(u"u-agent"_s);
        QVERIFY(service().entries().empty());
        QVERIFY(m_desk->vendor.held.isEmpty());
    }

    // --- rights

    void rolesFollowTheTable_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<std::optional<Role>>("role");
        for (const Action action : {Action::AddAlert, Action::RevalidateAlert, Action::RemoveAlert, Action::SuspendAlert,
                                    Action::LookAtAlerts, Action::HandOverAlert}) {
            QTest::addRow("%s by an agent", actionWord(action)) << action << std::optional(Role::Agent);
            QTest::addRow("%s by a supervisor", actionWord(action)) << action << std::optional(Role::Supervisor);
            QTest::addRow("%s by nobody", actionWord(action)) << action << std::optional<Role>();
        }
    }
    void rolesFollowTheTable()
    {
        QFETCH(Action, action);
        QFETCH(std::optional<Role>, role);
        const AlertEntry mine = m_desk->add();
        m_desk->sit(u"u-second"_s);
        const AlertEntry theirs = m_desk->add();
        m_desk->sit(u"u-agent"_s, role);
        const auto refusals = m_desk->desk.entries(u"action.refused"_s).size();
        const auto ask = [&](const AlertEntry& entry) -> std::optional<NotAllowed> {
            switch (action) {
            case Action::AddAlert: return whyNot<NotAllowed>(service().add(m_desk->draft(u"TST0009"_s)));
            case Action::RevalidateAlert: return whyNot<NotAllowed>(service().revalidate(entry.id, otherReason, service().latestDay()));
            case Action::RemoveAlert: return whyNot<NotAllowed>(service().remove(entry.id, why));
            case Action::SuspendAlert: return whyNot<NotAllowed>(service().suspendEntry(entry.id, why));
            case Action::LookAtAlerts: return whyNot<NotAllowed>(service().everybody());
            default: return whyNot<NotAllowed>(service().handOver(entry.id, UserId(u"u-boss"_s), why));
            }
        };
        const bool over = action == Action::HandOverAlert;
        const auto refused = ask(over ? theirs : mine);
        const bool allowed = may({.user = m_desk->who, .role = role}, action);
        QCOMPARE(refused.has_value(), !allowed);
        const auto log = m_desk->desk.entries(u"action.refused"_s);
        QCOMPARE(log.size(), refusals + (allowed ? 0 : 1));
        if (!allowed)
            QCOMPARE(log.back()["outcome"_L1].toString(), QString::fromLatin1(actionWord(action)));
        if (over && allowed)
            QVERIFY(ask(mine).has_value()); // never one's own
    }

    void nobodyChangesAnotherOnesEntry()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->sit(u"u-boss"_s);
        QCOMPARE(whyNot<AlertProblem>(service().revalidate(entry.id, otherReason, service().latestDay())), AlertProblem::NotYours);
        QCOMPARE(whyNot<AlertProblem>(service().suspendEntry(entry.id, why)), AlertProblem::NotYours);
        QCOMPARE(whyNot<AlertProblem>(service().remove(entry.id, why)), AlertProblem::NotYours);
        QVERIFY(service().entries().empty());
        QCOMPARE(service().everybody()->size(), 1U);
        m_desk->sit(u"u-second"_s);
        QVERIFY(!service().find(entry.id));
    }

    // --- lock

    void whileLockedNothingHappensAndAfterItEverythingGoesOn()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->vendor.answers = false;
        QVERIFY(service().suspendEntry(entry.id, why));
        QVERIFY(m_desk->vendor.stream);
        service().suspend();
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s), QStringList{u"session_locked"_s});
        QVERIFY(m_desk->vendor.calls.back()->stop.stop_requested());
        QVERIFY(!m_desk->vendor.stream);
        QCOMPARE(service().link(), StreamLink::Off);
        const auto entries = m_desk->desk.entries().size();
        m_desk->vendor.take(*m_desk->vendor.calls.back()); // an answer that comes too late
        m_desk->desk.clock.advance(std::chrono::days(400));
        service().care();
        service().wake();
        AlertDesk::settle();
        QCOMPARE(m_desk->desk.entries().size(), entries);
        m_desk->vendor.answers = true;
        service().resume();
        AlertDesk::settle();
        QVERIFY(m_desk->vendor.stream);
        QVERIFY(row(entry).entry.confirmed);
        QCOMPARE(m_desk->outcomes(u"alert.confirmed"_s).last(), u"repeat"_s);
    }

    void aSessionThatEndsEndsWhatIsUnderWay()
    {
        m_desk->vendor.answers = false;
        QVERIFY(service().add(m_desk->draft()));
        m_desk->service.reset();
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s), QStringList{u"signed_out"_s});
    }

    void aVendorThatComesLateIsAskedThen()
    {
        m_desk->isVendorThere = false;
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(service().link(), StreamLink::Off);
        m_desk->isVendorThere = true;
        const int lists = m_desk->vendor.lists;
        service().wake();
        AlertDesk::settle();
        QCOMPARE(m_desk->vendor.lists, lists + 1);
        QVERIFY(m_desk->vendor.stream);
        service().wake();
        AlertDesk::settle();
        QCOMPARE(m_desk->vendor.lists, lists + 1);
    }
};

QTEST_GUILESS_MAIN(AlertServiceTest)
#include "AlertServiceTest.moc"
