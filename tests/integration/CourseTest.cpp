// The practice course on the practice vendor itself: its ten reads come over TLS as they are planted, and can be judged as the course
// expects.
#include "crypto/KeyCredential.h"
#include "integration/PracticeDesk.h"
#include "office/TrainingRecordFile.h"
#include "service/CourseService.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class CourseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTakenOnThePracticeVendorAndItsRecordIsTakenIn()
    {
        const QTemporaryDir folder;
        PracticeDesk desk(folder.filePath(u"data"_s), {});
        const auto signedIn = desk.signIn();
        QVERIFY(signedIn.has_value());
        Session& session = **signedIn;
        CourseService* course = session.course();
        QVERIFY(course);
        QVERIFY(course->begin(1).has_value());
        QVERIFY(QTest::qWaitFor([&] { return course->state() != CourseService::State::Loading; }, 60'000));
        QCOMPARE(course->state(), CourseService::State::Reads);

        QueryRun& run = *course->run();
        std::vector<std::size_t> newestFirst(run.reads().size());
        for (std::size_t n = 0; n < newestFirst.size(); ++n)
            newestFirst[n] = n;
        std::ranges::sort(newestFirst, std::greater(), [&](std::size_t read) { return run.reads().row(read).capturedAt; });
        const QByteArray shown = "pmpnpmhpmp"; // as the town's own test has it
        for (std::size_t place = 0; place < newestFirst.size(); ++place) {
            const std::size_t read = newestFirst[place];
            const QFuture<Picture> picture = session.verification().picture(run, read, ImageKind::Plate);
            QVERIFY(QTest::qWaitFor([&] { return picture.isFinished(); }, 60'000));
            const char what = shown[qsizetype(place)];
            QCOMPARE(picture.result().state == PictureState::Good, what == 'p' || what == 'm');
            if (what == 'n' || what == 'h') {
                QVERIFY(session.verification().judge(run, read, Verdict::Unreadable, u"No picture to rely on"_s).has_value());
                continue;
            }
            QVERIFY(session.verification().compare(run, read, what == 'p' ? u"PMC6B13"_s : u"PMC6813"_s, {}).has_value());
            QVERIFY(session.verification()
                        .judge(run, read, what == 'p' ? Verdict::Confirmed : Verdict::DifferentPlate, u"As the picture shows"_s)
                        .has_value());
        }
        QCOMPARE(course->state(), CourseService::State::Requests);
        while (const auto* request = course->request()) {
            const bool noCase = request->id == u"request-without-case"_s, general = request->id == u"request-too-general"_s,
                       protest = request->id == u"request-of-a-protest"_s;
            QVERIFY(course
                        ->answer(noCase    ? CourseAnswer::NoCase
                                 : general ? CourseAnswer::TooGeneral
                                 : protest ? CourseAnswer::ProtectedActivity
                                           : CourseAnswer::BeyondLimit)
                        .has_value());
        }
        QCOMPARE(scorePercent(course->record().items), 100);

        // Signed with a credential file; here the practice agent's own.
        const QString target = folder.filePath(u"record.json"_s), credential = folder.filePath(u"data/training/agent.p12"_s);
        QVERIFY(course->save(target, {.kind = CredentialChoice::Kind::File, .path = credential}, session.practicePassphrase()).has_value());
        QFile record(target), signature(target + u".p7s"_s), bundle(credential);
        QVERIFY(record.open(QIODevice::ReadOnly) && signature.open(QIODevice::ReadOnly) && bundle.open(QIODevice::ReadOnly));
        const auto person = KeyCredential::fromPkcs12(bundle.readAll(), SecureBytes::fromText(session.practicePassphrase()));
        QVERIFY(person.has_value());
        const auto taken = readTrainingRecord(record.readAll(), signature.readAll(),
                                              {.person = (*person)->certificate(), .passMarkPercent = 80, .now = SystemClock().now()});
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : trainingRecordSentence(taken.error())));
        QVERIFY(*taken == course->record());
    }
};

QTEST_GUILESS_MAIN(CourseTest)
#include "CourseTest.moc"
