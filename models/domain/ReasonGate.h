// Is a reason in words specific enough, and about the matter rather than about who somebody is (R3; audit_rules.json)?
#pragma once

#include <QString>

#include <optional>

namespace casebound {

enum class ReasonProblem {
    Empty,
    TooGeneral,        ///< Under 12 characters, a listed word alone ("investigation"), or one word repeated.
    ProtectedActivity, ///< Names protest, worship, union, press, abortion or similar.
    ProfilingAlone,    ///< Names race, ethnicity or nationality and nothing else that is specific.
    TooLong,           ///< Over 2,000 characters.
    ControlCharacter,  ///< Control or directional format characters.
};

/// Nothing where the reason passes. `word` of the result is the listed word that was found, for the message.
struct ReasonVerdict {
    std::optional<ReasonProblem> problem;
    QString word;
};

[[nodiscard]] ReasonVerdict judgeReason(QStringView reason);

} // namespace casebound
