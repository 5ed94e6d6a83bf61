// The words of what was compared with the vendor: queries, fields, accounts. Qt6::Core only.
#pragma once

#include "domain/Reconciliation.h"
#include "domain/RosterComparison.h"

#include <QCoreApplication>

namespace casebound {

/// Pure functions; translated through the context "ComparisonText".
class ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(ComparisonText)

public:
    /// "Only in the log", "Only at the vendor", "Differs"
    [[nodiscard]] static QString of(AuditFinding::Kind kind);
    /// What may explain it, as a sentence; empty: nothing does.
    [[nodiscard]] static QString of(AuditFinding::Hint hint);
    /// "Reason", "On behalf of"
    [[nodiscard]] static QString of(AuditField field);
    /// A side's value as it is shown: times as local times, outcomes in words.
    [[nodiscard]] static QString value(const AuditFinding& finding, const QString& value);
    /// "Open account of somebody who is not on the roster"
    [[nodiscard]] static QString of(RosterIssue issue);
};

} // namespace casebound
