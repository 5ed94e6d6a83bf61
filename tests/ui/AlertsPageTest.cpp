// The Alerts page in the whole window: entries by keyboard, hits that are unverified, and nothing of either while it is locked.
#include "ui/alerts/AlertsPage.h"
#include "service/AlertService.h"
#include "store/AlertTable.h"
#include "ui/WindowDesk.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTableWidget>

using namespace casebound;

namespace {

const QString otherReason = u"The same van took delivery 18 of the charged consignment on Tuesday"_s;

} // namespace

class AlertsPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowDesk> m_desk;
    MainWindow* m_window = nullptr;
    FakeAlerts& vendor() { return *m_desk->office.vendor->alerts; }
    AlertEntry made(const QString& plate, int daysAgo, const QString& owner = u"u-agent"_s)
    {
        const Instant at = m_desk->office.clock.now() - std::chrono::days(daysAgo);
        return {.id = AlertId::create(at),
                .owner = UserId(owner),
                .plate = *Plate::fromTyped(plate),
                .jurisdiction = JurisdictionKey(u"US-TX"_s),
                .caseNumber = CaseNumber(CaseText),
                .matter = Matter::Administrative,
                .offence = {},
                .reasonCode = ReasonCode(u"fugitive_alien"_s),
                .purpose = PurposeId(u"locate_person"_s),
                .reasonText = ReasonText,
                .addedAt = at,
                .validatedAt = at,
                .expiresAt = at + std::chrono::days(365),
                .note = {},
                .confirmed = true,
                .atVendor = true};
    }
    /// An open case, and what a run before this one left.
    void open(const std::vector<AlertEntry>& entries = {}, Role role = Role::Agent)
    {
        {
            auto database = Database::open(m_desk->office.folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')),
                                           Database::caseSchema());
            QVERIFY(database);
            QVERIFY(CaseTable(**database)
                        .insert({.number = CaseNumber(CaseText),
                                 .title = {},
                                 .matter = Matter::Administrative,
                                 .offence = {},
                                 .reasonCode = ReasonCode(u"fugitive_alien"_s),
                                 .openedBy = UserId(u"u-agent"_s),
                                 .openedAt = m_desk->office.clock.now()}));
            for (const AlertEntry& entry : entries) {
                QVERIFY(AlertTable(**database).insert(entry));
                if (entry.owner.text() == "u-agent"_L1)
                    vendor().held.insert(entry.id.text(), FakeAlerts::asHeld(entry));
            }
        }
        m_desk->office.office.roster.front().role = role;
        m_window = m_desk->open();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        m_window->showPage(PageId::Alerts);
        QTRY_VERIFY(vendor().stream);
        QTest::qWait(0);
    }
    template <class T>
    T* part(const QString& name)
    {
        return m_window->findChild<T*>(name);
    }
    template <class T>
    T* inDialog(const QString& name)
    {
        for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
            if (auto* found = dialog->isVisible() ? dialog->findChild<T*>(name) : nullptr)
                return found;
        }
        return nullptr;
    }
    QStringList column(const QString& table, int number)
    {
        QStringList list;
        const QAbstractItemModel* model = part<QTableView>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            list += model->index(row, number).data().toString();
        return list;
    }
    void send(const AlertEntry& entry, int number)
    {
        AlertHit hit;
        hit.hitId = u"hit-%1"_s.arg(number);
        hit.alertId = entry.id.text();
        hit.read.readId = u"read-%1"_s.arg(number);
        hit.read.plate = entry.plate.text();
        hit.read.capturedAt = m_desk->office.clock.now() - std::chrono::minutes(3);
        hit.receivedAt = m_desk->office.clock.now();
        vendor().stream->sink.hit(hit);
    }
    QString allTexts()
    {
        QString all;
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (!window->isVisible())
                continue;
            for (const QLabel* label : window->findChildren<QLabel*>())
                all += label->isVisible() ? label->text() + u'\n' : QString();
            for (const QTableView* table : window->findChildren<QTableView*>()) {
                for (int row = 0; table->isVisible() && row < table->model()->rowCount(); ++row)
                    all += table->model()->index(row, 0).data().toString() + u'\n';
            }
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<WindowDesk>();
        m_desk->office.vendor->alerts = std::make_shared<FakeAlerts>();
        m_desk->office.vendor->offered->maxLookbackDays = 3650;
        m_desk->office.vendor->offered->alertStream = true;
    }
    void cleanup()
    {
        m_window = nullptr;
        m_desk.reset();
    }

    void anEmptyListSaysWhatToDo()
    {
        open();
        QVERIFY(allTexts().contains(u"No alerts"_s));
        QVERIFY(allTexts().contains(u"Ctrl+N"_s));
        QCOMPARE(part<QLabel>(u"hitLink"_s)->text(), u"Hits: connecting"_s);
        vendor().say(StreamLink::Live);
        QTRY_COMPARE(part<QLabel>(u"hitLink"_s)->text(), u"Hits: live"_s);
        QCOMPARE(part<QLabel>(u"hitState"_s)->text(), u"Hits: live"_s);
    }

    void addsAnEntryByKeyboard()
    {
        open();
        QTest::keyClick(part<AlertsPage>(u"alertsPage"_s), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(inDialog<QLineEdit>(u"alertPlate"_s));
        auto* plate = inDialog<QLineEdit>(u"alertPlate"_s);
        // The only open case is chosen already, and its matter and priority with it.
        QCOMPARE(inDialog<QComboBox>(u"alertCase"_s)->currentText(), CaseText);
        plate->setText(u"TST12*"_s);
        inDialog<QComboBox>(u"alertJurisdiction"_s)->setEditText(u"US-TX"_s);
        inDialog<QComboBox>(u"alertPurpose"_s)->setCurrentIndex(0);
        inDialog<QPlainTextEdit>(u"alertReason"_s)->setPlainText(ReasonText);
        inDialog<QPushButton>(u"addAlertAccept"_s)->click();
        QVERIFY(vendor().calls.empty());
        QVERIFY2(plate->accessibleDescription().contains(u"Wildcards"), qPrintable(plate->accessibleDescription()));
        QCOMPARE(plate->window()->focusWidget(), static_cast<QWidget*>(plate)); // offscreen, no dialog becomes the active window
        plate->setText(PlateText);
        inDialog<QPushButton>(u"addAlertAccept"_s)->click();
        QTRY_COMPARE(column(u"alertList"_s, 0), QStringList{u"TST1234 · US-TX"_s});
        QTRY_COMPARE(column(u"alertList"_s, 8), QStringList{u"active"_s});
        QCOMPARE(vendor().held.size(), 1);
        picture(*m_window, u"alerts_one"_s);
    }

    void whatIsOverdueComesFirstAndSaysSo()
    {
        const AlertEntry fine = made(u"TST0001"_s, 10), soon = made(u"TST0002"_s, 350), over = made(u"TST0003"_s, 400);
        open({fine, soon, over});
        QTRY_COMPARE(column(u"alertList"_s, 8), (QStringList{u"suspended, overdue"_s, u"active"_s, u"active"_s}));
        QCOMPARE(column(u"alertList"_s, 6), (QStringList{u"overdue for 35 day(s)"_s, u"in 15 day(s)"_s, u"in 355 day(s)"_s}));
        const QString notice = part<QWidget>(u"alertNotice"_s)->findChild<QLabel*>(u"noticeWords"_s)->text();
        QVERIFY2(notice.contains(u"1 entry(s) overdue") && notice.contains(u"1 entry(s) due within 30 days"), qPrintable(notice));
        picture(*m_window, u"alerts_due"_s);
    }

    void revalidatesWithFreshWordsOnly()
    {
        open({made(u"TST0003"_s, 400)});
        QTRY_COMPARE(column(u"alertList"_s, 8), QStringList{u"suspended, overdue"_s});
        part<QTableView>(u"alertList"_s)->setFocus();
        QTest::keyClick(part<QTableView>(u"alertList"_s), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(inDialog<QPlainTextEdit>(u"freshReason"_s));
        auto* reason = inDialog<QPlainTextEdit>(u"freshReason"_s);
        reason->setPlainText(ReasonText);
        inDialog<QPushButton>(u"revalidateAlertAccept"_s)->click();
        QVERIFY2(reason->accessibleDescription().contains(u"last justification"), qPrintable(reason->accessibleDescription()));
        reason->setPlainText(otherReason);
        inDialog<QPushButton>(u"revalidateAlertAccept"_s)->click();
        QTRY_COMPARE(column(u"alertList"_s, 8), QStringList{u"active"_s});
    }

    void removesWithAReason()
    {
        open({made(u"TST0001"_s, 10)});
        QTRY_COMPARE(column(u"alertList"_s, 0).size(), 1);
        part<QTableView>(u"alertList"_s)->setFocus();
        QTest::keyClick(part<QTableView>(u"alertList"_s), Qt::Key_Delete);
        QCOMPARE(m_desk->prompt.asked.last(), u"Remove the entry for TST0001?"_s);
        QCOMPARE(vendor().held.size(), 1); // no reason was given
        m_desk->prompt.note = u"The driver was arrested"_s;
        QTest::keyClick(part<QTableView>(u"alertList"_s), Qt::Key_Delete);
        QTRY_COMPARE(vendor().held.size(), 0);
        QTRY_COMPARE(column(u"alertList"_s, 0).size(), 0);
    }

    void whatTheVendorDidNotConfirmIsMarked()
    {
        open({made(u"TST0001"_s, 10)});
        QTRY_COMPARE(column(u"alertList"_s, 8), QStringList{u"active"_s});
        vendor().fault = VendorFault::Unreachable;
        m_desk->prompt.note = u"Until the driver is back"_s;
        part<QPushButton>(u"suspendAlertButton"_s)->click();
        QTRY_COMPARE(column(u"alertList"_s, 8), QStringList{u"suspended, not yet confirmed"_s});
    }

    void hitsAreUnverifiedAndOpenInVerify()
    {
        const AlertEntry entry = made(u"TST0001"_s, 10);
        open({entry});
        send(entry, 1);
        send(entry, 2);
        QTRY_COMPARE(column(u"hitList"_s, 4), (QStringList{u"Unverified"_s, u"Unverified"_s}));
        QCOMPARE(column(u"hitList"_s, 5), (QStringList{u"3 minute(s)"_s, u"3 minute(s)"_s}));
        QTRY_COMPARE(column(u"hitList"_s, 6), (QStringList{u"under 1 second"_s, u"under 1 second"_s}));
        QTRY_COMPARE(column(u"alertList"_s, 4), QStringList{u"2, 2 unverified"_s});
        QVERIFY(!allTexts().contains(u" match"_s));
        part<QTableView>(u"hitList"_s)->setCurrentIndex(part<QTableView>(u"hitList"_s)->model()->index(1, 0));
        part<QPushButton>(u"verifyHit"_s)->click();
        QCOMPARE(m_window->currentPage(), PageId::Verify);
        picture(*m_window, u"alerts_verify"_s);
    }

    void theNoticeOfAHitNamesNoPlate()
    {
        const AlertEntry entry = made(u"TST0001"_s, 10);
        open({entry});
        m_window->showPage(PageId::Search);
        QWidget* band = part<QWidget>(u"hitBand"_s);
        QVERIFY(!band->isVisible());
        send(entry, 1);
        QTRY_VERIFY(band->isVisible());
        for (const QLabel* label : band->findChildren<QLabel*>())
            QVERIFY(!label->text().contains(u"TST0001"_s));
        part<QPushButton>(u"showHits"_s)->click();
        QCOMPARE(m_window->currentPage(), PageId::Alerts);
        QTRY_VERIFY(!band->isVisible());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(part<QTableView>(u"hitList"_s)));
    }

    void listAndHitsAreCopiedAsCsvAndTheLogSaysSo()
    {
        const AlertEntry entry = made(u"TST0001"_s, 10);
        open({entry, made(u"TST0002"_s, 20)});
        send(entry, 1);
        QTRY_COMPARE(part<QTableView>(u"hitList"_s)->model()->rowCount(), 1);
        QTRY_COMPARE(part<QTableView>(u"alertList"_s)->model()->rowCount(), 2);
        QStringList texts;
        const QList<std::pair<QString, QString>> tables{{u"alertList"_s, u"actionCopyAlerts"_s}, {u"hitList"_s, u"actionCopyHits"_s}};
        for (const auto& [name, offered] : tables) {
            auto* table = part<QTableView>(name);
            table->setFocus();
            QTest::keySequence(table, QKeySequence(QKeySequence::Copy));
            texts += QApplication::clipboard()->text();
            QApplication::clipboard()->clear();
            auto* action = part<QAction>(offered);
            QVERIFY(table->actions().contains(action));
            action->trigger(); // from the context menu
            QCOMPARE(QApplication::clipboard()->text(), texts.back());
        }
        QCOMPARE(texts[0].count(u"\r\n"_s), 3);
        QVERIFY2(texts[0].contains(u"TST0002"_s) && texts[0].contains(CaseText), qPrintable(texts[0]));
        QVERIFY2(texts[1].count(u"\r\n"_s) == 2 && texts[1].contains(u"\r\nUNVERIFIED,"_s), qPrintable(texts[1]));
        QCOMPARE(m_desk->events().count(u"reads.copied"_s), 4);
    }

    void whileLockedNoPlateAndNoHitIsThere()
    {
        const AlertEntry entry = made(u"TST0001"_s, 10);
        open({entry});
        send(entry, 1);
        QTRY_VERIFY(allTexts().contains(u"TST0001"_s));
        m_window->lock();
        QVERIFY(!vendor().stream);
        QVERIFY(!allTexts().contains(u"TST0001"_s));
        QVERIFY(!part<QWidget>(u"hitBand"_s) || !part<QWidget>(u"hitBand"_s)->isVisible());
    }

    void differencesAreSettledOneByOne()
    {
        const AlertEntry entry = made(u"TST0001"_s, 10);
        open({entry, made(u"TST0002"_s, 10)});
        m_window = nullptr;
        m_desk->shell.reset();
        vendor().held.remove(entry.id.text());
        m_window = m_desk->open();
        m_window->showPage(PageId::Alerts);
        auto* list = part<QListWidget>(u"differenceList"_s);
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(u"TST0001"_s));
        QVERIFY(list->isVisible());
        picture(*m_window, u"alerts_differences"_s);
        part<QPushButton>(u"tellVendor"_s)->click();
        QTRY_COMPARE(list->count(), 0);
        QVERIFY(vendor().held.contains(entry.id.text()));
        QVERIFY(!list->isVisible());
    }

    void aSupervisorSeesEverybodysEntriesAndAnAgentTheirOwn()
    {
        RosterUser other = m_desk->office.office.roster.front();
        other.id = UserId(u"u-second"_s);
        other.name = u"Second Made Up"_s;
        other.certificateSha256 = QByteArray(32, 'x');
        m_desk->office.office.roster.push_back(other);
        other.id = UserId(u"u-third"_s);
        other.name = u"Third Made Up"_s;
        other.certificateSha256 = QByteArray(32, 'y');
        m_desk->office.office.roster.push_back(other);
        open({made(u"TST0001"_s, 10), made(u"TST0002"_s, 20, u"u-second"_s)}, Role::Supervisor);
        QTRY_COMPARE(column(u"alertList"_s, 0), QStringList{u"TST0001 · US-TX"_s});
        auto* everybody = part<QCheckBox>(u"everybodysAlerts"_s);
        QVERIFY(everybody->isVisible());
        everybody->setChecked(true);
        QCOMPARE(column(u"alertList"_s, 3), (QStringList{u"Second Made Up"_s, u"Agent Made Up"_s}));
        auto* table = part<QTableView>(u"alertList"_s);
        table->setCurrentIndex(table->model()->index(1, 0)); // one's own
        QVERIFY(!part<QPushButton>(u"handOverButton"_s)->isEnabled());
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(!part<QPushButton>(u"removeAlertButton"_s)->isEnabled());
        part<QPushButton>(u"handOverButton"_s)->click();
        QTRY_VERIFY(inDialog<QComboBox>(u"handOverTo"_s));
        auto* receiver = inDialog<QComboBox>(u"handOverTo"_s);
        QCOMPARE(receiver->count(), 1); // neither the owner nor oneself
        inDialog<QPushButton>(u"handOverAccept"_s)->click();
        QVERIFY(receiver->accessibleDescription().contains(u"Choose who"_s));
        receiver->setCurrentIndex(0);
        inDialog<QPlainTextEdit>(u"handOverWhy"_s)->setPlainText(u"Second Made Up is on leave"_s);
        inDialog<QPushButton>(u"handOverAccept"_s)->click();
        QTRY_VERIFY(column(u"alertList"_s, 3).contains(u"Third Made Up"_s));
        m_window = nullptr;
        QVERIFY(m_desk->events().contains(u"alert.handed_over"_s));
    }

    void anAgentIsNotOfferedWhatIsASupervisors()
    {
        open({made(u"TST0001"_s, 10), made(u"TST0002"_s, 20, u"u-second"_s)});
        QTRY_COMPARE(column(u"alertList"_s, 0), QStringList{u"TST0001 · US-TX"_s});
        QVERIFY(!part<QCheckBox>(u"everybodysAlerts"_s)->isVisible());
        QVERIFY(!part<QPushButton>(u"handOverButton"_s)->isVisible());
    }

    void aFileIsCheckedBeforeItIsTakenIn()
    {
        open();
        QFile file(m_desk->office.folder.filePath(u"plates.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("plate,jurisdiction,reason\nTST0001,US-TX,Seen at the depot on Monday with the stolen generator\n"
                   "TST00*,US-TX,Seen at the depot on Monday with the stolen generator\n");
        file.close();
        part<QPushButton>(u"importAlertsButton"_s)->click();
        QTRY_VERIFY(inDialog<QLineEdit>(u"importFile"_s));
        inDialog<QComboBox>(u"alertPurpose"_s)->setCurrentIndex(0);
        inDialog<QLineEdit>(u"importFile"_s)->setText(file.fileName());
        auto* act = inDialog<QPushButton>(u"importAlertsAccept"_s);
        act->click();
        auto* rows = inDialog<QTableWidget>(u"importRows"_s);
        QCOMPARE(rows->item(0, 2)->text(), u"Can be added"_s);
        QVERIFY(rows->item(1, 2)->text().startsWith(u"Not added: Wildcards"_s));
        QCOMPARE(act->text(), u"Add 1 entry(s)"_s);
        QVERIFY(vendor().calls.empty());
        picture(*m_window, u"alerts_import"_s);
        act->click();
        QTRY_COMPARE(vendor().held.size(), 1);
        QTRY_COMPARE(rows->item(0, 2)->text(), u"Added"_s);
    }
};

QTEST_MAIN(AlertsPageTest)
#include "AlertsPageTest.moc"
