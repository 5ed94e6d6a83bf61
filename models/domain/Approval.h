// An exception beyond the time limit (R5; PIA p. 6): asked by one person, decided by another, bound to case, plate and window, good for a
// while and for one query. Value types and rules; who may decide is the role table's (never one's own).
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/Plate.h"

#include <QDate>

#include <optional>

namespace casebound {

/// What is asked for. Days are the asking workstation's local ones, inclusive.
struct ApprovalRequest {
    QString id; ///< UUID, in the entries' approval_id.
    CaseNumber caseNumber;
    Plate plate;
    JurisdictionKey jurisdiction;
    Matter matter = Matter::Criminal;
    OffenceId offence;
    QDate from, to;
    QString reason; ///< Why the limit should not hold; the same rules as a query's reason.
    UserId askedBy;
    Instant askedAt{};

    friend bool operator==(const ApprovalRequest&, const ApprovalRequest&) = default;
};

/// A supervisor's answer. What is signed is this and the request together (ledger/ApprovalStatement.h).
struct ApprovalDecision {
    bool granted = false;
    UserId decidedBy;
    Instant decidedAt{};
    Instant expiresAt{}; ///< Granted: no query uses it from then on. Refused: decidedAt.
    QString note;

    friend bool operator==(const ApprovalDecision&, const ApprovalDecision&) = default;
};

enum class ApprovalState { Asked, Granted, Refused, Used, Expired };

struct Approval {
    ApprovalRequest request;
    std::optional<ApprovalDecision> decision{};
    bool used = false;
    std::uint64_t askedSequence = 0, decidedSequence = 0; ///< Entries of the log.
};

[[nodiscard]] ApprovalState stateOf(const Approval& approval, Instant now);

/// What a query would use an approval for.
struct ApprovalUse {
    UserId user;
    CaseNumber caseNumber;
    Plate plate;
    JurisdictionKey jurisdiction;
    Matter matter = Matter::Criminal;
    OffenceId offence;
    QDate from, to;
};

enum class ApprovalProblem {
    NotFound,
    NotGranted, ///< Still waiting, or refused.
    Used,
    Expired,
    Own,         ///< Decided by the person who asked.
    OtherPerson, ///< Asked by somebody else than who would use it.
    OtherCase,
    OtherPlate,
    OtherMatter,
    OutsideWindow,
};

/// Nothing where the approval covers exactly that, now. Denies by default.
[[nodiscard]] std::optional<ApprovalProblem> misfit(const Approval& approval, const ApprovalUse& use, Instant now);

} // namespace casebound
