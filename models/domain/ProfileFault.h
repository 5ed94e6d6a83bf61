// Why an office profile is refused. Each has its own words (ui/Words, office/ProfileFault); the log gets a fixed one.
#pragma once

#include <QString>

#include <cstdint>

namespace casebound {

enum class ProfileFault : std::uint8_t {
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
    Older,           ///< A lower serial number than one seen here.
    SerialReused,    ///< The serial number seen here, with other content.
    OtherOffice,     ///< For another office, or without this workstation.
    PlacesMissing,   ///< The layer of sensitive places that it names does not lie beside it.
    PlacesAltered,   ///< … is not the file that was signed.
    PlacesMalformed, ///< … is no layer that this Casebound can read.
    OtherProviders,  ///< Of those OpenSSL's providers are chosen by: counts from the next start on.
};

struct ProfileProblem {
    ProfileFault fault = ProfileFault::Missing;
    QString member = {}; ///< Where in the file: "roster[2].certificate"; empty where it is the whole.
    friend bool operator==(const ProfileProblem&, const ProfileProblem&) = default;
};

} // namespace casebound
