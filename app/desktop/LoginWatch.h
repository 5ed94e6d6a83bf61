// The computer is about to sleep, or the desktop was locked: then Casebound locks too, before it happens (R15).
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace casebound {

class LoginManager;
class LoginSession;

/// Listens to systemd-logind. Holds a delay inhibitor, so that the computer waits for the lock (for five seconds unless the computer's
/// administrator says otherwise, logind.conf InhibitDelayMaxSec). Without logind it does nothing; the idle lock stays.
/// Lives on the window's thread.
class LoginWatch final : public QObject {
    Q_OBJECT

public:
    /// `session`: XDG_SESSION_ID; empty: the one this process belongs to.
    LoginWatch(const QDBusConnection& bus, const QString& session, QObject* parent = nullptr);
    ~LoginWatch() override;
    /// The computer waits for this program before it sleeps.
    [[nodiscard]] bool holdsSleep() const { return m_inhibitor.isValid(); }
    [[nodiscard]] bool followsSession() const { return m_session != nullptr; }

Q_SIGNALS:
    /// Whatever is connected directly is done before the computer sleeps.
    void lockWanted();
    void ready(); ///< What holdsSleep() or followsSession() says has changed.

private:
    void prepare(bool begins);
    void hold();
    void follow(const QString& session);

    QDBusConnection m_bus;
    LoginManager* m_manager;
    LoginSession* m_session = nullptr;
    QDBusUnixFileDescriptor m_inhibitor;
};

} // namespace casebound
