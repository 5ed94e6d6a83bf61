// A refused office profile in words: at the start, and at a sign-in where it was replaced since.
#include "ui/Words.h"

namespace casebound {

namespace {

QString whatIsWrong(const ProfileProblem& problem)
{
    switch (problem.fault) {
    case ProfileFault::Missing: return Words::tr("The office profile is not there or cannot be read.");
    case ProfileFault::TooLarge: return Words::tr("The office profile is larger than it can be.");
    case ProfileFault::Unsigned: return Words::tr("The office profile is not signed.");
    case ProfileFault::NoAdministrator: return Words::tr("This workstation was not told whose signature counts.");
    case ProfileFault::BadSignature: return Words::tr("The signature of the office profile cannot be relied on.");
    case ProfileFault::WrongSigner: return Words::tr("The office profile is signed by somebody else than this office’s administrator.");
    case ProfileFault::SignerExpired: return Words::tr("The certificate of the office administrator is not valid today.");
    case ProfileFault::Altered: return Words::tr("The office profile was altered after it was signed.");
    case ProfileFault::Newer: return Words::tr("The office profile was made for a newer Casebound.");
    //: %1: a member of the profile, in the profile's own language.
    case ProfileFault::Malformed: return Words::tr("The office profile is not in order (%1).").arg(problem.member);
    case ProfileFault::UnknownMember:
        //: %1: a member of the profile, in the profile's own language.
        return Words::tr("The office profile holds something that this Casebound does not know (%1).").arg(problem.member);
    case ProfileFault::NoReviewer: return Words::tr("The office profile names no reviewer.");
    case ProfileFault::NoRecovery: return Words::tr("The office profile has no recovery certificate.");
    //: %1: a member of the profile, in the profile's own language.
    case ProfileFault::WeakKey: return Words::tr("A key in the office profile is too weak (%1).").arg(problem.member);
    case ProfileFault::NotYetValid: return Words::tr("The office profile is not valid yet.");
    case ProfileFault::Expired: return Words::tr("The office profile has expired.");
    case ProfileFault::Older: return Words::tr("The office profile is older than one that was used here.");
    case ProfileFault::SerialReused: return Words::tr("The office profile has the serial number of another one that was used here.");
    case ProfileFault::OtherOffice: return Words::tr("The office profile does not name this workstation.");
    case ProfileFault::PlacesMissing: return Words::tr("The layer of sensitive places that the office profile names is not beside it.");
    case ProfileFault::PlacesAltered:
        return Words::tr("The layer of sensitive places is not the one that was signed with the office profile.");
    case ProfileFault::PlacesMalformed: return Words::tr("The layer of sensitive places cannot be read by this Casebound.");
    case ProfileFault::OtherProviders:
        return Words::tr("The office profile asks for other encryption modules than Casebound was started with.");
    }
    return {};
}

QString whatToDo(ProfileFault fault)
{
    switch (fault) {
    case ProfileFault::Missing: return Words::tr("Ask the office administrator where it is kept.");
    case ProfileFault::TooLarge: return Words::tr("Ask the office administrator for the right one.");
    case ProfileFault::Unsigned: return Words::tr("Ask the office administrator to sign it.");
    case ProfileFault::BadSignature: return Words::tr("Ask the office administrator to sign it again.");
    case ProfileFault::PlacesMissing: return Words::tr("Ask the office administrator for the file, and put it beside the profile.");
    case ProfileFault::WrongSigner:
    case ProfileFault::PlacesAltered:
    case ProfileFault::Altered: return Words::tr("Do not use it, and tell the office administrator.");
    case ProfileFault::Newer: return Words::tr("Ask the office administrator to install that version.");
    case ProfileFault::NotYetValid: return Words::tr("Check this computer’s date and time, or ask the office administrator.");
    case ProfileFault::Expired:
    case ProfileFault::Older: return Words::tr("Ask the office administrator for the current one.");
    case ProfileFault::NoAdministrator:
    case ProfileFault::OtherOffice: return Words::tr("Ask the office administrator to set this workstation up.");
    case ProfileFault::OtherProviders: return Words::tr("Quit Casebound and start it again.");
    case ProfileFault::SignerExpired:
    case ProfileFault::PlacesMalformed:
    case ProfileFault::Malformed:
    case ProfileFault::UnknownMember:
    case ProfileFault::NoReviewer:
    case ProfileFault::NoRecovery:
    case ProfileFault::WeakKey:
    case ProfileFault::SerialReused: return Words::tr("Tell the office administrator.");
    }
    return {};
}

} // namespace

FailureWords Words::of(const ProfileProblem& problem)
{
    return {whatIsWrong(problem), tr("Nobody can sign in with it, and nothing was opened.") + QLatin1Char(' ') + whatToDo(problem.fault)};
}

} // namespace casebound
