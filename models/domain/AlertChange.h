// A change of the alert list on its way through the gate, like a query (domain/Query.h): draft -> AuthorizedAlertChange (every rule passed)
// -> AuditedAlertChange (and durably logged). The last two cannot be made anywhere else; only the last can be sent.
#pragma once

#include "domain/AlertEntry.h"
#include "domain/Query.h"

namespace casebound {

class AlertGate;
class AlertService;

enum class AlertChangeKind {
    Add,
    Revalidate,
    Suspend,
    Resume,
    Remove,
    Repeat, ///< The entry as it stands, told once more.
};

/// What the form of an entry holds, unjudged: of `query` everything but the two days.
struct AlertDraft {
    QueryDraft query;
    QDate expires; ///< Local day, inclusive.
};

/// The judged content of a change. Public data: it carries no authority by itself.
struct AlertTerms {
    QueryId change; ///< Its own id in the log: intention and outcome share it. Of an addition it is the entry's.
    AlertChangeKind kind = AlertChangeKind::Add;
    AlertEntry entry; ///< As it shall be.
};

/// A change that passed every rule. Only AlertGate makes one.
class AuthorizedAlertChange {
public:
    [[nodiscard]] const AlertTerms& terms() const { return m_terms; }

private:
    friend class AlertGate;
    explicit AuthorizedAlertChange(AlertTerms terms) : m_terms(std::move(terms)) {}
    AlertTerms m_terms;
};

/// The only thing an AlertClient sends. Only AlertService makes one, from an authorised change and the receipt of its intent.
class AuditedAlertChange {
public:
    [[nodiscard]] const AlertTerms& terms() const { return m_change.terms(); }
    [[nodiscard]] std::uint64_t intentSequence() const { return m_receipt.sequence(); }

private:
    friend class AlertService;
    AuditedAlertChange(AuthorizedAlertChange change, const AuditReceipt& receipt) : m_change(std::move(change)), m_receipt(receipt) {}
    AuthorizedAlertChange m_change;
    AuditReceipt m_receipt;
};

} // namespace casebound
