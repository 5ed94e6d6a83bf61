#include "service/AlertGate.h"

#include "domain/Text.h"

namespace casebound {

namespace {

/// Capitals, accents and spaces do not make another reason of it.
bool isSameReason(const QString& a, const QString& b)
{
    return foldForLookup(withoutHiddenCharacters(a)) == foldForLookup(withoutHiddenCharacters(b));
}

FieldRefusal refusal(QueryField field, FieldProblem problem)
{
    return {.field = field, .problem = problem, .detail = {}, .limit = {}};
}

} // namespace

QueryDraft draftOf(const AlertEntry& entry)
{
    QueryDraft draft;
    draft.caseNumber = entry.caseNumber.text();
    draft.matter = entry.matter;
    draft.offence = entry.offence;
    draft.reasonCode = entry.reasonCode;
    draft.purpose = entry.purpose;
    draft.reasonText = entry.reasonText;
    draft.plate = entry.plate.text();
    draft.jurisdiction = entry.jurisdiction.text();
    return draft;
}

AlertGate::AlertGate(QueryGate::Parts query) : m_parts(query), m_queries(std::move(query)) {}

/// An entry looks forward: nothing in it lies further back than today.
QueryDraft AlertGate::withToday(QueryDraft draft) const
{
    draft.from = draft.to = m_queries.today();
    draft.onBehalfOf.clear(); // hits go to whoever added the entry, and to nobody else
    return draft;
}

QDate AlertGate::latestDay() const
{
    const Instant latest = latestExpiry(m_parts.clock.now(), m_parts.zone);
    return toDateTime(latest).toTimeZone(m_parts.zone).date();
}

std::optional<FieldRefusal> AlertGate::expiryProblem(QDate expires) const
{
    if (!expires.isValid() || !expiryOf(expires, m_parts.clock.now(), m_parts.zone))
        return refusal(QueryField::Expires, expires.isNull() ? FieldProblem::Missing : FieldProblem::InvalidDate);
    if (expires < m_queries.today())
        return refusal(QueryField::Expires, FieldProblem::ExpiryPast);
    if (expires > latestDay())
        return refusal(QueryField::Expires, FieldProblem::ExpiryTooLate);
    return std::nullopt;
}

std::vector<FieldRefusal> AlertGate::judge(const AlertDraft& draft) const
{
    std::vector<FieldRefusal> refused = m_queries.judge(withToday(draft.query));
    if (const auto problem = expiryProblem(draft.expires))
        refused.push_back(*problem);
    return refused;
}

std::expected<AuthorizedAlertChange, QueryRefusal> AlertGate::add(const AlertDraft& draft) const
{
    const auto query = m_queries.authorize(withToday(draft.query));
    const auto late = expiryProblem(draft.expires);
    if (!query || late) {
        QueryRefusal refused = query ? QueryRefusal{} : query.error();
        if (late)
            refused.fields.push_back(*late);
        return std::unexpected(std::move(refused));
    }
    const QueryTerms& terms = query->terms();
    const Instant now = m_parts.clock.now();
    const AlertId id = AlertId::create(now);
    return AuthorizedAlertChange(AlertTerms{.change = QueryId(QUuid::fromString(id.text())),
                                            .kind = AlertChangeKind::Add,
                                            .entry = {.id = id,
                                                      .owner = m_parts.user,
                                                      .plate = terms.plate,
                                                      .jurisdiction = terms.jurisdiction,
                                                      .caseNumber = terms.caseNumber,
                                                      .matter = terms.matter,
                                                      .offence = terms.offence,
                                                      .reasonCode = terms.reasonCode,
                                                      .purpose = terms.purpose,
                                                      .reasonText = terms.reasonText,
                                                      .addedAt = now,
                                                      .validatedAt = now,
                                                      .expiresAt = expiryOf(draft.expires, now, m_parts.zone).value(),
                                                      .note = {}}});
}

std::expected<AuthorizedAlertChange, QueryRefusal> AlertGate::revalidate(const AlertEntry& entry, const QString& reason,
                                                                         QDate expires) const
{
    AlertDraft draft{.query = draftOf(entry), .expires = expires};
    draft.query.reasonText = reason;
    auto change = add(draft);
    if (isSameReason(reason, entry.reasonText)) {
        QueryRefusal refused = change ? QueryRefusal{} : change.error();
        std::erase_if(refused.fields, [](const FieldRefusal& field) { return field.field == QueryField::Reason; });
        refused.fields.insert(refused.fields.begin(), refusal(QueryField::Reason, FieldProblem::ReasonSameAsBefore));
        return std::unexpected(std::move(refused));
    }
    if (!change)
        return std::unexpected(change.error());
    AlertTerms terms{.change = freshId(), .kind = AlertChangeKind::Revalidate, .entry = entry};
    terms.entry.reasonText = change->terms().entry.reasonText;
    terms.entry.validatedAt = change->terms().entry.validatedAt;
    terms.entry.expiresAt = change->terms().entry.expiresAt;
    if (entry.suspension != Suspension::ByPerson) { // what a person suspended, a person resumes
        terms.entry.state = AlertState::Active;
        terms.entry.suspension = Suspension::None;
    }
    return AuthorizedAlertChange(std::move(terms));
}

std::expected<AuthorizedAlertChange, QueryRefusal> AlertGate::tell(const AlertEntry& entry, AlertChangeKind kind) const
{
    if (entry.state == AlertState::Active) {
        if (auto query = m_queries.authorize(withToday(draftOf(entry))); !query)
            return std::unexpected(std::move(query.error()));
    }
    return AuthorizedAlertChange(AlertTerms{.change = freshId(), .kind = kind, .entry = entry});
}

} // namespace casebound
