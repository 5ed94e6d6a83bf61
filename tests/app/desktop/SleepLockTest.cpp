// The computer is about to sleep: logind says so, and the window hides everything while it still may.
#include "app/desktop/FakeLogin.h"
#include "desktop/LoginWatch.h"
#include "ui/WindowDesk.h"

using namespace casebound;

class SleepLockTest final : public QObject {
    Q_OBJECT
    const PrivateBus m_bus;

private Q_SLOTS:
    void hidesEverythingBeforeTheComputerSleeps()
    {
        FakeLogin login(m_bus.connection("login"));
        QVERIFY(m_bus.connection("login").registerObject(managerPath, &login, QDBusConnection::ExportAllSlots));
        QVERIFY(m_bus.connection("login").registerService(u"org.freedesktop.login1"_s));
        WindowDesk desk;
        MainWindow* window = desk.open();
        auto* pages = window->findChild<QWidget*>(u"pages"_s);
        QVERIFY(pages && pages->isVisible());
        LoginWatch watch(m_bus.connection("window"), u"7"_s);
        bool hiddenWhileAwake = false;
        connect(&watch, &LoginWatch::lockWanted, desk.shell.get(), &Shell::lock);
        connect(&watch, &LoginWatch::lockWanted, this, [&] { hiddenWhileAwake = login.isHeld() && !window->isAncestorOf(pages); });
        QTRY_VERIFY(watch.holdsSleep());
        QTRY_VERIFY(login.isHeld());
        login.sayPrepareForSleep(true);
        QTRY_VERIFY(window->isLocked());
        QVERIFY(hiddenWhileAwake);
        QVERIFY(window->findChild<QWidget*>(u"lockScreen"_s)->isVisible());
        QTRY_VERIFY(!login.isHeld());
    }

    void nobodyElseAcceptsTheConditionsAfterASleep()
    {
        FakeLogin login(m_bus.connection("login"));
        WindowDesk desk;
        QVERIFY(desk.readBanner());
        desk.shell->lock();
        QTRY_VERIFY(!windowOf<BannerWindow>());
        QVERIFY(windowOf<SignInWindow>());
        QVERIFY(!desk.shell->mainWindow());
    }
};

QTEST_MAIN(SleepLockTest)
#include "SleepLockTest.moc"
