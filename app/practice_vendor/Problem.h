// Errors as RFC 9457 problem documents.
#pragma once

#include "practice_vendor/Http.h"

namespace casebound::practice {

/// `code` is the contract's machine-readable word; `detail` a sentence for people.
[[nodiscard]] HttpAnswer problem(int status, const QString& code, const QString& detail);

} // namespace casebound::practice
