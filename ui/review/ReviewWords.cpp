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
