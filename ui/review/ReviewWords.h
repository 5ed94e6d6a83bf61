// What is said of reviews.
#pragma once

#include "service/ReviewService.h"
#include "ui/Words.h"

namespace casebound {

class ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)

public:
    [[nodiscard]] static FailureWords of(const ReviewRefusal& refusal);
    [[nodiscard]] static FailureWords of(ReviewProblem problem);
    [[nodiscard]] static FailureWords of(OtherLogProblem problem);
    [[nodiscard]] static QString of(ReviewState state);
    /// "20 Nov 2026 to 19 Feb 2027, open"
    [[nodiscard]] static QString of(const Review& review);
    /// For supervisors, where a review is due.
    [[nodiscard]] static QString overdue(int days);
};

} // namespace casebound
