// The indicators of misuse, as resources/reference/audit_rules.json lists them: what each looks for, from which threshold, and the
// published cases it comes from. An indicator is a reason to look, never a finding (R10; PIA p. 7, 16).
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// In the file's order.
enum class Indicator : std::uint8_t {
    RepeatPlate,
    ManyUsersOnePlate,
    OwnPlate,
    FamilyCoworker,
    PublicFigure,
    NoCase,
    SameCaseManyPlates,
    ClosedCase,
    GenericReason,
    ProtectedActivity,
    ProfilingReason,
    AfterHours,
    VolumeSpike,
    OverLimit,
    SelfApproval,
    MatterMismatch,
    InactiveUser,
    SharedLogin,
    BehalfMissing,
    StaleAlert,
    NoVisualCheck,
    AuditNotDone,
    LogGap,
};
inline constexpr std::size_t indicatorCount = 23;

/// Where a rule comes from: a published case, or a page of the PIA.
struct RuleSource {
    QString what, source;
    bool verified = false;
};

struct AuditRule {
    Indicator indicator = Indicator::RepeatPlate;
    QString code; ///< "repeat_plate"; in files and packages.
    QString label, test;
    QString defaultThreshold;
    bool high = false; ///< The file's severity: "high" or "review".
    std::vector<RuleSource> sources;
};

/// Immutable after construction; safe to read from any thread.
class AuditRules {
public:
    /// The compiled-in data. Aborts where it is malformed or its rules are not the enumeration's.
    [[nodiscard]] static const AuditRules& builtIn();
    [[nodiscard]] std::span<const AuditRule> rules() const { return m_rules; }
    [[nodiscard]] const AuditRule& rule(Indicator indicator) const { return m_rules[static_cast<std::size_t>(indicator)]; }
    /// "A flag is a reason to look, not a finding. …": goes with every list of indicators.
    [[nodiscard]] const QString& caution() const { return m_caution; }
    [[nodiscard]] int longestReviewDays() const { return m_longestReviewDays; }

private:
    AuditRules();
    std::vector<AuditRule> m_rules;
    QString m_caution;
    int m_longestReviewDays = 0;
};

[[nodiscard]] QString indicatorCode(Indicator indicator);

} // namespace casebound
