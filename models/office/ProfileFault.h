// Why an office profile is refused. Each has its own words; the log gets the fixed word.
#pragma once

#include <QString>

namespace casebound {

enum class ProfileFault {
    Missing,         ///< No file, or one that cannot be read.
    TooLarge,        ///< Over 4 MiB.
    Unsigned,        ///< No signature beside it.
    NoAdministrator, ///< This workstation was never told whose signature counts.
    BadSignature,    ///< What stands beside it is not a signature, or one with a digest that is no longer relied on.
    WrongSigner,     ///< Somebody else than the administrator this workstation was set up with.
    SignerExpired,   ///< The administrator's certificate is not valid now.
    Altered,         ///< Changed after it was signed.
    Newer,           ///< Of a later version of the schema.
    Malformed,       ///< Not JSON, or a member is missing, of the wrong kind, or out of bounds.
    UnknownMember,   ///< A member that the schema does not have.
    NoReviewer,      ///< Nobody whom results could be sealed to.
    NoRecovery,      ///< No recovery certificate: one lost card could lose the log.
    WeakKey,         ///< A key too weak to rely on, or of a kind the office's keys cannot be wrapped to.
    NotYetValid,
    Expired,
    Older,        ///< A lower serial number than one seen here.
    SerialReused, ///< The serial number seen here, with other content.
    OtherOffice,  ///< For another office, or without this workstation.
};

struct ProfileProblem {
    ProfileFault fault = ProfileFault::Missing;
    QString member = {}; ///< Where in the file: "roster[2].certificate"; empty where it is the whole.
};

/// For the log: fixed, never changed.
[[nodiscard]] QString profileFaultWord(ProfileFault fault);
/// English, for programs without a window: what is wrong and what to do.
[[nodiscard]] QString profileSentence(const ProfileProblem& problem);

} // namespace casebound
