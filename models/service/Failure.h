// How a service says no. Codes only; ui turns them into words (what happened, what was not done, what to do).
#pragma once

#include "domain/Case.h"
#include "domain/ProfileFault.h"
#include "domain/ReasonGate.h"
#include "domain/Reference.h"
#include "domain/RoleTable.h"
#include "domain/TimeLimit.h"
#include "domain/Vendor.h"
#include "ledger/AuditRecord.h"
#include "ledger/LogFinding.h"
#include "store/CaseTable.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace casebound {

/// A field of the search form, in its order on the screen; the last one is an alert entry's.
enum class QueryField { Case, Matter, Offence, Priority, Purpose, Reason, OnBehalfOf, Plate, Jurisdiction, From, To, Expires };

enum class FieldProblem {
    Missing,
    PlaceholderCase,
    UnknownCase,
    ClosedCase,
    CaseText,
    UnknownOffence,
    OffenceOfOtherMatter,
    UnknownReason,
    ReasonWithdrawn, ///< Counsel does not allow it in this office.
    UnknownPurpose,
    ReasonTooGeneral,
    ReasonProtectedActivity,
    ReasonProfiling,
    ReasonTooLong,
    ReasonControlCharacter,
    OnBehalfOfSelf,
    OnBehalfText,
    PlateWildcard,
    PlateTooLong,
    PlateControlCharacter,
    PlateBidiMark,
    PlateFullWidth,
    PlateForeignLetter,
    PlateSymbol,
    UnknownJurisdiction,
    AmbiguousJurisdiction,
    InvalidDate,
    FromAfterTo,
    InFuture,
    BeyondLimit,
    ExpiryPast,
    ExpiryTooLate,      ///< Over a year after the justification.
    ReasonSameAsBefore, ///< A revalidation in the words of the last one.
};

struct FieldRefusal {
    QueryField field;
    FieldProblem problem;
    QString detail;                 ///< The listed word, the ambiguous keys (space-separated), … for the message; may be empty.
    std::optional<TimeLimit> limit; ///< BeyondLimit: the limit in force.
};

/// Every field that was refused, in screen order; never empty. Nothing was sent; the refusal itself is logged.
struct QueryRefusal {
    std::vector<FieldRefusal> fields;
};

enum class SignInProblem {
    NoCredential,
    WrongPin,
    WrongPinFewLeft, ///< The card says that few tries are left; it tells no number.
    WrongPinLastTry,
    Locked,
    NoCard,
    NoCardDriver,
    NoCertificateOnCard,
    SeveralCertificates, ///< Someone has to choose one.
    CardRemoved,
    CredentialUnusable, ///< Damaged, of a kind that cannot be used, or not allowed to do what is asked of it.
    NotOnRoster,
    FingerprintDiffers,
    Untrained,
    TrainingExpired,
    TrainingInFuture,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUntrusted, ///< Not issued by an authority of the office, for something else, or too weak.
    RevocationUnknown,    ///< The revocation list is missing, unreadable or overdue: nobody can say whether it was revoked.
    ProfileExpired,       ///< While somebody was signed in; before, it is a ProfileProblem.
    ProfileKeyDiffers,    ///< The profile gives outsiders another key of this workstation than the one its log begins with.
    ReviewerUnusable,     ///< A reviewer's certificate cannot be sealed to.
    ProfileChanged, ///< While the session was locked: its conditions have to be read before anything is done under it.
    LogFault,
    StoreFault,
    KeysNotYours, ///< On the roster perhaps, but the office's keys were not yet wrapped to this certificate.
    VendorFault,
};

enum class CaseProblem { NumberText, AlreadyExists, NotFound, NotOpen, ReasonMissing };

enum class KeepProblem { NoVerdict, NoRelevance, AlreadyKept, UnconfirmedNotContrary, NotFound, Ended };

enum class VerifyProblem { NotTranscribed, PlateText, JurisdictionText, NoteMissing, PictureNotGood, DoesNotMatch, Ended, AlreadyKept };

enum class AlertProblem {
    NotFound,
    NotYours,          ///< Entries are changed by their owner.
    ListFull,
    AlreadyListed,     ///< The same plate for the same case.
    NoteMissing,       ///< Why it is suspended, resumed, removed or handed over.
    NotActive,
    NotSuspended,
    NeedsRevalidation, ///< Overdue, or never justified by its owner: it is not resumed, it is justified anew.
    VerdictMissing,    ///< A hit has waited too long for a verdict.
    ReceiverUnknown,   ///< Not on the roster.
    ReceiverIsOwner,
    ReceiverIsYou,     ///< Whoever approves a hand-over does not gain by it.
};

/// The role table does not give it to this person; action.refused stands in the log.
struct NotAllowed {
    Action action{};
    friend bool operator==(const NotAllowed&, const NotAllowed&) = default;
};

/// One of: the log refused (LogFinding: its fault could not even be put on record), the store refused, the vendor failed, or a rule said
/// no.
struct ServiceFailure {
    std::variant<LogFault, LogFinding, VendorFailure, QueryRefusal, CaseProblem, CaseNumberProblem, KeepProblem, VerifyProblem,
                 SignInProblem, ProfileProblem, StoreFault, NotAllowed, AlertProblem>
        why;
    QString detail;
};

template <class T>
using Outcome = std::expected<T, ServiceFailure>;

} // namespace casebound
