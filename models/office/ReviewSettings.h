// What the office profile's member "review" holds: each number with its bounds and what it means, working hours, declared plates.
#pragma once

#include "domain/ReviewPolicy.h"

#include <QJsonObject>

#include <optional>
#include <span>

namespace casebound {

class ProfileMembers;

/// A number of the policy. The name is that of the member, and of casebound-admin policy --review NAME=N.
struct ReviewSetting {
    const char* name;
    int ReviewPolicy::* value;
    int least, most;
    const char* means; ///< English, for administrators.
};
[[nodiscard]] std::span<const ReviewSetting> reviewSettings();
[[nodiscard]] const ReviewSetting* reviewSetting(QStringView name);
/// "sample_percent is a number from 1 to 100: the share of a period's queries that is drawn, in per cent."
[[nodiscard]] QString boundsSentence(const ReviewSetting& setting);

/// Indicators that have entries of their own, so that these can be judged.
[[nodiscard]] std::optional<Indicator> judgeableIndicator(QStringView code);

/// "mon" … "sun", from bit 0 on.
[[nodiscard]] std::span<const char* const> dayWords();
/// "06:00" to 360; "24:00" is the end of the day. Nothing for anything else.
[[nodiscard]] std::optional<int> minuteOf(QStringView text);
[[nodiscard]] QString minuteText(int minute);
/// "own", "household", "relation".
[[nodiscard]] QString declaredKindWord(DeclaredPlate::Kind kind);
[[nodiscard]] std::optional<DeclaredPlate::Kind> declaredKind(QStringView word);

/// Strict, as the rest of the profile is.
[[nodiscard]] ReviewPolicy readReviewPolicy(ProfileMembers& members);
[[nodiscard]] QJsonObject writeReviewPolicy(const ReviewPolicy& policy);

} // namespace casebound
