#include "ui/VerifyPage.h"

#include "domain/SensitivePlaces.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/verify/ImageView.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class VerifyPageTest : public QObject {
    Q_OBJECT

private:
    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    QueryRun* start(const std::vector<ReadSpec>& reads)
    {
        QueryRun* run = m_desk->search();
        m_desk->lastCall().page(m_desk->page(reads), static_cast<qint64>(reads.size()));
        m_desk->lastCall().answer(static_cast<qint64>(reads.size()));
        m_page->open(*run, 0);
        return run;
    }
    QueryRun* startGood()
    {
        QueryRun* run = start(
            {{.plate = PlateText, .image = smallPicture(1)}, {.plate = u"T5T1234"_s, .image = smallPicture(2)}, {.plate = PlateText}});
        return QTest::qWaitFor([&] { return part<QLineEdit>("whatTheImageShows")->hasFocus(); }) ? run : nullptr;
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    /// What is in the clipboard once every key that copies was pressed there.
    static QString copiedFrom(QAbstractItemView& view)
    {
        view.setFocus();
        QApplication::clipboard()->clear();
        for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Copy))
            QTest::keySequence(&view, keys);
        return QApplication::clipboard()->text();
    }
    bool queueHasFocus() const { return part<QTableView>("queue")->hasFocus(); }
    QString allText() const
    {
        QString all;
        for (const QLabel* label : m_page->findChildren<QLabel*>())
            all += label->text() + label->accessibleName() + label->accessibleDescription() + label->toolTip() + u'\n';
        for (const QLineEdit* edit : m_page->findChildren<QLineEdit*>())
            all += edit->text() + edit->accessibleDescription() + u'\n';
        for (const QAbstractItemView* view : m_page->findChildren<QAbstractItemView*>())
            if (!view->inherits("QComboBoxListView"))
                for (int row = 0; view->model() && row < std::min(50, view->model()->rowCount()); ++row)
                    for (int column = 0; column < view->model()->columnCount(); ++column)
                        all += view->model()->index(row, column).data().toString() + u'\n';
        return all;
    }

    void giveTheOfficePlaces()
    {
        SensitivePlacesLayer& layer = m_desk->profile.sensitivePlaces;
        layer.metres = 200;
        layer.places = std::make_shared<const SensitivePlaces>(
            std::vector<SensitivePlace>{{.name = u"Harbour School"_s, .category = u"school"_s, .points = {{30.501, -41.5}}}},
            SensitivePlaces::Source{.date = QDate(2026, 11, 1), .name = u"Made up"_s, .simplifiedMetres = 1});
    }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }

    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_prompt = std::make_unique<AnsweringPrompt>();
        m_page = std::make_unique<VerifyPage>(servicesOf(*m_desk), *m_prompt);
        m_page->resize(1280, 860);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void aReadNearASensitivePlaceCarriesThePolicysNotice()
    {
        giveTheOfficePlaces();
        QVERIFY(start({{.plate = PlateText, .image = smallPicture(1), .at = GeoPoint{30.5, -41.5}},
                       {.plate = PlateText, .image = smallPicture(2), .at = GeoPoint{30.4, -41.5}},
                       {.plate = PlateText, .image = smallPicture(3)}}));
        auto* notice = part<QWidget>("placesNotice");
        QVERIFY(notice->isVisible());
        const QString words = notice->findChild<QLabel*>(u"noticeWords"_s)->text();
        for (const QString& part : {u"Harbour School (school or college), 111 m"_s, u"may limit or forbid enforcement action"_s,
                                    u"Places data of 2026-11-01, incomplete by nature (Made up)"_s, u"off by 1 m"_s})
            QVERIFY2(words.contains(part), qPrintable(words));
        picture(*m_page, u"verify-place"_s);
        auto* queue = part<QTableView>("queue");
        for (const int row : {1, 2}) {
            queue->setCurrentIndex(queue->model()->index(row, 0));
            QVERIFY(!notice->isVisible());
        }
        queue->setCurrentIndex(queue->model()->index(0, 0));
        QVERIFY(notice->isVisible());
        m_page->setRun(nullptr);
        QVERIFY(!notice->isVisible());
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void emptyPageSaysWhereReadsComeFrom()
    {
        QSignalSpy wanted(m_page.get(), &VerifyPage::searchRequested);
        QTest::mouseClick(part<QPushButton>("goToSearch"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        picture(*m_page, u"verify-empty"_s);
    }

    void theWholeFlowWorksByKeyboardAlone()
    {
        QueryRun* run = startGood();
        QVERIFY(run);
        QVERIFY(!allText().contains(u"TST1234"_s));
        picture(*m_page, u"verify-before"_s);
        type(u"tst 1234"_s);
        press(Qt::Key_Return);
        QVERIFY(queueHasFocus());
        QVERIFY(allText().contains(u"TST1234"_s));
        picture(*m_page, u"verify-compared"_s);
        press(Qt::Key_Y);
        QCOMPARE(run->verification(0).verdict, Verdict::Confirmed);
        press(Qt::Key_Space);
        QVERIFY(queueHasFocus());
        press(Qt::Key_Return); // typing begins as soon as the picture, read ahead, is there
        QTRY_VERIFY(part<QLineEdit>("whatTheImageShows")->hasFocus());
        type(u"TS71234"_s);
        press(Qt::Key_Return);
        picture(*m_page, u"verify-differs"_s);
        press(Qt::Key_Y); // not the plate asked for: refused in words
        QCOMPARE(run->verification(1).verdict, Verdict::Unverified);
        QVERIFY(part<QLabel>("verdictWords")->text().contains(u"cannot be confirmed"_s));
        press(Qt::Key_N);
        QVERIFY(part<QLineEdit>("note")->hasFocus());
        type(u"a 7 where the machine read T"_s);
        press(Qt::Key_Return);
        QCOMPARE(run->verification(1).verdict, Verdict::DifferentPlate);
        QVERIFY(queueHasFocus());
        press(Qt::Key_Backspace);
        QCOMPARE(part<QTableView>("queue")->currentIndex().row(), 0);
        QCOMPARE(m_desk->entries(u"read.verified"_s).size(), 2U);
    }

    void namesEachDifferenceInWords()
    {
        QueryRun* run = start({{.plate = u"T5T1234"_s, .image = smallPicture()}});
        QVERIFY(run && QTest::qWaitFor([&] { return part<QLineEdit>("whatTheImageShows")->hasFocus(); }));
        type(PlateText);
        press(Qt::Key_Return);
        QVERIFY2(part<QLabel>("comparisonWords")->text().contains(u"Position 2: you typed S, the machine read 5; often confused."_s),
                 qPrintable(part<QLabel>("comparisonWords")->text()));
        auto* table = part<QTableWidget>("comparisonTable");
        QCOMPARE(table->item(1, 1)->text(), u"5, differs"_s);
        QCOMPARE(table->item(2, 1)->text(), u"S"_s);
    }

    void withoutASoundPictureOnlyUnreadableIsLeft_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<bool>("withHash");
        QTest::addColumn<bool>("wrongHash");
        QTest::newRow("no picture") << QByteArray() << true << false;
        QTest::newRow("hash differs") << smallPicture() << true << true;
        QTest::newRow("no hash") << smallPicture() << false << false;
        QTest::newRow("damaged") << smallPicture().left(60) << true << false;
    }
    void withoutASoundPictureOnlyUnreadableIsLeft()
    {
        QFETCH(QByteArray, image);
        QFETCH(bool, withHash);
        QFETCH(bool, wrongHash);
        QueryRun* run = start({{.plate = PlateText, .image = image, .withHash = withHash, .wrongHash = wrongHash}});
        QTRY_VERIFY(part<QLabel>("comparisonSummary")->text().contains(u"unreadable"_s));
        QVERIFY(!part<QPushButton>("confirmed")->isEnabled());
        QVERIFY(!part<QPushButton>("differentPlate")->isEnabled());
        QVERIFY(part<QPushButton>("unreadable")->isEnabled());
        picture(*m_page, u"verify-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        part<QTableView>("queue")->setFocus();
        press(Qt::Key_U);
        QVERIFY(part<QLineEdit>("note")->hasFocus());
        QCOMPARE(run->verification(0).verdict, Verdict::Unverified);
        type(u"no usable picture"_s);
        press(Qt::Key_Return);
        QCOMPARE(run->verification(0).verdict, Verdict::Unreadable);
        QVERIFY(!allText().contains(PlateText));
    }

    void keepsAConfirmedReadWithItsRelevance()
    {
        QueryRun* run = startGood();
        type(PlateText);
        press(Qt::Key_Return);
        QVERIFY(!part<QPushButton>("keep")->isEnabled());
        press(Qt::Key_Y);
        part<QLineEdit>("relevance")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(!run->isKept(0));
        QVERIFY(!m_page->findChild<QLabel*>(u"relevanceMessageWords"_s)->text().isEmpty());
        type(u"places the van at the depot"_s);
        press(Qt::Key_Return);
        QVERIFY(run->isKept(0));
        QCOMPARE(m_desk->caseService->keptReads(CaseNumber(CaseText)).front().contrary, false);
        picture(*m_page, u"verify-kept"_s);
    }

    void anUnconfirmedReadIsKeptOnlyAsContraryAndSaysSo()
    {
        QueryRun* run = startGood();
        part<QTableView>("queue")->setFocus();
        press(Qt::Key_U);
        type(u"glare over half of it"_s);
        press(Qt::Key_Return);
        QVERIFY(part<QLabel>("keepWords")->text().contains(u"contrary"_s));
        part<QLineEdit>("relevance")->setFocus();
        type(u"may show another car"_s);
        press(Qt::Key_Return);
        QVERIFY(run->isKept(0));
        QVERIFY(m_desk->caseService->keptReads(CaseNumber(CaseText)).front().contrary);
    }

    void badTranscriptionIsMarkedAndRevealsNothing()
    {
        startGood();
        type(u"AB*"_s);
        press(Qt::Key_Return);
        QVERIFY(!m_page->findChild<QLabel*>(u"whatTheImageShowsMessageWords"_s)->text().isEmpty());
        QVERIFY(part<QLineEdit>("whatTheImageShows")->hasFocus());
        QVERIFY(!allText().contains(PlateText));
    }

    void whatWasTypedBlindCannotBeChangedAfterwards()
    {
        startGood();
        type(u"TS71234"_s);
        press(Qt::Key_Return);
        QVERIFY(part<QLineEdit>("whatTheImageShows")->isReadOnly());
        QVERIFY(!part<QPushButton>("compare")->isEnabled());
    }

    void letterKeysCanBeSwitchedOffAndNeverWorkInAField()
    {
        QueryRun* run = startGood();
        type(u"U"_s); // in the field it is a letter
        QCOMPARE(part<QLineEdit>("whatTheImageShows")->text(), u"U"_s);
        part<QLineEdit>("whatTheImageShows")->clear();
        type(PlateText);
        press(Qt::Key_Return);
        part<QCheckBox>("letterKeys")->setChecked(false);
        press(Qt::Key_Y);
        press(Qt::Key_Z);
        QCOMPARE(run->verification(0).verdict, Verdict::Unverified);
        QCOMPARE(part<ImageView>("plateImage")->zoom(), 1.0);
        part<QCheckBox>("letterKeys")->setChecked(true);
        press(Qt::Key_Z);
        press(Qt::Key_I);
        press(Qt::Key_R);
        press(Qt::Key_C);
        QVERIFY(part<ImageView>("plateImage")->zoom() > 1.0);
        QVERIFY(part<ImageView>("plateImage")->isInverted() && part<ImageView>("plateImage")->isContrastRaised());
        QCOMPARE(part<ImageView>("plateImage")->rotation(), 90);
        press(Qt::Key_X);
        QCOMPARE(part<ImageView>("plateImage")->zoom(), 1.0);
        QCOMPARE(part<ImageView>("plateImage")->rotation(), 0);
        QVERIFY(!part<ImageView>("plateImage")->isInverted() && !part<ImageView>("plateImage")->isContrastRaised());
    }

    void saysThatTheJurisdictionsDiffer()
    {
        startGood();
        type(PlateText);
        m_page->findChild<QComboBox*>(u"jurisdictionShown"_s)->setEditText(u"OK"_s);
        press(Qt::Key_Return);
        const QString words = part<QLabel>("comparisonWords")->text();
        QVERIFY2(words.contains(u"you saw Oklahoma (US-OK), the machine read Texas (US-TX)."_s), qPrintable(words));
        QVERIFY2(words.contains(u"you saw Oklahoma (US-OK), the query asked for Texas (US-TX)."_s), qPrintable(words));
    }

    void whatWasSeenOfTheVehicleStandsBesideTheMachinesAndInTheNote()
    {
        QueryRun* run = startGood();
        type(PlateText);
        part<QLineEdit>("vehicleShown")->setFocus();
        type(u"blue pickup"_s);
        QVERIFY(part<QLabel>("vehicleWords")->text().isEmpty()); // only beside the machine's, and that is not shown yet
        press(Qt::Key_Return);
        QVERIFY(queueHasFocus());
        QCOMPARE(part<QLabel>("vehicleWords")->text(), u"You noted of the vehicle: blue pickup. The machine says nothing of it."_s);
        press(Qt::Key_N); // the vehicle is no reason for a verdict on the plate
        QVERIFY(part<QLineEdit>("note")->hasFocus());
        part<QTableView>("queue")->setFocus();
        press(Qt::Key_Y);
        QCOMPARE(run->verification(0).note, u"Vehicle seen: blue pickup."_s);
        QVERIFY(part<QLineEdit>("vehicleShown")->text().isEmpty());
    }

    void copyingKeysInTheQueueCopyNothing()
    {
        startGood();
        QCOMPARE(copiedFrom(*part<QTableView>("queue")), QString());
    }
    void copyingKeysInTheComparisonCopyNothing()
    {
        startGood();
        type(PlateText);
        press(Qt::Key_Return);
        auto* table = part<QTableWidget>("comparisonTable");
        table->setCurrentCell(1, 0);
        QCOMPARE(copiedFrom(*table), QString());
    }

    void progressOfTheQueueIsShown()
    {
        startGood();
        const auto* progress = part<QProgressBar>("queueProgress");
        QCOMPARE(progress->maximum(), 3);
        QCOMPARE(progress->value(), 0);
        type(PlateText);
        press(Qt::Key_Return);
        press(Qt::Key_Y);
        QCOMPARE(progress->value(), 1);
        QCOMPARE(progress->accessibleDescription(), u"1 of 3 have a verdict"_s);
    }

    void emptiesItselfWhenTheQueryIsClosed()
    {
        QueryRun* run = startGood();
        type(PlateText);
        press(Qt::Key_Return);
        m_desk->queries->close(*run, QueryRun::EndReason::Closed);
        QVERIFY(!allText().contains(PlateText));
        QVERIFY(part<QPushButton>("goToSearch")->isVisible());
        QVERIFY(!part<ImageView>("plateImage")->hasImage());
    }

private:
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<AnsweringPrompt> m_prompt;
    std::unique_ptr<VerifyPage> m_page;
};

QTEST_MAIN(VerifyPageTest)
#include "VerifyPageTest.moc"
