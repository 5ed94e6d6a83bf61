#include "desktop/EndSignals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace casebound {

namespace {

constexpr std::array heard{SIGTERM, SIGINT, SIGHUP};
std::array<struct sigaction, heard.size()> before{};
std::atomic<int> bell = -1; // A handler may touch little more than this.
static_assert(std::atomic<int>::is_always_lock_free);

void ring(int)
{
    const int error = errno;
    const std::uint64_t one = 1;
    (void)!::write(bell, &one, sizeof one);
    errno = error;
}

int openBell()
{
    bell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return bell;
}

} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent), m_notifier(openBell(), QSocketNotifier::Read)
{
    if (bell < 0)
        return; // the signals end the program as ever
    connect(&m_notifier, &QSocketNotifier::activated, this, &EndSignals::wanted);
    struct sigaction action{};
    action.sa_handler = ring;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t n = 0; n < heard.size(); ++n)
        ::sigaction(heard[n], &action, &before[n]);
}

EndSignals::~EndSignals()
{
    if (bell < 0)
        return;
    if (!m_wanted) {
        for (std::size_t n = 0; n < heard.size(); ++n)
            ::sigaction(heard[n], &before[n], nullptr);
    }
    m_notifier.setEnabled(false);
    ::close(bell.exchange(-1));
}

void EndSignals::wanted()
{
    m_wanted = true;
    for (const int signal : heard)
        std::signal(signal, SIG_IGN);
    m_notifier.setEnabled(false);
    Q_EMIT endWanted();
}

} // namespace casebound
