#include "ui/review/ReviewWords.h"

namespace casebound {

FailureWords ReviewWords::of(const ReviewRefusal& refusal)
{
    if (const auto* failure = std::get_if<ServiceFailure>(&refusal))
        return Words::of(*failure);
    return of(std::get<ReviewProblem>(refusal));
}

FailureWords ReviewWords::of(ReviewProblem problem)
{
    switch (problem) {
    case ReviewProblem::NothingToReview:
        return {tr("The last signed review reaches up to now."), tr("No review was opened. Open one when there is something to look at.")};
    case ReviewProblem::BadPeriod:
        return {tr("A review ends after it begins, not in the future, and covers no more days than the office profile gives it."),
                tr("No review was opened. Choose another last day.")};
    case ReviewProblem::StillOpen:
        return {tr("A review is open already."), tr("No other one was opened. Go on with it, sign it, and then open the next.")};
    case ReviewProblem::NotFound: return {tr("No review was chosen."), tr("Nothing was changed. Choose one, or open a new one.")};
    case ReviewProblem::NotRead:
        return {tr("The entries of the period are still being read."), tr("Nothing was changed. Wait until they are there.")};
    case ReviewProblem::NotInOrder:
        return {tr("The audit log is out of order: its entries are not what its head says."),
                tr("Nothing can be signed. Leave everything as it is and have the log checked from outside.")};
    case ReviewProblem::NotDrawn:
        return {tr("The sample has not been drawn."), tr("Nothing was judged. Draw the sample first: nobody chooses what is looked at.")};
    case ReviewProblem::NoSuchEntry:
        return {tr("This entry is no person’s act, or not of the period."), tr("Nothing was judged. Choose another entry.")};
    case ReviewProblem::NoteMissing:
        return {tr("A question and a referral have to say why."), tr("Nothing was judged. Write the note and try again.")};
    case ReviewProblem::SignedItem:
        return {tr("This item was judged and signed."), tr("Nothing was changed. What was signed stays as it is.")};
    case ReviewProblem::ItemsOpen: return {tr("Items are still open."), tr("The review was not signed. Judge what is left and sign then.")};
    case ReviewProblem::NothingToSign:
        return {tr("There is nothing new to sign."), tr("Nothing was changed. What is left is for another reviewer.")};
    case ReviewProblem::CannotSign:
        return {tr("The credential did not sign."), tr("The review was not signed. Check the card or file and try again.")};
    case ReviewProblem::LogsMissing:
        return {tr("A log that this review covers is not open."), tr("Nothing was read. Open the logs of the other desks first.")};
    case ReviewProblem::Busy: return {tr("A log is being opened and checked."), tr("No other one was opened. Wait until it is there.")};
    }
    return {};
}

FailureWords ReviewWords::of(OtherLogProblem problem)
{
    switch (problem) {
    case OtherLogProblem::NoLog:
        return {tr("There is no exported log in this folder."),
                tr("Nothing was opened. Choose the folder that holds the file checkpoint.")};
    case OtherLogProblem::UnknownSigner:
        return {tr("The office profile names no workstation by which this log is signed."),
                tr("Nothing was opened. Ask the administrator which workstations belong to the office.")};
    case OtherLogProblem::NotInOrder:
        return {tr("This log is out of order: it was altered, cut off, or signed by somebody else."),
                tr("Nothing of it was opened. Keep the folder as it is and have the log of that workstation checked.")};
    case OtherLogProblem::NoPrivateParts:
        return {tr("This export has no private parts, or not all of them: nobody could be reviewed by it."),
                tr("Nothing was opened. Have it exported with its private parts.")};
    case OtherLogProblem::OwnLog:
        return {tr("This is the log of this workstation, which is reviewed in any case."), tr("Nothing was opened.")};
    case OtherLogProblem::Shorter:
        return {tr("This log ends before what was reviewed of it already."), tr("Nothing was opened. Have a newer export made.")};
    case OtherLogProblem::OtherHistory:
        return {tr("This is not the log that was reviewed before, grown longer."),
                tr("Nothing of it was opened. Keep the folder as it is and have the log of that workstation checked.")};
    case OtherLogProblem::OtherHead:
        return {tr("This copy does not lead to the head the review was opened over."),
                tr("Nothing was opened. Open the export the review was opened with, or a newer one.")};
    case OtherLogProblem::TooMany:
        return {tr("So many logs cannot be reviewed at once."),
                tr("Nothing was opened. Sign this review and take the rest into the next.")};
    case OtherLogProblem::CannotCheck:
        return {tr("The folder could not be read through, so the log could not be checked."),
                tr("Nothing was opened. Copy the folder to this computer and try again.")};
    }
    return {};
}

QString ReviewWords::of(ReviewState state)
{
    switch (state) {
    case ReviewState::Open: return tr("open");
    case ReviewState::AwaitsSecond: return tr("signed, the rest is for another reviewer");
    case ReviewState::Signed: return tr("signed");
    }
    return {};
}

QString ReviewWords::of(const Review& review)
{
    //: A review. %1 and %2: first and last day, %3: its state.
    return tr("%1 to %2, %3")
        .arg(Words::date(toDateTime(review.opening.period.from).toLocalTime().date()),
             Words::date(toDateTime(review.opening.period.to - std::chrono::milliseconds(1)).toLocalTime().date()), of(review.state()));
}

QString ReviewWords::overdue(int days)
{
    return tr("Review overdue: %n day(s) since the end of the last signed one", nullptr, days);
}

} // namespace casebound
