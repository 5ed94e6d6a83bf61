#include "service/SignInService.h"

#include "crypto/CertificateIssuer.h"
#include "service/AuditEntries.h"
#include "service/FakeOffice.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class SignInServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newsOfTheOfficeStandInTheLogBeforeTheSignIn()
    {
        FakeOffice office;
        AuditRecord changed{.event = AuditEvent::ProfileChanged};
        changed.outcome = u"from_serial_3"_s;
        office.news = {changed};
        {
            SignInService signIn(office, office.clock);
            QVERIFY(wait(signIn.begin({}, u"1234"_s)));
        }
        QCOMPARE(office.told, 1);
        QCOMPARE(office.events().first(3), (QStringList{u"profile.changed"_s, u"profile.loaded"_s, u"signin.accepted"_s}));
    }

    void refusedProfileStopsEverySignIn()
    {
        FakeOffice office;
        office.refreshed = std::unexpected(ProfileProblem{.fault = ProfileFault::Altered});
        SignInService signIn(office, office.clock);
        const auto begun = wait(signIn.begin({}, u"1234"_s));
        QVERIFY(!begun);
        QCOMPARE(std::get<ProfileProblem>(begun.error().why).fault, ProfileFault::Altered);
    }

    // Renewed and not entered yet, or somebody else's: not the same as being nobody.
    void anotherCertificateInAKnownNameIsToldApart()
    {
        FakeOffice office;
        const Validity validity{.notBefore = office.clock.now(), .notAfter = office.clock.now() + std::chrono::days(1)};
        const auto issuer = CertificateIssuer::createAuthority(u"Made up"_s, validity);
        const auto key = PrivateKey::generateP256();
        office.fingerprint = QByteArray(32, 'x');
        for (const auto& [name, problem] :
             {std::pair(u"u-agent"_s, SignInProblem::FingerprintDiffers), std::pair(u"u-nobody"_s, SignInProblem::NotOnRoster)}) {
            office.der = issuer->issueClient(*key, name, validity)->der();
            SignInService signIn(office, office.clock);
            const auto begun = wait(signIn.begin({}, u"1234"_s));
            QVERIFY(!begun);
            QCOMPARE(std::get<SignInProblem>(begun.error().why), problem);
        }
        QCOMPARE(office.events(), (QStringList{u"signin.refused"_s, u"signin.refused"_s}));
    }

    void acceptedBannerMakesASession()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        QVERIFY(pending);
        QCOMPARE((*pending)->user().id.text(), u"u-agent"_s);
        QCOMPARE((*pending)->banner().version, u"b-1"_s);
        auto session = wait((*pending)->accept({}));
        QVERIFY(session);
        QCOMPARE((*session)->vendorClockDifference(), std::chrono::minutes(7));
        QVERIFY((*session)->logState().inOrder);
        pending->reset();
        session->reset();
        QCOMPARE(office.events(), (QStringList{u"profile.loaded"_s, u"signin.accepted"_s, u"banner.accepted"_s, u"session.ended"_s}));
    }

    void sessionSaysHowTheVendorIsReached()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        QVERIFY(pending);
        auto session = wait((*pending)->accept({}));
        QVERIFY(session);
        QSignalSpy changed(session->get(), &Session::linkChanged);
        QCOMPARE((*session)->link(), LinkState::Connected);
        office.vendor->state = LinkState::Retrying;
        office.vendor->linkChanged();
        QCOMPARE(changed.size(), 1);
        QCOMPARE((*session)->link(), LinkState::Retrying);
        session->reset();
        QVERIFY(!office.vendor->linkChanged); // the vendor outlives the session here
    }

    void declinedBannerEndsTheSession()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        (*pending)->decline();
        QVERIFY(!wait((*pending)->accept({})));
        QVERIFY(office.vendor->calls.empty());
        QCOMPARE(office.events(), (QStringList{u"profile.loaded"_s, u"signin.accepted"_s, u"banner.declined"_s, u"session.ended"_s}));
    }

    void abandonedBannerEndsTheSession()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        wait(signIn.begin({}, u"1234"_s))->reset();
        QCOMPARE(office.events(), (QStringList{u"profile.loaded"_s, u"signin.accepted"_s, u"session.ended"_s}));
    }

    void personIsRefused_data()
    {
        QTest::addColumn<QDate>("trained");
        QTest::addColumn<QDate>("expires");
        QTest::addColumn<QByteArray>("fingerprint");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<SignInProblem>("problem");
        QTest::addColumn<bool>("logged");
        const QByteArray own(32, 'c');
        const QDate from(2026, 1, 1), to(2027, 1, 1);
        QTest::newRow("wrong pin") << from << to << own << u"0000"_s << SignInProblem::WrongPin << false;
        QTest::newRow("not on the roster") << from << to << QByteArray(32, 'x') << u"1234"_s << SignInProblem::NotOnRoster << true;
        QTest::newRow("never trained") << QDate() << QDate() << own << u"1234"_s << SignInProblem::Untrained << true;
        QTest::newRow("no expiry") << from << QDate() << own << u"1234"_s << SignInProblem::Untrained << true;
        QTest::newRow("expired yesterday") << from << QDate(2026, 11, 19) << own << u"1234"_s << SignInProblem::TrainingExpired << true;
        QTest::newRow("begins tomorrow") << QDate(2026, 11, 21) << to << own << u"1234"_s << SignInProblem::TrainingInFuture << true;
    }
    void personIsRefused()
    {
        QFETCH(QDate, trained);
        QFETCH(QDate, expires);
        QFETCH(QByteArray, fingerprint);
        QFETCH(QString, pin);
        QFETCH(SignInProblem, problem);
        QFETCH(bool, logged);
        FakeOffice office;
        RosterUser& user = office.office.roster.front();
        user.trainedOn = trained.isValid() ? std::optional(trained) : std::nullopt;
        user.trainingExpiresOn = expires.isValid() ? std::optional(expires) : std::nullopt;
        office.fingerprint = fingerprint;
        SignInService signIn(office, office.clock);
        const auto refused = wait(signIn.begin({}, pin));
        QVERIFY(!refused);
        QCOMPARE(std::get<SignInProblem>(refused.error().why), problem);
        QCOMPARE(office.events(), logged ? QStringList{u"signin.refused"_s} : QStringList());
        QCOMPARE(office.noted.size(), logged ? 0 : 1);
    }

    // Where nobody can write to the log, the office keeps a note of it for whoever opens it next.
    void whatDoesNotOpenTheLogIsNoted_data()
    {
        QTest::addColumn<SignInProblem>("problem");
        QTest::addColumn<bool>("atOpening");
        using enum SignInProblem;
        for (const SignInProblem problem : {NoCredential, WrongPin, WrongPinFewLeft, WrongPinLastTry, Locked, NoCard, NoCardDriver,
                                            NoCertificateOnCard, SeveralCertificates, CardRemoved, CredentialUnusable, CertificateExpired,
                                            CertificateNotYetValid, CertificateRevoked, CertificateUntrusted, RevocationUnknown})
            QTest::addRow("%s", qPrintable(auditWord(problem))) << problem << false;
        for (const SignInProblem problem : {KeysNotYours, ProfileKeyDiffers, ReviewerUnusable})
            QTest::addRow("%s", qPrintable(auditWord(problem))) << problem << true;
    }
    void whatDoesNotOpenTheLogIsNoted()
    {
        QFETCH(SignInProblem, problem);
        QFETCH(bool, atOpening);
        FakeOffice office;
        (atOpening ? office.keysFault : office.credentialProblem) = problem;
        SignInService signIn(office, office.clock);
        const auto refused = wait(signIn.begin({}, u"1234"_s));
        QVERIFY(!refused);
        QCOMPARE(std::get<SignInProblem>(refused.error().why), problem);
        QCOMPARE(office.noted, QStringList{toRfc3339(office.clock.now()) + u' ' + auditWord(problem)});
        QCOMPARE(office.events(), QStringList());
    }

    void profileThatRanOutWhileTheProgramWasOpenStopsTheSignIn()
    {
        FakeOffice office;
        office.office.notAfter = office.clock.now() - std::chrono::seconds(1);
        SignInService signIn(office, office.clock);
        QCOMPARE(std::get<ProfileProblem>(wait(signIn.begin({}, u"1234"_s)).error().why).fault, ProfileFault::Expired);
        QCOMPARE(office.noted, QStringList{toRfc3339(office.clock.now()) + u' ' + auditWord(SignInProblem::ProfileExpired)});
    }

    void searchStopsWhenTrainingOrProfileRanOutMeanwhile_data()
    {
        QTest::addColumn<std::chrono::days>("later");
        QTest::addColumn<SignInProblem>("problem");
        QTest::newRow("training") << std::chrono::days(60) << SignInProblem::TrainingExpired;
        QTest::newRow("profile") << std::chrono::days(11) << SignInProblem::ProfileExpired;
    }
    void searchStopsWhenTrainingOrProfileRanOutMeanwhile()
    {
        QFETCH(std::chrono::days, later);
        QFETCH(SignInProblem, problem);
        FakeOffice office;
        if (problem == SignInProblem::TrainingExpired)
            office.office.notAfter = office.clock.now() + std::chrono::days(365);
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        auto session = *wait((*pending)->accept({}));
        QSignalSpy ended(session.get(), &Session::ended);
        office.clock.advance(later);
        const auto refused = session->queries().search({});
        QVERIFY(!refused);
        QCOMPARE(std::get<SignInProblem>(refused.error().why), problem);
        QCOMPARE(ended.value(0).value(0).value<SignInProblem>(), problem);
        QVERIFY(office.vendor->calls.empty());
        pending->reset();
        session.reset();
        QCOMPARE(office.events().last(2), (QStringList{u"query.refused"_s, u"session.ended"_s}));
    }

    void vendorsServerThatIsRefusedStandsInTheLog()
    {
        FakeOffice office;
        office.vendor->offered = std::unexpected(VendorFailure{.fault = VendorFault::TlsRefused, .tls = TlsRefusal::Revoked});
        {
            SignInService signIn(office, office.clock);
            auto pending = wait(signIn.begin({}, u"1234"_s));
            const auto refused = wait((*pending)->accept({}));
            QCOMPARE(std::get<VendorFailure>(refused.error().why).tls, TlsRefusal::Revoked);
        }
        const auto entries = logEntries(*ServiceDesk::openLog(office.folder.filePath(u"log"_s), office.clock));
        const auto entry =
            std::ranges::find(entries, u"signin.refused"_s, [](const QJsonObject& one) { return one["event"_L1].toString(); });
        QVERIFY(entry != entries.end());
        QCOMPARE((*entry)["outcome"_L1].toString(), u"vendor:tls_refused:revoked"_s);
    }

    void trainingHoldsThroughItsLastDay()
    {
        RosterUser user;
        user.trainedOn = QDate(2026, 11, 20);
        user.trainingExpiresOn = QDate(2026, 11, 20);
        QVERIFY(!trainingProblem(user, QDate(2026, 11, 20)));
        QCOMPARE(trainingProblem(user, QDate(2026, 11, 21)), SignInProblem::TrainingExpired);
    }

    void logThatDoesNotOpenStopsTheSignIn()
    {
        FakeOffice office;
        office.openFault = LogFault::InUse;
        SignInService signIn(office, office.clock);
        const auto refused = wait(signIn.begin({}, u"1234"_s));
        QCOMPARE(std::get<LogFault>(refused.error().why), LogFault::InUse);
    }

    void vendorThatSpeaksAnotherMajorVersionOpensNoSession()
    {
        FakeOffice office;
        office.vendor->offered->api = u"2.0"_s;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        const auto refused = wait((*pending)->accept({}));
        QCOMPARE(std::get<VendorFailure>(refused.error().why).fault, VendorFault::Malformed);
        // The person may try again once the vendor is right.
        office.vendor->offered->api = u"1.4"_s;
        QVERIFY(wait((*pending)->accept({})));
    }

    void lockedSessionOpensWithThePinAlone()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        auto session = *wait((*pending)->accept({}));
        session->lock();
        session->lock();
        QVERIFY(session->isLocked());
        QVERIFY(!session->unlock(u""_s));
        QVERIFY(!session->unlock(u"1111"_s));
        QVERIFY(session->isLocked());
        QVERIFY(session->unlock(u"1234"_s));
        QVERIFY(!session->isLocked());
        session.reset();
        QCOMPARE(office.events().mid(3),
                 (QStringList{u"session.locked"_s, u"signin.refused"_s, u"signin.refused"_s, u"session.unlocked"_s, u"session.ended"_s}));
    }

    void fiveWrongPinsEndTheSession()
    {
        FakeOffice office;
        SignInService signIn(office, office.clock);
        auto pending = wait(signIn.begin({}, u"1234"_s));
        auto session = *wait((*pending)->accept({}));
        QSignalSpy ended(session.get(), &Session::ended);
        session->lock();
        for (int n = 0; n < 5; ++n)
            QVERIFY(!session->unlock(u"1111"_s));
        QCOMPARE(ended.size(), 1);
        const auto refused = session->unlock(u"1234"_s);
        QCOMPARE(std::get<SignInProblem>(refused.error().why), SignInProblem::Locked);
    }
};

QTEST_GUILESS_MAIN(SignInServiceTest)
#include "SignInServiceTest.moc"
