// Copying and printing stand in the menus of tables and maps, too, and open by keyboard.
#include "ui/ContextMenu.h"

#include "ui/MainMenu.h"
#include "ui/WindowDesk.h"
#include "ui/map/MapPane.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QQuickWidget>
#include <QSignalSpy>
#include <QTableView>

using namespace casebound;

class ContextMenuTest final : public QObject {
    Q_OBJECT

    static QMenu* opened() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    static QStringList actionsOf(const QMenu& menu)
    {
        QStringList names;
        for (const QAction* action : menu.actions())
            if (!action->objectName().isEmpty())
                names += action->objectName();
        return names;
    }
    /// The two keys, as X11 gives them: one as a wish for a menu, the other as itself.
    static void menuKey(QWidget* widget)
    {
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, {}, widget->mapToGlobal(QPoint()));
        QApplication::sendEvent(widget, &wish);
    }
    static void shiftF10(QWidget* widget) { QTest::keyClick(widget, Qt::Key_F10, Qt::ShiftModifier); }

private Q_SLOTS:
    void tablesAndMapsOfferWhatTheWindowsMenuDoes_data()
    {
        QTest::addColumn<QString>("over");
        QTest::addColumn<QStringList>("expected");
        const QStringList table{u"actionCopyTable"_s, u"actionPrintTable"_s}, map{u"actionCopyMap"_s, u"actionPrintMap"_s};
        QTest::newRow("reads") << u"reads"_s << table;
        QTest::newRow("near matches") << u"nearMatches"_s << table;
        QTest::newRow("kept reads") << u"keptReads"_s << table;
        QTest::newRow("map") << u"map"_s << map;
    }

    void tablesAndMapsOfferWhatTheWindowsMenuDoes()
    {
        QFETCH(QString, over);
        QFETCH(QStringList, expected);
        WindowDesk desk;
        MainWindow* window = desk.open();
        auto* widget = window->findChild<QWidget*>(over);
        QVERIFY(widget);
        for (const auto& press : {menuKey, shiftF10}) {
            press(widget);
            QVERIFY(opened());
            QCOMPARE(actionsOf(*opened()), expected);
            // They are the window's own: shut where it shuts them, and they do what those do.
            for (const QAction* action : opened()->actions())
                QVERIFY(action->objectName().isEmpty() || action == window->findChild<QAction*>(action->objectName()));
            opened()->close();
            QTRY_VERIFY(!opened());
        }
    }

    void whatIsChosenIsAskedForOnce()
    {
        WindowDesk desk;
        MainWindow* window = desk.open();
        QSignalSpy asked(window->findChild<MainMenu*>(), &MainMenu::copyRequested);
        shiftF10(window->findChild<QWidget*>(u"reads"_s));
        QVERIFY(opened());
        for (QAction* action : opened()->actions())
            if (action->objectName() == u"actionCopyTable"_s)
                action->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<ReadCopier::Deed>(), ReadCopier::Deed::CopyTable);
    }

    void nothingOpensWhereThereIsNothingToOffer()
    {
        QWidget alone;
        new ContextMenu(alone, [&](QMenu& menu) { ContextMenu::offerCopying(menu, alone, {ReadCopier::Deed::CopyMap}); });
        alone.show();
        shiftF10(&alone);
        QVERIFY(!opened());
    }
};

QTEST_MAIN(ContextMenuTest)
#include "ContextMenuTest.moc"
