// Reconciliation and roster comparison in the window, by keyboard: found, shown, saved; and every way it does not work out, in words.
#include "service/ReviewDesk.h"
#include "service/RosterComparisonService.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/log/RosterPanel.h"
#include "ui/review/ReconciliationDialog.h"
#include "ui/search/NoticeBar.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ComparisonsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    std::unique_ptr<FakeAudit> m_vendor;
    std::unique_ptr<ReconciliationService> m_reconciliation;
    std::unique_ptr<RosterComparisonService> m_roster;
    QPointer<QWidget> m_window;

    ServiceDesk& desk() { return m_desk->desk; }
    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_window, name);
    }
    [[nodiscard]] QString notice(const char* name) const { return part<NoticeBar>(name)->words(); }

    void query(bool recorded, const QString& theirReason = ReasonText)
    {
        const QString id = QueryId::create(desk().clock.now()).text();
        AuditRecord record{.event = AuditEvent::QueryIntended};
        record.queryId = id;
        record.plate = PlateText;
        record.from = record.to = desk().clock.now();
        record.caseNumber = CaseText;
        record.reasonCode = u"fugitive_alien"_s;
        record.reasonText = ReasonText;
        sit(*desk().log, m_desk->agent);
        (void)m_desk->append(record);
        if (recorded)
            m_vendor->entries.push_back({.queryId = id,
                                         .userId = u"u-agent"_s,
                                         .onBehalfOf = {},
                                         .plate = PlateText,
                                         .jurisdiction = {},
                                         .from = *record.from,
                                         .to = *record.to,
                                         .caseNumber = CaseText,
                                         .reasonCode = u"fugitive_alien"_s,
                                         .reasonText = theirReason,
                                         .receivedAt = desk().clock.now(),
                                         .total = 0});
        (void)m_desk->append({.event = AuditEvent::QueryAnswered, .queryId = id, .counts = AuditCounts{}});
        sit(*desk().log, m_desk->supervisor);
    }
    void show(QWidget* window)
    {
        m_window = window;
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    void openDialog()
    {
        desk().clock.advance(1min);
        show(new ReconciliationDialog(*m_reconciliation, desk().clock, true));
    }
    void compare()
    {
        openDialog();
        QTest::keyClick(part<QLineEdit>("reconciliationTo"), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([this] { return !m_reconciliation->isRunning(); }, 30'000));
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }
    void init()
    {
        m_desk = std::make_unique<ReviewDesk>();
        m_vendor = std::make_unique<FakeAudit>();
        VendorCapabilities& can = desk().capabilities;
        can.vendor = u"Made-up Vendor"_s;
        can.queryAudit = can.userList = true;
        can.auditFields = {u"user_id"_s, u"on_behalf_of"_s, u"plate"_s,       u"jurisdiction"_s, u"from"_s,
                           u"to"_s,      u"case_number"_s,  u"reason_code"_s, u"reason_text"_s,  u"received_at"_s};
        const Actor actor{.user = m_desk->supervisor.id, .role = Role::Supervisor};
        sit(*desk().log, m_desk->supervisor);
        const ComparisonParts parts{.log = *desk().log,
                                    .client = [this] { return m_vendor.get(); },
                                    .profile = desk().profile,
                                    .capabilities = can,
                                    .clock = desk().clock,
                                    .actor = actor};
        m_reconciliation = std::make_unique<ReconciliationService>(parts);
        m_roster = std::make_unique<RosterComparisonService>(parts);
    }
    void cleanup()
    {
        delete m_window;
        m_roster.reset();
        m_reconciliation.reset();
        m_vendor.reset();
        m_desk.reset();
    }

    void differencesAreShownAndSavedByKeyboardAlone()
    {
        query(true);
        query(false);
        query(true, u"=1+1 written anew"_s);
        desk().profile.workstations = {{.name = u"desk"_s, .publicKeyDer = {}}, {.name = u"desk-2"_s, .publicKeyDer = {}}};
        compare();
        auto* table = part<QTableView>("reconciliationFindings");
        QVERIFY(table->isVisible() && table->hasFocus());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->accessibleName(), u"Differences"_s);
        QVERIFY2(notice("reconciliationNotice").contains(u"Only in the log: 1. Only at the vendor: 0. Differing: 1."),
                 qPrintable(notice("reconciliationNotice")));
        QVERIFY(part<QLabel>("reconciliationRemarks")->text().contains(u"desk-2"));
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(part<QLabel>("reconciliationDetails")->text().contains(u"At the vendor: =1+1 written anew"));
        picture(*m_window, u"reconciliation"_s);

        auto* path = part<QLineEdit>("savePath");
        const QString target = desk().folder.filePath(u"found.csv"_s);
        path->setText(target);
        QTest::keyClick(part<QPushButton>("saveFile"), Qt::Key_Space);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count("\r\n"), 3);
        QVERIFY2(csv.contains(",'=1+1 written anew"), csv.constData());
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"reconciliation.done"_s);
    }

    void nothingThatDiffersIsSaidInWords()
    {
        query(true);
        compare();
        QVERIFY2(notice("reconciliationNotice").startsWith(u"No differences. 1 in the log, 1 at the vendor, 1 agree."),
                 qPrintable(notice("reconciliationNotice")));
        QVERIFY(!part<QTableView>("reconciliationFindings")->isVisible());
        QVERIFY(part<QPushButton>("startReconciliation")->hasFocus());
        picture(*m_window, u"reconciliation-in-order"_s);
    }

    void aPeriodThatIsNoneIsMarkedAtItsField()
    {
        openDialog();
        part<QLineEdit>("reconciliationFrom")->setText(u"2026-11-25"_s);
        QTest::keyClick(part<QLineEdit>("reconciliationTo"), Qt::Key_Return);
        QVERIFY(part<QLineEdit>("reconciliationTo")->accessibleDescription().contains(u"at most 92 days"));
        QVERIFY(part<QLineEdit>("reconciliationTo")->hasFocus());
        QCOMPARE(m_vendor->walks, 0);
    }

    void aVendorWithoutARecordIsNotAsked()
    {
        desk().capabilities.queryAudit = false;
        desk().capabilities.userList = false;
        openDialog();
        QVERIFY(!part<QPushButton>("startReconciliation")->isEnabled());
        QVERIFY(notice("reconciliationNotice").contains(u"keeps no record"));
        delete m_window;
        show(new RosterPanel(*m_roster, true));
        QVERIFY(!part<QPushButton>("compareRoster")->isEnabled());
        QVERIFY(notice("rosterNotice").contains(u"does not say who its users are"));
    }

    void itCanBeStoppedAndTheWindowSaysSo()
    {
        m_vendor->answers = false;
        openDialog();
        QTest::keyClick(part<QLineEdit>("reconciliationTo"), Qt::Key_Return);
        QVERIFY(part<QPushButton>("stopReconciliation")->hasFocus());
        QVERIFY(QTest::qWaitFor([this] { return !m_vendor->waiting.empty(); }));
        picture(*m_window, u"reconciliation-running"_s);
        QTest::keyClick(part<QPushButton>("stopReconciliation"), Qt::Key_Space);
        QVERIFY(notice("reconciliationNotice").contains(u"The comparison was stopped."));
        QVERIFY(part<QPushButton>("startReconciliation")->hasFocus());

        // A window that closes stops it, too.
        QTest::keyClick(part<QLineEdit>("reconciliationTo"), Qt::Key_Return);
        QVERIFY(m_reconciliation->isRunning());
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY(QTest::qWaitFor([this] { return m_window.isNull(); }));
        QVERIFY(!m_reconciliation->isRunning());
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"cancelled"_s);
    }

    void aVendorsFaultIsSaidAndNothingIsShown()
    {
        query(true);
        m_vendor->fault = VendorFault::Malformed;
        compare();
        QVERIFY(!notice("reconciliationNotice").isEmpty());
        QVERIFY(!part<QTableView>("reconciliationFindings")->isVisible());
        QVERIFY(!part<QLineEdit>("savePath")->isVisible());
    }

    void aLongListStallsNothing()
    {
        for (int n = 0; n < 6'000; ++n)
            m_vendor->entries.push_back({.queryId = u"foreign-%1"_s.arg(n),
                                         .userId = u"u-stranger"_s,
                                         .onBehalfOf = {},
                                         .plate = PlateText,
                                         .jurisdiction = {},
                                         .from = desk().clock.now(),
                                         .to = desk().clock.now(),
                                         .caseNumber = CaseText,
                                         .reasonCode = u"r"_s,
                                         .reasonText = ReasonText,
                                         .receivedAt = desk().clock.now() + std::chrono::milliseconds(n),
                                         .total = 0});
        m_vendor->perPage = 500;
        openDialog();
        QTest::keyClick(part<QLineEdit>("reconciliationTo"), Qt::Key_Return);
        qint64 longest = 0;
        QElapsedTimer all;
        all.start();
        while (m_reconciliation->isRunning() && all.elapsed() < 60'000) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            longest = std::max(longest, turn.elapsed());
        }
        QCOMPARE(part<QTableView>("reconciliationFindings")->model()->rowCount(), 5'000);
        QVERIFY(part<QLabel>("reconciliationRemarks")->text().contains(u"Counted and not listed: 1,000 more."));
        qInfo("6,000 differences: longest turn of the event loop %lld ms", static_cast<long long>(longest));
        QVERIFY(longest < 1'000); // a machine that does other things besides; alone it is below 50
    }

    void theRosterIsComparedAndSavedByKeyboardAlone()
    {
        for (RosterUser& user : desk().profile.roster) {
            user.trainedOn = QDate(2026, 1, 1);
            user.trainingExpiresOn = QDate(2027, 1, 1);
            m_vendor->userList.push_back({.userId = user.id.text(), .name = user.name, .active = true});
        }
        show(new RosterPanel(*m_roster, true));
        QTest::keyClick(part<QPushButton>("compareRoster"), Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return !m_roster->isRunning(); }));
        QVERIFY(notice("rosterNotice").startsWith(u"No differences. 3 on the roster"));
        QVERIFY(!part<QTableView>("rosterFindings")->isVisible());

        m_vendor->userList.push_back({.userId = u"u-visitor"_s, .name = u"=cmd"_s, .active = true});
        m_vendor->userList[0].active = false;
        QTest::keyClick(part<QPushButton>("compareRoster"), Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return !m_roster->isRunning(); }));
        auto* table = part<QTableView>("rosterFindings");
        QVERIFY(table->isVisible() && table->hasFocus());
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"Open account of somebody who is not on the roster"_s);
        picture(*m_window, u"roster"_s);
        const QString target = desk().folder.filePath(u"roster.csv"_s);
        part<QLineEdit>("savePath")->setText(target);
        QTest::keyClick(part<QPushButton>("saveFile"), Qt::Key_Space);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("u-visitor,,'=cmd"));
        QCOMPARE(m_desk->last()["outcome"_L1].toString(), u"not_on_roster:1 closed_at_vendor:1"_s);
    }
};

QTEST_MAIN(ComparisonsTest)
#include "ComparisonsTest.moc"
