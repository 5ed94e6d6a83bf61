#include "ui/course/CourseWords.h"

namespace casebound {

QString CourseWords::of(CourseAnswer answer)
{
    switch (answer) {
    case CourseAnswer::Confirmed: return Words::of(Verdict::Confirmed);
    case CourseAnswer::DifferentPlate: return Words::of(Verdict::DifferentPlate);
    case CourseAnswer::Unreadable: return Words::of(Verdict::Unreadable);
    case CourseAnswer::MayBeSent: return tr("It may be sent.");
    case CourseAnswer::NoCase: return tr("No: it names no open case.");
    case CourseAnswer::TooGeneral: return tr("No: its reason is too general.");
    case CourseAnswer::ProtectedActivity: return tr("No: it is about activity that the law protects.");
    case CourseAnswer::BeyondLimit: return tr("No: it goes back further than the time limit.");
    }
    return {};
}

FailureWords CourseWords::of(CourseProblem problem)
{
    switch (problem) {
    case CourseProblem::NotTraining: return {tr("The course is taken in training mode alone."), tr("Nothing was begun.")};
    case CourseProblem::UnderWay: return {tr("The course is under way."), tr("Go on where you were.")};
    case CourseProblem::NotThere: return {tr("The course is not at this question."), tr("Nothing was recorded.")};
    case CourseProblem::NoQuestions:
        return {tr("The practice vendor did not give the ten reads of the course, or they were discarded."),
                tr("The course ended. Begin it again.")};
    case CourseProblem::NotEnded: return {tr("The course has not ended."), tr("Nothing was saved.")};
    case CourseProblem::CannotWrite: return {tr("The record cannot be written there."), tr("Nothing was saved. Choose another place.")};
    case CourseProblem::CannotSign: return {tr("This credential cannot sign."), tr("Nothing was saved. Take the one you sign in with.")};
    }
    return {};
}

FailureWords CourseWords::of(const CourseRefusal& refusal)
{
    if (const auto* problem = std::get_if<CourseProblem>(&refusal))
        return of(*problem);
    return Words::of(std::get<ServiceFailure>(refusal));
}

} // namespace casebound
