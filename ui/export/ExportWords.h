// Exports and disposals in words.
#pragma once

#include "service/CaseDisposal.h"
#include "service/CaseExport.h"
#include "ui/Words.h"

#include <QCoreApplication>

namespace casebound {

/// Pure functions in the interface's language.
class ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)

public:
    [[nodiscard]] static FailureWords of(CaseExportProblem problem);
    [[nodiscard]] static FailureWords of(RecipientProblem problem);
    [[nodiscard]] static FailureWords of(DisposalProblem problem);
    [[nodiscard]] static FailureWords of(const DisposalRefusal& refusal);
    /// "Writing the case file …"
    [[nodiscard]] static QString of(CaseExportStep step);
    /// How many kept reads go along and how many stay behind.
    [[nodiscard]] static QString ofChoice(qint64 chosen, qint64 left);
    /// "HSI criminal investigative case file, kept for 20 years after closing; not before 20 Nov 2046"
    [[nodiscard]] static QString of(const RetentionLabel& label);
    /// The hash in groups that can be read out: "3F2A 90…"
    [[nodiscard]] static QString grouped(const QByteArray& digest);
};

} // namespace casebound
