#include "office/ProfileFault.h"

#include "office/ReviewSettings.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString malformedSentence(const QString& at)
{
    const QString said = u"The office profile is malformed at %1. "_s.arg(at);
    if (at == "review.sample_least"_L1)
        return said + u"%1 It is not more than sample_most."_s.arg(boundsSentence(*reviewSetting(u"sample_least")));
    if (at == "review.judged_too"_L1)
        return said + u"It names indicators by their codes, each once, and none that stands beside the log."_s;
    if (at.startsWith("review.shifts"_L1))
        return said + u"A shift names at least one of mon to sun, each once, and begins before it ends, from 00:00 to 24:00."_s;
    const ReviewSetting* setting = at.startsWith("review."_L1) ? reviewSetting(QStringView(at).sliced(7)) : nullptr;
    if (setting)
        return said + boundsSentence(*setting);
    return said + u"The administrator finds out more with casebound-admin profile check."_s;
}

} // namespace

QString profileFaultWord(ProfileFault fault)
{
    switch (fault) {
    case ProfileFault::Missing: return u"missing"_s;
    case ProfileFault::TooLarge: return u"too_large"_s;
    case ProfileFault::Unsigned: return u"unsigned"_s;
    case ProfileFault::NoAdministrator: return u"no_administrator"_s;
    case ProfileFault::BadSignature: return u"bad_signature"_s;
    case ProfileFault::WrongSigner: return u"wrong_signer"_s;
    case ProfileFault::SignerExpired: return u"signer_expired"_s;
    case ProfileFault::Altered: return u"altered"_s;
    case ProfileFault::Newer: return u"newer"_s;
    case ProfileFault::Malformed: return u"malformed"_s;
    case ProfileFault::UnknownMember: return u"unknown_member"_s;
    case ProfileFault::NoReviewer: return u"no_reviewer"_s;
    case ProfileFault::NoRecovery: return u"no_recovery"_s;
    case ProfileFault::WeakKey: return u"weak_key"_s;
    case ProfileFault::NotYetValid: return u"not_yet_valid"_s;
    case ProfileFault::Expired: return u"expired"_s;
    case ProfileFault::Older: return u"older"_s;
    case ProfileFault::SerialReused: return u"serial_reused"_s;
    case ProfileFault::OtherOffice: return u"other_office"_s;
    case ProfileFault::PlacesMissing: return u"places_missing"_s;
    case ProfileFault::PlacesAltered: return u"places_altered"_s;
    case ProfileFault::PlacesMalformed: return u"places_malformed"_s;
    case ProfileFault::OtherProviders: return u"other_providers"_s;
    }
    return u"malformed"_s;
}

QString profileSentence(const ProfileProblem& problem)
{
    const QString at = problem.member.isEmpty() ? u"the file"_s : problem.member;
    switch (problem.fault) {
    case ProfileFault::Missing: return u"There is no office profile to read at %1. Ask the administrator where it is kept."_s.arg(at);
    case ProfileFault::TooLarge: return u"The office profile is larger than 4 MiB. Ask the administrator for the right one."_s;
    case ProfileFault::Unsigned:
        return u"The office profile has no signature beside it (.p7s). The administrator signs it with casebound-admin profile sign."_s;
    case ProfileFault::NoAdministrator:
        return u"This workstation does not know whose signature counts: there is no administrator.pem. The administrator sets it up with casebound-admin workstation add."_s;
    case ProfileFault::BadSignature:
        return u"What stands beside the office profile is not a signature that can be relied on. The administrator signs it again."_s;
    case ProfileFault::WrongSigner:
        return u"The office profile is signed by somebody else than the administrator of this workstation. Do not use it; tell the administrator."_s;
    case ProfileFault::SignerExpired:
        return u"The administrator's certificate is not valid today. The administrator renews it, and every workstation is set up with the new one."_s;
    case ProfileFault::Altered: return u"The office profile was altered after it was signed. Do not use it; tell the administrator."_s;
    case ProfileFault::Newer: return u"The office profile was made for a newer Casebound. Install that version on this computer first."_s;
    case ProfileFault::Malformed: return malformedSentence(at);
    case ProfileFault::UnknownMember: return u"The office profile has a member that this Casebound does not know: %1."_s.arg(at);
    case ProfileFault::NoReviewer:
        return u"The office profile names no reviewer, so results could be sealed to nobody. Name one with casebound-admin reviewer add."_s;
    case ProfileFault::NoRecovery:
        return u"The office profile has no recovery certificate; one lost card could lose the log. Name one with casebound-admin recovery."_s;
    case ProfileFault::WeakKey:
        return u"A key in the office profile is too weak, or of a kind that cannot be used: %1. People, reviewers and recovery need P-256."_s
            .arg(at);
    case ProfileFault::NotYetValid: return u"The office profile is not valid yet. Check this computer's clock, or ask the administrator."_s;
    case ProfileFault::Expired:
        return u"The office profile has expired. The administrator signs a new one with casebound-admin profile sign."_s;
    case ProfileFault::Older: return u"The office profile is older than one that was used here. Put the newest one back in its place."_s;
    case ProfileFault::SerialReused:
        return u"The office profile has the serial number of another one that was used here. The administrator signs it again."_s;
    case ProfileFault::OtherOffice:
        return u"The office profile does not name this workstation (%1). The administrator sets it up with casebound-admin workstation add."_s
            .arg(at);
    case ProfileFault::PlacesMissing:
        return u"The layer of sensitive places is missing: %1 has to lie beside the office profile. The administrator hands out both together."_s
            .arg(at);
    case ProfileFault::PlacesAltered:
        return u"The layer of sensitive places, %1, is not the one that was signed with the office profile. Do not use it; tell the administrator."_s
            .arg(at);
    case ProfileFault::PlacesMalformed:
        return u"The layer of sensitive places, %1, cannot be read by this Casebound. The administrator imports it with casebound-admin places import."_s
            .arg(at);
    case ProfileFault::OtherProviders:
        return u"The office profile asks for other OpenSSL providers (fips) than the program was started with. Start it again."_s;
    }
    return {};
}

} // namespace casebound
