#include "app/ProfileDesk.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class ProfileOfficeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyoneOnTheRosterOpensTheSameLog()
    {
        Desk desk;
        const auto first = desk.visit(u"agent.one"_s);
        QVERIFY(!first.refused && !first.fault);
        QCOMPARE(first.news, QStringList{u"profile.changed first"_s});
        const auto second = desk.visit(u"supervisor.two"_s);
        QVERIFY(!second.refused);
        QCOMPARE(second.news, QStringList()); // the same profile: nothing to say
        QVERIFY(second.events.size() > first.events.size());
        QVERIFY(isProblem(desk.visit(u"stranger"_s).refused, SignInProblem::KeysNotYours));
    }

    void newcomerSignsInOnceSomebodyElseDid()
    {
        Desk desk;
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        desk.maker.admit(desk.profile, u"new.three"_s);
        desk.profile.serial = 8;
        desk.publish();
        QVERIFY(isProblem(desk.visit(u"new.three"_s).refused, SignInProblem::KeysNotYours));
        const auto other = desk.visit(u"agent.one"_s);
        QCOMPARE(other.news, (QStringList{u"profile.changed from_serial_7"_s, u"keys.wrapped wrapped"_s}));
        const auto newcomer = desk.visit(u"new.three"_s);
        QVERIFY(!newcomer.refused);
        QCOMPARE(newcomer.news, QStringList());
        QCOMPARE(desk.keysOf(u"new.three"_s).generation(), 1U);
    }

    void whoeverLeavesTakesNoUsefulKeyAlong()
    {
        Desk desk;
        const auto before = desk.visit(u"supervisor.two"_s);
        const OfficeKeys taken = desk.keysOf(u"supervisor.two"_s);
        desk.remove(u"supervisor.two"_s);
        desk.profile.serial = 8;
        desk.publish();
        const auto after = desk.visit(u"agent.one"_s);
        QVERIFY(!after.refused && !after.fault);
        QCOMPARE(after.news, QStringList{u"profile.changed from_serial_7"_s});
        QVERIFY(after.events.contains(u"key.replaced"_s));
        QCOMPARE(after.events.count(u"keys.changed"_s), 1);
        QCOMPARE(after.events.first(before.events.size()), before.events); // nothing of the log was lost
        QVERIFY(!QFileInfo::exists(desk.folder.rekeyFolder()));

        const OfficeKeys fresh = desk.keysOf(u"agent.one"_s);
        QCOMPARE(fresh.generation(), 2U);
        QVERIFY(!OfficeKeys::open(desk.folder.keysFile(), *desk.maker.person(u"supervisor.two"_s).credential()));
        const StorePlaces places{.logFolder = desk.folder.logFolder(), .caseFile = desk.folder.caseFile(), .workstation = u"desk-1"_s};
        QCOMPARE(AuditLog::open(*logConfiguration(places, desk.profile, taken), taken.audit(), desk.clock).error(), LogFault::Locked);
        QCOMPARE(Database::open(desk.folder.caseFile(), taken.cases(), Database::caseSchema()).error(), StoreFault::Locked);

        // An outsider who knows the profile's first key follows the announcement to the new one.
        VerifyOptions options;
        QVERIFY(options.keys.addPublicKey(desk.profile.workstations[0].publicKeyDer));
        const VerifyReport report = checkLiveLog(desk.folder.logFolder(), fresh.audit(), options);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
    }

    // Whatever was moved when the program ended, the next start finishes it.
    void interruptedChangeOfKeysIsFinished_data()
    {
        QTest::addColumn<int>("moved");
        QTest::addColumn<bool>("sameProgram");
        for (int moved = 0; moved <= 4; ++moved) {
            QTest::addRow("%d files moved, program started anew", moved) << moved << false;
            QTest::addRow("%d files moved, the same program signs in again", moved) << moved << true;
        }
    }
    void interruptedChangeOfKeysIsFinished()
    {
        QFETCH(int, moved);
        QFETCH(bool, sameProgram);
        Desk desk;
        desk.profile.witnessFolder.clear(); // it sees one future only
        desk.publish();
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        const QString old = desk.outer.filePath(u"old"_s), fresh = desk.outer.filePath(u"fresh"_s);
        copyFolder(desk.folder.path(), old);
        desk.remove(u"supervisor.two"_s);
        desk.profile.serial = 8;
        desk.publish();
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        QVERIFY(QDir().rename(desk.folder.path(), fresh));
        copyFolder(old, desk.folder.path());
        const auto onTheirWay = [&] { // as it was, with the new files on their way
            const std::array files{u"log/audit.db"_s, u"log/audit.head"_s, u"cases.db"_s, u"keys.cms"_s};
            bool good = ensurePrivateFolder(desk.folder.rekeyFolder()).has_value();
            for (std::size_t n = 0; n < files.size(); ++n) {
                const QString to = n < static_cast<std::size_t>(moved) ? desk.folder.path() + u'/' + files[n]
                                                                       : desk.folder.rekeyFolder() + u'/' + QFileInfo(files[n]).fileName();
                QFile::remove(to);
                good = QFile::copy(fresh + u'/' + files[n], to) && good;
            }
            if (!good)
                qFatal("the new files cannot be put on their way");
        };
        if (!sameProgram)
            onTheirWay();
        const auto next = desk.visit(u"agent.one"_s, sameProgram ? std::function<void()>(onTheirWay) : nullptr);
        QVERIFY(!next.refused && !next.fault);
        QVERIFY(next.events.contains(u"key.replaced"_s));
        QCOMPARE(next.events.count(u"keys.changed"_s), 1); // the power went before anybody could have said it
        QCOMPARE(desk.keysOf(u"agent.one"_s).generation(), 2U);
        QVERIFY(!QFileInfo::exists(desk.folder.rekeyFolder()));
    }

    void halfMadeNewFilesAreForgotten()
    {
        Desk desk;
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        const QString making = desk.folder.rekeyFolder() + u".making"_s;
        QVERIFY(ensurePrivateFolder(making) && writePrivateFile(making + u"/audit.db"_s, "half"));
        desk.remove(u"supervisor.two"_s);
        desk.profile.serial = 8;
        desk.publish();
        QVERIFY(desk.visit(u"agent.one"_s).events.contains(u"keys.changed"_s));
        QVERIFY(!QFileInfo::exists(making));
    }

    void refusedProfileIsLoggedAtTheNextSignIn()
    {
        Desk desk;
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        const QByteArray good = *readPrivateFile(desk.places.profileFile, largestProfile);
        QVERIFY(replacePrivateFile(desk.places.profileFile, QByteArray(good).replace("\"house_years\": 10", "\"house_years\": 40")));
        QCOMPARE(desk.start().error().fault, ProfileFault::Altered);
        QCOMPARE(desk.start().error().fault, ProfileFault::Altered);
        desk.publish(u"agent.one"_s);
        QCOMPARE(desk.start().error().fault, ProfileFault::WrongSigner);
        QVERIFY(QFile::remove(desk.places.profileFile + u".p7s"_s));
        QCOMPARE(desk.start().error().fault, ProfileFault::Unsigned);
        QVERIFY(QFile::remove(desk.places.profileFile));
        QCOMPARE(desk.start().error().fault, ProfileFault::Missing);
        desk.publish();
        const auto next = desk.visit(u"agent.one"_s);
        QCOMPARE(next.news, (QStringList{u"profile.refused altered"_s, u"profile.refused wrong_signer"_s, u"profile.refused unsigned"_s,
                                         u"profile.refused missing"_s}));
        QCOMPARE(desk.visit(u"agent.one"_s).news, QStringList());
    }

    void olderProfileIsRefusedEvenWhereTheNoteOfItIsGone()
    {
        Desk desk;
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        desk.profile.serial = 8;
        desk.publish();
        QVERIFY(!desk.visit(u"agent.one"_s).refused);
        desk.profile.limits.houseYears = 9;
        desk.publish();
        QCOMPARE(desk.start().error().fault, ProfileFault::SerialReused);
        desk.profile.serial = 7;
        desk.publish();
        QCOMPARE(desk.start().error().fault, ProfileFault::Older);
        QVERIFY(QFile::remove(desk.folder.path() + u"/profile.seen"_s));
        const auto rolledBack = desk.visit(u"agent.one"_s);
        QVERIFY(rolledBack.fault); // the log remembers: people may look, nothing is searched
    }

    void profileOfAnotherOfficeOrWithoutThisDeskIsRefused()
    {
        Desk desk;
        desk.profile.workstations[0].name = u"desk-2"_s;
        desk.publish();
        QCOMPARE(desk.start().error().fault, ProfileFault::OtherOffice);
        desk.profile.workstations[0].name = u"desk-1"_s;
        desk.profile.office = u"airport"_s;
        desk.publish();
        QCOMPARE(desk.start().error().fault, ProfileFault::OtherOffice);
    }

    void profileThatGivesOutsidersAnotherKeyIsRefused()
    {
        Desk desk;
        desk.profile.workstations[0].publicKeyDer = PrivateKey::generateP256()->publicKeyDer();
        desk.publish();
        QVERIFY(isProblem(desk.visit(u"agent.one"_s).refused, SignInProblem::ProfileKeyDiffers));
        QVERIFY(!QFileInfo::exists(desk.folder.logFolder()));
    }

    void whereRootInstalledAProfileNoOtherCounts()
    {
        Desk desk;
        const QString system = desk.outer.filePath(u"system"_s), data = desk.outer.path();
        const Workstation::Options named{.dataFolder = data, .profileFile = desk.places.profileFile, .systemFolder = system};
        QVERIFY(Workstation::hasOffice(named));
        QVERIFY(Workstation::createOffice(named));
        QVERIFY(QDir().mkdir(system) && QFile::copy(desk.places.profileFile, system + u"/profile.json"_s) &&
                QFile::copy(desk.outer.filePath(u"places.geojson"_s), system + u"/places.geojson"_s) &&
                QFile::copy(desk.places.profileFile + u".p7s"_s, system + u"/profile.json.p7s"_s));
        QCOMPARE(Workstation::createOffice(named).error().fault, StartFault::ProfileInstalled);
        Workstation::Options installed = named;
        installed.profileFile.clear();
        QVERIFY(Workstation::createOffice(installed));
        // Whose signature counts says root as well, where root says it.
        QVERIFY(writePrivateFile(system + u"/administrator.pem"_s, desk.maker.person(u"somebody"_s).certificate.pem()));
        QCOMPARE(Workstation::createOffice(installed).error().profile.fault, ProfileFault::WrongSigner);
    }

    void anOfficeThatWasSetUpIsNeverTraining()
    {
        Desk desk;
        const Workstation::Options options{.dataFolder = desk.outer.path(), .systemFolder = desk.outer.filePath(u"none"_s)};
        QVERIFY(Workstation::hasOffice(options));
        QCOMPARE(Workstation::createOffice(options).error().profile.fault, ProfileFault::Missing); // office/profile.json
        const QTemporaryDir empty;
        QVERIFY(!Workstation::hasOffice({.dataFolder = empty.path(), .systemFolder = desk.outer.filePath(u"none"_s)}));
    }

    void replacedProfileCountsFromTheNextSignIn()
    {
        Desk desk;
        const auto office = desk.start();
        QVERIFY(office);
        desk.profile.serial = 9;
        desk.publish();
        QVERIFY((*office)->refresh());
        QCOMPARE((*office)->profile().serial, 9U);
        desk.publish(u"agent.one"_s);
        QCOMPARE((*office)->refresh().error().fault, ProfileFault::WrongSigner);
        QCOMPARE((*office)->profile().serial, 9U);
    }

    void credentialsAreJudgedByTheProfile()
    {
        Desk desk;
        const auto write = [&](const OfficePerson& person, const QString& name) {
            const QString path = desk.outer.filePath(name);
            if (!writePrivateFile(path, *writePkcs12(person.key, person.certificate, {}, name, SecureBytes::fromText(u"a passphrase"))))
                qFatal("no credential");
            return CredentialChoice{.kind = CredentialChoice::Kind::File, .path = path};
        };
        const CredentialChoice agent = write(desk.maker.person(u"agent.one"_s), u"agent.p12"_s);
        OfficeMaker elsewhere(desk.clock.now());
        const CredentialChoice foreign = write(elsewhere.person(u"agent.one"_s), u"foreign.p12"_s);
        const auto office = desk.start();
        QVERIFY((*office)->credential(agent, SecureBytes::fromText(u"a passphrase")));
        QCOMPARE((*office)->credential(agent, SecureBytes::fromText(u"another")).error(), SignInProblem::WrongPin);
        QCOMPARE((*office)->credential(foreign, SecureBytes::fromText(u"a passphrase")).error(), SignInProblem::CertificateUntrusted);
        QCOMPARE((*office)->credential({.kind = CredentialChoice::Kind::PracticeAgent, .path = {}}, {}).error(),
                 SignInProblem::NoCredential);
        const std::vector<Certificate> revoked{desk.maker.person(u"agent.one"_s).certificate};
        const Instant now = desk.clock.now();
        desk.profile.people.crlPem = *issueRevocationList(
            desk.maker.issuer(), revoked, {.notBefore = now - std::chrono::hours(1), .notAfter = now + std::chrono::days(9)}, 1);
        desk.profile.serial = 8;
        desk.publish();
        QVERIFY((*office)->refresh());
        QCOMPARE((*office)->credential(agent, SecureBytes::fromText(u"a passphrase")).error(), SignInProblem::CertificateRevoked);
    }
};

QTEST_GUILESS_MAIN(ProfileOfficeTest)
#include "ProfileOfficeTest.moc"
