// What a comparison with the vendor found, in sentences.
#pragma once

#include "service/ReconciliationService.h"
#include "service/RosterComparisonService.h"
#include "ui/Words.h"

namespace casebound {

class ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(ComparisonWords)

public:
    [[nodiscard]] static FailureWords of(ReconciliationProblem problem);
    [[nodiscard]] static FailureWords of(const ReconciliationRefusal& refusal);
    [[nodiscard]] static FailureWords of(RosterProblem problem);
    [[nodiscard]] static FailureWords of(const RosterRefusal& refusal);
    /// How far it has come.
    [[nodiscard]] static QString of(ReconciliationService::Stage stage, quint64 done, quint64 total);
    /// The counts.
    [[nodiscard]] static QString summary(const Reconciliation& found);
    /// What the reader has to know beside them; empty: nothing.
    [[nodiscard]] static QString remarks(const Reconciliation& found);
    [[nodiscard]] static QString summary(const RosterComparison& found);
};

} // namespace casebound
