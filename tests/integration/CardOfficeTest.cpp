// A real office whose agent signs in with a card: nginx asks for the certificate, the practice vendor stands behind it.
#include "TestCard.h"
#include "app/PracticeVendorProcess.h"
#include "app/Workstation.h"
#include "crypto/CardCredential.h"
#include "crypto/Digest.h"
#include "crypto/RevocationList.h"
#include "integration/PracticeDesk.h"
#include "ledger/AuditEntry.h"
#include "office/OfficeKeys.h"
#include "office/OfficeMaker.h"
#include "office/PrivateFolder.h"
#include "support/Paths.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

namespace {

template <class T>
bool waitFor(const QFuture<T>& future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, QDeadlineTimer(std::chrono::seconds(60)));
}

std::optional<SignInProblem> problemOf(const ServiceFailure& failure)
{
    const auto* problem = std::get_if<SignInProblem>(&failure.why);
    return problem ? std::optional(*problem) : std::nullopt;
}

} // namespace

class CardOfficeTest final : public QObject {
    Q_OBJECT
    TestCardReader m_reader;
    const SystemClock m_clock;
    OfficeMaker m_maker{m_clock.now()};
    OfficeProfile m_profile = m_maker.profile();
    QTemporaryDir m_folder;
    QProcess m_nginx;
    std::unique_ptr<PracticeVendorProcess> m_vendor;
    std::unique_ptr<Workstation> m_workstation;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        if (!replacePrivateFile(path(name), bytes))
            qFatal("cannot write");
    }
    /// Server certificate and key, for 127.0.0.1; the hash of its public key.
    QByteArray server(const QString& name) const
    {
        const Validity validity{m_clock.now() - std::chrono::days(1), m_clock.now() + std::chrono::days(1)};
        const PrivateKey key = PrivateKey::generateP256().value();
        const Certificate certificate =
            m_maker.issuer().issueServer(key, u"made-up vendor"_s, {u"localhost"_s}, {u"127.0.0.1"_s}, validity).value();
        write(name + u".pem"_s, certificate.pem());
        write(name + u".key"_s, key.toPem().view().toByteArray());
        return toBytes(sha256(certificate.publicKeyDer()));
    }
    bool front(const QUrl& vendor)
    {
        quint16 port = 0;
        {
            QTcpServer probe;
            if (!probe.listen(QHostAddress::LocalHost))
                return false;
            port = probe.serverPort();
        }
        const QByteArray conf = R"(daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log error.log info;
events { worker_connections 64; }
http {
  access_log off; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server {
    listen 127.0.0.1:)" + QByteArray::number(port) +
                                R"( ssl; http2 on;
    ssl_certificate front.pem; ssl_certificate_key front.key; ssl_client_certificate ca.pem; ssl_verify_client on; ssl_protocols TLSv1.2 TLSv1.3;
    location / { proxy_pass https://127.0.0.1:)" +
                                QByteArray::number(vendor.port()) +
                                R"(; proxy_http_version 1.1; proxy_ssl_certificate back.pem; proxy_ssl_certificate_key back.key; }
  }
}
)";
        write(u"nginx.conf"_s, conf);
        m_profile.vendor.address = QUrl(u"https://localhost:%1"_s.arg(port));
        m_nginx.start(u"nginx"_s, {u"-p"_s, m_folder.path(), u"-c"_s, path(u"nginx.conf"_s), u"-e"_s, u"error.log"_s});
        return QTest::qWaitFor([&] {
                   if (m_nginx.state() == QProcess::NotRunning)
                       return true;
                   QTcpSocket probe;
                   probe.connectToHost(QHostAddress::LocalHost, port);
                   return probe.waitForConnected(200);
               }) &&
               m_nginx.state() == QProcess::Running;
    }
    void publish()
    {
        ++m_profile.serial;
        const QByteArray json = writeProfile(m_profile);
        write(u"system/places.geojson"_s, OfficeMaker::placesFile());
        write(u"system/profile.json"_s, json);
        write(u"system/profile.json.p7s"_s, m_maker.sign(json));
    }
    std::expected<std::shared_ptr<PendingSession>, ServiceFailure> begin(const QByteArray& pin, const QString& uri = {})
    {
        auto begun = m_workstation->signIn().begin({.kind = CredentialChoice::Kind::Card, .path = uri}, QString::fromLatin1(pin));
        if (!waitFor(begun))
            qFatal("Sign-in did not answer.");
        return begun.takeResult();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const OfficePerson& agent = m_maker.person(u"agent.one"_s);
        m_reader.insert("Agent card", {{.id = "\x01", .key = agent.key, .certificates = {agent.certificate}}});
        write(u"ca.pem"_s, m_maker.issuer().authority().pem());
        m_profile.vendor.pins = {server(u"front"_s)};
        server(u"vendor"_s);
        const OfficePerson& back = m_maker.person(u"made-up.front"_s);
        write(u"back.pem"_s, back.certificate.pem());
        write(u"back.key"_s, back.key.toPem().view().toByteArray());
        m_vendor = std::make_unique<PracticeVendorProcess>(
            PracticeVendorProcess::Config{.program = test::builtProgram(u"casebound-practice-vendor"_s),
                                          .caFile = path(u"ca.pem"_s),
                                          .certificateFile = path(u"vendor.pem"_s),
                                          .keyFile = path(u"vendor.key"_s),
                                          .extraArguments = {}});
        auto address = m_vendor->address();
        QVERIFY(waitFor(address) && address.result());
        bool running = front(*address.result());
        for (int i = 0; i < 3 && !running; ++i)
            running = front(*address.result());
        QVERIFY(running);

        // As casebound-admin sets a workstation up.
        const WorkstationFolder folder(path(u"data/office"_s));
        auto keys = OfficeKeys::generate(SecureBytes::random(32));
        m_profile.workstations = {{.name = u"desk-1"_s, .publicKeyDer = keys->workstation()->publicKeyDer()}};
        m_profile.witnessFolder = path(u"witness"_s);
        m_profile.fips = runsOnFipsProviderAlone();
        m_profile.people.crlPem =
            issueRevocationList(m_maker.issuer(), {}, {m_clock.now() - std::chrono::hours(1), m_clock.now() + std::chrono::days(7)}, 1)
                .value();
        QVERIFY(QDir(m_folder.path()).mkdir(u"witness"_s) && QDir(m_folder.path()).mkdir(u"system"_s));
        QVERIFY(ensurePrivateFolder(path(u"data"_s)) && ensurePrivateFolder(folder.path()));
        QVERIFY(folder.writeNames({.office = u"harbour"_s, .workstation = u"desk-1"_s}));
        QVERIFY(keys->save(folder.keysFile(), *keyHolders(m_profile)).has_value());
        write(u"system/administrator.pem"_s, m_maker.administrator().certificate.pem());
        write(u"system/card-driver"_s, m_reader.driver().toLocal8Bit() + '\n');
        publish();
        auto made = Workstation::createOffice({.dataFolder = path(u"data"_s), .systemFolder = path(u"system"_s)});
        QVERIFY2(made.has_value(), made ? "" : qPrintable(startMessage(made.error(), {})));
        m_workstation = *std::move(made);
    }
    void cleanupTestCase()
    {
        m_workstation.reset();
        m_nginx.terminate();
        m_nginx.waitForFinished();
        m_vendor.reset();
    }

    void offersWhatLiesInTheReader()
    {
        auto cards = m_workstation->signIn().cards();
        QVERIFY(waitFor(cards));
        const auto found = cards.takeResult();
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->front().name, u"agent.one"_s);
        QCOMPARE(found->front().card, u"Agent card"_s);
    }

    void tellsHowManyTriesAreLeft()
    {
        m_reader.setTries(3);
        QCOMPARE(problemOf(begin("000000").error()), SignInProblem::WrongPinFewLeft);
        QCOMPARE(problemOf(begin("000001").error()), SignInProblem::WrongPinLastTry);
        QCOMPARE(problemOf(begin("000002").error()), SignInProblem::Locked);
        QCOMPARE(problemOf(begin(cardPin).error()), SignInProblem::Locked);
        m_reader.setTries(3);
    }

    void signsInSearchesAndSignsAReview()
    {
        const unsigned pins = m_reader.acceptedPins();
        auto pending = begin(cardPin);
        QVERIFY(pending.has_value());
        QCOMPARE((*pending)->user().id.text(), u"agent.one"_s);
        auto accepted = (*pending)->accept({});
        QVERIFY(waitFor(accepted));
        auto session = accepted.takeResult();
        QVERIFY(session.has_value());
        QCOMPARE(m_reader.acceptedPins(), pins + 1); // one PIN for keys, log, and the vendor

        Session& here = **session;
        QVERIFY(here.cases().open(DeskCase, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)));
        QueryDraft draft;
        draft.caseNumber = DeskCase;
        draft.matter = Matter::Administrative;
        draft.reasonCode = ReasonCode(u"fugitive_alien"_s);
        draft.purpose = PurposeId(u"locate_person"_s);
        draft.reasonText = DeskReason;
        draft.plate = u"PMX4810"_s;
        draft.jurisdiction = u"US-TX"_s;
        draft.to = here.queries().today();
        draft.from = draft.to.addYears(-3);
        const auto first = here.queries().search(draft);
        QVERIFY(first && waitForEnd(**first));
        QCOMPARE((*first)->state(), QueryRun::State::Complete);
        QVERIFY((*first)->reads().size() >= 40);

        // The review's signature asks for the PIN again, and the session goes on with its own handle of the card.
        {
            const auto module = CardModule::load(m_reader.driver()).value();
            const auto again = CardCredential::open(module, {}, SecureBytes::copyOf(cardPin));
            QVERIFY(again.has_value());
            const auto signature = (*again)->sign("a review");
            QVERIFY(signature.has_value());
            const std::vector<Certificate> office{m_maker.issuer().authority()};
            QCOMPARE(verifyDetachedUnder(*signature, "a review", office, m_clock.now())->sha256(),
                     m_maker.person(u"agent.one"_s).certificate.sha256());
        }
        const auto second = here.queries().search(draft);
        QVERIFY(second && waitForEnd(**second));
        QCOMPARE((*second)->state(), QueryRun::State::Complete);

        here.lock();
        QCOMPARE(problemOf(here.unlock(u"000000"_s).error()), SignInProblem::WrongPinFewLeft);
        QVERIFY(here.unlock(QString::fromLatin1(cardPin)).has_value());
    }

    void aPulledCardIsNoticedAndItsReturnOpensTheSession()
    {
        auto pending = begin(cardPin);
        QVERIFY(pending.has_value());
        QVERIFY((*pending)->isCredentialPresent());
        auto accepted = (*pending)->accept({});
        QVERIFY(waitFor(accepted));
        auto session = accepted.takeResult();
        QVERIFY(session.has_value());
        QVERIFY((*session)->isCredentialPresent());
        m_reader.pull(true);
        QVERIFY(!(*session)->isCredentialPresent()); // which the window asks every second, and locks
        (*session)->lock();
        QCOMPARE(problemOf((*session)->unlock(QString::fromLatin1(cardPin)).error()), SignInProblem::NoCard);
        QVERIFY((*session)->isLocked());
        m_reader.pull(false);
        QVERIFY((*session)->unlock(QString::fromLatin1(cardPin)).has_value());
        QVERIFY(!(*session)->isLocked());
        QVERIFY((*session)->isCredentialPresent());
    }

    void refusesARevokedCertificate()
    {
        const std::vector<Certificate> revoked{m_maker.person(u"agent.one"_s).certificate};
        const Validity week{m_clock.now() - std::chrono::hours(1), m_clock.now() + std::chrono::days(7)};
        m_profile.people.crlPem = issueRevocationList(m_maker.issuer(), revoked, week, 2).value();
        publish();
        QCOMPARE(problemOf(begin(cardPin).error()), SignInProblem::CertificateRevoked);
        m_profile.people.crlPem =
            issueRevocationList(m_maker.issuer(), {}, {week.notBefore, m_clock.now() - std::chrono::seconds(5)}, 3).value();
        publish();
        QCOMPARE(problemOf(begin(cardPin).error()), SignInProblem::RevocationUnknown);
        m_profile.people.crlPem = issueRevocationList(m_maker.issuer(), {}, week, 4).value();
        publish();
        QVERIFY(begin(cardPin).has_value());
    }

    void refusesAProfileThatAsksForOtherProviders()
    {
        m_profile.fips = !m_profile.fips;
        publish();
        QCOMPARE(std::get<ProfileProblem>(begin(cardPin).error().why).fault, ProfileFault::OtherProviders);
        m_profile.fips = !m_profile.fips;
        publish();
        QVERIFY(begin(cardPin).has_value());
    }

    void saysThatTheCardIsGone()
    {
        m_reader.pull(true);
        QCOMPARE(problemOf(begin(cardPin).error()), SignInProblem::NoCard);
        m_reader.pull(false);
    }
};

QTEST_GUILESS_MAIN(CardOfficeTest)
#include "CardOfficeTest.moc"
