#include "domain/Reconciliation.h"

#include "domain/Plate.h"

#include <algorithm>
#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

struct FieldName {
    AuditField field;
    const char* vendors; ///< In audit_fields; null: compared in any case.
};
constexpr std::array fieldNames{FieldName{AuditField::Person, "user_id"},     FieldName{AuditField::OnBehalfOf, "on_behalf_of"},
                                FieldName{AuditField::Plate, "plate"},        FieldName{AuditField::Jurisdiction, "jurisdiction"},
                                FieldName{AuditField::From, "from"},          FieldName{AuditField::To, "to"},
                                FieldName{AuditField::Case, "case_number"},   FieldName{AuditField::ReasonKey, "reason_code"},
                                FieldName{AuditField::Reason, "reason_text"}, FieldName{AuditField::Received, "received_at"},
                                FieldName{AuditField::Outcome, nullptr}};

std::vector<AuditField> fieldsThat(bool kept, const QStringList& auditFields)
{
    std::vector<AuditField> list;
    for (const FieldName& name : fieldNames)
        if (kept == (!name.vendors || auditFields.contains(QLatin1StringView(name.vendors))))
            list.push_back(name.field);
    return list;
}

QString moment(const std::optional<Instant>& at)
{
    return at ? toRfc3339(*at) : QString();
}

bool sameSecond(const std::optional<Instant>& ours, Instant theirs)
{
    return ours && std::chrono::abs(*ours - theirs) < std::chrono::seconds(1);
}

bool sameText(const QString& ours, const QString& theirs)
{
    return ours == theirs ||
           ours.trimmed().normalized(QString::NormalizationForm_C) == theirs.trimmed().normalized(QString::NormalizationForm_C);
}

/// As it would have been sent: what an older log holds is held to the same folding.
bool samePlate(const QString& ours, const QString& theirs)
{
    if (ours == theirs)
        return true;
    const auto folded = Plate::fromVendor(theirs);
    return folded && folded->text() == ours;
}

QString ofTotal(const std::optional<std::int64_t>& total)
{
    return total ? u"answered: %1"_s.arg(*total) : u"failed"_s;
}

QString ofOutcome(const LoggedQuery& query)
{
    return query.end == QueryEnd::Answered ? u"answered: %1"_s.arg(query.returned) : query.outcome;
}

/// Whether both ends can be true of one query.
bool outcomesAgree(const LoggedQuery& ours, const VendorAuditEntry& theirs)
{
    switch (ours.end) {
    case QueryEnd::Answered: return theirs.total == ours.returned;
    case QueryEnd::NeverLeft: return false; // the vendor has it all the same
    case QueryEnd::Refused: return !theirs.total;
    case QueryEnd::Open:
    case QueryEnd::Failed:
    case QueryEnd::InDoubt: return true; // what the vendor did then, only the vendor knows
    }
    return true;
}

std::optional<FieldDifference> compare(AuditField field, const LoggedQuery& ours, const VendorAuditEntry& theirs)
{
    const auto text = [field](const QString& a, const QString& b) {
        return sameText(a, b) ? std::nullopt : std::optional(FieldDifference{.field = field, .ours = a, .theirs = b});
    };
    const auto time = [field](const std::optional<Instant>& a, Instant b) {
        return sameSecond(a, b) ? std::nullopt : std::optional(FieldDifference{.field = field, .ours = moment(a), .theirs = moment(b)});
    };
    switch (field) {
    case AuditField::Person: return text(ours.userId, theirs.userId);
    case AuditField::OnBehalfOf: return text(ours.onBehalfOf, theirs.onBehalfOf);
    case AuditField::Plate:
        return samePlate(ours.plate, theirs.plate)
                   ? std::nullopt
                   : std::optional(FieldDifference{.field = field, .ours = ours.plate, .theirs = theirs.plate});
    case AuditField::Jurisdiction: return text(ours.jurisdiction, theirs.jurisdiction);
    case AuditField::From: return time(ours.from, theirs.from);
    case AuditField::To: return time(ours.to, theirs.to);
    case AuditField::Case: return text(ours.caseNumber, theirs.caseNumber);
    case AuditField::ReasonKey: return text(ours.reasonCode, theirs.reasonCode);
    case AuditField::Reason: return text(ours.reasonText, theirs.reasonText);
    case AuditField::Received:
        return std::chrono::abs(ours.at - theirs.receivedAt) <= receivedWithin
                   ? std::nullopt
                   : std::optional(FieldDifference{.field = field, .ours = moment(ours.at), .theirs = moment(theirs.receivedAt)});
    case AuditField::Outcome:
        return outcomesAgree(ours, theirs)
                   ? std::nullopt
                   : std::optional(FieldDifference{.field = field, .ours = ofOutcome(ours), .theirs = ofTotal(theirs.total)});
    }
    return std::nullopt;
}

} // namespace

std::vector<AuditField> comparedFields(const QStringList& auditFields)
{
    return fieldsThat(true, auditFields);
}

std::vector<AuditField> fieldsNotCompared(const QStringList& auditFields)
{
    return fieldsThat(false, auditFields);
}

std::vector<FieldDifference> differencesOf(const LoggedQuery& ours, const VendorAuditEntry& theirs, const std::vector<AuditField>& fields)
{
    std::vector<FieldDifference> list;
    for (const AuditField field : fields)
        if (auto difference = compare(field, ours, theirs))
            list.push_back(*std::move(difference));
    return list;
}

AuditFinding onlyInLog(const LoggedQuery& query)
{
    const auto hint = [&] {
        switch (query.end) {
        case QueryEnd::Open: return AuditFinding::Hint::StillOpen;
        case QueryEnd::InDoubt: return AuditFinding::Hint::InDoubt;
        case QueryEnd::Refused: return AuditFinding::Hint::Refused;
        case QueryEnd::Answered:
        case QueryEnd::NeverLeft:
        case QueryEnd::Failed: return AuditFinding::Hint::None;
        }
        return AuditFinding::Hint::None;
    };
    return {.kind = AuditFinding::Kind::OnlyInLog,
            .hint = hint(),
            .sequence = query.sequence,
            .at = query.at,
            .queryId = query.queryId,
            .person = query.userId,
            .caseNumber = query.caseNumber,
            .plate = query.plate,
            .ours = ofOutcome(query)};
}

AuditFinding onlyAtVendor(const VendorAuditEntry& entry, const OfficeScope& scope)
{
    const auto hint = !scope.roster.contains(entry.userId) ? AuditFinding::Hint::NotOnRoster
                      : entry.receivedAt < scope.logBegins ? AuditFinding::Hint::BeforeLog
                      : scope.otherDesks.isEmpty()         ? AuditFinding::Hint::None
                                                           : AuditFinding::Hint::OtherDesk;
    return {.kind = AuditFinding::Kind::OnlyAtVendor,
            .hint = hint,
            .at = entry.receivedAt,
            .queryId = entry.queryId,
            .person = entry.userId,
            .caseNumber = entry.caseNumber,
            .plate = entry.plate,
            .theirs = ofTotal(entry.total)};
}

AuditFinding differing(const LoggedQuery& ours, const FieldDifference& difference)
{
    return {.kind = AuditFinding::Kind::Differs,
            .hint = AuditFinding::Hint::None,
            .sequence = ours.sequence,
            .at = ours.at,
            .queryId = ours.queryId,
            .person = ours.userId,
            .caseNumber = ours.caseNumber,
            .plate = ours.plate,
            .field = difference.field,
            .ours = difference.ours,
            .theirs = difference.theirs};
}

QString wordOf(AuditField field)
{
    for (const FieldName& name : fieldNames)
        if (name.field == field && name.vendors)
            return QString::fromLatin1(name.vendors);
    return u"outcome"_s;
}

QString wordOf(AuditFinding::Kind kind)
{
    switch (kind) {
    case AuditFinding::Kind::OnlyInLog: return u"only_in_log"_s;
    case AuditFinding::Kind::OnlyAtVendor: return u"only_at_vendor"_s;
    case AuditFinding::Kind::Differs: return u"differs"_s;
    }
    return {};
}

QString wordOf(AuditFinding::Hint hint)
{
    switch (hint) {
    case AuditFinding::Hint::None: return {};
    case AuditFinding::Hint::StillOpen: return u"still_open"_s;
    case AuditFinding::Hint::InDoubt: return u"in_doubt"_s;
    case AuditFinding::Hint::Refused: return u"refused_by_vendor"_s;
    case AuditFinding::Hint::OtherDesk: return u"perhaps_other_workstation"_s;
    case AuditFinding::Hint::BeforeLog: return u"before_this_log"_s;
    case AuditFinding::Hint::NotOnRoster: return u"not_on_roster"_s;
    }
    return {};
}

} // namespace casebound
