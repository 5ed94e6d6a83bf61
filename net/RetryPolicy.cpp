#include "net/RetryPolicy.h"

#include "net/HttpDate.h"

#include <algorithm>

namespace casebound {

using namespace std::chrono;

RetryPolicy::RetryPolicy(const Clock& clock, std::function<double()> random, RetryRules rules)
    : m_clock(clock),
      m_random(std::move(random)),
      m_rules(rules)
{
}

RetryPolicy::Decision RetryPolicy::decide(int triesDone, QByteArrayView retryAfter) const
{
    const Instant now = m_clock.now();
    const std::optional<Instant> asked = parseRetryAfter(retryAfter, now);
    if (triesDone >= m_rules.tries || (asked && *asked - now > m_rules.longestWait))
        return GiveUp{.retryAt = asked};
    if (asked)
        return Again{.pause = ceil<milliseconds>(std::max(*asked - now, microseconds(0)))};

    // Between half and all of the doubled pause, so that many workstations do not come back at the same moment.
    auto pause = m_rules.firstPause;
    for (int i = 1; i < triesDone && pause < m_rules.longestPause; ++i)
        pause *= 2;
    pause = std::min(pause, m_rules.longestPause);
    const double share = 0.5 + 0.5 * std::clamp(m_random(), 0.0, 1.0);
    return Again{.pause = milliseconds(static_cast<std::int64_t>(static_cast<double>(pause.count()) * share))};
}

bool RetryPolicy::isRetryable(int httpStatus)
{
    return httpStatus == 408 || httpStatus == 429 || (httpStatus >= 500 && httpStatus <= 599);
}

} // namespace casebound
