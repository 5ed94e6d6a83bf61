#include "service/QueryGate.h"

#include "domain/Text.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr qsizetype LongestName = 128;

FieldProblem caseProblem(CaseNumberProblem problem)
{
    switch (problem) {
    case CaseNumberProblem::Empty: return FieldProblem::Missing;
    case CaseNumberProblem::Placeholder: return FieldProblem::PlaceholderCase;
    case CaseNumberProblem::TooShort:
    case CaseNumberProblem::TooLong:
    case CaseNumberProblem::ControlCharacter: return FieldProblem::CaseText;
    }
    Q_UNREACHABLE_RETURN(FieldProblem::CaseText);
}

FieldProblem plateProblem(PlateProblem problem)
{
    switch (problem) {
    case PlateProblem::Empty: return FieldProblem::Missing;
    case PlateProblem::Wildcard: return FieldProblem::PlateWildcard;
    case PlateProblem::TooLong: return FieldProblem::PlateTooLong;
    case PlateProblem::ControlCharacter: return FieldProblem::PlateControlCharacter;
    case PlateProblem::BidiMark: return FieldProblem::PlateBidiMark;
    case PlateProblem::FullWidth: return FieldProblem::PlateFullWidth;
    case PlateProblem::ForeignLetter: return FieldProblem::PlateForeignLetter;
    case PlateProblem::Symbol: return FieldProblem::PlateSymbol;
    }
    Q_UNREACHABLE_RETURN(FieldProblem::PlateSymbol);
}

FieldProblem reasonProblem(ReasonProblem problem)
{
    switch (problem) {
    case ReasonProblem::Empty: return FieldProblem::Missing;
    case ReasonProblem::TooGeneral: return FieldProblem::ReasonTooGeneral;
    case ReasonProblem::ProtectedActivity: return FieldProblem::ReasonProtectedActivity;
    case ReasonProblem::ProfilingAlone: return FieldProblem::ReasonProfiling;
    case ReasonProblem::TooLong: return FieldProblem::ReasonTooLong;
    case ReasonProblem::ControlCharacter: return FieldProblem::ReasonControlCharacter;
    }
    Q_UNREACHABLE_RETURN(FieldProblem::ReasonTooGeneral);
}

FieldProblem jurisdictionProblem(JurisdictionProblem::Kind kind)
{
    switch (kind) {
    case JurisdictionProblem::Kind::Empty: return FieldProblem::Missing;
    case JurisdictionProblem::Kind::Unknown: return FieldProblem::UnknownJurisdiction;
    case JurisdictionProblem::Kind::Ambiguous: return FieldProblem::AmbiguousJurisdiction;
    }
    Q_UNREACHABLE_RETURN(FieldProblem::UnknownJurisdiction);
}

QString keysOf(const std::vector<JurisdictionKey>& keys)
{
    QStringList list;
    for (const JurisdictionKey& key : keys) {
        list.append(key.text());
    }
    return list.join(u' ');
}

/// The first instant after the day. A day can be skipped altogether where a zone crosses the date line.
std::optional<Instant> dayEnd(QDate day, const QTimeZone& zone)
{
    for (const int next : {1, 2}) {
        if (const QDateTime start = day.addDays(next).startOfDay(zone); start.isValid()) {
            return toInstant(start);
        }
    }
    return std::nullopt;
}

/// No calendar of ours reaches further, and QDate does.
bool isPlausible(QDate day)
{
    return day.year() >= 1 && day.year() <= 9999;
}

} // namespace

/// What was refused, and the judged values of what was not. Everything has a value where nothing was refused.
struct QueryGate::Judgement {
    Instant now{};
    std::vector<FieldRefusal> refused;
    std::optional<CaseNumber> caseNumber;
    std::optional<Plate> plate;
    std::optional<JurisdictionKey> jurisdiction;
    std::optional<TimeLimit> limit;
    std::optional<Instant> from, to;
    QString reasonText, onBehalfOf, approvalId;

    void refuse(QueryField field, FieldProblem problem, const QString& detail = {}, const std::optional<TimeLimit>& inForce = {})
    {
        refused.push_back({.field = field, .problem = problem, .detail = detail, .limit = inForce});
    }
};

std::vector<FieldRefusal> QueryGate::judge(const QueryDraft& draft) const
{
    return judged(draft).refused;
}

std::expected<AuthorizedQuery, QueryRefusal> QueryGate::authorize(const QueryDraft& draft) const
{
    Judgement judgement = judged(draft);
    if (!judgement.refused.empty()) {
        return std::unexpected(QueryRefusal{.fields = std::move(judgement.refused)});
    }
    return AuthorizedQuery(QueryTerms{
        .id = QueryId::create(judgement.now),
        .plate = judgement.plate.value(),
        .jurisdiction = judgement.jurisdiction.value(),
        .caseNumber = judgement.caseNumber.value(),
        .matter = draft.matter.value(),
        .offence = draft.offence,
        .reasonCode = draft.reasonCode,
        .purpose = draft.purpose,
        .reasonText = judgement.reasonText,
        .onBehalfOf = judgement.onBehalfOf,
        .from = judgement.from.value(),
        .to = judgement.to.value(),
        .limit = judgement.limit.value(),
        .approvalId = judgement.approvalId,
    });
}

std::expected<ApprovalUse, QueryRefusal> QueryGate::exceptionFor(const QueryDraft& draft) const
{
    Judgement judgement = judged(draft);
    const auto isLimit = [](const FieldRefusal& refusal) { return refusal.problem == FieldProblem::BeyondLimit; };
    const auto use = useOf(draft, judgement);
    const bool limitAlone = judgement.refused.size() == 1 && isLimit(judgement.refused.front());
    if (!limitAlone || !use || isBeyondVendor(draft.from, judgement.now)) {
        if (judgement.refused.empty()) // nothing stands against it: there is nothing to ask for
            judgement.refuse(QueryField::From, FieldProblem::Missing);
        return std::unexpected(QueryRefusal{.fields = std::move(judgement.refused)});
    }
    return *use;
}

std::optional<ApprovalUse> QueryGate::useOf(const QueryDraft& draft, const Judgement& judgement) const
{
    if (!judgement.caseNumber || !judgement.plate || !judgement.jurisdiction || !draft.matter)
        return std::nullopt;
    return ApprovalUse{.user = m_parts.user,
                       .caseNumber = *judgement.caseNumber,
                       .plate = *judgement.plate,
                       .jurisdiction = *judgement.jurisdiction,
                       .matter = *draft.matter,
                       .offence = draft.offence,
                       .from = draft.from,
                       .to = draft.to};
}

bool QueryGate::isBeyondVendor(QDate from, Instant now) const
{
    // A house limit beyond any calendar of ours: what is left is the vendor's.
    constexpr LimitPolicy endless{.houseYears = 900, .administrativeYears = 900};
    return from < computeLimit(Matter::Administrative, nullptr, endless, m_parts.vendorLookbackDays, now, m_parts.zone).earliest;
}

std::optional<TimeLimit> QueryGate::limitFor(const QueryDraft& draft) const
{
    return limitAt(draft, m_parts.clock.now());
}

QDate QueryGate::today() const
{
    return toDateTime(m_parts.clock.now()).toTimeZone(m_parts.zone).date();
}

QueryGate::Judgement QueryGate::judged(const QueryDraft& draft) const
{
    Judgement judgement;
    judgement.now = m_parts.clock.now(); // asked once: no rule sees another day than the next
    judgement.limit = limitAt(draft, judgement.now);
    judgeCase(draft, judgement);
    judgeMatter(draft, judgement);
    judgeWords(draft, judgement);
    judgeVehicle(draft, judgement);
    judgeWindow(draft, judgement);
    return judgement;
}

void QueryGate::judgeCase(const QueryDraft& draft, Judgement& judgement) const
{
    const auto number = parseCaseNumber(draft.caseNumber);
    if (!number) {
        judgement.refuse(QueryField::Case, caseProblem(number.error()));
        return;
    }
    const std::optional<CaseRecord> record = m_parts.findCase(*number);
    if (!record) {
        judgement.refuse(QueryField::Case, FieldProblem::UnknownCase);
    } else if (record->state != CaseState::Open) {
        judgement.refuse(QueryField::Case, FieldProblem::ClosedCase);
    } else {
        judgement.caseNumber = record->number;
    }
}

bool QueryGate::isWithdrawn(const ReasonCode& code) const
{
    return std::ranges::contains(m_parts.withdrawn, code);
}

std::optional<FieldProblem> QueryGate::offenceProblem(const QueryDraft& draft) const
{
    const Reference& reference = m_parts.reference;
    const Reason* reason = reference.reason(draft.reasonCode);
    if (draft.matter == Matter::Administrative) {
        // An administrative matter has a priority and no offence, but for the civil ones its priority names.
        const bool fits = draft.offence.isEmpty() || (reason != nullptr && reference.standsUnder(draft.offence, *reason));
        return fits ? std::nullopt : std::optional(FieldProblem::OffenceOfOtherMatter);
    }
    if (draft.offence.isEmpty()) {
        return FieldProblem::Missing;
    }
    if (reference.offence(draft.offence) == nullptr) {
        return FieldProblem::UnknownOffence;
    }
    if (!reference.isCriminal(draft.offence)) {
        return FieldProblem::OffenceOfOtherMatter;
    }
    if (reason == nullptr) {
        return draft.reasonCode.isEmpty() ? FieldProblem::Missing : FieldProblem::UnknownReason;
    }
    if (isWithdrawn(draft.reasonCode)) {
        return FieldProblem::ReasonWithdrawn;
    }
    const bool fits = reason->matter == Matter::Criminal && reference.standsUnder(draft.offence, *reason);
    return fits ? std::nullopt : std::optional(FieldProblem::UnknownOffence); // it is not in that reason's list
}

void QueryGate::judgeMatter(const QueryDraft& draft, Judgement& judgement) const
{
    if (!draft.matter) {
        judgement.refuse(QueryField::Matter, FieldProblem::Missing);
    } else {
        if (const auto problem = offenceProblem(draft)) {
            judgement.refuse(QueryField::Offence, *problem);
        }
        if (*draft.matter == Matter::Administrative) {
            const Reason* priority = m_parts.reference.reason(draft.reasonCode);
            if (draft.reasonCode.isEmpty()) {
                judgement.refuse(QueryField::Priority, FieldProblem::Missing);
            } else if (priority == nullptr || priority->matter != Matter::Administrative) {
                judgement.refuse(QueryField::Priority, FieldProblem::UnknownReason);
            } else if (isWithdrawn(draft.reasonCode)) {
                judgement.refuse(QueryField::Priority, FieldProblem::ReasonWithdrawn);
            }
        }
    }
    if (draft.purpose.isEmpty()) {
        judgement.refuse(QueryField::Purpose, FieldProblem::Missing);
    } else if (m_parts.reference.purpose(draft.purpose) == nullptr) {
        judgement.refuse(QueryField::Purpose, FieldProblem::UnknownPurpose);
    }
}

void QueryGate::judgeWords(const QueryDraft& draft, Judgement& judgement) const
{
    const ReasonVerdict verdict = judgeReason(draft.reasonText);
    if (verdict.problem) {
        judgement.refuse(QueryField::Reason, reasonProblem(*verdict.problem), verdict.word);
    } else {
        judgement.reasonText = withoutHiddenCharacters(draft.reasonText).trimmed();
    }

    const QString onBehalfOf = draft.onBehalfOf.simplified();
    if (onBehalfOf.size() > LongestName || hasHiddenCharacter(onBehalfOf)) {
        judgement.refuse(QueryField::OnBehalfOf, FieldProblem::OnBehalfText);
    } else if (isSignedInPerson(onBehalfOf)) {
        judgement.refuse(QueryField::OnBehalfOf, FieldProblem::OnBehalfOfSelf);
    } else {
        judgement.onBehalfOf = onBehalfOf;
    }
}

bool QueryGate::isSignedInPerson(const QString& name) const
{
    if (name.isEmpty()) {
        return false;
    }
    const QString folded = foldForLookup(name);
    return folded == foldForLookup(m_parts.user.text()) || folded == foldForLookup(m_parts.userName);
}

void QueryGate::judgeVehicle(const QueryDraft& draft, Judgement& judgement) const
{
    if (auto plate = Plate::fromTyped(draft.plate)) {
        judgement.plate = *std::move(plate);
    } else {
        judgement.refuse(QueryField::Plate, plateProblem(plate.error()));
    }
    if (auto key = m_parts.reference.findJurisdiction(draft.jurisdiction)) {
        judgement.jurisdiction = *std::move(key);
    } else {
        judgement.refuse(QueryField::Jurisdiction, jurisdictionProblem(key.error().kind), keysOf(key.error().candidates));
    }
}

void QueryGate::judgeWindow(const QueryDraft& draft, Judgement& judgement) const
{
    const QDate now = toDateTime(judgement.now).toTimeZone(m_parts.zone).date();
    bool beyond = judgement.limit && draft.from.isValid() && draft.from < judgement.limit->earliest;
    if (beyond && m_parts.findApproval && !isBeyondVendor(draft.from, judgement.now)) {
        if (const auto use = useOf(draft, judgement)) {
            judgement.approvalId = m_parts.findApproval(*use).value_or(QString());
            beyond = judgement.approvalId.isEmpty();
        }
    }

    if (!draft.from.isValid()) {
        judgement.refuse(QueryField::From, FieldProblem::Missing);
    } else if (!isPlausible(draft.from)) {
        judgement.refuse(QueryField::From, FieldProblem::InvalidDate);
    } else if (draft.from > now) {
        judgement.refuse(QueryField::From, FieldProblem::InFuture);
    } else if (beyond) {
        judgement.refuse(QueryField::From, FieldProblem::BeyondLimit, {}, judgement.limit);
    } else if (draft.to.isValid() && draft.from > draft.to) {
        judgement.refuse(QueryField::From, FieldProblem::FromAfterTo);
    } else if (const QDateTime start = draft.from.startOfDay(m_parts.zone); start.isValid()) {
        judgement.from = toInstant(start);
    } else {
        judgement.refuse(QueryField::From, FieldProblem::InvalidDate);
    }

    if (!draft.to.isValid()) {
        judgement.refuse(QueryField::To, FieldProblem::Missing);
    } else if (!isPlausible(draft.to)) {
        judgement.refuse(QueryField::To, FieldProblem::InvalidDate);
    } else if (draft.to > now) {
        judgement.refuse(QueryField::To, FieldProblem::InFuture);
    } else if (const auto end = dayEnd(draft.to, m_parts.zone); end && draft.to.startOfDay(m_parts.zone).isValid()) {
        judgement.to = std::min(*end - std::chrono::microseconds(1), judgement.now);
    } else {
        judgement.refuse(QueryField::To, FieldProblem::InvalidDate);
    }
}

std::optional<TimeLimit> QueryGate::limitAt(const QueryDraft& draft, Instant now) const
{
    if (!draft.matter) {
        return std::nullopt;
    }
    const Offence* offence = nullptr;
    if (*draft.matter == Matter::Criminal) {
        offence = m_parts.reference.offence(draft.offence);
        if (offence == nullptr || !m_parts.reference.isCriminal(draft.offence)) {
            return std::nullopt;
        }
    }
    return computeLimit(*draft.matter, offence, m_parts.limits, m_parts.vendorLookbackDays, now, m_parts.zone);
}

} // namespace casebound
