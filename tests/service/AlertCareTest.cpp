// What time, cases, people, the vendor's own list and a file do to the alert list.
#include "service/AlertDesk.h"
#include "service/AlertImport.h"

#include <QSignalSpy>

using namespace casebound;

class AlertCareTest : public QObject {
    Q_OBJECT

    std::unique_ptr<AlertDesk> m_desk;
    AlertService& service() { return *m_desk->service; }
    AlertRow row(const AlertEntry& entry) { return m_desk->row(entry); }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AlertDesk>(); }
    void cleanup() { m_desk.reset(); }

    // --- time

    void entryIsDueWithinAYearAndThenSuspended_data()
    {
        QTest::addColumn<QDateTime>("added");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("fine");    // days after which it is still active
        QTest::addColumn<int>("overdue"); // and after which it is not
        const auto at = [](int year, int month, int day) { return QDateTime(QDate(year, month, day), QTime(12, 0), QTimeZone::UTC); };
        QTest::newRow("364 and 365 days") << at(2026, 11, 20) << "UTC"_ba << 364 << 365;
        QTest::newRow("over a leap day: 365 and 366") << at(2027, 6, 1) << "UTC"_ba << 365 << 366;
        QTest::newRow("from a leap day: 364 and 365") << at(2028, 2, 29) << "UTC"_ba << 364 << 365;
        QTest::newRow("west of the date line") << at(2026, 11, 20) << "Pacific/Pago_Pago"_ba << 364 << 365;
        QTest::newRow("east of it") << at(2026, 11, 20) << "Pacific/Kiritimati"_ba << 364 << 365;
        QTest::newRow("clocks put forward between") << at(2027, 3, 20) << "America/New_York"_ba << 365 << 366;
    }
    void entryIsDueWithinAYearAndThenSuspended()
    {
        QFETCH(QDateTime, added);
        QFETCH(QByteArray, zone);
        QFETCH(int, fine);
        QFETCH(int, overdue);
        m_desk->zone = QTimeZone(zone);
        QVERIFY(m_desk->zone.isValid());
        m_desk->desk.clock.advance(toInstant(added) - m_desk->desk.clock.now());
        m_desk->sit(u"u-agent"_s);
        const AlertEntry entry = m_desk->add();
        m_desk->desk.clock.advance(std::chrono::days(fine));
        service().care();
        QCOMPARE(row(entry).entry.state, AlertState::Active);
        QCOMPARE(row(entry).due, DueState::Soon);
        m_desk->desk.clock.advance(std::chrono::days(overdue - fine));
        service().care();
        AlertDesk::settle();
        QCOMPARE(row(entry).entry.state, AlertState::Suspended);
        QCOMPARE(row(entry).due, DueState::Overdue);
        QCOMPARE(m_desk->outcomes(u"alert.suspended"_s), QStringList{u"overdue"_s});
        QVERIFY(row(entry).entry.confirmed); // the vendor takes it although its end has passed
        QVERIFY(!m_desk->vendor.held[entry.id.text()].active);
        QCOMPARE(whyNot<AlertProblem>(service().resumeEntry(entry.id, why)), AlertProblem::NeedsRevalidation);
        QVERIFY(service().revalidate(entry.id, otherReason, service().latestDay()));
        AlertDesk::settle();
        QCOMPARE(row(entry).entry.state, AlertState::Active);
        QVERIFY(m_desk->vendor.held[entry.id.text()].active);
    }

    void remindsFromThirtyDaysBefore()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->desk.clock.advance(std::chrono::days(365 - 31));
        QCOMPARE(row(entry).due, DueState::Fine);
        m_desk->desk.clock.advance(std::chrono::days(1));
        QCOMPARE(row(entry).due, DueState::Soon);
        QCOMPARE(row(entry).daysLeft, 30);
    }

    void aClockThatIsSetBackMakesNothingYounger()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->desk.clock.advance(std::chrono::days(366));
        service().care();
        QCOMPARE(row(entry).entry.state, AlertState::Suspended);
        m_desk->desk.clock.advance(-std::chrono::days(200));
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(row(entry).due, DueState::Overdue);
        QCOMPARE(whyNot<AlertProblem>(service().resumeEntry(entry.id, why)), AlertProblem::NeedsRevalidation);
    }

    void overdueComesFirstThenWhatIsDueNext()
    {
        AlertDraft soon = m_desk->draft(u"TST0002"_s);
        soon.expires = QDate(2026, 12, 1);
        const AlertEntry late = m_desk->add(u"TST0001"_s);
        QVERIFY(service().add(soon));
        AlertDraft over = m_desk->draft(u"TST0003"_s);
        over.expires = QDate(2026, 11, 21);
        QVERIFY(service().add(over));
        m_desk->desk.clock.advance(std::chrono::days(3));
        QStringList plates;
        for (const AlertRow& one : service().entries())
            plates += one.entry.plate.text();
        QCOMPARE(plates, (QStringList{u"TST0003"_s, u"TST0002"_s, u"TST0001"_s}));
    }

    // --- cases and people

    void closingACaseRemovesEverybodysEntries()
    {
        const AlertEntry mine = m_desk->add();
        m_desk->sit(u"u-second"_s);
        const AlertEntry theirs = m_desk->add();
        QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Over"_s));
        service().removeOfCase(CaseNumber(CaseText));
        AlertDesk::settle();
        QCOMPARE(m_desk->outcomes(u"alert.removed"_s), (QStringList{u"case_closed"_s, u"case_closed"_s}));
        QVERIFY(!m_desk->vendor.held.contains(theirs.id.text()));
        QVERIFY(m_desk->vendor.held.contains(mine.id.text())); // theirs to tell
        m_desk->sit(u"u-agent"_s);
        QVERIFY(m_desk->vendor.held.isEmpty());
    }

    void aCaseThatWasClosedMeanwhileEndsItsEntriesAtTheNextSignIn()
    {
        m_desk->add();
        QVERIFY(m_desk->desk.caseService->close(CaseNumber(CaseText), u"Over"_s)); // nobody told the service
        m_desk->sit(u"u-agent"_s);
        QVERIFY(service().entries().empty());
        QCOMPARE(m_desk->outcomes(u"alert.removed"_s), QStringList{u"case_closed"_s});
    }

    void whoeverLeftTheRosterFindsNothingMore()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->service.reset();
        std::erase_if(m_desk->desk.profile.roster, [](const RosterUser& user) { return user.id.text() == "u-agent"_L1; });
        m_desk->vendor.fault = VendorFault::Conflict; // the vendor lets nobody change another's entry
        m_desk->sit(u"u-second"_s);
        AlertEntry now = m_desk->now(entry);
        QCOMPARE(now.state, AlertState::Suspended);
        QCOMPARE(now.suspension, Suspension::LeftRoster);
        QVERIFY(!now.confirmed);
        QCOMPARE(m_desk->outcomes(u"alert.failed"_s).last(), u"conflict"_s);
        m_desk->vendor.fault.reset();
        m_desk->sit(u"u-boss"_s);
        QVERIFY(m_desk->now(entry).confirmed);
    }

    // --- the vendor's list against ours

    void nothingIsSettledBeforeAPersonSaysSo()
    {
        const AlertEntry gone = m_desk->add(u"TST0001"_s), other = m_desk->add(u"TST0002"_s);
        m_desk->add(u"TST0003"_s);
        m_desk->vendor.held.remove(gone.id.text());
        m_desk->vendor.held[other.id.text()].active = false;
        VendorAlert unknown = m_desk->vendor.held[other.id.text()];
        unknown.alertId = AlertId::create(m_desk->desk.clock.now()).text();
        unknown.plate = u"TST0777"_s;
        m_desk->vendor.held.insert(unknown.alertId, unknown);
        VendorAlert foreign = unknown;
        foreign.alertId = u"list-7"_s;
        m_desk->vendor.held.insert(foreign.alertId, foreign);
        const auto calls = m_desk->vendor.calls.size();
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(m_desk->vendor.calls.size(), calls);
        QHash<QString, AlertDifference::Kind> found;
        for (const AlertDifference& one : service().differences())
            found.insert(one.alertId, one.kind);
        QCOMPARE(found.size(), 4);
        QCOMPARE(found[gone.id.text()], AlertDifference::Kind::MissingAtVendor);
        QCOMPARE(found[other.id.text()], AlertDifference::Kind::OtherAtVendor);
        QCOMPARE(found[unknown.alertId], AlertDifference::Kind::UnknownHere);
        QCOMPARE(found[foreign.alertId], AlertDifference::Kind::UnknownForeign);

        QVERIFY(service().settle(gone.id.text(), AlertSettlement::TellVendor));
        QVERIFY(service().settle(other.id.text(), AlertSettlement::Remove));
        QVERIFY(!service().settle(unknown.alertId, AlertSettlement::TellVendor)); // nobody justified it here
        QVERIFY(service().settle(unknown.alertId, AlertSettlement::Remove));
        QVERIFY(!service().settle(foreign.alertId, AlertSettlement::Remove));
        AlertDesk::settle();
        QVERIFY(m_desk->vendor.held.contains(gone.id.text()));
        QVERIFY(!m_desk->vendor.held.contains(other.id.text()));
        QVERIFY(!m_desk->vendor.held.contains(unknown.alertId));
        QCOMPARE(service().differences().size(), 1U);
    }

    // --- handed over

    void aSupervisorHandsAnEntryToSomebodyWhoJustifiesIt()
    {
        const AlertEntry entry = m_desk->add();
        m_desk->sit(u"u-boss"_s);
        QCOMPARE(whyNot<AlertProblem>(service().handOver(entry.id, UserId(u"u-boss"_s), why)), AlertProblem::ReceiverIsYou);
        QCOMPARE(whyNot<AlertProblem>(service().handOver(entry.id, entry.owner, why)), AlertProblem::ReceiverIsOwner);
        QCOMPARE(whyNot<AlertProblem>(service().handOver(entry.id, UserId(u"u-nobody"_s), why)), AlertProblem::ReceiverUnknown);
        QCOMPARE(whyNot<AlertProblem>(service().handOver(entry.id, UserId(u"u-second"_s), {})), AlertProblem::NoteMissing);
        const auto made = service().handOver(entry.id, UserId(u"u-second"_s), why);
        QVERIFY(made);
        const auto handed = m_desk->desk.entries(u"alert.handed_over"_s).at(0);
        QCOMPARE(m_desk->desk.entries(u"alert.hand_over_asked"_s).at(0)["query_id"_L1].toString(), entry.id.text());
        QCOMPARE(handed["query_id"_L1].toString(), made->id.text());
        QCOMPARE(handed["private"_L1]["note"_L1].toString(), u"alert "_s + entry.id.text());
        QCOMPARE(m_desk->outcomes(u"alert.removed"_s), QStringList{u"handed_over"_s});

        m_desk->sit(u"u-second"_s);
        QCOMPARE(service().entries().size(), 1U);
        QVERIFY(service().entries().front().toBeJustified);
        QVERIFY(!m_desk->vendor.held.contains(made->id.text())); // nothing is looked for before that
        QCOMPARE(whyNot<AlertProblem>(service().resumeEntry(made->id, why)), AlertProblem::NeedsRevalidation);
        QVERIFY(!service().revalidate(made->id, ReasonText, service().latestDay())); // in words of their own
        QVERIFY(service().revalidate(made->id, otherReason, service().latestDay()));
        AlertDesk::settle();
        QVERIFY(m_desk->vendor.held[made->id.text()].active);
        QVERIFY(m_desk->vendor.held.contains(entry.id.text())); // the owner's to take away
        m_desk->sit(u"u-agent"_s);
        QVERIFY(!m_desk->vendor.held.contains(entry.id.text()));
        QVERIFY(service().entries().empty());
    }

    // --- a file

    void aFileIsTakenInRowByRowAndEachRowJudged()
    {
        const auto rows = parseAlertCsv("plate,jurisdiction,reason,expires\n"
                                        "TST0001,US-TX,Seen at the depot on Monday with the stolen generator,\n"
                                        "TST00*,US-TX,Seen at the depot on Monday with the stolen generator,\n"
                                        "TST0002,US-TX,investigation,\n"
                                        "TST0003,US-TX,Left the quay behind the charged consignment of parts,2027-02-01\n"
                                        "TST0001,US-TX,Seen at the depot on Monday with the stolen generator,\n");
        QVERIFY(rows);
        AlertImport import(service(), m_desk->draft(), *rows);
        QCOMPARE(import.acceptable(), 3);
        QCOMPARE(m_desk->vendor.calls.size(), 0U);
        QSignalSpy finished(&import, &AlertImport::finished);
        import.start();
        QTRY_COMPARE(finished.size(), 1);
        AlertDesk::settle();
        QCOMPARE(import.added(), 2);
        QCOMPARE(std::get<AlertProblem>(import.rows().at(4).failure->why), AlertProblem::AlreadyListed);
        QCOMPARE(m_desk->vendor.held.size(), 2);
        for (const AlertRow& one : service().entries())
            QVERIFY(one.entry.confirmed);
    }

    void aFullListIsTakenInAndHeldAgainstTheVendors()
    {
        m_desk->desk.capabilities.alertListMax = 300;
        std::vector<AlertCsvRow> rows;
        for (int n = 0; n < 301; ++n)
            rows.push_back({.line = n + 2,
                            .plate = u"L%1"_s.arg(n, 5, 10, QLatin1Char('0')),
                            .jurisdiction = u"US-TX"_s,
                            .reason = ReasonText,
                            .expires = {}});
        AlertImport import(service(), m_desk->draft(), rows);
        QSignalSpy finished(&import, &AlertImport::finished);
        import.start();
        QVERIFY(finished.wait(120'000));
        QCOMPARE(import.added(), 300);
        QCOMPARE(std::get<AlertProblem>(import.rows().back().failure->why), AlertProblem::ListFull);
        QTRY_COMPARE(m_desk->vendor.held.size(), 300);
        m_desk->sit(u"u-agent"_s);
        QCOMPARE(service().entries().size(), 300U);
        QVERIFY(service().differences().empty());
    }
};

QTEST_GUILESS_MAIN(AlertCareTest)
#include "AlertCareTest.moc"
