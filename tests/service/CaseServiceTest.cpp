#include "service/ServiceDesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class CaseServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openedCaseIsLoggedThenStored()
    {
        ServiceDesk desk;
        QSignalSpy changed(desk.caseService.get(), &CaseService::casesChanged);
        const auto opened = desk.caseService->open(u" HB-77 "_s, u"Depot"_s, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s));
        QVERIFY(opened);
        QCOMPARE(opened->number.text(), u"HB-77"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.caseService->openCases().size(), 1U);
        const QJsonObject entry = desk.entries(u"case.opened"_s).front();
        QCOMPARE(entry["private"_L1]["case_number"_L1].toString(), u"HB-77"_s);
        QCOMPARE(entry["reason_code"_L1].toString(), u"fugitive_alien"_s);
    }

    void badCaseIsRefusedAndNotLogged_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<Matter>("matter");
        QTest::addColumn<QString>("offence");
        QTest::addColumn<QString>("reason");
        QTest::newRow("placeholder") << u"n/a"_s << Matter::Administrative << QString() << u"fugitive_alien"_s;
        QTest::newRow("empty") << QString() << Matter::Administrative << QString() << u"fugitive_alien"_s;
        QTest::newRow("unknown reason") << u"HB-1"_s << Matter::Administrative << QString() << u"curiosity"_s;
        QTest::newRow("reason of the other matter") << u"HB-1"_s << Matter::Administrative << QString() << u"narcotics"_s;
        QTest::newRow("no priority") << u"HB-1"_s << Matter::Administrative << QString() << QString();
        QTest::newRow("unknown offence") << u"HB-1"_s << Matter::Criminal << u"jaywalking"_s << QString();
    }
    void badCaseIsRefusedAndNotLogged()
    {
        QFETCH(QString, number);
        QFETCH(Matter, matter);
        QFETCH(QString, offence);
        QFETCH(QString, reason);
        ServiceDesk desk;
        QVERIFY(!desk.caseService->open(number, {}, matter, OffenceId(offence), ReasonCode(reason)));
        QVERIFY(desk.entries(u"case.opened"_s).empty());
        QVERIFY(desk.caseService->cases().empty());
    }

    void secondCaseOfTheSameNumberIsRefused()
    {
        ServiceDesk desk;
        QVERIFY(desk.search());
        const auto again = desk.caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s));
        QCOMPARE(std::get<CaseProblem>(again.error().why), CaseProblem::AlreadyExists);
        QCOMPARE(desk.entries(u"case.opened"_s).size(), 1U);
    }

    void closedCaseTakesNeitherQueryNorRead()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 1);
        QVERIFY(desk.verification->judge(*run, 0, Verdict::Unreadable, u"Dark"_s));
        QVERIFY(desk.caseService->close(CaseNumber(CaseText), u"Resolved"_s));
        QCOMPARE(desk.entries(u"case.closed"_s).size(), 1U);
        QCOMPARE(std::get<CaseProblem>(desk.caseService->close(CaseNumber(CaseText), {}).error().why), CaseProblem::NotOpen);
        QCOMPARE(std::get<CaseProblem>(desk.caseService->keep(*run, 0, u"Relevant"_s, true).error().why), CaseProblem::NotOpen);
        const auto refused = desk.queries->search(desk.draft());
        QCOMPARE(std::get<QueryRefusal>(refused.error().why).fields.front().problem, FieldProblem::ClosedCase);
        QVERIFY(desk.caseService->openCases().empty());
    }

    void keepingFollowsTheRules_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("relevance");
        QTest::addColumn<bool>("contrary");
        QTest::addColumn<int>("problem"); // -1: kept
        QTest::addColumn<bool>("marked");
        const QString words = u"Places the van at the depot"_s;
        QTest::newRow("confirmed") << Verdict::Confirmed << words << false << -1 << false;
        QTest::newRow("confirmed, said to be contrary") << Verdict::Confirmed << words << true << -1 << false;
        QTest::newRow("no verdict") << Verdict::Unverified << words << true << int(KeepProblem::NoVerdict) << false;
        QTest::newRow("no relevance") << Verdict::Confirmed << u" \t"_s << false << int(KeepProblem::NoRelevance) << false;
        QTest::newRow("different, not contrary")
            << Verdict::DifferentPlate << words << false << int(KeepProblem::UnconfirmedNotContrary) << false;
        QTest::newRow("different, contrary") << Verdict::DifferentPlate << words << true << -1 << true;
        QTest::newRow("unreadable, not contrary")
            << Verdict::Unreadable << words << false << int(KeepProblem::UnconfirmedNotContrary) << false;
        QTest::newRow("unreadable, contrary") << Verdict::Unreadable << words << true << -1 << true;
    }
    void keepingFollowsTheRules()
    {
        QFETCH(Verdict, verdict);
        QFETCH(QString, relevance);
        QFETCH(bool, contrary);
        QFETCH(int, problem);
        QFETCH(bool, marked);
        ServiceDesk desk;
        QueryRun* run = desk.search();
        const QByteArray picture = smallPicture();
        desk.lastCall().page(desk.page({{.plate = PlateText, .image = picture}}), 1);
        QFuture<Picture> shown = desk.verification->picture(*run, 0, ImageKind::Plate);
        QTRY_VERIFY(shown.isFinished());
        if (verdict != Verdict::Unverified) {
            QVERIFY(desk.verification->compare(*run, 0, PlateText, {}));
            QVERIFY(desk.verification->judge(*run, 0, verdict, u"As seen"_s));
        }
        const auto kept = desk.caseService->keep(*run, 0, relevance, contrary);
        if (problem >= 0) {
            QCOMPARE(int(std::get<KeepProblem>(kept.error().why)), problem);
            QVERIFY(desk.entries(u"read.kept"_s).empty());
            QVERIFY(desk.caseService->keptReads(CaseNumber(CaseText)).empty());
            QVERIFY(!run->isKept(0));
            return;
        }
        QVERIFY(kept);
        QVERIFY(run->isKept(0));
        QCOMPARE(desk.entries(u"read.kept"_s).size(), 1U);
        const auto stored = desk.caseService->keptReads(CaseNumber(CaseText));
        QCOMPARE(stored.size(), 1U);
        QCOMPARE(stored[0].contrary, marked);
        QCOMPARE(stored[0].verification.verdict, verdict);
        QCOMPARE(stored[0].images.size(), 1U);
        QCOMPARE(stored[0].images[0].second, picture);
        QCOMPARE(std::get<KeepProblem>(desk.caseService->keep(*run, 0, relevance, contrary).error().why), KeepProblem::AlreadyKept);
        QCOMPARE(desk.entries(u"read.kept"_s).size(), 1U);
    }

    void nothingIsStoredWhenTheLogRefuses()
    {
        ServiceDesk desk;
        QueryRun* run = desk.search();
        desk.lastCall().page(desk.page({{.plate = PlateText}}), 1);
        QVERIFY(desk.verification->judge(*run, 0, Verdict::Unreadable, u"Dark"_s));
        QSignalSpy failed(desk.caseService.get(), &CaseService::logFailed);
        {
            const ServiceDesk::FullDisk full;
            const auto kept = desk.caseService->keep(*run, 0, u"Relevant"_s, true);
            QVERIFY(std::holds_alternative<LogFault>(kept.error().why));
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY(desk.caseService->keptReads(CaseNumber(CaseText)).empty());
    }
};

QTEST_GUILESS_MAIN(CaseServiceTest)
#include "CaseServiceTest.moc"
