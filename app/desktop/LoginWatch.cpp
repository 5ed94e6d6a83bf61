#include "desktop/LoginWatch.h"

#include "desktop/LoginBus.h"

#include <QCoreApplication>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace casebound {

using namespace Qt::StringLiterals;

LoginWatch::LoginWatch(const QDBusConnection& bus, const QString& session, QObject* parent)
    : QObject(parent),
      m_bus(bus),
      m_manager(new LoginManager(bus, this))
{
    if (!m_bus.isConnected())
        return;
    connect(m_manager, &LoginManager::PrepareForSleep, this, &LoginWatch::prepare);
    hold();
    follow(session);
}

LoginWatch::~LoginWatch() = default;

void LoginWatch::prepare(bool begins)
{
    if (begins) {
        Q_EMIT lockWanted();
        m_inhibitor = {}; // Closed: from here on the computer may sleep.
        Q_EMIT ready();
    } else {
        hold();
    }
}

void LoginWatch::hold()
{
    const QDBusPendingCall call =
        m_manager->asyncCall(u"Inhibit"_s, u"sleep"_s, u"Casebound"_s, u"Locks before the computer sleeps"_s, u"delay"_s);
    connect(new QDBusPendingCallWatcher(call, this), &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* watcher) {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isError())
            return;
        m_inhibitor = reply.value();
        Q_EMIT ready();
    });
}

void LoginWatch::follow(const QString& session)
{
    const QDBusPendingCall call = session.isEmpty()
                                      ? m_manager->asyncCall(u"GetSessionByPID"_s, static_cast<uint>(QCoreApplication::applicationPid()))
                                      : m_manager->asyncCall(u"GetSession"_s, session);
    connect(new QDBusPendingCallWatcher(call, this), &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* watcher) {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            return;
        m_session = new LoginSession(m_bus, reply.value().path(), this);
        connect(m_session, &LoginSession::Lock, this, &LoginWatch::lockWanted);
        Q_EMIT ready();
    });
}

} // namespace casebound
