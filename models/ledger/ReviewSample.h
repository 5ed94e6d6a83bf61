// The sample of a review: drawn from the log's own head, so that neither who is reviewed nor who reviews can pick it, and anybody who has
// the exported log can draw it again (docs/review.md describes it for another program).
#pragma once

#include "crypto/Digest.h"
#include "domain/Clock.h"

#include <QString>

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

// --- several workstations' logs reviewed together

inline constexpr std::size_t mostOtherLogs = 31;
/// An entry of one of several logs as one number, below 2^53: of this workstation's log (0) it is its sequence number.
[[nodiscard]] constexpr std::uint64_t reviewEntry(std::size_t log, std::uint64_t sequence)
{
    return static_cast<std::uint64_t>(log) << 48U | sequence;
}
[[nodiscard]] constexpr std::size_t logOf(std::uint64_t entry)
{
    return static_cast<std::size_t>(entry >> 48U);
}
[[nodiscard]] constexpr std::uint64_t sequenceOf(std::uint64_t entry)
{
    return entry & ((std::uint64_t{1} << 48U) - 1);
}

/// A log, the head it is reviewed at, and which of its entries are of the period.
struct ReviewedLog {
    QString origin;
    std::uint64_t size = 0;
    Hash root{};
    std::uint64_t first = 0, end = 0; ///< Entries first … end−1.
    friend bool operator==(const ReviewedLog&, const ReviewedLog&) = default;
};

/// SHA-256 over "casebound review seed v2\n" and, for each log, "<origin>\n<size>\n<root>\n<first>\n<end>\n" (the root in hexadecimal):
/// this workstation's first, with review.opened as its last entry, then the others in the order of their origins.
[[nodiscard]] Hash reviewSeed(std::span<const ReviewedLog> logs);

/// drawSample() over several logs: HMAC-SHA-256(seed, "casebound review sample v2\n<from>\n<to>\n<origin>\n<seq>\n").
[[nodiscard]] std::vector<std::uint64_t> drawTogether(std::span<const ReviewedLog> logs, Instant from, Instant to,
                                                      std::span<const std::uint64_t> candidates, std::size_t size);

} // namespace casebound
