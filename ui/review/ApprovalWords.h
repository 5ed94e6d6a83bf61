// What is said of exceptions.
#pragma once

#include "service/ApprovalService.h"
#include "ui/Words.h"

namespace casebound {

class ApprovalWords {
    Q_DECLARE_TR_FUNCTIONS(ApprovalWords)

public:
    [[nodiscard]] static FailureWords of(const ApprovalRefusal& refusal);
    [[nodiscard]] static FailureWords of(ApprovalProblem problem);
    [[nodiscard]] static FailureWords of(ApprovalFileProblem problem);
    [[nodiscard]] static FailureWords of(DecisionProblem problem);
};

} // namespace casebound
