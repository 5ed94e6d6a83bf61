// Why an office profile is refused, in the log's words and in English.
#pragma once

#include "domain/ProfileFault.h"

namespace casebound {

/// For the log: fixed, never changed.
[[nodiscard]] QString profileFaultWord(ProfileFault fault);
/// English, for programs without a window: what is wrong and what to do.
[[nodiscard]] QString profileSentence(const ProfileProblem& problem);

} // namespace casebound
