#include "service/CourseService.h"

#include "crypto/CertificateIssuer.h"
#include "crypto/Cms.h"
#include "crypto/KeyCredential.h"
#include "service/ServiceDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class CourseServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<CourseService> m_course;
    PrivateKey m_key = PrivateKey::generateP256().value();
    const Validity m_years{.notBefore = SystemClock().now() - std::chrono::days(1), .notAfter = SystemClock().now() + std::chrono::days(9)};
    Certificate m_person =
        CertificateIssuer::createAuthority(u"Made-up authority"_s, m_years)->issueClient(m_key, u"agent.one"_s, m_years).value();

    void makeCourse(std::optional<Role> role = Role::Agent)
    {
        ServiceDesk& desk = *m_desk;
        m_course = std::make_unique<CourseService>(
            CourseService::Parts{.log = *desk.log,
                                 .cases = *desk.caseService,
                                 .queries = *desk.queries,
                                 .profile = desk.profile,
                                 .clock = desk.clock,
                                 .actor = {.user = desk.profile.roster.front().id, .role = role},
                                 .credential = [this](const CredentialChoice&,
                                                      const SecureBytes& pin) -> std::expected<std::unique_ptr<Credential>, SignInProblem> {
                                     if (pin.view() != "1234")
                                         return std::unexpected(SignInProblem::WrongPin);
                                     return KeyCredential::fromParts(m_key, m_person).value();
                                 }});
    }
    void load(int reads = 10)
    {
        std::vector<ReadSpec> specs;
        for (int n = 0; n < reads; ++n)
            specs.push_back({.plate = u"PMC6B13"_s, .image = smallPicture(n), .queried = u"PMC6B13"_s});
        m_desk->lastCall().page(m_desk->page(specs), reads);
        m_desk->lastCall().answer(reads);
    }
    /// The desk's reads are newest first, so read n is question n + 1.
    void judge(std::size_t read, CourseAnswer answer)
    {
        QueryRun& run = *m_course->run();
        if (answer == CourseAnswer::Unreadable) {
            QVERIFY(m_desk->verification->judge(run, read, Verdict::Unreadable, u"Nothing to be seen"_s));
            return;
        }
        const QFuture<Picture> picture = m_desk->verification->picture(run, read, ImageKind::Plate);
        QTRY_VERIFY(picture.isFinished());
        const bool same = answer == CourseAnswer::Confirmed;
        QVERIFY(m_desk->verification->compare(run, read, same ? u"PMC6B13"_s : u"PMC6813"_s, {}));
        QVERIFY(m_desk->verification->judge(run, read, same ? Verdict::Confirmed : Verdict::DifferentPlate, u"As the picture shows"_s));
    }
    void judgeAll(int wrong = 0)
    {
        using enum CourseAnswer;
        const std::array key{Confirmed,      DifferentPlate, Confirmed, Unreadable,     Confirmed,
                             DifferentPlate, Unreadable,     Confirmed, DifferentPlate, Confirmed};
        for (std::size_t n = 0; n < key.size(); ++n)
            judge(n, int(n) < wrong ? (key[n] == Unreadable ? Confirmed : Unreadable) : key[n]);
    }
    CourseAnswer rightAnswer() const
    {
        const QString id = m_course->request()->id;
        return id == u"request-without-case"   ? CourseAnswer::NoCase
               : id == u"request-too-general"  ? CourseAnswer::TooGeneral
               : id == u"request-of-a-protest" ? CourseAnswer::ProtectedActivity
                                               : CourseAnswer::BeyondLimit;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_desk->profile.training = true;
        makeCourse();
    }
    void cleanup()
    {
        m_course.reset();
        m_desk.reset();
    }

    void isPassedSignedAndSaved()
    {
        QVERIFY(m_course->begin(1).has_value());
        load();
        QCOMPARE(m_course->state(), CourseService::State::Reads);
        judgeAll(1);
        QCOMPARE(m_course->state(), CourseService::State::Requests);
        for (int n = 0; n < 2; ++n)
            QVERIFY(m_course->answer(rightAnswer()).has_value());
        QCOMPARE(m_course->state(), CourseService::State::Ended);
        QVERIFY(isPassed(m_course->record()));
        QCOMPARE(m_desk->entries(u"course.begun"_s).size(), 1U);
        QCOMPARE(m_desk->entries(u"course.passed"_s).size(), 1U);
        QCOMPARE(m_desk->entries(u"course.passed"_s).front()["outcome"_L1].toString(), u"11/12"_s);
        QVERIFY(m_desk->queries->runs().empty()); // its results are discarded like any other's

        const QString target = m_desk->folder.filePath(u"record.json"_s);
        const auto wrongPin = m_course->save(target, {}, u"0000"_s);
        QCOMPARE(std::get<SignInProblem>(std::get<ServiceFailure>(wrongPin.error()).why), SignInProblem::WrongPin);
        QVERIFY(!QFile::exists(target));
        QVERIFY(m_course->save(target, {}, u"1234"_s).has_value());
        QFile record(target), signature(target + u".p7s"_s);
        QVERIFY(record.open(QIODevice::ReadOnly) && signature.open(QIODevice::ReadOnly));
        const QByteArray bytes = record.readAll();
        QVERIFY(verifyDetached(signature.readAll(), bytes, m_person).has_value());
        QCOMPARE(bytes, writeTrainingRecord(m_course->record()));
        QCOMPARE(m_course->record().person, u"agent.one"_s);
        const auto nowhere = m_course->save(m_desk->folder.filePath(u"none/record.json"_s), {}, u"1234"_s);
        QCOMPARE(std::get<CourseProblem>(nowhere.error()), CourseProblem::CannotWrite);
    }

    void isFailedByMisreadsThatWereNotSeen()
    {
        QVERIFY(m_course->begin(1).has_value());
        load();
        for (std::size_t n = 0; n < 10; ++n)
            judge(n, CourseAnswer::Confirmed); // as the machine said: three misreads and two without a picture to rely on
        for (int n = 0; n < 2; ++n)
            QVERIFY(m_course->answer(rightAnswer()).has_value());
        QCOMPARE(scorePercent(m_course->record().items), 58);
        QVERIFY(!isPassed(m_course->record()));
        QCOMPARE(m_desk->entries(u"course.failed"_s).size(), 1U);
        QVERIFY(m_desk->entries(u"course.passed"_s).empty());
    }

    void theFirstVerdictCounts()
    {
        QVERIFY(m_course->begin(1).has_value());
        load();
        judge(1, CourseAnswer::Unreadable);
        judge(1, CourseAnswer::DifferentPlate);
        QCOMPARE(m_course->record().items.size(), 1U);
        QCOMPARE(m_course->record().items.front().given, CourseAnswer::Unreadable);
        QVERIFY(!m_course->record().items.front().isRight());
    }

    void everyRequestBreaksTheRuleItIsAbout()
    {
        QSet<QString> seen;
        for (quint32 seed = 0; seed < 40 && seen.size() < 4; ++seed) {
            makeCourse();
            QVERIFY(m_course->begin(seed).has_value());
            load();
            judgeAll();
            QString first;
            while (const auto* request = m_course->request()) {
                QVERIFY(request->id != first);
                first = request->id;
                seen.insert(request->id);
                QVERIFY(m_course->answer(rightAnswer()).has_value());
            }
            QCOMPARE(scorePercent(m_course->record().items), 100); // what the gate says is what the names say
        }
        QCOMPARE(seen.size(), 4);
    }

    void refusesOutOfTurn()
    {
        QCOMPARE(std::get<CourseProblem>(m_course->answer(CourseAnswer::NoCase).error()), CourseProblem::NotThere);
        QCOMPARE(std::get<CourseProblem>(m_course->save({}, {}, {}).error()), CourseProblem::NotEnded);
        QVERIFY(m_course->begin(1).has_value());
        QCOMPARE(std::get<CourseProblem>(m_course->begin(1).error()), CourseProblem::UnderWay);
        load();
        judgeAll();
        QCOMPARE(std::get<CourseProblem>(m_course->answer(CourseAnswer::Confirmed).error()), CourseProblem::NotThere);
        m_course.reset();
        QCOMPARE(m_desk->entries(u"course.failed"_s).front()["outcome"_L1].toString(), u"left"_s);
    }

    void needsItsTenReads()
    {
        QVERIFY(m_course->begin(1).has_value());
        load(9);
        QCOMPARE(m_course->state(), CourseService::State::NotBegun);
        QCOMPARE(m_course->problem(), CourseProblem::NoQuestions);
        QCOMPARE(m_desk->entries(u"course.failed"_s).size(), 1U);
        QVERIFY(m_course->begin(1).has_value()); // and may be begun again
    }

    void isThereInTrainingAlone()
    {
        m_desk->profile.training = false;
        QCOMPARE(std::get<CourseProblem>(m_course->begin(1).error()), CourseProblem::NotTraining);
        QVERIFY(m_desk->entries(u"course.begun"_s).empty());
        m_desk->profile.training = true;
        makeCourse(std::nullopt);
        QVERIFY(std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(m_course->begin(1).error()).why));
        QVERIFY(m_desk->entries(u"course.begun"_s).empty());
        QCOMPARE(m_desk->entries(u"action.refused"_s).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(CourseServiceTest)
#include "CourseServiceTest.moc"
