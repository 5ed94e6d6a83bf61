// Notices that nobody is at the keyboard: a warning first, then the lock (R15).
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace casebound {

/// Any key, click, wheel or touch in any window of the program starts the time again. One per session.
class IdleWatch final : public QObject {
    Q_OBJECT

public:
    /// `warning` before the end of `limit`; where limit is shorter, the warning comes at once.
    IdleWatch(std::chrono::milliseconds limit, std::chrono::milliseconds warning, QObject* parent = nullptr);
    void start(); ///< From now on, or again from the beginning.
    void stop();
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void warned();  ///< `warning` is left.
    void stirred(); ///< Somebody is there after all.
    void expired();

private:
    std::chrono::milliseconds m_warning;
    QTimer m_toWarning, m_toEnd;
    bool m_warned = false;
    bool m_running = false;
};

} // namespace casebound
