#include "service/ServiceDesk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

Picture wait(QFuture<Picture> future)
{
    const bool done = QTest::qWaitFor([&] { return future.isFinished(); });
    return done && future.resultCount() > 0 ? future.result() : Picture{};
}

VerifyProblem problemOf(const ServiceFailure& failure)
{
    return std::get<VerifyProblem>(failure.why);
}

} // namespace

class VerificationServiceTest : public QObject {
    Q_OBJECT

private:
    /// A complete run of one page.
    static QueryRun* runOf(ServiceDesk& desk, const std::vector<ReadSpec>& reads)
    {
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page(reads), qint64(reads.size()));
        desk.lastCall().answer(qint64(reads.size()));
        return run;
    }

private Q_SLOTS:
    void pictureIsCheckedAndDecoded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("withHash");
        QTest::addColumn<bool>("wrongHash");
        QTest::addColumn<PictureState>("state");
        const QByteArray good = smallPicture();
        QByteArray cut = good;
        cut.chop(cut.size() / 2);
        QTest::newRow("good") << good << true << false << PictureState::Good;
        QTest::newRow("no hash") << good << false << false << PictureState::HashMissing;
        QTest::newRow("hash differs") << good << true << true << PictureState::HashDiffers;
        QTest::newRow("no picture") << QByteArray() << true << false << PictureState::Missing;
        QTest::newRow("cut off") << cut << true << false << PictureState::Undecodable;
        QTest::newRow("gif") << QByteArray("GIF89a\x01\x00\x01\x00\x80\x00\x00", 13) << true << false << PictureState::Undecodable;
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") << true << false
                             << PictureState::Undecodable;
        QTest::newRow("text") << QByteArray("hello") << true << false << PictureState::Undecodable;
    }
    void pictureIsCheckedAndDecoded()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, withHash);
        QFETCH(bool, wrongHash);
        QFETCH(PictureState, state);
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = bytes, .withHash = withHash, .wrongHash = wrongHash}});
        const Picture picture = wait(desk.verification->picture(*run, 0, ImageKind::Plate));
        QCOMPARE(picture.state, state);
        const bool shown = state == PictureState::Good || state == PictureState::HashMissing;
        QCOMPARE(picture.image.isNull(), !shown);
        QCOMPARE(picture.bytes, shown ? bytes : QByteArray());
    }

    void pictureSaysWhyItIsNone_data()
    {
        QTest::addColumn<PictureFault>("fault");
        QTest::addColumn<int>("triesForTwoLooks");
        // What was broken stays broken; a helper that was not there may be there the next time.
        QTest::newRow("damaged") << PictureFault::Damaged << 1;
        QTest::newRow("crashed") << PictureFault::Crashed << 1;
        QTest::newRow("no helper") << PictureFault::NoHelper << 2;
        QTest::newRow("no sandbox") << PictureFault::NoSandbox << 2;
    }
    void pictureSaysWhyItIsNone()
    {
        QFETCH(PictureFault, fault);
        QFETCH(int, triesForTwoLooks);
        ServiceDesk desk;
        desk.decoder.fault = fault;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        for (int look = 0; look < 2; ++look) {
            const Picture picture = wait(desk.verification->picture(*run, 0, ImageKind::Plate));
            QCOMPARE(picture.state, PictureState::Undecodable);
            QCOMPARE(picture.fault, fault);
            QVERIFY(picture.image.isNull() && picture.bytes.isEmpty());
        }
        QCOMPARE(desk.decoder.asked, triesForTwoLooks);
        QCOMPARE(problemOf(desk.verification->compare(*run, 0, PlateText, {}).error()), VerifyProblem::PictureNotGood);
        QVERIFY(desk.verification->judge(*run, 0, Verdict::Unreadable, u"no picture"_s));
    }

    void pictureOfAnotherHashIsNeverDecoded()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture(), .wrongHash = true}});
        QCOMPARE(wait(desk.verification->picture(*run, 0, ImageKind::Plate)).state, PictureState::HashDiffers);
        QCOMPARE(desk.decoder.asked, 0);
    }

    void withoutADecoderNoPictureIsShown()
    {
        ServiceDesk desk;
        VerificationService blind(
            {.log = *desk.log, .vendor = desk.vendor, .clock = desk.clock, .actor = {.user = UserId(u"u-agent"_s), .role = Role::Agent}});
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        QCOMPARE(wait(blind.picture(*run, 0, ImageKind::Plate)).fault, PictureFault::NoHelper);
    }

    void pictureThatIsGoneSaysSo()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        desk.vendor.images.clear();
        const Picture picture = wait(desk.verification->picture(*run, 0, ImageKind::Plate));
        QCOMPARE(picture.state, PictureState::Gone);
        QCOMPARE(picture.failure->fault, VendorFault::Gone);
    }

    void pictureIsFetchedOnceAndReadAheadServesIt()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        desk.verification->readAhead(*run, 0);
        QFuture<Picture> first = desk.verification->picture(*run, 0, ImageKind::Plate);
        QFuture<Picture> second = desk.verification->picture(*run, 0, ImageKind::Plate);
        QCOMPARE(wait(first).state, PictureState::Good);
        QCOMPARE(wait(second).state, PictureState::Good);
        QCOMPARE(wait(desk.verification->picture(*run, 0, ImageKind::Plate)).state, PictureState::Good);
        QCOMPARE(desk.vendor.imagesAsked.size(), 1);
    }

    void cacheIsBounded()
    {
        ServiceDesk desk;
        std::vector<ReadSpec> reads;
        for (int n = 0; n < 40; ++n)
            reads.push_back({.plate = PlateText, .image = smallPicture(n)});
        QueryRun* run = runOf(desk, reads);
        for (std::size_t n = 0; n < reads.size(); ++n)
            QCOMPARE(wait(desk.verification->picture(*run, n, ImageKind::Plate)).state, PictureState::Good);
        QCOMPARE(wait(desk.verification->picture(*run, 39, ImageKind::Plate)).state, PictureState::Good);
        QCOMPARE(desk.vendor.imagesAsked.size(), 40);
        QCOMPARE(wait(desk.verification->picture(*run, 0, ImageKind::Plate)).state, PictureState::Good);
        QCOMPARE(desk.vendor.imagesAsked.size(), 41);
    }

    void machineTextIsRevealedOnlyAfterTheTranscription()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = u"TST1Z34"_s, .image = smallPicture()}});
        QVERIFY(!desk.verification->revealed(*run, 0));
        QCOMPARE(problemOf(desk.verification->compare(*run, 0, PlateText, {}).error()), VerifyProblem::PictureNotGood);
        wait(desk.verification->picture(*run, 0, ImageKind::Plate));
        QCOMPARE(problemOf(desk.verification->compare(*run, 0, u"TST*"_s, {}).error()), VerifyProblem::PlateText);
        QCOMPARE(problemOf(desk.verification->compare(*run, 0, {}, {}).error()), VerifyProblem::PlateText);
        QCOMPARE(problemOf(desk.verification->compare(*run, 0, PlateText, u"Atlantis"_s).error()), VerifyProblem::JurisdictionText);
        QVERIFY(!desk.verification->revealed(*run, 0));
        const auto revealed = desk.verification->compare(*run, 0, u"tst 1234"_s, u"texas"_s);
        QVERIFY(revealed);
        QCOMPARE(revealed->typedPlate, PlateText);
        QCOMPARE(revealed->typedJurisdiction, u"US-TX"_s);
        QCOMPARE(revealed->machineText, u"TST1Z34"_s);
        QCOMPARE(revealed->againstMachine.differences, 1);
        QCOMPARE(revealed->againstQueried.differences, 0);
        // The first transcription stands.
        QCOMPARE(desk.verification->compare(*run, 0, u"TST1Z34"_s, {})->typedPlate, PlateText);
    }

    void verdictsFollowTheRules_data()
    {
        QTest::addColumn<bool>("withHash");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("jurisdiction");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("note");
        QTest::addColumn<int>("problem"); // -1: accepted
        const auto no = [](VerifyProblem problem) { return int(problem); };
        const QString other = u"TST1Z34"_s;
        const QString note = u"Seen clearly"_s;
        QTest::newRow("confirmed") << true << PlateText << u"US-TX"_s << Verdict::Confirmed << QString() << -1;
        QTest::newRow("confirmed, no jurisdiction seen") << true << PlateText << QString() << Verdict::Confirmed << QString() << -1;
        QTest::newRow("confirmed, other jurisdiction")
            << true << PlateText << u"US-OK"_s << Verdict::Confirmed << QString() << no(VerifyProblem::DoesNotMatch);
        QTest::newRow("confirmed, other text") << true << other << QString() << Verdict::Confirmed << QString()
                                               << no(VerifyProblem::DoesNotMatch);
        QTest::newRow("confirmed, blind not done")
            << true << QString() << QString() << Verdict::Confirmed << QString() << no(VerifyProblem::NotTranscribed);
        QTest::newRow("confirmed, no hash") << false << PlateText << QString() << Verdict::Confirmed << QString()
                                            << no(VerifyProblem::PictureNotGood);
        QTest::newRow("different") << true << other << QString() << Verdict::DifferentPlate << note << -1;
        QTest::newRow("different, no note") << true << other << QString() << Verdict::DifferentPlate << u"  "_s
                                            << no(VerifyProblem::NoteMissing);
        QTest::newRow("different, blind not done")
            << true << QString() << QString() << Verdict::DifferentPlate << note << no(VerifyProblem::NotTranscribed);
        QTest::newRow("different, no hash") << false << other << QString() << Verdict::DifferentPlate << note
                                            << no(VerifyProblem::PictureNotGood);
        QTest::newRow("unreadable") << true << QString() << QString() << Verdict::Unreadable << note << -1;
        QTest::newRow("unreadable, no hash") << false << QString() << QString() << Verdict::Unreadable << note << -1;
        QTest::newRow("unreadable, no note") << true << QString() << QString() << Verdict::Unreadable << QString()
                                             << no(VerifyProblem::NoteMissing);
        QTest::newRow("unverified") << true << PlateText << QString() << Verdict::Unverified << note << no(VerifyProblem::NotTranscribed);
    }
    void verdictsFollowTheRules()
    {
        QFETCH(bool, withHash);
        QFETCH(QString, typed);
        QFETCH(QString, jurisdiction);
        QFETCH(Verdict, verdict);
        QFETCH(QString, note);
        QFETCH(int, problem);
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture(), .withHash = withHash}});
        wait(desk.verification->picture(*run, 0, ImageKind::Plate));
        if (!typed.isEmpty())
            QVERIFY(desk.verification->compare(*run, 0, typed, jurisdiction));
        QSignalSpy changed(run, &QueryRun::readChanged);
        const auto judged = desk.verification->judge(*run, 0, verdict, note);
        if (problem >= 0) {
            QVERIFY(!judged);
            QCOMPARE(int(problemOf(judged.error())), problem);
            QCOMPARE(run->verification(0).verdict, Verdict::Unverified);
            QVERIFY(desk.entries(u"read.verified"_s).empty());
            return;
        }
        QVERIFY(judged);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(run->verification(0).verdict, verdict);
        QCOMPARE(run->verification(0).imageSha256.size(), 32);
        const auto entries = desk.entries(u"read.verified"_s);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0]["private"_L1]["read_ids"_L1][0].toString(), u"read-1"_s);
        QCOMPARE(entries[0]["private"_L1]["image_sha256"_L1].toString(), QString::fromLatin1(run->verification(0).imageSha256.toHex()));
    }

    void verdictDoesNotStandWhenTheLogRefuses()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        const ServiceDesk::FullDisk full;
        const auto judged = desk.verification->judge(*run, 0, Verdict::Unreadable, u"Dark"_s);
        QVERIFY(!judged);
        QVERIFY(std::holds_alternative<LogFault>(judged.error().why));
        QCOMPARE(run->verification(0).verdict, Verdict::Unverified);
    }

    void keptReadIsNotJudgedAgain()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText}});
        QVERIFY(desk.verification->judge(*run, 0, Verdict::Unreadable, u"No picture"_s));
        QVERIFY(desk.caseService->keep(*run, 0, u"Speaks against the charge"_s, true));
        QCOMPARE(problemOf(desk.verification->judge(*run, 0, Verdict::Unreadable, u"Again"_s).error()), VerifyProblem::AlreadyKept);
    }

    void queueBeginsWithWhatNobodyLookedAt()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText}, {.plate = PlateText}, {.plate = PlateText}, {.plate = PlateText}});
        QVERIFY(desk.verification->judge(*run, 0, Verdict::Unreadable, u"Dark"_s));
        wait(desk.verification->picture(*run, 1, ImageKind::Plate));
        wait(desk.verification->picture(*run, 2, ImageKind::Plate));
        QCOMPARE(desk.verification->queue(*run), (std::vector<std::size_t>{3, 2, 1, 0}));
    }

    void nothingIsJudgedAfterTheResultsAreGone()
    {
        ServiceDesk desk;
        QueryRun* run = runOf(desk, {{.plate = PlateText, .image = smallPicture()}});
        QFuture<Picture> late = desk.verification->picture(*run, 0, ImageKind::Plate);
        const bool inTime = late.isFinished(); // a small picture can be decoded before the query is closed
        desk.queries->close(*run, QueryRun::EndReason::Closed);
        QCOMPARE(problemOf(desk.verification->judge(*run, 0, Verdict::Unreadable, u"Late"_s).error()), VerifyProblem::Ended);
        QTRY_VERIFY(late.isFinished());
        QCOMPARE(late.resultCount(), inTime ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(VerificationServiceTest)
#include "VerificationServiceTest.moc"
