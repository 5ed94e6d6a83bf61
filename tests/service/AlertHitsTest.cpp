// Hits: logged before they are seen, each once and to its owner alone, and judged like any read.
#include "service/AlertDesk.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace casebound;

namespace {

const QString note = u"Nothing to be seen"_s;

} // namespace

class AlertHitsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<AlertDesk> m_desk;
    AlertService& service() { return *m_desk->service; }
    QStringList hitIds() // in the order they came
    {
        QStringList list;
        for (const AlertHitRow& row : service().hits())
            list.prepend(row.hitId);
        return list;
    }
    void judge(const AlertHitRow& row)
    {
        QVERIFY(m_desk->desk.verification->judge(*row.run, static_cast<std::size_t>(row.read), Verdict::Unreadable, note));
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AlertDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aHitStandsInTheLogBeforeItIsSeen()
    {
        const AlertEntry entry = m_desk->add();
        QStringList before;
        connect(&service(), &AlertService::hitArrived, this, [&] { before = m_desk->desk.events(); });
        m_desk->send(m_desk->hit(entry, 1));
        QCOMPARE(before.last(), u"alert.hit"_s);
        const auto logged = m_desk->desk.entries(u"alert.hit"_s).at(0);
        QCOMPARE(logged["query_id"_L1].toString(), entry.id.text());
        QCOMPARE(logged["outcome"_L1].toString(), u"received"_s);
        QVERIFY(!logged.contains("plate"_L1));
        QCOMPARE(logged["private"_L1]["plate"_L1].toString(), PlateText);
        QCOMPARE(service().entries().front().hits.unjudged, 1);
    }

    void whatTheLogDoesNotTakeIsNotSeen()
    {
        const AlertEntry entry = m_desk->add();
        QSignalSpy seen(&service(), &AlertService::hitArrived), failed(&service(), &AlertService::logFailed);
        {
            const ServiceDesk::FullDisk full;
            m_desk->send(m_desk->hit(entry, 1));
        }
        QCOMPARE(seen.size(), 0);
        QCOMPARE(failed.size(), 1);
        QVERIFY(service().hits().empty());
    }

    void eachHitComesOnceHoweverOftenItIsSent()
    {
        const AlertEntry entry = m_desk->add();
        QSignalSpy seen(&service(), &AlertService::hitArrived);
        for (const int number : {1, 2, 1, 3, 2, 3})
            m_desk->send(m_desk->hit(entry, number));
        QCOMPARE(seen.size(), 3);
        QCOMPARE(m_desk->desk.entries(u"alert.hit"_s).size(), 3U);
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(hitIds(), (QStringList{u"hit-000001"_s, u"hit-000002"_s, u"hit-000003"_s}));
        QSignalSpy again(&service(), &AlertService::hitArrived);
        m_desk->send(m_desk->hit(entry, 2));
        QCOMPARE(again.size(), 0);
    }

    void theStreamGoesOnAFewHitsBeforeTheLast()
    {
        QCOMPARE(m_desk->vendor.openedAfter.last(), QString());
        QVERIFY(m_desk->vendor.streamed);
        const AlertEntry entry = m_desk->add();
        for (int n = 1; n <= AlertClient::overlap + 3; ++n)
            m_desk->send(m_desk->hit(entry, n));
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(m_desk->vendor.openedAfter.last(), u"hit-000003"_s);
        m_desk->desk.capabilities.alertStream = false;
        m_desk->sit(u"u-agent"_s);
        QVERIFY(!m_desk->vendor.streamed); // polled
    }

    void whatIsNobodysHereIsRefusedAndLoggedOnce_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::newRow("unknown") << u"refused:unknown_alert"_s;
        QTest::newRow("no id of ours") << u"refused:unknown_alert"_s;
        QTest::newRow("of somebody else") << u"refused:other_owner"_s;
        QTest::newRow("removed") << u"refused:removed"_s;
        QTest::newRow("overdue") << u"refused:overdue"_s;
    }
    void whatIsNobodysHereIsRefusedAndLoggedOnce()
    {
        QFETCH(QString, outcome);
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        m_desk->sit(u"u-second"_s);
        const AlertEntry theirs = m_desk->add();
        m_desk->sit(u"u-agent"_s);
        const AlertEntry mine = m_desk->add();
        AlertHit hit = m_desk->hit(row == "of somebody else"_L1 ? theirs : mine, 7);
        if (row == "unknown"_L1)
            hit.alertId = AlertId::create(m_desk->desk.clock.now()).text();
        if (row == "no id of ours"_L1)
            hit.alertId = u'{' + mine.id.text() + u'}';
        if (row == "removed"_L1) {
            m_desk->vendor.fault = VendorFault::Unreachable;
            QVERIFY(service().remove(mine.id, why));
            AlertDesk::settle();
        }
        if (row == "overdue"_L1) {
            m_desk->desk.clock.advance(std::chrono::days(370));
            service().care();
            hit.read.capturedAt = m_desk->desk.clock.now();
        }
        QSignalSpy seen(&service(), &AlertService::hitArrived);
        m_desk->send(hit);
        m_desk->send(hit);
        QCOMPARE(seen.size(), 0);
        QVERIFY(service().hits().empty());
        QCOMPARE(m_desk->outcomes(u"alert.hit"_s), QStringList{outcome});
        QVERIFY(m_desk->desk.entries(u"alert.hit"_s).at(0)["private"_L1]["note"_L1].toString().contains(u"hit-000007"));
        m_desk->sit(u"u-second"_s);
        QVERIFY(service().hits().empty());
    }

    void aReadOfAnotherPlateIsANearMatch()
    {
        const AlertEntry entry = m_desk->add();
        AlertHit hit = m_desk->hit(entry, 1);
        hit.read.plate = u"T5T1234"_s;
        hit.read.exact = true; // whatever the vendor's side thinks
        m_desk->send(hit);
        QVERIFY(!service().hits().front().exact);
        QVERIFY(!service().hits().front().run->reads().row(0).exact);
        QCOMPARE(m_desk->outcomes(u"alert.hit"_s), QStringList{u"near"_s});
    }

    void hitsThatCameWhileNobodySatThereAreShownAtSignIn()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1));
        service().markShown(u"hit-000001"_s);
        m_desk->service.reset();
        m_desk->sit(u"u-second"_s);
        QCOMPARE(service().unshown(), 0);
        m_desk->sit(u"u-agent"_s);
        m_desk->send(m_desk->hit(entry, 2)); // replayed at once
        QCOMPARE(service().hits().size(), 2U);
        QCOMPARE(service().unshown(), 1);
    }

    void fromTheCameraToTheScreenIsKept()
    {
        const AlertEntry entry = m_desk->add();
        const Instant captured = m_desk->desk.clock.now() - std::chrono::minutes(2), received = m_desk->desk.clock.now();
        m_desk->send(m_desk->hit(entry, 1));
        m_desk->desk.clock.advance(std::chrono::seconds(3));
        service().markShown(u"hit-000001"_s);
        m_desk->desk.clock.advance(std::chrono::seconds(3));
        service().markShown(u"hit-000001"_s);
        m_desk->sit(u"u-agent"_s);
        const auto row = service().hit(u"hit-000001"_s);
        QCOMPARE(row->capturedAt, captured);
        QCOMPARE(row->receivedAt, received);
        QCOMPARE(row->shownAt, received + std::chrono::seconds(3));
    }

    // --- judged

    void aHitIsVerifiedAndKeptLikeAnyRead()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1, smallPicture(1)));
        const AlertHitRow row = *service().hit(u"hit-000001"_s);
        QCOMPARE(row.verdict, Verdict::Unverified);
        QVERIFY(row.run->isOfAlert());
        VerificationService& verification = *m_desk->desk.verification;
        const auto picture = verification.picture(*row.run, 0, ImageKind::Plate);
        QTRY_VERIFY(picture.isFinished());
        QCOMPARE(picture.result().state, PictureState::Good);
        QVERIFY(!verification.judge(*row.run, 0, Verdict::Confirmed, {})); // blind first
        QVERIFY(verification.compare(*row.run, 0, PlateText, u"US-TX"_s));
        QVERIFY(verification.judge(*row.run, 0, Verdict::Confirmed, {}));
        QCOMPARE(service().hit(u"hit-000001"_s)->verdict, Verdict::Confirmed);
        QCOMPARE(service().entries().front().hits.confirmed, 1);
        QCOMPARE(service().entries().front().hits.unjudged, 0);
        QCOMPARE(m_desk->desk.entries(u"read.verified"_s).back()["query_id"_L1].toString(), entry.id.text());
        const auto kept = m_desk->desk.caseService->keep(*row.run, 0, u"Shows the van at the depot"_s, false);
        QVERIFY(kept);
        QCOMPARE(m_desk->desk.caseService->keptReads(CaseNumber(CaseText)).size(), 1U);
        // The read goes with the session; that there was a hit, and what came of it, stays.
        m_desk->sit(u"u-agent"_s);
        QVERIFY(service().hits().empty());
        QCOMPARE(service().entries().front().hits.hits, 1);
        QCOMPARE(service().entries().front().hits.confirmed, 1);
    }

    void picturesOfHitsAreAskedForWithoutAQuery()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1, smallPicture(1)));
        m_desk->desk.vendor.queriesOfImages.clear();
        const auto picture = m_desk->desk.verification->picture(*service().hits().front().run, 0, ImageKind::Plate);
        QTRY_VERIFY(picture.isFinished());
        QCOMPARE(m_desk->desk.vendor.queriesOfImages, QStringList{QueryId().text()});
    }

    void fourteenDaysWithoutAVerdictSuspend()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1));
        m_desk->desk.clock.advance(std::chrono::days(14) - std::chrono::seconds(1));
        service().care();
        QCOMPARE(service().entries().front().entry.state, AlertState::Active);
        m_desk->desk.clock.advance(std::chrono::seconds(1));
        service().care();
        AlertDesk::settle();
        QCOMPARE(service().entries().front().entry.suspension, Suspension::NoVerdict);
        QVERIFY(!m_desk->vendor.held[entry.id.text()].active);
        QCOMPARE(m_desk->outcomes(u"alert.suspended"_s), QStringList{u"no_verdict"_s});
        QCOMPARE(whyNot<AlertProblem>(service().resumeEntry(entry.id, why)), AlertProblem::VerdictMissing);
        QCOMPARE(whyNot<AlertProblem>(
                     service().revalidate(entry.id, u"Another delivery is expected at the depot on Friday"_s, service().latestDay())),
                 AlertProblem::VerdictMissing);
        judge(service().hits().front());
        QVERIFY(service().resumeEntry(entry.id, why));
    }

    void aRemovedEntryTakesItsHitsAlong()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1));
        const QPointer<QueryRun> run = service().hits().front().run;
        QSignalSpy reset(&service(), &AlertService::hitsReset);
        QVERIFY(service().remove(entry.id, why));
        QCOMPARE(run->state(), QueryRun::State::Ended);
        QCOMPARE(run->reads().size(), 0U);
        AlertDesk::settle();
        QVERIFY(service().hits().empty());
        QVERIFY(reset.size() >= 1);
        QVERIFY(m_desk->hitTable.ofOwner(UserId(u"u-agent"_s)).empty());
        QVERIFY(m_desk->hitTable.holds(UserId(u"u-agent"_s), u"hit-000001"_s));
    }

    // --- handed over

    void hitsNobodyJudgedGoAlongWithAHandOver()
    {
        const AlertEntry entry = m_desk->add();
        for (int n = 1; n <= 4; ++n)
            m_desk->send(m_desk->hit(entry, n, n == 3 ? smallPicture(3) : QByteArray()));
        service().markShown(u"hit-000003"_s);
        judge(*service().hit(u"hit-000002"_s));
        m_desk->sit(u"u-boss"_s);
        const auto made = service().handOver(entry.id, UserId(u"u-second"_s), why);
        QVERIFY(made);
        QVERIFY(service().hits().empty()); // not the supervisor's
        m_desk->sit(u"u-second"_s);
        QCOMPARE(hitIds(), (QStringList{u"hit-000001"_s, u"hit-000003"_s, u"hit-000004"_s}));
        QCOMPARE(service().unshown(), 3);
        const AlertHitRow row = *service().hit(u"hit-000003"_s);
        QCOMPARE(row.alert, made->id);
        QCOMPARE(row.verdict, Verdict::Unverified);
        QCOMPARE(row.run->terms().plate.text(), PlateText);
        const auto picture = m_desk->desk.verification->picture(*row.run, static_cast<std::size_t>(row.read), ImageKind::Plate);
        QTRY_VERIFY(picture.isFinished());
        QCOMPARE(picture.result().state, PictureState::Good);
        const AlertRow listed = m_desk->row(*made);
        QCOMPARE(listed.hits.unjudged, 3);
        judge(row);
        QCOMPARE(m_desk->row(*made).hits.unjudged, 2);
        QCOMPARE(m_desk->desk.entries(u"read.verified"_s).back()["query_id"_L1].toString(), made->id.text());

        // In the log before they moved, under both entries; and each reads as what it is.
        QStringList words;
        for (const QJsonObject& one : m_desk->desk.entries(u"alert.hit"_s)) {
            if (one["outcome"_L1].toString() == u"received"_s)
                continue;
            words += one["outcome"_L1].toString() + u' ' + one["query_id"_L1].toString();
            QCOMPARE(one["private"_L1]["read_ids"_L1].toArray(), (QJsonArray{u"read-1"_s, u"read-3"_s, u"read-4"_s}));
        }
        QCOMPARE(words, (QStringList{u"handed_over "_s + entry.id.text(), u"taken_over "_s + made->id.text()}));
        const QStringList events = m_desk->desk.events();
        QVERIFY(events.lastIndexOf(u"alert.hit"_s) < events.lastIndexOf(u"alert.removed"_s));
    }

    // The vendor sent them to the one before: it knows nothing of them for the one after, and sends them to neither again.
    void hitsThatCameWithAHandOverAreNoPlaceInTheStream()
    {
        const AlertEntry entry = m_desk->add();
        for (int n = 1; n <= AlertClient::overlap + 2; ++n)
            m_desk->send(m_desk->hit(entry, n));
        m_desk->sit(u"u-boss"_s);
        QVERIFY(service().handOver(entry.id, UserId(u"u-second"_s), why));
        m_desk->sit(u"u-second"_s);
        QCOMPARE(m_desk->vendor.openedAfter.last(), QString());
        const auto before = m_desk->desk.entries().size();
        m_desk->send(m_desk->hit(entry, 1)); // should it come all the same, it is known
        QCOMPARE(m_desk->desk.entries().size(), before);
        m_desk->sit(u"u-agent"_s);
        QVERIFY(service().hits().empty());
        QCOMPARE(m_desk->vendor.openedAfter.last(), u"hit-000002"_s);
        QSignalSpy seen(&service(), &AlertService::hitArrived);
        m_desk->send(m_desk->hit(entry, 3));
        QCOMPARE(seen.size(), 0);
    }

    void whoeverGetsAnEntryBackHasItsHitsAgain()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1));
        m_desk->sit(u"u-boss"_s);
        const auto there = service().handOver(entry.id, UserId(u"u-second"_s), why);
        QVERIFY(there);
        const auto back = service().handOver(there->id, UserId(u"u-agent"_s), why);
        QVERIFY(back);
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(hitIds(), QStringList{u"hit-000001"_s});
        QCOMPARE(service().hit(u"hit-000001"_s)->alert, back->id);
        m_desk->sit(u"u-second"_s);
        QVERIFY(service().hits().empty());
    }

    void hitsThatCannotBeLoggedStayWhereTheyAre()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->send(m_desk->hit(entry, 1));
        m_desk->sit(u"u-boss"_s);
        {
            const ServiceDesk::FullDisk full;
            QVERIFY(!service().handOver(entry.id, UserId(u"u-second"_s), why));
        }
        QCOMPARE(m_desk->hitTable.ofOwner(entry.owner).size(), 1U);
        QVERIFY(m_desk->hitTable.ofOwner(UserId(u"u-second"_s)).empty());
    }

    // --- the stream

    void stateOfTheStreamIsTold()
    {
        QSignalSpy told(&service(), &AlertService::linkChanged);
        m_desk->vendor.say(StreamLink::Live);
        m_desk->vendor.say(StreamLink::Live);
        m_desk->vendor.say(StreamLink::Waiting);
        QCOMPARE(told.size(), 2);
        QCOMPARE(service().link(), StreamLink::Waiting);
    }

    void anEventThatIsNoGoodIsNamedInTheLogAndNoFloodOfThemFillsIt()
    {
        for (int n = 0; n < 200; ++n)
            m_desk->vendor.stream->sink.problem({.fault = VendorFault::TooLarge, .httpStatus = 200, .detail = {}, .retryAt = {}});
        QCOMPARE(m_desk->outcomes(u"alert.hit"_s).size(), 50);
        QCOMPARE(m_desk->outcomes(u"alert.hit"_s).at(0), u"refused:too_large"_s);
    }

    void aVendorThatEndsTheSessionEndsIt()
    {
        QSignalSpy ended(&service(), &AlertService::vendorSessionEnded);
        m_desk->vendor.stream->sink.problem({.fault = VendorFault::SessionEnded, .httpStatus = 401, .detail = {}, .retryAt = {}});
        QCOMPARE(ended.size(), 1);
    }

    void whileLockedNoHitIsTaken()
    {
        const AlertEntry entry = m_desk->add();
        const AlertHit hit = m_desk->hit(entry, 1);
        m_desk->send(hit);
        service().suspend();
        QVERIFY(!m_desk->vendor.stream);
        QCOMPARE(service().hits().size(), 1U); // what was seen stays in memory
        service().resume();
        m_desk->send(hit);
        m_desk->send(m_desk->hit(entry, 2));
        QCOMPARE(hitIds(), (QStringList{u"hit-000001"_s, u"hit-000002"_s}));
    }
};

QTEST_GUILESS_MAIN(AlertHitsTest)
#include "AlertHitsTest.moc"
