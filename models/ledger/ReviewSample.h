// The sample of a review: drawn from the log's own head, so that neither who is reviewed nor who reviews can pick it, and anybody who has
// the exported log can draw it again (docs/review.md describes it for another program).
#pragma once

#include "crypto/Digest.h"
#include "domain/Clock.h"

#include <cstdint>
#include <span>
#include <vector>

namespace casebound {

/// The period of a review: moments for people, entries for programs.
struct ReviewPeriod {
    Instant from{}, to{};             ///< from ≤ at < to.
    std::uint64_t first = 0, end = 0; ///< Entries first … end−1.
    friend bool operator==(const ReviewPeriod&, const ReviewPeriod&) = default;
};

/// How many of `population` a policy wants: percent, rounded up, at least and at most so many, never more than there are.
[[nodiscard]] std::size_t sampleSize(std::size_t population, int percent, int least, int most);

/// The `size` candidates with the smallest HMAC-SHA-256(root, "casebound review sample v1\n<from>\n<to>\n<first>\n<end>\n<seq>\n"), by seq.
/// `root` is that of the log with the entry review.opened as its last: its commitment holds 32 random bytes, so nobody knows it before that
/// entry is durable, and every other try leaves an entry of its own.
[[nodiscard]] std::vector<std::uint64_t> drawSample(const Hash& root, const ReviewPeriod& period, std::span<const std::uint64_t> candidates,
                                                    std::size_t size);

} // namespace casebound
