// The question every service asks before it does anything: does the role table allow it (domain/RoleTable.h)?
#pragma once

#include "domain/RoleTable.h"
#include "service/Failure.h"

#include <functional>

namespace casebound {

class AuditLog;

/// Nothing where it is allowed. Otherwise action.refused is logged, and the refusal comes back; where not even that could be logged, the
/// log's fault does, told to `logFailed` as well.
[[nodiscard]] std::optional<ServiceFailure> refusedByRole(AuditLog& log, const Actor& actor, Action action,
                                                          const std::function<void(LogFault)>& logFailed);

/// The same for what is not allowed in one's own matter.
[[nodiscard]] std::optional<ServiceFailure> refusedByRole(AuditLog& log, const Actor& actor, Action action, const UserId& owner,
                                                          const std::function<void(LogFault)>& logFailed);

} // namespace casebound
