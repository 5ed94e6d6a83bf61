#include "app/TrainingOffice.h"

#include "domain/Reference.h"
#include "office/PrivateFolder.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const CredentialChoice agent{.kind = CredentialChoice::Kind::PracticeAgent, .path = {}};
const CredentialChoice supervisor{.kind = CredentialChoice::Kind::PracticeSupervisor, .path = {}};

} // namespace

class TrainingOfficeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SystemClock m_clock;

    QString place(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }

private Q_SLOTS:
    void bannerCoversEveryPoint()
    {
        const auto office = TrainingOffice::openOrMake(place("banner"), m_clock);
        QVERIFY(office);
        QFile file(u":/casebound/training/profile.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray covers = QJsonDocument::fromJson(file.readAll())["banner"_L1]["covers"_L1].toArray();
        for (const BannerPoint& point : Reference::builtIn().bannerPoints())
            QVERIFY2(covers.contains(point.id), qPrintable(point.id));
        const Banner& banner = office->profile().banner;
        QVERIFY(banner.text.startsWith(u"TRAINING TEXT – COUNSEL MUST APPROVE BEFORE USE."));
        QCOMPARE(banner.sha256, QCryptographicHash::hash(banner.text.toUtf8(), QCryptographicHash::Sha256));
    }

    void bothPeopleOpenEveryKeyAndNobodyElse()
    {
        const auto office = TrainingOffice::openOrMake(place("keys"), m_clock);
        QVERIFY(office);
        const auto one = office->credential(agent, {}, m_clock.now());
        const auto two = office->credential(supervisor, SecureBytes::fromText(TrainingOffice::passphrase()), m_clock.now());
        QVERIFY(one && two);
        const auto stranger = TrainingOffice::openOrMake(place("stranger"), m_clock)->credential(agent, {}, m_clock.now());
        const auto first = office->keys(**one);
        const auto second = office->keys(**two);
        QVERIFY(first && second);
        QVERIFY(first->audit().equals(second->audit()) && first->cases().equals(second->cases()) && first->actor().equals(second->actor()));
        QVERIFY(first->workstationPkcs8().equals(second->workstationPkcs8()));
        QVERIFY(!office->keys(**stranger));
    }

    void keysDifferAndStandInNoFile()
    {
        const auto office = TrainingOffice::openOrMake(place("plain"), m_clock);
        const auto credential = office->credential(agent, {}, m_clock.now());
        const auto opened = office->keys(**credential);
        QVERIFY(opened);
        std::vector<SecureBytes> keys;
        for (const SecureBytes* key : {&opened->audit(), &opened->cases(), &opened->actor(), &opened->workstationPkcs8()})
            keys.push_back(key->clone());
        QVERIFY(keys[0].size() == 32 && keys[1].size() == 32 && keys[2].size() == 32);
        int files = 0;
        QDirIterator every(place("plain"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (every.hasNext()) {
            QFile file(every.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const SecureBytes& key : keys) {
                QVERIFY2(!bytes.contains(key.view()), qPrintable(file.fileName()));
                QVERIFY2(!bytes.contains(key.view().toByteArray().toBase64().chopped(2)), qPrintable(file.fileName()));
            }
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
        }
        QVERIFY(files >= 9);
    }

    void officeIsTheSameAtTheNextStart()
    {
        const auto first = TrainingOffice::openOrMake(place("again"), m_clock);
        const auto second = TrainingOffice::openOrMake(place("again"), m_clock);
        QVERIFY(first && second);
        QCOMPARE(second->profile().sha256, first->profile().sha256);
        QCOMPARE(second->profile().roster.size(), 2U);
        QCOMPARE(second->profile().reviewers.size(), 1U);
        QCOMPARE(second->profile().roster[0].certificateSha256, first->profile().roster[0].certificateSha256);
        QCOMPARE(QDir(m_folder.path()).entryList({u"*.making-*"_s}, QDir::AllEntries), QStringList());
    }

    void rosterNamesTheCredentials()
    {
        const auto office = TrainingOffice::openOrMake(place("roster"), m_clock);
        const auto credential = office->credential(supervisor, {}, m_clock.now());
        const RosterUser* user = office->profile().userByCertificate((*credential)->certificateSha256());
        QVERIFY(user);
        QCOMPARE(user->role, Role::Supervisor);
        QCOMPARE(user->name, u"Supervisor Practice Two"_s);
    }

    void wrongPassphraseIsSaidToBeWrong()
    {
        const auto office = TrainingOffice::openOrMake(place("pin"), m_clock);
        QCOMPARE(office->credential(agent, SecureBytes::fromText(u"guess"), m_clock.now()).error(), SignInProblem::WrongPin);
        const CredentialChoice file{.kind = CredentialChoice::Kind::File, .path = place("pin") + u"/agent.p12"_s};
        QCOMPARE(office->credential(file, {}, m_clock.now()).error(), SignInProblem::WrongPin);
        QVERIFY(office->credential(file, SecureBytes::fromText(TrainingOffice::passphrase()), m_clock.now()));
        const CredentialChoice none{.kind = CredentialChoice::Kind::File, .path = place("pin") + u"/nobody.p12"_s};
        QCOMPARE(office->credential(none, {}, m_clock.now()).error(), SignInProblem::NoCredential);
        QCOMPARE(office->credential(agent, {}, m_clock.now() + std::chrono::days(365 * 11)).error(), SignInProblem::CertificateExpired);
        QCOMPARE(office->credential(agent, {}, m_clock.now() - std::chrono::days(2)).error(), SignInProblem::CertificateNotYetValid);
    }

    void folderThatOthersCanWriteIsRefused()
    {
        QVERIFY(TrainingOffice::openOrMake(place("shared"), m_clock));
        QVERIFY(QFile::setPermissions(place("shared"),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::WriteGroup | QFile::ExeGroup));
        QCOMPARE(TrainingOffice::openOrMake(place("shared"), m_clock).error(), OfficeFault::FolderNotPrivate);
    }

    void damagedOfficeIsNotMadeAnew_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString& name : {u"ca.pem"_s, u"agent.pem"_s, u"supervisor.pem"_s, u"keys.cms"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void damagedOfficeIsNotMadeAnew()
    {
        QFETCH(QString, file);
        const QString folder = m_folder.filePath(u"damaged-"_s + file);
        QVERIFY(TrainingOffice::openOrMake(folder, m_clock));
        QVERIFY(QFile::remove(QDir(folder).filePath(file)));
        QCOMPARE(TrainingOffice::openOrMake(folder, m_clock).error(), OfficeFault::Damaged);
        QVERIFY(!QFile::exists(QDir(folder).filePath(file)));
    }
};

QTEST_GUILESS_MAIN(TrainingOfficeTest)
#include "TrainingOfficeTest.moc"
