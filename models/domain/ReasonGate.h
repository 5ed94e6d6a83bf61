// Is a reason in words specific enough, and about the matter rather than about who somebody is (R3; audit_rules.json)?
#pragma once

#include <QString>

#include <optional>

namespace casebound {

enum class ReasonProblem {
    Empty,
    TooGeneral,        ///< Under 12 characters, listed words alone ("investigation"), or one word, repeated or not.
    ProtectedActivity, ///< Names protest, worship, union, press, abortion or similar.
    ProfilingAlone,    ///< Names race, ethnicity, religion or nationality and fewer than two words that say anything else.
    TooLong,           ///< Over 2,000 characters.
    ControlCharacter,  ///< Control or directional format characters.
};

// The words and the rules about them stand in resources/reference/reason_words.json, for counsel to edit; the first general words and
// the 12 characters in audit_rules.json. English and Spanish. The gate is a hurdle against carelessness, and no proof against a
// determined liar: that is what review is for.

/// Nothing where the reason passes. `word` of the result is the listed word that was found, for the message.
struct ReasonVerdict {
    std::optional<ReasonProblem> problem;
    QString word;
};

[[nodiscard]] ReasonVerdict judgeReason(QStringView reason);

} // namespace casebound
