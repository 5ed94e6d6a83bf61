// Ends the program when standard input ends: whoever started it is gone.
#pragma once

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cerrno>
#include <memory>
#include <unistd.h>

namespace casebound::practice {

class StdinLife {
public:
    void start()
    {
        m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
            char bytes[256];
            const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
            if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) {
                m_notifier->setEnabled(false);
                QCoreApplication::quit();
            }
        });
    }

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace casebound::practice
