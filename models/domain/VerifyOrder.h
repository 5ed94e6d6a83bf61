// In which order reads are looked at: least verified first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casebound {

/// How far the check of one read (R6) has come, least first.
enum class VerifyStep : std::uint8_t {
    NotLooked,   ///< Nobody has seen its picture.
    LookedAt,    ///< Seen, nothing typed.
    Transcribed, ///< Typed and compared, no verdict.
    Judged,
    Kept,
};

struct VerifyPlace {
    VerifyStep step = VerifyStep::NotLooked;
    std::uint64_t lookedAt = 0; ///< Higher is later; 0 never.
};

/// Indices into `places`. The least verified step first; within a step what was looked at last comes first, so that whoever comes back goes
/// on where they stopped; what is equal stays in its order of arrival. Where and when a read was taken decides nothing.
[[nodiscard]] std::vector<std::size_t> leastVerifiedFirst(std::span<const VerifyPlace> places);

} // namespace casebound
