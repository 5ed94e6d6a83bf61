// What the log says of its reviews: which were opened, what was decided in them, and who signed. The log is the only store of that.
#pragma once

#include "ledger/ReviewStatement.h"
#include "store/AuditLog.h"

#include <map>
#include <span>
#include <vector>

namespace casebound {

/// Open: somebody has to go on. AwaitsSecond: signed but for what was the signer's own. Signed: nothing is left.
enum class ReviewState { Open, AwaitsSecond, Signed };

struct Review {
    ReviewOpening opening;
    UserId openedBy;
    Instant openedAt{};
    std::uint64_t opened = 0;                        ///< The entry review.opened.
    std::map<std::uint64_t, ItemDecision> decisions; ///< By the entry judged, as reviewEntry() names it; the latest counts.
    struct Signature {
        UserId by;
        Instant at{};
        std::uint64_t sequence = 0; ///< Of review.signed.
        bool whole = false;         ///< Nothing was left.
    };
    std::vector<Signature> signatures;

    [[nodiscard]] ReviewState state() const;
};

/// From the entries review.…, oldest first. What does not parse, is about no review that was opened, or judges what is one's own, says
/// nothing; a decision of an item that was signed already changes nothing.
[[nodiscard]] std::vector<Review> foldReviews(std::span<const StoredEntry> entries);

/// The review that was signed last; nothing where none was.
[[nodiscard]] const Review* lastSigned(std::span<const Review> reviews);

} // namespace casebound
