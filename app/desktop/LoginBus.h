// The two objects of systemd-logind that are listened to (org.freedesktop.login1(5)). Internal to desktop.
#pragma once

#include <QDBusAbstractInterface>

namespace casebound {

inline constexpr auto loginService = "org.freedesktop.login1";
inline constexpr auto loginManagerPath = "/org/freedesktop/login1";
inline constexpr auto loginManagerInterface = "org.freedesktop.login1.Manager";
inline constexpr auto loginSessionInterface = "org.freedesktop.login1.Session";

/// Names of signals are the bus's own.
class LoginManager final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    LoginManager(const QDBusConnection& bus, QObject* parent)
        : QDBusAbstractInterface(QLatin1StringView(loginService), QLatin1StringView(loginManagerPath), loginManagerInterface, bus, parent)
    {
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

class LoginSession final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    LoginSession(const QDBusConnection& bus, const QString& path, QObject* parent)
        : QDBusAbstractInterface(QLatin1StringView(loginService), path, loginSessionInterface, bus, parent)
    {
    }

Q_SIGNALS:
    void Lock();
};

} // namespace casebound
