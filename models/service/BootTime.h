// Time that nobody sets.
#pragma once

#include <chrono>
#include <ctime>

namespace casebound {

/// Since the computer was started. Goes on while it sleeps, which Qt's monotonic clock does not.
[[nodiscard]] inline std::chrono::nanoseconds sinceBoot()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace casebound
