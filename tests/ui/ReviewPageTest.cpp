// A review in the window: opened, read, drawn, judged and signed, by keyboard.
#include "ui/review/ReviewPage.h"

#include "service/OtherDeskLog.h"
#include "service/ReviewDesk.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/WindowDesk.h"
#include "ui/review/OtherLogsDialog.h"
#include "ui/search/NoticeBar.h"

#include "store/AuditLogRows.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace casebound;
using namespace Qt::StringLiterals;

class ReviewPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReviewDesk> m_desk;
    std::unique_ptr<ReviewPage> m_page;

    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    ReviewService& reviews() { return *m_desk->reviews; }
    QTableView* table() const { return part<QTableView>("auditEntries"); }

    void show(const DeskPerson& person)
    {
        m_page.reset();
        m_desk->seat(person);
        m_page = std::make_unique<ReviewPage>(reviews(), u"practice"_s);
        m_page->resize(1240, 800);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->enter();
    }
    void queries(int count)
    {
        m_desk->seat(m_desk->agent);
        for (int n = 0; n < count; ++n)
            (void)m_desk->query(u"TST%1"_s.arg(1000 + n));
        m_desk->desk.clock.advance(std::chrono::minutes(1));
    }
    void openAndDraw()
    {
        QTest::keyClick(part<QPushButton>("newReview"), Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return reviews().isRead(); }));
        QVERIFY(QTest::qWaitFor([this] { return part<QPushButton>("drawSample")->isEnabled(); }));
        QTest::keyClick(m_page.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(reviews().isDrawn());
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }
    void init() { m_desk = std::make_unique<ReviewDesk>(); }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void reviewsAPeriodByKeyboardAlone()
    {
        queries(8);
        show(m_desk->supervisor);
        openAndDraw();
        QCOMPARE(table()->accessibleName(), u"Audit entries"_s);
        QVERIFY(QTest::qWaitFor([this] { return table()->hasFocus(); }));
        QCOMPARE(table()->model()->rowCount(), 8);
        picture(*m_page, u"review-drawn"_s);

        // A question says why: the note asks for it.
        QTest::keyClick(table(), Qt::Key_Q);
        QVERIFY(part<QLineEdit>("itemNote")->hasFocus());
        QCOMPARE(table()->model()->rowCount(), 8);
        QTest::keyClicks(part<QLineEdit>("itemNote"), u"Which depot?"_s);
        QTest::keyClick(part<QPushButton>("itemQuestion"), Qt::Key_Space);
        QCOMPARE(table()->model()->rowCount(), 7);
        QVERIFY(!part<QPushButton>("signReview")->isHidden());
        while (table()->model()->rowCount() > 0)
            QTest::keyClick(table(), Qt::Key_I);
        QCOMPARE(reviews().progress().open, 0U);

        auto* pin = part<QLineEdit>("reviewPin");
        QVERIFY(pin->hasFocus());
        QTest::keyClicks(pin, u"4321"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        QVERIFY(pin->text().isEmpty());
        QCOMPARE(reviews().current()->state(), ReviewState::Open);
        QTest::keyClicks(pin, u"1234"_s);
        QTest::keyClick(pin, Qt::Key_Return);
        QCOMPARE(reviews().current()->state(), ReviewState::Signed);
        QCOMPARE(m_desk->last()["event"_L1].toString(), u"review.signed"_s);
        QVERIFY(part<NoticeBar>("reviewNotice")->words().contains(u"signed"_s));
        QVERIFY(!part<QPushButton>("signReview")->isEnabled());
        picture(*m_page, u"review-signed"_s);
    }

    void filtersByEveryField()
    {
        queries(6);
        show(m_desk->supervisor);
        openAndDraw();
        const auto rows = [this] { return table()->model()->rowCount(); };
        part<QComboBox>("showEntries")->setCurrentIndex(0);
        const int all = rows();
        QVERIFY(all > 6);
        part<QLineEdit>("filterPlate")->setText(u"tst1003"_s);
        QCOMPARE(rows(), 1);
        part<QLineEdit>("filterPlate")->clear();
        part<QLineEdit>("filterReason")->setText(u"depot deliv"_s);
        QCOMPARE(rows(), 6);
        part<QLineEdit>("filterCase")->setText(u"HB-2026-0000"_s);
        QCOMPARE(rows(), 0);
        part<QLineEdit>("filterCase")->clear();
        part<QLineEdit>("filterReason")->clear();
        auto* person = part<QComboBox>("filterPerson");
        person->setCurrentIndex(person->findData(u"u-agent"_s));
        QVERIFY(rows() > 0 && rows() < all);
        person->setCurrentIndex(0);
        part<QLineEdit>("filterTo")->setText(u"2026-11-19"_s);
        QCOMPARE(rows(), 0);
    }

    void opensAndShowsTheLogsOfOtherDesks()
    {
        const QTemporaryDir folder;
        const auto two = logOfDesk(folder.filePath(u"two"_s), u"desk-2"_s, m_desk->desk.clock);
        sit(*two, m_desk->agent);
        AuditRecord sent{.event = AuditEvent::QueryIntended, .queryId = QueryId::create(m_desk->desk.clock.now()).text()};
        sent.plate = u"TST9000"_s;
        QVERIFY(two->append(sent));
        m_desk->openOther = [&](const QString& path, const KeyOfLog&) {
            OtherLogResult result =
                std::unexpected(OtherLogRefusal{.problem = OtherLogProblem::NotInOrder, .report = u"fault found\nentry 12: …"_s});
            if (path.endsWith(u"good"_s))
                result = std::make_shared<const OtherDeskLog>(*two, two->head().size);
            return QtFuture::makeReadyValueFuture(result);
        };
        queries(6);
        show(m_desk->supervisor);
        QVERIFY(table()->isColumnHidden(AuditEntryModel::WorkstationColumn)); // one desk alone has nothing to tell apart
        {
            OtherLogsDialog dialog(reviews());
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            auto* path = dialog.findChild<QLineEdit*>(u"otherLogFolder"_s);
            auto* notice = dialog.findChild<NoticeBar*>(u"otherLogsNotice"_s);
            auto* logs = dialog.findChild<QTableWidget*>(u"otherLogs"_s);
            path->setText(u"/exports/altered"_s);
            QTest::keyClick(path, Qt::Key_Return);
            QVERIFY(QTest::qWaitFor([&] { return notice->words().contains(u"altered, cut off"_s); }));
            QVERIFY(notice->words().contains(u"entry 12"_s)); // what the check found
            QCOMPARE(logs->rowCount(), 0);
            path->setText(u"/exports/good"_s);
            QTest::keyClick(path, Qt::Key_Return);
            QVERIFY(QTest::qWaitFor([&] { return logs->rowCount() == 1; }));
            QCOMPARE(logs->item(0, 0)->text(), u"desk-2"_s);
            QVERIFY(notice->words().contains(u"desk-2"_s));
        }
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        openAndDraw();
        QVERIFY(!table()->isColumnHidden(AuditEntryModel::WorkstationColumn));
        QVERIFY(table()->columnWidth(AuditEntryModel::WorkstationColumn) > 40);
        QVERIFY(part<QLabel>("reviewState")->text().contains(u"Logs of desk, desk-2"_s));
        part<QComboBox>("showEntries")->setCurrentIndex(0);
        auto* workstation = part<QComboBox>("filterWorkstation");
        QVERIFY(workstation->isVisible());
        workstation->setCurrentIndex(workstation->findText(u"desk-2"_s));
        const QAbstractItemModel* model = table()->model();
        QCOMPARE(model->rowCount(), 2); // log.opened and the query
        for (int row = 0; row < model->rowCount(); ++row)
            QCOMPARE(model->index(row, AuditEntryModel::WorkstationColumn).data().toString(), u"desk-2"_s);
        table()->setCurrentIndex(model->index(0, 0));
        QCOMPARE(part<QLabel>("itemWorkstation")->text(), u"desk-2"_s);
        QVERIFY(!part<QPushButton>("itemSealed")->isEnabled());
    }

    void saysOfEachIndicatorThatItIsNoFinding()
    {
        m_desk->seat(m_desk->agent);
        for (int n = 0; n < 6; ++n)
            (void)m_desk->query(u"TST2000"_s);
        (void)m_desk->query(u"TST3000"_s);
        show(m_desk->supervisor);
        openAndDraw();
        auto* indicators = part<QTableWidget>("indicators");
        QVERIFY(part<QLabel>("indicatorCaution")->text().startsWith(u"Indicator, not finding"_s));
        int repeat = -1;
        for (int row = 0; row < indicators->rowCount(); ++row) {
            QVERIFY(!indicators->item(row, 4)->text().isEmpty()); // the rule's source
            if (indicators->item(row, 0)->text().startsWith(u"One plate searched again"_s))
                repeat = row;
        }
        QVERIFY(repeat >= 0);
        QCOMPARE(indicators->item(repeat, 1)->text(), u"6 of 7"_s);
        indicators->setCurrentCell(repeat, 0);
        QTest::keyClick(indicators, Qt::Key_Return);
        QCOMPARE(table()->model()->rowCount(), 6);
        Q_EMIT part<NoticeBar>("onlyIndicator")->acted();
        QVERIFY(table()->model()->rowCount() > 6);
    }

    void goesOnWhereItWasPaused()
    {
        queries(5);
        show(m_desk->supervisor);
        openAndDraw();
        QTest::keyClick(table(), Qt::Key_I);
        QTest::keyClick(part<QPushButton>("pauseReview"), Qt::Key_Space);
        QCOMPARE(table()->model()->rowCount(), 0);
        show(m_desk->supervisor);
        QVERIFY(QTest::qWaitFor([this] { return reviews().isRead(); }));
        QVERIFY(QTest::qWaitFor([this] { return table()->model()->rowCount() == 4; }));
    }

    void saysInWordsThatTheLogIsOutOfOrderAndSignsNothing()
    {
        queries(160);
        m_desk->restart([](const QString& folder) {
            const auto database = Database::open(folder + u"/audit.db"_s, SecureBytes::copyOf(QByteArray(32, 'k')), AuditLogRows::schema());
            Statement alter(**database, "UPDATE entry SET private = CAST(replace(private, 'u-agent', 'u-other') AS BLOB) WHERE seq = 4");
            QVERIFY(alter.run());
        });
        show(m_desk->supervisor);
        QVERIFY(part<NoticeBar>("logOutOfOrder")->words().isEmpty());
        QTest::keyClick(part<QPushButton>("newReview"), Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return !reviews().isInOrder(); }));
        QVERIFY(part<NoticeBar>("logOutOfOrder")->words().contains(u"out of order"_s));
        QVERIFY(part<NoticeBar>("logOutOfOrder")->isVisible());
        QVERIFY(!part<QPushButton>("signReview")->isEnabled());
        QVERIFY(!part<QPushButton>("drawSample")->isEnabled());
        picture(*m_page, u"review-out-of-order"_s);
    }

    void saysThatAReviewIsOverdueWhereverOneIs()
    {
        m_desk->desk.clock.advance(std::chrono::days(100));
        show(m_desk->supervisor);
        QVERIFY(part<NoticeBar>("reviewOverdue")->words().contains(u"100 day"_s));
    }
};

QTEST_MAIN(ReviewPageTest)
#include "ReviewPageTest.moc"
