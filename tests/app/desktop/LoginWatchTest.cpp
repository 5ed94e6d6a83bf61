// A bus of its own with a made-up logind on it; the computer's own bus is not touched.
#include "desktop/LoginWatch.h"
#include "app/desktop/FakeLogin.h"

#include <QSignalSpy>
#include <QTest>

using namespace casebound;

class LoginWatchTest : public QObject {
    Q_OBJECT

    const PrivateBus m_bus;

    QDBusConnection bus(const char* name) const { return m_bus.connection(name); }

private Q_SLOTS:
    void locksBeforeTheComputerSleeps()
    {
        FakeLogin login(bus("login"));
        QVERIFY(bus("login").registerObject(managerPath, &login, QDBusConnection::ExportAllSlots));
        QVERIFY(bus("login").registerService(u"org.freedesktop.login1"_s));
        LoginWatch watch(bus("window"), u"7"_s);
        QTRY_VERIFY(watch.holdsSleep());
        QCOMPARE(login.asked, QStringList{u"sleep Casebound delay"_s});
        QTRY_VERIFY(login.isHeld());

        int locked = 0;
        bool heldMeanwhile = false;
        connect(&watch, &LoginWatch::lockWanted, this, [&] {
            ++locked;
            heldMeanwhile = login.isHeld();
        });
        login.sayPrepareForSleep(true);
        QTRY_COMPARE(locked, 1);
        QVERIFY(heldMeanwhile); // still awake while the window hides its contents
        QTRY_VERIFY(!login.isHeld());
        QVERIFY(!watch.holdsSleep());

        // Awake again: it holds the next sleep as well.
        login.sayPrepareForSleep(false);
        QTRY_VERIFY(login.isHeld());
        QCOMPARE(locked, 1);
        login.sayPrepareForSleep(true);
        QTRY_COMPARE(locked, 2);
        QTRY_VERIFY(!login.isHeld());
    }

    void locksWithTheDesktop_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("asked");
        QTest::newRow("named session") << u"7"_s << u"7"_s;
        QTest::newRow("session of the process") << QString() << u"pid "_s + QString::number(QCoreApplication::applicationPid());
    }
    void locksWithTheDesktop()
    {
        QFETCH(QString, id);
        QFETCH(QString, asked);
        FakeLogin login(bus("login"));
        QVERIFY(bus("login").registerObject(managerPath, &login, QDBusConnection::ExportAllSlots));
        QVERIFY(bus("login").registerService(u"org.freedesktop.login1"_s) ||
                bus("login").interface()->isServiceRegistered(u"org.freedesktop.login1"_s));
        LoginWatch watch(bus("window"), id);
        QTRY_VERIFY(watch.followsSession());
        QCOMPARE(login.session, asked);
        QSignalSpy locked(&watch, &LoginWatch::lockWanted);
        login.sayLock(u"/org/freedesktop/login1/session/_38"_s); // somebody else's
        login.sayLock(sessionPath);
        QTRY_COMPARE(locked.size(), 1);
        QTest::qWait(0);
        QCOMPARE(locked.size(), 1);
        // Whatever pretends to be logind without its name is not listened to.
        QDBusConnection stranger = bus("stranger");
        stranger.send(QDBusMessage::createSignal(sessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s));
        login.sayLock(sessionPath);
        QTRY_COMPARE(locked.size(), 2);
        QCOMPARE(locked.size(), 2);
    }

    void doesNothingWithoutABus()
    {
        LoginWatch watch(QDBusConnection(u"there is no such bus"_s), {});
        QVERIFY(!watch.holdsSleep());
        QVERIFY(!watch.followsSession());
    }

    void doesNothingWithoutLogind()
    {
        QDBusConnection::disconnectFromBus(u"login"_s);
        LoginWatch watch(bus("window"), {});
        QSignalSpy ready(&watch, &LoginWatch::ready);
        QVERIFY(!watch.holdsSleep());
        QVERIFY(!ready.wait(200));
        QVERIFY(!watch.followsSession());
    }
};

QTEST_GUILESS_MAIN(LoginWatchTest)
#include "LoginWatchTest.moc"
