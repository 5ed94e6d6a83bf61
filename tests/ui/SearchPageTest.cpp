#include "ui/SearchPage.h"

#include "domain/SensitivePlaces.h"
#include "lists/ReadTableModel.h"
#include "ui/CaseContext.h"
#include "ui/PageDesk.h"
#include "ui/Theme.h"
#include "ui/map/MapPane.h"
#include "ui/search/WindowField.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class SearchPageTest : public QObject {
    Q_OBJECT

private:
    template <class T>
    T* part(const char* name) const
    {
        return partOf<T>(*m_page, name);
    }
    QString words(const char* name) const { return part<QLabel>(name)->text(); }
    void fill()
    {
        m_page->chooseCase(CaseNumber(CaseText));
        part<QComboBox>("purpose")->setCurrentIndex(0);
        part<QPlainTextEdit>("reason")->setPlainText(ReasonText);
        part<QLineEdit>("plate")->setText(PlateText);
        part<QComboBox>("jurisdiction")->setEditText(u"TX"_s);
    }
    void send() { QTest::keyClick(part<QLineEdit>("plate"), Qt::Key_Return, Qt::ControlModifier); }

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, qEnvironmentVariableIsSet("CASEBOUND_DARK") ? Appearance::Dark : Appearance::Light); }

    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        QVERIFY(m_desk->caseService->open(CaseText, u"Depot deliveries"_s, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s))
                    .has_value());
        m_prompt = std::make_unique<AnsweringPrompt>();
        m_context = std::make_unique<CaseContext>();
        m_page = std::make_unique<SearchPage>(servicesOf(*m_desk), *m_context, *m_prompt);
        m_page->resize(1280, 860);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void daysChosenInTheStripAreTheRowsOfTheTable()
    {
        fill();
        send();
        m_desk->lastCall().page(m_desk->page(std::vector<ReadSpec>(60, {.plate = PlateText})), 60); // one an hour, backwards
        m_desk->lastCall().answer(60);
        auto* table = part<QTableView>("reads");
        QCOMPARE(table->model()->rowCount(), 60);
        QTRY_VERIFY(part<QWidget>("dayFilter")->isVisible());
        const QModelIndex first = table->currentIndex();
        QVERIFY(first.isValid());
        QTest::keyClick(part<QWidget>("readsByDay"), Qt::Key_Home); // the oldest day alone: the read selected is not of it
        const int rows = table->model()->rowCount();
        QVERIFY(rows > 0 && rows < 60);
        QVERIFY2(words("readsTitle").contains(u"%1 of 60"_s.arg(rows)), qPrintable(words("readsTitle")));
        QVERIFY(words("dayFilterWords").startsWith(u"%1 of 60 reads"_s.arg(rows)));
        // The map says the same, and keeps the reads' numbers: the selection is the table's.
        QVERIFY2(words("mapSummary").contains(u"%1 are left out by the filter"_s.arg(60 - rows)), qPrintable(words("mapSummary")));
        QCOMPARE(part<MapPane>("mapPane")->selected(), table->currentIndex().data(ReadTableModel::ReadRole).toLongLong());
        QVERIFY(table->currentIndex().isValid());
        picture(*m_page, u"search-days"_s);
        QTest::mouseClick(part<QPushButton>("showAllDays"), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), 60);
        QVERIFY(table->currentIndex().isValid());
        QVERIFY(!words("mapSummary").contains(u"filter"_s));
    }

    void readsNearSensitivePlacesAreNotedAndCanBeShownAlone()
    {
        SensitivePlacesLayer& layer = m_desk->profile.sensitivePlaces;
        layer.places = std::make_shared<const SensitivePlaces>(
            std::vector<SensitivePlace>{{.name = u"Harbour School"_s, .category = u"school"_s, .points = {{30.501, -41.5}}}},
            SensitivePlaces::Source{.date = QDate(2026, 11, 1), .name = u"Made up"_s});
        m_page = std::make_unique<SearchPage>(servicesOf(*m_desk), *m_context, *m_prompt);
        m_page->resize(1280, 860);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        fill();
        send();
        m_desk->lastCall().page(
            m_desk->page({{.plate = PlateText, .at = GeoPoint{30.5, -41.5}}, {.plate = PlateText, .at = GeoPoint{30.4, -41.5}}}), 2);
        auto* only = part<QCheckBox>("nearPlacesOnly");
        m_desk->lastCall().answer(2);
        QVERIFY(only->isVisible());
        QCOMPARE(only->text(), u"Only reads near sensitive places: 1"_s);
        auto* table = part<QTableView>("reads");
        QCOMPARE(table->model()->rowCount(), 2);
        only->click();
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY2(words("readsTitle").contains(u"1 of 2, near sensitive places"_s), qPrintable(words("readsTitle")));
        QVERIFY(table->currentIndex().isValid());
        QVERIFY2(words("mapSelected").contains(u"Harbour School"_s), qPrintable(words("mapSelected")));
        QCOMPARE(words("mapSummary"), u"1 read is drawn. 1 is left out by the filter and not shown."_s);
        picture(*m_page, u"search-places"_s);
        only->click();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(words("mapSummary"), u"2 reads are drawn."_s);
    }

    void choosingACaseFillsWhatWasSettledWhenItWasOpened()
    {
        m_page->chooseCase(CaseNumber(CaseText));
        QCOMPARE(m_page->draft().matter, Matter::Administrative);
        QCOMPARE(m_page->draft().reasonCode.text(), u"fugitive_alien"_s);
        QCOMPARE(m_context->current().number.text(), CaseText);
        QVERIFY(m_context->current().limit.has_value());
        QVERIFY2(words("limitText").contains(u"5 "_s) && words("limitText").contains(u"PIA"_s), qPrintable(words("limitText")));
    }

    void marksARefusedFieldInWordsAndPutsTheFocusThere_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no case") << u"case"_s << u""_s;
        QTest::newRow("placeholder case") << u"case"_s << u"none"_s;
        QTest::newRow("unknown case") << u"case"_s << u"HB-0000-0000"_s;
        QTest::newRow("wildcard") << u"plate"_s << u"ABC*"_s;
        QTest::newRow("partial plate") << u"plate"_s << u"ABC 1?3"_s;
        QTest::newRow("twelve characters") << u"plate"_s << u"ABCDEFGH1234"_s;
        QTest::newRow("emoji") << u"plate"_s << u"ABC\U0001F697"_s;
        QTest::newRow("right-to-left mark") << u"plate"_s << u"ABC\u200F123"_s;
        QTest::newRow("full width") << u"plate"_s << u"\uFF21\uFF22\uFF23"_s;
        QTest::newRow("no plate") << u"plate"_s << u""_s;
        QTest::newRow("unknown jurisdiction") << u"jurisdiction"_s << u"Atlantis"_s;
        QTest::newRow("ambiguous code") << u"jurisdiction"_s << u"NB"_s;
        QTest::newRow("general reason") << u"reason"_s << u"investigation"_s;
        QTest::newRow("reason naming a protest") << u"reason"_s << u"was seen at the protest downtown"_s;
        QTest::newRow("on behalf of oneself") << u"onBehalfOf"_s << u"u-agent"_s;
        QTest::newRow("not a date") << u"from"_s << u"2026-02-30"_s;
        QTest::newRow("from after to") << u"from"_s << u"2999-01-01"_s;
        QTest::newRow("beyond the limit") << u"from"_s << u"1999-01-01"_s;
    }
    void marksARefusedFieldInWordsAndPutsTheFocusThere()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        fill();
        QWidget* widget = m_page->findChild<QWidget*>(field);
        QVERIFY(widget);
        if (auto* combo = qobject_cast<QComboBox*>(widget))
            combo->setEditText(typed);
        else if (auto* text = qobject_cast<QPlainTextEdit*>(widget))
            text->setPlainText(typed);
        else
            qobject_cast<QLineEdit*>(widget)->setText(typed);
        send();
        QVERIFY(m_desk->vendor.calls.empty());
        const auto* message = m_page->findChild<QLabel*>(field + u"MessageWords"_s);
        QVERIFY(message && message->isVisible() && message->text().size() > 10);
        // A window from after its end may be marked at either day; the rest is the field itself.
        const QWidget* focus = QApplication::focusWidget();
        QVERIFY2(focus && (focus == widget || widget->isAncestorOf(focus)), focus ? qPrintable(focus->objectName()) : "no focus");
        QCOMPARE(widget->accessibleDescription().contains(message->text()), true);
    }

    void marksEveryEmptyFieldAtOnceAndTheFirstHasTheFocus()
    {
        send();
        for (const char* name : {"caseMessageWords", "matterMessageWords", "purposeMessageWords", "reasonMessageWords", "plateMessageWords",
                                 "jurisdictionMessageWords"})
            QVERIFY2(!words(name).isEmpty(), name);
        QVERIFY(part<QComboBox>("case")->isAncestorOf(QApplication::focusWidget()) || part<QComboBox>("case")->hasFocus());
        picture(*m_page, u"search-refused"_s);
        // Put right, the mark goes at once.
        part<QLineEdit>("plate")->setText(PlateText);
        QVERIFY(words("plateMessageWords").isEmpty());
    }

    void anEmptyFormIsNotScolded()
    {
        for (const QLabel* label : m_page->findChildren<QLabel*>())
            QVERIFY(!label->objectName().endsWith(u"MessageWords"_s) || label->text().isEmpty());
        picture(*m_page, u"search-empty"_s);
    }

    void warnsOfAWordThatIsNoPlateAndSendsAllTheSame()
    {
        fill();
        part<QLineEdit>("plate")->setText(u"UNKNOWN"_s);
        Q_EMIT part<QLineEdit>("plate")->editingFinished();
        QVERIFY(words("plateMessageWords").contains(u"You may search it"_s));
        send();
        QCOMPARE(m_desk->vendor.calls.size(), 1U);
    }

    void startsWithTheNarrowestWindowAndWidensOnlyWhenAsked()
    {
        m_page->chooseCase(CaseNumber(CaseText));
        const QDate today = m_desk->queries->today();
        QCOMPARE(m_page->draft().from, today.addDays(-89));
        QCOMPARE(m_page->draft().to, today);
        QTest::mouseClick(part<QPushButton>("windowYear"), Qt::LeftButton);
        QCOMPARE(m_page->draft().from, today.addYears(-1).addDays(1));
        QTest::mouseClick(part<QPushButton>("windowLimit"), Qt::LeftButton);
        QCOMPARE(m_page->draft().from, m_desk->queries->limitFor(m_page->draft())->earliest);
        QVERIFY(m_desk->queries->judge(m_page->draft()).size() < 6);
    }

    void tabGoesThroughTheFormInReadingOrder()
    {
        m_page->chooseCase(CaseNumber(CaseText));
        part<QComboBox>("case")->setFocus();
        QStringList order;
        for (int i = 0; i < 40 && !order.contains(u"searchButton"_s); ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            if (auto* combo = qobject_cast<QComboBox*>(focus->parentWidget()))
                focus = combo;
            if (!focus->objectName().isEmpty() && (order.isEmpty() || order.last() != focus->objectName()))
                order.append(focus->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order, (QStringList{u"case"_s, u"matter"_s, u"offence"_s, u"purpose"_s, u"reason"_s, u"onBehalfOf"_s, u"plate"_s,
                                     u"jurisdiction"_s, u"from"_s, u"to"_s, u"window90Days"_s, u"windowYear"_s, u"windowLimit"_s,
                                     u"searchButton"_s}));
    }

    void showsReadsAndNearMatchesApartAndNothingOfTheMachinesText()
    {
        fill();
        send();
        QCOMPARE(m_desk->vendor.calls.size(), 1U);
        QVERIFY(words("noticeWords").size() > 0);
        m_desk->lastCall().page(
            m_desk->page({{.plate = PlateText, .image = smallPicture()}, {.plate = u"T5T1234"_s}, {.plate = PlateText}}), 7);
        QCOMPARE(part<QWidget>("queryState")->findChild<QLabel*>(u"noticeWords"_s)->text(), u"3 of 7, still loading"_s);
        m_desk->lastCall().page(m_desk->page({{.plate = u"TST1Z34"_s}, {.plate = PlateText}, {.plate = PlateText}, {.plate = PlateText}}),
                                7);
        m_desk->lastCall().answer(7);
        auto* reads = part<QTableView>("reads");
        auto* near = part<QTableView>("nearMatches");
        QTRY_COMPARE(m_page->currentRun()->state(), QueryRun::State::Complete);
        QCOMPARE(reads->model()->rowCount(), 5);
        QCOMPARE(near->model()->rowCount(), 2);
        QVERIFY(reads->isVisible() && near->isVisible());
        for (const QTableView* table : {reads, near})
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    QVERIFY(!table->model()->index(row, column).data().toString().contains(u"1234"_s));
        // One selection.
        near->setFocus();
        near->setCurrentIndex(near->model()->index(0, 0));
        QVERIFY(!reads->selectionModel()->hasSelection());
        picture(*m_page, u"search-results"_s);
        // Enter opens it in Verify.
        QSignalSpy wanted(m_page.get(), &SearchPage::verifyRequested);
        QTest::keyClick(near, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<QueryRun*>(), m_page->currentRun());
    }

    void saysThatNoReadsIsNoProofOfAbsence()
    {
        fill();
        send();
        m_desk->lastCall().answer(0);
        QTRY_COMPARE(words("noReads"), u"No reads of this plate in this period. No reads is not proof of absence."_s);
        QVERIFY(part<QLabel>("noReads")->isVisible());
        picture(*m_page, u"search-none"_s);
    }

    void tellsHowAQueryEnded_data()
    {
        QTest::addColumn<VendorFault>("fault");
        QTest::addColumn<QString>("says");
        QTest::newRow("unreachable") << VendorFault::Unreachable << u"kept here, marked incomplete"_s;
        QTest::newRow("unknown") << VendorFault::Unknown << u"is not known"_s;
        QTest::newRow("truncated") << VendorFault::Truncated << u"kept here, marked incomplete"_s;
    }
    void tellsHowAQueryEnded()
    {
        QFETCH(VendorFault, fault);
        QFETCH(QString, says);
        fill();
        send();
        m_desk->lastCall().page(m_desk->page({{.plate = PlateText}}), 9);
        m_desk->lastCall().fail(fault);
        auto* label = part<QWidget>("queryState")->findChild<QLabel*>(u"noticeWords"_s);
        QTRY_VERIFY2(label->text().contains(says), qPrintable(label->text()));
        QCOMPARE(part<QTableView>("reads")->model()->rowCount(), 1);
        picture(*m_page, u"search-"_s + QLatin1StringView(QTest::currentDataTag()));
    }

    void cancelKeepsWhatArrivedAndCloseShowsTheReceipt()
    {
        fill();
        send();
        m_desk->lastCall().page(m_desk->page({{.plate = PlateText}, {.plate = PlateText}}), 9);
        auto* state = part<QWidget>("queryState");
        QTest::mouseClick(state->findChild<QPushButton*>(u"noticeButton"_s), Qt::LeftButton);
        QCOMPARE(m_page->currentRun()->state(), QueryRun::State::Withdrawn);
        QVERIFY(state->findChild<QLabel*>(u"noticeWords"_s)->text().contains(u"2 of 9"_s));
        QTest::mouseClick(part<QPushButton>("closeQuery"), Qt::LeftButton);
        QVERIFY(!m_page->currentRun());
        QVERIFY(m_prompt->asked.constLast().contains(u"2 reads"_s));
        const QString receipt = part<QWidget>("queryReceipt")->findChild<QLabel*>(u"noticeWords"_s)->text();
        QVERIFY2(receipt.contains(u"Returned 2, kept 0, discarded 2"_s), qPrintable(receipt));
        picture(*m_page, u"search-closed"_s);
    }

    void aRefusedCloseKeepsTheReads()
    {
        m_prompt->accept = false;
        fill();
        send();
        m_desk->lastCall().page(m_desk->page({{.plate = PlateText}}), 1);
        m_desk->lastCall().answer(1);
        QTRY_COMPARE(m_page->currentRun()->state(), QueryRun::State::Complete);
        QTest::mouseClick(part<QPushButton>("closeQuery"), Qt::LeftButton);
        QCOMPARE(m_page->currentRun()->reads().size(), 1U);
    }

    void aFullDiskSendsNothingAndSaysSo()
    {
        fill();
        {
            const ServiceDesk::FullDisk full;
            send();
        }
        QVERIFY(m_desk->vendor.calls.empty());
        QCOMPARE(m_prompt->asked.size(), 1);
        QVERIFY(part<QWidget>("queryReceipt")->isVisible());
    }

    void aChangedLimitMovesNoDate()
    {
        m_page->chooseCase(CaseNumber(CaseText));
        part<QLineEdit>("from")->setText(u"2010-01-01"_s);
        part<QComboBox>("matter")->setCurrentIndex(0);
        QCOMPARE(m_page->draft().from, QDate(2010, 1, 1));
    }

private:
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<AnsweringPrompt> m_prompt;
    std::unique_ptr<CaseContext> m_context;
    std::unique_ptr<SearchPage> m_page;
};

QTEST_MAIN(SearchPageTest)
#include "SearchPageTest.moc"
