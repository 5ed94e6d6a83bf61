// Every rule a query must pass before it may even be logged (R3, R4; PIA p. 2, 6, 12, 13).
#pragma once

#include "domain/Approval.h"
#include "domain/Case.h"
#include "domain/Query.h"
#include "domain/Reference.h"
#include "service/Failure.h"

#include <QTimeZone>

#include <expected>
#include <functional>
#include <optional>
#include <vector>

namespace casebound {

/// Denies by default: a query is authorised only where nothing is refused. Asks nobody, changes nothing, logs nothing.
/// Use from one thread; the references given must outlive it.
class QueryGate {
public:
    struct Parts {
        std::function<std::optional<CaseRecord>(const CaseNumber&)> findCase;
        LimitPolicy limits;
        std::vector<ReasonCode> withdrawn = {}; ///< Reasons and priorities the office may not use.
        int vendorLookbackDays = 0;             ///< The vendor's max_lookback_days; 0: none named.
        UserId user;                            ///< Who is signed in …
        QString userName;                       ///< … and the roster's name: "on behalf of" is for somebody else.
        /// The id of an approval that covers exactly this, now (R5); empty: there are none.
        std::function<std::optional<QString>(const ApprovalUse&)> findApproval = {};
        const Clock& clock;
        QTimeZone zone = QTimeZone::systemTimeZone(); ///< Days of the form are this zone's.
        const Reference& reference = Reference::builtIn();
    };
    explicit QueryGate(Parts parts) : m_parts(std::move(parts)) {}

    /// What is refused now, in screen order, at most one refusal a field; empty where the query could be authorised.
    /// A criminal reason code that is missing, unknown or does not cover the offence is marked at the offence (it is chosen there).
    /// The case's own matter may differ from the query's: that is a matter for review, not for the gate.
    [[nodiscard]] std::vector<FieldRefusal> judge(const QueryDraft& draft) const;

    /// The same judgement; where nothing is refused, the query with a fresh id. `from` is the first instant of its day and `to` the last
    /// of its day or now, whichever is earlier.
    [[nodiscard]] std::expected<AuthorizedQuery, QueryRefusal> authorize(const QueryDraft& draft) const;

    /// The limit of what is chosen so far; nothing while the matter, or the offence of a criminal matter, is open or not acceptable.
    [[nodiscard]] std::optional<TimeLimit> limitFor(const QueryDraft& draft) const;

    /// What an exception would be asked for: the draft, judged, where the limit alone stands against it. Nothing where another rule does,
    /// or where not even an exception helps (the vendor keeps no more).
    [[nodiscard]] std::expected<ApprovalUse, QueryRefusal> exceptionFor(const QueryDraft& draft) const;

    /// The local day of the clock's now.
    [[nodiscard]] QDate today() const;

private:
    struct Judgement;
    [[nodiscard]] Judgement judged(const QueryDraft& draft) const;
    void judgeCase(const QueryDraft& draft, Judgement& judgement) const;
    void judgeMatter(const QueryDraft& draft, Judgement& judgement) const;
    void judgeWords(const QueryDraft& draft, Judgement& judgement) const;
    void judgeVehicle(const QueryDraft& draft, Judgement& judgement) const;
    void judgeWindow(const QueryDraft& draft, Judgement& judgement) const;
    [[nodiscard]] std::optional<ApprovalUse> useOf(const QueryDraft& draft, const Judgement& judgement) const;
    [[nodiscard]] bool isBeyondVendor(QDate from, Instant now) const;
    [[nodiscard]] std::optional<FieldProblem> offenceProblem(const QueryDraft& draft) const;
    [[nodiscard]] bool isWithdrawn(const ReasonCode& code) const;
    [[nodiscard]] bool isSignedInPerson(const QString& name) const;
    [[nodiscard]] std::optional<TimeLimit> limitAt(const QueryDraft& draft, Instant now) const;

    Parts m_parts;
};

} // namespace casebound
