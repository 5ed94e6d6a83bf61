#include "domain/AuditRules.h"

#include "domain/ReferenceFile.h"

#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array codes{"repeat_plate",     "many_users_one_plate",  "own_plate",    "family_coworker", "public_figure",
                           "no_case",          "same_case_many_plates", "closed_case",  "generic_reason",  "protected_activity",
                           "profiling_reason", "after_hours",           "volume_spike", "over_limit",      "self_approval",
                           "matter_mismatch",  "inactive_user",         "shared_login", "behalf_missing",  "stale_alert",
                           "no_visual_check",  "audit_not_done",        "log_gap"};
static_assert(codes.size() == indicatorCount);
static_assert(std::size_t(Indicator::LogGap) + 1 == indicatorCount);

} // namespace

QString indicatorCode(Indicator indicator)
{
    return QString::fromLatin1(codes[static_cast<std::size_t>(indicator)]);
}

const AuditRules& AuditRules::builtIn()
{
    static const AuditRules rules;
    return rules;
}

AuditRules::AuditRules()
{
    const QJsonObject file = referenceFile("audit_rules.json"_L1);
    m_caution = requiredText(file, "caution"_L1);
    m_longestReviewDays = requiredObject(file, "review"_L1).value("maximum_days"_L1).toInt();
    const QJsonArray rules = requiredArray(file, "rules"_L1);
    if (rules.size() != qsizetype(indicatorCount) || m_longestReviewDays <= 0)
        qFatal("audit_rules.json does not list the indicators this program knows");
    for (std::size_t n = 0; n < indicatorCount; ++n) {
        const QJsonObject row = rules[qsizetype(n)].toObject();
        AuditRule rule{.indicator = static_cast<Indicator>(n),
                       .code = requiredText(row, "id"_L1),
                       .label = requiredText(row, "label"_L1),
                       .test = requiredText(row, "test"_L1),
                       .defaultThreshold = requiredText(row, "default_threshold"_L1),
                       .high = requiredText(row, "severity"_L1) == u"high"_s,
                       .sources = {}};
        if (rule.code != QLatin1StringView(codes[n]))
            qFatal("audit_rules.json lists its rules in another order than this program");
        for (const QJsonValue& value : requiredArray(row, "published_cases"_L1)) {
            const QJsonObject known = value.toObject();
            rule.sources.push_back({.what = requiredText(known, "what"_L1),
                                    .source = requiredText(known, "source"_L1),
                                    .verified = sourceMark(known).mark == VerifiedMark::Verified});
        }
        m_rules.push_back(std::move(rule));
    }
}

} // namespace casebound
