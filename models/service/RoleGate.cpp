#include "service/RoleGate.h"

#include "service/AuditEntries.h"
#include "store/AuditLog.h"

namespace casebound {

namespace {

ServiceFailure refuse(AuditLog& log, Action action, const std::function<void(LogFault)>& logFailed)
{
    const auto receipt = log.append(plainRecord(AuditEvent::ActionRefused, QString::fromLatin1(actionWord(action))));
    if (receipt)
        return ServiceFailure{.why = NotAllowed{.action = action}, .detail = {}};
    const LogFault fault = receipt.error();
    logFailed(fault);
    return ServiceFailure{.why = fault, .detail = {}};
}

} // namespace

std::optional<ServiceFailure> refusedByRole(AuditLog& log, const Actor& actor, Action action,
                                            const std::function<void(LogFault)>& logFailed)
{
    return may(actor, action) ? std::nullopt : std::optional(refuse(log, action, logFailed));
}

std::optional<ServiceFailure> refusedByRole(AuditLog& log, const Actor& actor, Action action, const UserId& owner,
                                            const std::function<void(LogFault)>& logFailed)
{
    return may(actor, action, owner) ? std::nullopt : std::optional(refuse(log, action, logFailed));
}

} // namespace casebound
