// A made-up logind on a bus of its own.
#pragma once

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QProcess>
#include <QTest>

#include <poll.h>
#include <unistd.h>

namespace casebound {

using namespace Qt::StringLiterals;

inline const QString managerPath = u"/org/freedesktop/login1"_s, sessionPath = u"/org/freedesktop/login1/session/_37"_s;

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

/// A bus of its own; the computer's is not touched.
class PrivateBus {
public:
    PrivateBus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:tmpdir=/tmp"_s});
        if (!m_daemon.waitForStarted() || !QTest::qWaitFor([this] { return m_daemon.canReadLine(); }))
            qFatal("There is no dbus-daemon.");
        m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QDBusConnection connection(const char* name) const
    {
        return QDBusConnection::connectToBus(m_address, QLatin1StringView(name));
    }

private:
    QProcess m_daemon;
    QString m_address;
};

} // namespace casebound
