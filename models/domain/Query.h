// A query on its way through the gate: draft (typed) -> AuthorizedQuery (every rule passed) -> AuditedQuery (and durably logged).
// The last two cannot be made anywhere else; architecture: "The invariant, in types".
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/Plate.h"
#include "domain/TimeLimit.h"

#include <QDate>

#include <optional>

namespace casebound {

class QueryGate;
class QueryService;
class AuditLog;

/// What the form holds, unjudged.
struct QueryDraft {
    QString caseNumber;
    std::optional<Matter> matter;
    OffenceId offence;     ///< Criminal only.
    ReasonCode reasonCode; ///< Criminal: the reason the offence stands under; administrative: the priority.
    PurposeId purpose;
    QString reasonText;
    QString onBehalfOf;
    QString plate;
    QString jurisdiction; ///< Key, code, name or alias, as typed.
    QDate from, to;       ///< Local days, inclusive.
};

/// The judged content of a query. Public data: it carries no authority by itself.
struct QueryTerms {
    QueryId id;
    Plate plate;
    JurisdictionKey jurisdiction;
    CaseNumber caseNumber;
    Matter matter = Matter::Criminal;
    OffenceId offence;
    ReasonCode reasonCode;
    PurposeId purpose;
    QString reasonText;
    QString onBehalfOf; ///< Empty: the signed-in person.
    Instant from, to;   ///< Inclusive.
    TimeLimit limit;
    QString approvalId; ///< Empty unless an exception (R5) is used.
};

/// A query that passed every rule. Only QueryGate makes one; copyable, because a retry asks the same.
class AuthorizedQuery {
public:
    [[nodiscard]] const QueryTerms& terms() const { return m_terms; }

private:
    friend class QueryGate;
    explicit AuthorizedQuery(QueryTerms terms) : m_terms(std::move(terms)) {}
    QueryTerms m_terms;
};

/// Proof that an entry is durable (committed and fsynced). Only AuditLog makes one.
class AuditReceipt {
public:
    // Not trivially copyable (defaulted below, outside the class), or std::bit_cast could make one of a number.
    AuditReceipt(const AuditReceipt& other);
    AuditReceipt& operator=(const AuditReceipt& other);
    ~AuditReceipt() = default;
    [[nodiscard]] std::uint64_t sequence() const { return m_sequence; }

private:
    friend class AuditLog;
    explicit AuditReceipt(std::uint64_t sequence) : m_sequence(sequence) {}
    std::uint64_t m_sequence;
};
inline AuditReceipt::AuditReceipt(const AuditReceipt& other) = default;
inline AuditReceipt& AuditReceipt::operator=(const AuditReceipt& other) = default;

/// The only thing a VendorClient sends. Only QueryService makes one, from an authorised query and the receipt of its intent.
class AuditedQuery {
public:
    [[nodiscard]] const QueryTerms& terms() const { return m_query.terms(); }
    [[nodiscard]] std::uint64_t intentSequence() const { return m_receipt.sequence(); }

private:
    friend class QueryService;
    AuditedQuery(AuthorizedQuery query, const AuditReceipt& receipt) : m_query(std::move(query)), m_receipt(receipt) {}
    AuthorizedQuery m_query;
    AuditReceipt m_receipt;
};

} // namespace casebound
