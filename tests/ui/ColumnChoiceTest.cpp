// The columns of a table as a person chose them: remembered, and only what a person did.
#include "ui/ColumnChoice.h"

#include "service/Settings.h"
#include "ui/TableLook.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace casebound;
using namespace Qt::StringLiterals;

class ColumnChoiceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Desk {
        QStandardItemModel model{3, 3};
        QTableView table;
        ColumnChoice* choice = nullptr;

        Desk()
        {
            model.setHorizontalHeaderLabels({u"Plate"_s, u"Case"_s, u"Due"_s});
            table.setObjectName(u"madeUpTable"_s);
            table.setModel(&model);
            dressTable(table);
            for (int column = 0; column < 3; ++column)
                table.setColumnWidth(column, 100);
            choice = ColumnChoice::of(table, {0});
            table.resize(600, 200);
            table.show();
            if (!QTest::qWaitForWindowExposed(&table))
                qFatal("No window.");
        }
        /// Moves the right edge of a column, as a hand does.
        void drag(int column, int by)
        {
            const QHeaderView* header = table.horizontalHeader();
            const QPoint edge(header->sectionViewportPosition(column) + header->sectionSize(column) - 1, header->height() / 2);
            QWindow* window = table.windowHandle();
            const QPoint from = header->viewport()->mapTo(table.window(), edge);
            QTest::mouseMove(window, from);
            QTest::mousePress(window, Qt::LeftButton, {}, from);
            QTest::mouseMove(window, from + QPoint(by, 0));
            QTest::mouseRelease(window, Qt::LeftButton, {}, from + QPoint(by, 0));
        }
        QList<QAction*> offers()
        {
            Q_EMIT choice->menu()->aboutToShow();
            return choice->menu()->actions();
        }
    };

private Q_SLOTS:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path()); }
    void init() { Settings::setColumns(u"madeUpTable"_s, {}); }

    void noHeadingIsCutBeforeAPersonCutsIt()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"A heading as long as another language makes it"_s, u"Due"_s, u"Desk"_s});
        QTableView table;
        table.setObjectName(u"madeUpTable"_s);
        table.setModel(&model);
        dressTable(table);
        table.setColumnWidth(0, 40);
        table.setColumnWidth(1, 200);
        table.setColumnWidth(2, 130);
        table.setColumnHidden(2, true);
        letChooseColumns(table);
        const QHeaderView* header = table.horizontalHeader();
        QVERIFY(header->sectionSizeHint(0) > 40);
        QCOMPARE(header->sectionSize(0), header->sectionSizeHint(0));
        QCOMPARE(header->sectionSize(1), 200);
        table.setColumnHidden(2, false);
        QCOMPARE(header->sectionSize(2), 130); // as it was before it was hidden
    }
    void theTextOfColumnsComesBackAsItWas()
    {
        const QList<ColumnLook> looks{{2, 80, false}, {0, 120, true}, {1, 300, false}};
        QCOMPARE(toText(looks), u"2:80 0:120:hidden 1:300"_s);
        QCOMPARE(columnLooks(toText(looks), 3), looks);
    }
    void aFileThatSomebodyChangedCountsForNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("one column short") << u"0:80 1:80"_s;
        QTest::newRow("one too many") << u"0:80 1:80 2:80 3:80"_s;
        QTest::newRow("twice the same") << u"0:80 1:80 1:80"_s;
        QTest::newRow("of no column") << u"0:80 1:80 3:80"_s;
        QTest::newRow("negative") << u"0:80 1:80 -1:80"_s;
        QTest::newRow("too narrow") << u"0:80 1:80 2:3"_s;
        QTest::newRow("too wide") << u"0:80 1:80 2:10001"_s;
        QTest::newRow("no number") << u"0:80 1:80 2:wide"_s;
        QTest::newRow("another word") << u"0:80 1:80 2:80:gone"_s;
        QTest::newRow("nothing to be seen") << u"0:80:hidden 1:80:hidden 2:80:hidden"_s;
    }
    void aFileThatSomebodyChangedCountsForNothing()
    {
        QFETCH(QString, text);
        QVERIFY(!columnLooks(text, 3));
        Settings::setColumns(u"madeUpTable"_s, text);
        const Desk desk;
        QCOMPARE(desk.table.columnWidth(2), 100);
        QVERIFY(!desk.table.isColumnHidden(2));
    }

    void aWidthSetByHandIsThereTheNextTime()
    {
        {
            Desk desk;
            desk.drag(1, 60);
            QCOMPARE(desk.table.columnWidth(1), 160);
        }
        const Desk next;
        QCOMPARE(next.table.columnWidth(0), 100);
        QCOMPARE(next.table.columnWidth(1), 160);
    }
    void whatTheProgramSetsIsNotRemembered()
    {
        {
            Desk desk;
            desk.table.setColumnWidth(1, 220);
            desk.table.horizontalHeader()->moveSection(0, 2);
        }
        QCOMPARE(Settings::columns(u"madeUpTable"_s), QString());
        const Desk next;
        QCOMPARE(next.table.columnWidth(1), 100);
        QCOMPARE(next.table.horizontalHeader()->visualIndex(0), 0);
    }
    void aHiddenColumnStaysHiddenAndComesBackAsWideAsItWas()
    {
        {
            Desk desk;
            QCOMPARE(desk.offers().at(1)->text(), u"Case"_s);
            desk.offers().at(1)->trigger();
            QVERIFY(desk.table.isColumnHidden(1));
        }
        Desk next;
        QVERIFY(next.table.isColumnHidden(1));
        QVERIFY(!next.offers().at(1)->isChecked());
        next.offers().at(1)->trigger();
        QVERIFY(!next.table.isColumnHidden(1));
        QCOMPARE(next.table.columnWidth(1), 100);
    }
    void whatMustBeSeenCannotBeHidden()
    {
        Desk desk;
        QVERIFY(!desk.offers().at(0)->isEnabled());
        Settings::setColumns(u"madeUpTable"_s, u"0:80:hidden 1:80 2:80"_s);
        const Desk next;
        QVERIFY(!next.table.isColumnHidden(0));
    }
    void theLastColumnCannotBeHidden()
    {
        Desk desk;
        desk.table.setColumnHidden(0, true); // the program may
        desk.offers().at(1)->trigger();
        QVERIFY(!desk.offers().at(2)->isEnabled());
    }
    void columnsCanBeHadAsTheyWereAtFirst()
    {
        Settings::setColumns(u"madeUpTable"_s, u"2:80 1:140:hidden 0:90"_s);
        Desk desk;
        QCOMPARE(desk.table.horizontalHeader()->visualIndex(2), 0);
        desk.offers().last()->trigger();
        QCOMPARE(desk.table.horizontalHeader()->visualIndex(2), 2);
        QVERIFY(!desk.table.isColumnHidden(1));
        QCOMPARE(desk.table.columnWidth(1), 100);
        QCOMPARE(Settings::columns(u"madeUpTable"_s), QString());
    }
    void anotherFontLeavesThePersonsWidths()
    {
        Settings::setColumns(u"madeUpTable"_s, u"0:100 1:150 2:100"_s);
        Desk desk;
        QFont large = desk.table.font();
        large.setPointSize(large.pointSize() * 2);
        desk.table.setFont(large);
        desk.table.setColumnWidth(1, 90); // as a table does that sizes its columns by the font
        QTRY_COMPARE(desk.table.columnWidth(1), 150);
    }
};

QTEST_MAIN(ColumnChoiceTest)
#include "ColumnChoiceTest.moc"
