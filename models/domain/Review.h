// A review of a period of the log (R10; PIA p. 7, 16): what is judged, why it is in the review, and what was said of it. Value types.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"

#include <cstdint>
#include <optional>

namespace casebound {

/// Why an entry is an item; several may hold at once. In the store as bits of this order: never change it.
enum class ReviewCause : std::uint8_t {
    Sample,          ///< Drawn from the log's own head.
    Exception,       ///< Asked, granted, refused or used beyond the time limit.
    OffHours,        ///< A query outside the shift.
    RefusedThenSent, ///< A query that went through soon after one for the same case or plate was refused.
    Repeat,          ///< One person, one plate, again and again.
    OwnApproval,     ///< Granted by who asked.
    Chosen,          ///< A reviewer took it up.
    JudgedToo,       ///< Of an indicator that the office profile has judged in any case.
};
inline constexpr int reviewCauseCount = 8;

struct ReviewCauses {
    std::uint32_t bits = 0;
    [[nodiscard]] bool has(ReviewCause cause) const { return (bits >> static_cast<unsigned>(cause) & 1U) != 0; }
    void add(ReviewCause cause) { bits |= 1U << static_cast<unsigned>(cause); }
    friend bool operator==(const ReviewCauses&, const ReviewCauses&) = default;
};

enum class ItemVerdict : std::uint8_t { InOrder, Question, Refer };

/// The fixed word of entry and file: "in_order", "question", "refer".
[[nodiscard]] QString itemVerdictWord(ItemVerdict verdict);
[[nodiscard]] std::optional<ItemVerdict> itemVerdictFromWord(QStringView word);

struct ItemDecision {
    ItemVerdict verdict = ItemVerdict::InOrder;
    QString note; ///< Never empty for Question and Refer.
    UserId by;
    Instant at{};
    std::uint64_t sequence = 0; ///< Of review.item.
};

/// An entry to be judged. Nobody judges what is their own: it stays open for another reviewer.
struct ReviewItem {
    std::uint64_t sequence = 0; ///< Of the entry.
    ReviewCauses causes;
    UserId owner; ///< Whose act the entry is.
    std::optional<ItemDecision> decision{};
};

} // namespace casebound
