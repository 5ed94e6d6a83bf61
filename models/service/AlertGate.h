// Every rule a change of the alert list must pass before it may even be logged (R8): those of a query, and those of an entry's time.
#pragma once

#include "domain/AlertChange.h"
#include "service/QueryGate.h"

#include <expected>
#include <vector>

namespace casebound {

/// Denies by default. Asks nobody, changes nothing, logs nothing. Use from one thread.
class AlertGate {
public:
    /// The clock and zone of `query` are those of the entries' days.
    explicit AlertGate(QueryGate::Parts query);

    /// What is refused now, in screen order, the expiry last; the two days of the draft's query are not looked at.
    [[nodiscard]] std::vector<FieldRefusal> judge(const AlertDraft& draft) const;
    /// A new entry of the signed-in person's with an id of its own.
    [[nodiscard]] std::expected<AuthorizedAlertChange, QueryRefusal> add(const AlertDraft& draft) const;
    /// The entry justified anew: by a reason that passes the rules and is not the old one again. Its case must still be open.
    [[nodiscard]] std::expected<AuthorizedAlertChange, QueryRefusal> revalidate(const AlertEntry& entry, const QString& reason,
                                                                                QDate expires) const;
    /// The entry as it stands. What looks for nothing may always be said; an active one only where the rules of its case still hold.
    [[nodiscard]] std::expected<AuthorizedAlertChange, QueryRefusal> tell(const AlertEntry& entry, AlertChangeKind kind) const;

    [[nodiscard]] QDate today() const { return m_queries.today(); }
    /// The last day an entry that is justified now may name.
    [[nodiscard]] QDate latestDay() const;

private:
    [[nodiscard]] QueryDraft withToday(QueryDraft draft) const;
    [[nodiscard]] std::optional<FieldRefusal> expiryProblem(QDate expires) const;
    [[nodiscard]] QueryId freshId() const { return QueryId::create(m_parts.clock.now()); }

    QueryGate::Parts m_parts;
    QueryGate m_queries;
};

/// The draft an entry would have been made from; its reason is the last one.
[[nodiscard]] QueryDraft draftOf(const AlertEntry& entry);

} // namespace casebound
