// Faults inside an otherwise correct JSON answer.
#pragma once

#include "practice_vendor/Faults.h"

namespace casebound::practice {

/// Changes the body; false where it has not what the fault needs (no reads, no next, room on the page).
[[nodiscard]] bool spoilJson(FaultKind kind, QByteArray& body, const FaultContext& context);

} // namespace casebound::practice
