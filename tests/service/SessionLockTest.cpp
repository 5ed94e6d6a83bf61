// What is left of a session while it is locked, and how it comes back.
#include "service/LockDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

SignInProblem problemOf(const Outcome<void>& outcome)
{
    return outcome ? SignInProblem::VendorFault : std::get<SignInProblem>(outcome.error().why);
}

} // namespace

class SessionLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whileLockedNothingOfThePersonsIsLeftButWhatTheySaw()
    {
        LockDesk desk;
        desk.search();
        QCOMPARE(*desk.office.credentials, 1);
        const std::weak_ptr<FakeVendor> vendor = std::exchange(desk.office.vendor, std::make_shared<FakeVendor>());
        QSignalSpy hidden(desk.session.get(), &Session::lockedChanged), last(desk.session.get(), &Session::locking);
        bool wasHidden = false;
        connect(desk.session.get(), &Session::locking, this, [&] { wasHidden = hidden.size() == 1; });
        desk.session->lock();
        QVERIFY(wasHidden);
        QCOMPARE(last.size(), 1);
        QCOMPARE(*desk.office.credentials, 0);
        QVERIFY(vendor.expired());
        QVERIFY(desk.session->logState().inOrder);
        QCOMPARE(desk.session->logState().entries, desk.office.remembered->size);
        QCOMPARE(desk.session->link(), LinkState::NotConnected);
        QVERIFY(!desk.session->cases().find(CaseNumber(CaseText))); // the case file is closed
        QCOMPARE(desk.run->reads().size(), 3U);
        // Both files could be opened by somebody who has the keys: nobody of this process has them open.
        QCOMPARE(desk.office.events().back(), u"session.locked"_s);
    }

    void afterUnlockTheSameServicesGoOn()
    {
        LockDesk desk;
        desk.search();
        QSignalSpy unlocked(desk.session.get(), &Session::unlocked);
        desk.session->lock();
        QVERIFY(desk.session->unlock(u"1234"_s));
        QCOMPARE(unlocked.size(), 1);
        QCOMPARE(*desk.office.credentials, 1);
        QCOMPARE(desk.session->link(), LinkState::Connected);
        QCOMPARE(desk.office.vendor->recalled, 3650); // a new client, which has not asked
        QVERIFY(desk.session->cases().find(CaseNumber(CaseText)));
        QCOMPARE(desk.session->queries().runs(), std::vector<QueryRun*>{desk.run});
        QCOMPARE(desk.run->reads().size(), 3U);
        desk.search();
        QCOMPARE(desk.run->state(), QueryRun::State::Complete);
        desk.session.reset();
        const auto entries = desk.office.entries();
        QStringList after;
        for (const QJsonObject& entry : entries)
            after += entry["event"_L1].toString();
        QCOMPARE(after.mid(after.indexOf(u"session.locked"_s)),
                 (QStringList{u"session.locked"_s, u"session.unlocked"_s, u"query.intended"_s, u"results.viewed"_s, u"query.answered"_s,
                              u"results.discarded"_s, u"results.discarded"_s, u"session.ended"_s}));
        // One person, one session, before and after.
        QCOMPARE(entries.back()["session"_L1], entries.front()["session"_L1]);
        QCOMPARE(entries.back()["private"_L1]["actor"_L1], entries.front()["private"_L1]["actor"_L1]);
    }

    void queryUnderWayIsWithdrawnBeforeTheKeysGo()
    {
        LockDesk desk;
        desk.search(false);
        QCOMPARE(desk.run->state(), QueryRun::State::Loading);
        desk.session->lock();
        QCOMPARE(desk.run->state(), QueryRun::State::Withdrawn);
        QVERIFY(desk.call().stop.stop_requested());
        QCOMPARE(desk.run->reads().size(), 3U);
        desk.call().page(desk.reads(1), 5); // too late
        QCOMPARE(desk.run->reads().size(), 3U);
        const auto entries = desk.office.entries();
        QCOMPARE(entries.back()["event"_L1].toString(), u"session.locked"_s);
        QCOMPARE(entries[entries.size() - 2]["event"_L1].toString(), u"query.withdrawn"_s);
        QCOMPARE(entries[entries.size() - 2]["outcome"_L1].toString(), u"session_locked"_s);
    }

    void resultsExpireWhileLockedAndTheEntryIsPaidAtUnlock()
    {
        LockDesk desk;
        desk.search();
        desk.session->lock();
        desk.office.clock.advance(std::chrono::hours(9));
        const QPointer<QueryRun> run = desk.run;
        desk.session->queries().expireDue(); // what its timer does
        QVERIFY(desk.session->queries().runs().empty());
        QVERIFY(!run || run->reads().empty());
        QCOMPARE(desk.office.events().back(), u"session.locked"_s);
        desk.office.clock.advance(std::chrono::hours(1));
        QVERIFY(desk.session->unlock(u"1234"_s));
        desk.session.reset();
        const auto entries = desk.office.entries();
        QCOMPARE(entries[entries.size() - 3]["event"_L1].toString(), u"results.discarded"_s);
        QCOMPARE(entries[entries.size() - 3]["outcome"_L1].toString(), u"expired"_s);
        QVERIFY(entries[entries.size() - 3]["private"_L1]["note"_L1].toString().contains(u"2026-11-20T21:00:00"_s));
        QCOMPARE(entries[entries.size() - 2]["event"_L1].toString(), u"session.unlocked"_s);
    }

    // Signed out at the lock screen, and somebody else signs in at the same program.
    void endOfALockedSessionIsToldByTheNextSignIn()
    {
        LockDesk desk;
        desk.search();
        desk.session->lock();
        QVERIFY(!desk.session->unlock(u"0000"_s));
        desk.session.reset();
        QCOMPARE(desk.office.events().back(), u"session.locked"_s);
        RosterUser other = desk.office.office.roster.front();
        other.id = UserId(u"u-other"_s);
        other.certificateSha256 = desk.office.fingerprint = QByteArray(32, 'o');
        desk.office.office.roster.push_back(other);
        desk.signInAgain();
        desk.session.reset();
        const auto entries = desk.office.entries();
        const auto locked = std::ranges::find_if(entries, [](const QJsonObject& one) { return one["event"_L1] == u"session.locked"_s; });
        QStringList after, people;
        for (auto entry = locked; entry != entries.end(); ++entry) {
            after += (*entry)["event"_L1].toString();
            people += (*entry)["private"_L1]["actor"_L1]["user_id"_L1].toString();
        }
        QCOMPARE(after, (QStringList{u"session.locked"_s, u"signin.refused"_s, u"results.discarded"_s, u"session.ended"_s,
                                     u"profile.loaded"_s, u"signin.accepted"_s, u"banner.accepted"_s, u"session.ended"_s}));
        QCOMPARE(people.first(4), (QStringList{u"u-agent"_s, u"u-agent"_s, u"u-agent"_s, u"u-agent"_s}));
        QCOMPARE(people[5], u"u-other"_s);
        QCOMPARE(locked[3]["outcome"_L1].toString(), u"signed_out"_s);
    }

    // The program itself ended while locked: nobody knows more than that.
    void sessionThatTheLogDoesNotKnowTheEndOfIsEndedAsUnknown()
    {
        LockDesk desk;
        desk.search();
        desk.session->lock();
        desk.session.reset();
        desk.signIn = std::make_unique<SignInService>(desk.office, desk.office.clock); // a new start owes nothing
        desk.signInAgain();
        desk.session.reset();
        const auto entries = desk.office.entries();
        const auto locked = std::ranges::find_if(entries, [](const QJsonObject& one) { return one["event"_L1] == u"session.locked"_s; });
        QCOMPARE(locked[1]["event"_L1].toString(), u"results.discarded"_s);
        QCOMPARE(locked[1]["outcome"_L1].toString(), u"unknown"_s);
        QCOMPARE(locked[2]["event"_L1].toString(), u"session.ended"_s);
        QCOMPARE(locked[2]["outcome"_L1].toString(), u"unknown"_s);
        QCOMPARE(locked[2]["session"_L1], locked[0]["session"_L1]);
        QVERIFY(!locked[2].contains("actor"_L1));
        QCOMPARE(locked[3]["event"_L1].toString(), u"profile.loaded"_s);
        desk.signInAgain(); // and once only
        desk.session.reset();
        QCOMPARE(std::ranges::count_if(desk.office.entries(), [](const QJsonObject& one) { return one["outcome"_L1] == u"unknown"_s; }), 2);
    }

    // The administrator may put it right while the session waits.
    void profileThatIsRefusedAtUnlock_data()
    {
        QTest::addColumn<ProfileFault>("fault");
        QTest::addRow("altered") << ProfileFault::Altered;
        QTest::addRow("not valid yet, for the clock was set back") << ProfileFault::NotYetValid;
    }
    void profileThatIsRefusedAtUnlock()
    {
        QFETCH(ProfileFault, fault);
        LockDesk desk;
        QSignalSpy ended(desk.session.get(), &Session::ended);
        const Instant valid = desk.office.office.notBefore;
        desk.session->lock();
        if (fault == ProfileFault::NotYetValid)
            desk.office.office.notBefore = desk.office.clock.now() + std::chrono::seconds(1);
        else
            desk.office.refreshed = std::unexpected(ProfileProblem{.fault = fault});
        const auto refused = desk.session->unlock(u"1234"_s);
        QVERIFY(!refused);
        QCOMPARE(std::get<ProfileProblem>(refused.error().why).fault, fault);
        QVERIFY(desk.session->isLocked());
        QVERIFY(ended.isEmpty());
        QCOMPARE(*desk.office.credentials, 0);
        desk.office.refreshed = {};
        desk.office.office.notBefore = valid;
        QVERIFY(desk.session->unlock(u"1234"_s));
        desk.session.reset();
        const auto entries = desk.office.entries();
        const auto locked = std::ranges::find_if(entries, [](const QJsonObject& one) { return one["event"_L1] == u"session.locked"_s; });
        QCOMPARE(locked[1]["event"_L1].toString(), u"signin.refused"_s);
        QCOMPARE(locked[1]["outcome"_L1].toString(), u"profile_refused"_s);
        QCOMPARE(locked[2]["event"_L1].toString(), u"session.unlocked"_s);
    }

    void refusalsAtUnlock_data()
    {
        QTest::addColumn<SignInProblem>("problem");
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("over");
        QTest::addRow("card pulled") << SignInProblem::CardRemoved << u"credential"_s << false;
        QTest::addRow("no card") << SignInProblem::NoCard << u"credential"_s << false;
        QTest::addRow("last try") << SignInProblem::WrongPinLastTry << u"credential"_s << false;
        QTest::addRow("card locked") << SignInProblem::Locked << u"credential"_s << false;
        QTest::addRow("list of revoked overdue") << SignInProblem::RevocationUnknown << u"credential"_s << false;
        QTest::addRow("revoked meanwhile") << SignInProblem::CertificateRevoked << u"credential"_s << true;
        QTest::addRow("expired meanwhile") << SignInProblem::CertificateExpired << u"credential"_s << true;
        QTest::addRow("another's card") << SignInProblem::FingerprintDiffers << u"fingerprint"_s << false;
        QTest::addRow("profile replaced meanwhile") << SignInProblem::ProfileChanged << u"profile"_s << true;
        QTest::addRow("profile ran out meanwhile") << SignInProblem::ProfileExpired << u"end"_s << true;
        QTest::addRow("left the roster") << SignInProblem::NotOnRoster << u"roster"_s << true;
        QTest::addRow("training expired") << SignInProblem::TrainingExpired << u"training"_s << true;
        QTest::addRow("keys changed without them") << SignInProblem::KeysNotYours << u"keys"_s << true;
        QTest::addRow("keys of another workstation") << SignInProblem::ProfileKeyDiffers << u"keys"_s << true;
        QTest::addRow("reviewer's certificate is none") << SignInProblem::ReviewerUnusable << u"keys"_s << true;
        QTest::addRow("log at fault") << SignInProblem::LogFault << u"log"_s << true;
    }
    void refusalsAtUnlock()
    {
        QFETCH(SignInProblem, problem);
        QFETCH(QString, from);
        QFETCH(bool, over);
        LockDesk desk;
        desk.search();
        QSignalSpy ended(desk.session.get(), &Session::ended);
        desk.session->lock();
        if (from == u"credential")
            desk.office.credentialProblem = problem;
        else if (from == u"fingerprint")
            desk.office.fingerprint = QByteArray(32, 'z');
        else if (from == u"profile")
            desk.office.office.serial += 1;
        else if (from == u"end")
            desk.office.office.notAfter = desk.office.clock.now() - std::chrono::seconds(1);
        else if (from == u"roster")
            desk.office.office.roster.clear();
        else if (from == u"training")
            desk.office.office.roster.front().trainingExpiresOn = QDate(2026, 11, 19);
        else if (from == u"keys")
            desk.office.keysFault = problem;
        else
            desk.office.logFault = LogFaultReport{};
        QCOMPARE(problemOf(desk.session->unlock(u"1234"_s)), problem);
        QVERIFY(desk.session->isLocked());
        QCOMPARE(ended.size(), over ? 1 : 0);
        QCOMPARE(*desk.office.credentials, 0);
        desk.office.credentialProblem.reset();
        desk.office.keysFault.reset();
        desk.office.fingerprint = QByteArray(32, 'c');
        if (over) {
            QCOMPARE(ended.front().front().value<SignInProblem>(), problem);
            QCOMPARE(problemOf(desk.session->unlock(u"1234"_s)), problem); // no second chance
        } else {
            QVERIFY(desk.session->unlock(u"1234"_s));
        }
        desk.session.reset();
        if (from == u"log") {
            const auto held = desk.office.entries(u"holding"_s);
            QCOMPARE(held.back()["event"_L1].toString(), u"session.ended"_s);
            QCOMPARE(held.back()["outcome"_L1].toString(), u"log_fault"_s);
            return;
        }
        const bool logOpened = from == u"profile" || from == u"end" || from == u"roster" || from == u"training";
        const QStringList events = desk.office.events();
        if (over && !logOpened) {
            QCOMPARE(events.back(), u"session.locked"_s); // nobody could open it to say more
            return;
        }
        QCOMPARE(events[events.indexOf(u"session.locked"_s) + 1], u"signin.refused"_s);
        QCOMPARE(events.back(), u"session.ended"_s);
        QCOMPARE(events.contains(u"session.unlocked"_s), !over);
    }

    void aSessionIsNotTriedForEver()
    {
        LockDesk desk;
        QSignalSpy ended(desk.session.get(), &Session::ended);
        desk.session->lock();
        desk.office.credentialProblem = SignInProblem::NoCard;
        for (int n = 0; n < 60; ++n)
            QVERIFY(!desk.session->unlock(u"1234"_s));
        QCOMPARE(ended.size(), 1);
        desk.office.credentialProblem.reset();
        QVERIFY(!desk.session->unlock(u"1234"_s));
    }

    void whatIsAskedOfTheVendorBeforeItIsBackWaitsForIt()
    {
        LockDesk desk;
        desk.search();
        desk.session->lock();
        desk.office.slowConnect = true;
        QVERIFY(desk.session->unlock(u"1234"_s));
        QCOMPARE(desk.session->link(), LinkState::Connecting);
        const auto calls = desk.office.vendor->calls.size();
        QueryRun* run = *desk.session->queries().search(madeUpDraft(desk.session->queries().today()));
        QCOMPARE(desk.office.vendor->calls.size(), calls);
        desk.office.connecting->addResult(VendorResult<std::shared_ptr<VendorClient>>(desk.office.vendor));
        desk.office.connecting->finish();
        QTRY_COMPARE(desk.office.vendor->calls.size(), calls + 1);
        desk.call().answer(0);
        QTRY_COMPARE(run->state(), QueryRun::State::Complete);
        QCOMPARE(desk.session->link(), LinkState::Connected);
    }

    void aVendorThatComesAfterTheNextLockIsTurnedAway()
    {
        LockDesk desk;
        desk.session->lock();
        desk.office.slowConnect = true;
        QVERIFY(desk.session->unlock(u"1234"_s));
        desk.session->lock();
        desk.office.connecting->addResult(VendorResult<std::shared_ptr<VendorClient>>(desk.office.vendor));
        desk.office.connecting->finish();
        QCoreApplication::processEvents();
        QCOMPARE(desk.session->link(), LinkState::NotConnected);
    }

    void typedPinIsWipedWhereItLies()
    {
        LockDesk desk;
        desk.session->lock();
        QString typed = QString::fromLatin1("1234");
        const QString shared = typed; // as a line edit would hold it
        QVERIFY(desk.session->unlock(typed));
        QCOMPARE(shared, QString(4, QChar(0)));
    }
};

QTEST_GUILESS_MAIN(SessionLockTest)
#include "SessionLockTest.moc"
