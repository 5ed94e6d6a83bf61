#include "domain/Approval.h"

#include "domain/RoleTable.h"

namespace casebound {

ApprovalState stateOf(const Approval& approval, Instant now)
{
    if (!approval.decision)
        return ApprovalState::Asked;
    if (!approval.decision->granted)
        return ApprovalState::Refused;
    if (approval.used)
        return ApprovalState::Used;
    return now < approval.decision->expiresAt ? ApprovalState::Granted : ApprovalState::Expired;
}

std::optional<ApprovalProblem> misfit(const Approval& approval, const ApprovalUse& use, Instant now)
{
    switch (stateOf(approval, now)) {
    case ApprovalState::Asked:
    case ApprovalState::Refused: return ApprovalProblem::NotGranted;
    case ApprovalState::Used: return ApprovalProblem::Used;
    case ApprovalState::Expired: return ApprovalProblem::Expired;
    case ApprovalState::Granted: break;
    }
    const ApprovalRequest& asked = approval.request;
    if (!mayDecide(approval.decision->decidedBy, asked.askedBy))
        return ApprovalProblem::Own;
    if (asked.askedBy != use.user)
        return ApprovalProblem::OtherPerson;
    if (asked.caseNumber != use.caseNumber)
        return ApprovalProblem::OtherCase;
    if (asked.plate != use.plate || asked.jurisdiction != use.jurisdiction)
        return ApprovalProblem::OtherPlate;
    if (asked.matter != use.matter || asked.offence != use.offence)
        return ApprovalProblem::OtherMatter;
    if (!use.from.isValid() || !use.to.isValid() || use.from < asked.from || use.to > asked.to || use.from > use.to)
        return ApprovalProblem::OutsideWindow;
    return std::nullopt;
}

} // namespace casebound
