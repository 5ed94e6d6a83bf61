#include "ui/review/ApprovalWords.h"

namespace casebound {

FailureWords ApprovalWords::of(const ApprovalRefusal& refusal)
{
    if (const auto* failure = std::get_if<ServiceFailure>(&refusal))
        return Words::of(*failure);
    if (const auto* problem = std::get_if<ApprovalProblem>(&refusal))
        return of(*problem);
    if (const auto* problem = std::get_if<ApprovalFileProblem>(&refusal))
        return of(*problem);
    return of(std::get<DecisionProblem>(refusal));
}

FailureWords ApprovalWords::of(DecisionProblem problem)
{
    switch (problem) {
    case DecisionProblem::NoteMissing: return {tr("A refusal has to say why."), tr("Nothing was decided. Write the note and try again.")};
    case DecisionProblem::CannotSign:
        return {tr("The credential did not sign."), tr("Nothing was decided. Check the card or file and try again.")};
    }
    return {};
}

FailureWords ApprovalWords::of(ApprovalProblem problem)
{
    switch (problem) {
    case ApprovalProblem::NotFound:
        return {tr("This exception was not asked for at this workstation."), tr("Nothing was changed. Ask for it here first.")};
    case ApprovalProblem::NotGranted:
        return {tr("This exception is decided on already, or still waits."), tr("Nothing was changed. Look at its state under Office.")};
    case ApprovalProblem::Used:
        return {tr("This exception was used already."), tr("Nothing was sent. It was good for one query; ask for another.")};
    case ApprovalProblem::Expired: return {tr("This exception is no longer good."), tr("Nothing was sent. Ask for it again.")};
    case ApprovalProblem::Own:
        return {tr("Nobody grants an exception to themselves."), tr("Nothing was sent. Another supervisor has to decide.")};
    case ApprovalProblem::OtherPerson:
        return {tr("This exception was granted to somebody else."), tr("Nothing was sent. Ask for one of your own.")};
    case ApprovalProblem::OtherCase:
        return {tr("This exception was granted for another case."), tr("Nothing was sent. Ask for one for this case.")};
    case ApprovalProblem::OtherPlate:
        return {tr("This exception was granted for another plate."), tr("Nothing was sent. Ask for one for this plate.")};
    case ApprovalProblem::OtherMatter:
        return {tr("This exception was granted for another matter or offence."), tr("Nothing was sent. Choose what was granted.")};
    case ApprovalProblem::OutsideWindow:
        return {tr("The dates go beyond what was granted."), tr("Nothing was sent. Stay inside the dates of the exception.")};
    }
    return {};
}

FailureWords ApprovalWords::of(ApprovalFileProblem problem)
{
    const QString consequence = tr("Nothing was granted. Ask the supervisor for the file again, and tell them why.");
    switch (problem) {
    case ApprovalFileProblem::TooLarge:
    case ApprovalFileProblem::Malformed: return {tr("This file is no signed decision on an exception."), consequence};
    case ApprovalFileProblem::Newer: return {tr("This file was written by a newer Casebound."), consequence};
    case ApprovalFileProblem::OtherLog: return {tr("This decision was made for another workstation."), consequence};
    case ApprovalFileProblem::UnknownSigner: return {tr("The roster holds no supervisor with this decision’s signature."), consequence};
    case ApprovalFileProblem::Own: return {tr("Nobody grants an exception to themselves."), consequence};
    case ApprovalFileProblem::Altered: return {tr("The signature is not this supervisor’s, or the file was changed."), consequence};
    }
    return {};
}

} // namespace casebound
