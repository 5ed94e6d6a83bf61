// A bus of its own with a made-up logind on it; the computer's own bus is not touched.
#include "desktop/LoginWatch.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <poll.h>
#include <unistd.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QString managerPath = u"/org/freedesktop/login1"_s, sessionPath = u"/org/freedesktop/login1/session/_37"_s;

/// What a program holds back: the reading end of the pipe whose other end it was given.
class FakeLogin final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit FakeLogin(QDBusConnection bus) : m_bus(std::move(bus)) {}
    ~FakeLogin() override { forget(); }

    [[nodiscard]] bool isHeld() const
    {
        pollfd ends{.fd = m_reading, .events = 0, .revents = 0};
        return m_reading >= 0 && ::poll(&ends, 1, 0) == 0;
    }
    void sayPrepareForSleep(bool begins)
    {
        QDBusMessage message = QDBusMessage::createSignal(managerPath, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
        m_bus.send(message << begins);
    }
    void sayLock(const QString& path) { m_bus.send(QDBusMessage::createSignal(path, u"org.freedesktop.login1.Session"_s, u"Lock"_s)); }

    QStringList asked;
    QString session;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString&, const QString& mode)
    {
        asked += what + u' ' + who + u' ' + mode;
        forget();
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            qFatal("no pipe");
        m_reading = ends[0];
        const QDBusUnixFileDescriptor given(ends[1]);
        ::close(ends[1]);
        return given;
    }
    QDBusObjectPath GetSession(const QString& id)
    {
        session = id;
        return QDBusObjectPath(sessionPath);
    }
    QDBusObjectPath GetSessionByPID(uint pid)
    {
        session = u"pid "_s + QString::number(pid);
        return QDBusObjectPath(sessionPath);
    }

private:
    void forget()
    {
        if (m_reading >= 0)
            ::close(std::exchange(m_reading, -1));
    }
    QDBusConnection m_bus;
    int m_reading = -1;
};

} // namespace

class LoginWatchTest : public QObject {
    Q_OBJECT

    QProcess m_daemon;
    QString m_address;

    QDBusConnection bus(const char* name) const { return QDBusConnection::connectToBus(m_address, QLatin1StringView(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:tmpdir=/tmp"_s});
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }));
        m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

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
