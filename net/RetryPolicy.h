// When a call is tried again (vendor contract, "Time and tries"). Pure: clock and chance are passed in.
#pragma once

#include "domain/Clock.h"

#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>

namespace casebound {

struct RetryRules {
    int tries = 4;                                ///< In all, the first included.
    std::chrono::milliseconds firstPause{500};    ///< Doubles with every try.
    std::chrono::milliseconds longestPause{8000}; ///< Of the exponential back-off.
    std::chrono::seconds longestWait{60};         ///< A vendor that asks for more is not waited for.
};

class RetryPolicy {
public:
    struct Again {
        std::chrono::milliseconds pause{};
    };
    struct GiveUp {
        std::optional<Instant> retryAt; ///< When the vendor said to come back, if it did.
    };
    using Decision = std::variant<Again, GiveUp>;

    /// `random` gives numbers in [0, 1). The clock must outlive the policy.
    RetryPolicy(const Clock& clock, std::function<double()> random, RetryRules rules = {});

    /// After the `triesDone`-th try (1 …) failed in a way that may be repeated. `retryAfter` is the field's text, or empty.
    [[nodiscard]] Decision decide(int triesDone, QByteArrayView retryAfter) const;

    /// 408, 429 and every 5xx: the vendor may answer the same request better later.
    [[nodiscard]] static bool isRetryable(int httpStatus);

private:
    const Clock& m_clock;
    std::function<double()> m_random;
    RetryRules m_rules;
};

} // namespace casebound
