// What is said about the rate of misreads: the sum, the vendor's claim, and why an export was not made.
#pragma once

#include "service/QualityService.h"
#include "ui/Words.h"

namespace casebound {

/// Pure functions.
class QualityWords {
    Q_DECLARE_TR_FUNCTIONS(QualityWords)

public:
    /// "Of 120 reads compared, 9 were misread: 7.5 % (95 % interval 4.0–13.6 %). …"
    [[nodiscard]] static QString summary(const ReadQuality& found);
    [[nodiscard]] static QString claim(const QualityReport& report);
    [[nodiscard]] static FailureWords of(QualityProblem problem);
    [[nodiscard]] static FailureWords of(const QualityRefusal& refusal);
};

} // namespace casebound
