#include "service/RoleGate.h"

#include "service/AuditEntries.h"
#include "store/AuditLog.h"

namespace casebound {

std::optional<ServiceFailure> refusedByRole(AuditLog& log, const Actor& actor, Action action,
                                            const std::function<void(LogFault)>& logFailed)
{
    if (may(actor, action))
        return std::nullopt;
    const auto receipt = log.append(plainRecord(AuditEvent::ActionRefused, QString::fromLatin1(actionWord(action))));
    if (receipt)
        return ServiceFailure{.why = NotAllowed{.action = action}, .detail = {}};
    const LogFault fault = receipt.error();
    logFailed(fault);
    return ServiceFailure{.why = fault, .detail = {}};
}

} // namespace casebound
