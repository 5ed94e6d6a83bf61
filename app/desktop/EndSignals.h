// The computer shuts down, or somebody asks the program to end from outside: it ends in order instead of in the middle of something.
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace casebound {

/// SIGTERM, SIGINT and SIGHUP (POSIX.1-2024, signal.h). Whoever asks again is not heard, up to the end of the process: the end is under
/// way. SIGKILL stays. One at a time in a process; lives on the window's thread, and is made before, and so gone after, all that has to end
/// in order. Where nobody asked, the signals are as they were once it is gone.
class EndSignals final : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void endWanted(); ///< Once, from the event loop.

private:
    void wanted();

    QSocketNotifier m_notifier;
    bool m_wanted = false;
};

} // namespace casebound
