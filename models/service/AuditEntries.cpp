#include "service/AuditEntries.h"

#include "domain/Text.h"

#include <QStringList>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortText = 256;
constexpr qsizetype longText = 2'000;

} // namespace

QString bounded(const QString& text, qsizetype length)
{
    QString cut = text.left(length);
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    return textFromUtf8(cut.toUtf8());
}

AuditRecord plainRecord(AuditEvent event, const QString& outcome)
{
    AuditRecord record{};
    record.event = event;
    record.outcome = outcome;
    return record;
}

AuditRecord queryRecord(AuditEvent event, const QueryTerms& terms)
{
    AuditRecord record = plainRecord(event);
    record.queryId = terms.id.text();
    record.matter = terms.matter;
    record.offence = terms.offence.text();
    record.reasonCode = terms.reasonCode.text();
    record.purpose = terms.purpose.text();
    record.approvalId = terms.approvalId;
    record.plate = terms.plate.text();
    record.jurisdiction = terms.jurisdiction.text();
    record.caseNumber = terms.caseNumber.text();
    return record;
}

AuditRecord intentRecord(const QueryTerms& terms)
{
    AuditRecord record = queryRecord(AuditEvent::QueryIntended, terms);
    record.limit = AuditLimit{.years = terms.limit.years, .source = terms.limit.source};
    record.onBehalfOf = terms.onBehalfOf;
    record.from = terms.from;
    record.to = terms.to;
    record.reasonText = terms.reasonText;
    return record;
}

AuditRecord refusalRecord(const QueryDraft& draft, const std::vector<FieldRefusal>& fields)
{
    QStringList words;
    for (const FieldRefusal& field : fields)
        words += auditWord(field.field) + u':' + auditWord(field.problem);

    AuditRecord record = plainRecord(AuditEvent::QueryRefused, words.join(u' '));
    const Reference& reference = Reference::builtIn();
    record.matter = draft.matter;
    if (reference.offence(draft.offence))
        record.offence = draft.offence.text();
    if (reference.reason(draft.reasonCode))
        record.reasonCode = draft.reasonCode.text();
    if (reference.purpose(draft.purpose))
        record.purpose = draft.purpose.text();
    record.onBehalfOf = bounded(draft.onBehalfOf, shortText);
    record.plate = bounded(draft.plate, shortText);
    record.jurisdiction = bounded(draft.jurisdiction, shortText);
    record.caseNumber = bounded(draft.caseNumber, shortText);
    record.reasonText = bounded(draft.reasonText, longText);
    if (draft.from.isValid() && draft.from.year() > 0 && draft.from.year() < 10'000)
        record.from = toInstant(draft.from.startOfDay());
    if (draft.to.isValid() && draft.to.year() > 0 && draft.to.year() < 10'000)
        record.to = toInstant(draft.to.startOfDay());
    return record;
}

QString auditWord(VendorFault fault)
{
    switch (fault) {
    case VendorFault::Unreachable: return u"unreachable"_s;
    case VendorFault::TlsRefused: return u"tls_refused"_s;
    case VendorFault::ClientCertificate: return u"client_certificate"_s;
    case VendorFault::Unknown: return u"unknown"_s;
    case VendorFault::Rejected: return u"rejected"_s;
    case VendorFault::NotPermitted: return u"not_permitted"_s;
    case VendorFault::SessionEnded: return u"session_ended"_s;
    case VendorFault::Gone: return u"gone"_s;
    case VendorFault::Conflict: return u"conflict"_s;
    case VendorFault::Busy: return u"busy"_s;
    case VendorFault::VendorError: return u"vendor_error"_s;
    case VendorFault::Malformed: return u"malformed"_s;
    case VendorFault::Inconsistent: return u"inconsistent"_s;
    case VendorFault::TooLarge: return u"too_large"_s;
    case VendorFault::Truncated: return u"truncated"_s;
    case VendorFault::WrongOrigin: return u"wrong_origin"_s;
    case VendorFault::TimedOut: return u"timed_out"_s;
    case VendorFault::Cancelled: return u"cancelled"_s;
    }
    return u"unknown"_s;
}

QString auditWord(TlsRefusal refusal)
{
    switch (refusal) {
    case TlsRefusal::Expired: return u"expired"_s;
    case TlsRefusal::NotYetValid: return u"not_yet_valid"_s;
    case TlsRefusal::WrongHost: return u"wrong_host"_s;
    case TlsRefusal::ForeignAuthority: return u"foreign_authority"_s;
    case TlsRefusal::WrongUse: return u"wrong_use"_s;
    case TlsRefusal::Revoked: return u"revoked"_s;
    case TlsRefusal::RevocationUnknown: return u"revocation_unknown"_s;
    case TlsRefusal::WeakKey: return u"weak_key"_s;
    case TlsRefusal::OldProtocol: return u"old_protocol"_s;
    case TlsRefusal::PinMismatch: return u"pin_mismatch"_s;
    case TlsRefusal::NotMutual: return u"not_mutual"_s;
    case TlsRefusal::Renegotiation: return u"renegotiation"_s;
    case TlsRefusal::Other: return u"other"_s;
    }
    return u"other"_s;
}

QString auditWord(const VendorFailure& failure)
{
    const QString word = auditWord(failure.fault);
    return failure.tls ? word + u':' + auditWord(*failure.tls) : word;
}

QString auditWord(QueryField field)
{
    switch (field) {
    case QueryField::Case: return u"case"_s;
    case QueryField::Matter: return u"matter"_s;
    case QueryField::Offence: return u"offence"_s;
    case QueryField::Priority: return u"priority"_s;
    case QueryField::Purpose: return u"purpose"_s;
    case QueryField::Reason: return u"reason"_s;
    case QueryField::OnBehalfOf: return u"on_behalf_of"_s;
    case QueryField::Plate: return u"plate"_s;
    case QueryField::Jurisdiction: return u"jurisdiction"_s;
    case QueryField::From: return u"from"_s;
    case QueryField::To: return u"to"_s;
    case QueryField::Expires: return u"expires"_s;
    }
    return u"unknown"_s;
}

QString auditWord(FieldProblem problem)
{
    switch (problem) {
    case FieldProblem::Missing: return u"missing"_s;
    case FieldProblem::PlaceholderCase: return u"placeholder"_s;
    case FieldProblem::UnknownCase: return u"unknown"_s;
    case FieldProblem::ClosedCase: return u"closed"_s;
    case FieldProblem::CaseText: return u"text"_s;
    case FieldProblem::UnknownOffence: return u"unknown"_s;
    case FieldProblem::OffenceOfOtherMatter: return u"other_matter"_s;
    case FieldProblem::UnknownReason: return u"unknown"_s;
    case FieldProblem::ReasonWithdrawn: return u"withdrawn"_s;
    case FieldProblem::UnknownPurpose: return u"unknown"_s;
    case FieldProblem::ReasonTooGeneral: return u"too_general"_s;
    case FieldProblem::ReasonProtectedActivity: return u"protected_activity"_s;
    case FieldProblem::ReasonProfiling: return u"profiling"_s;
    case FieldProblem::ReasonTooLong: return u"too_long"_s;
    case FieldProblem::ReasonControlCharacter: return u"control_character"_s;
    case FieldProblem::OnBehalfOfSelf: return u"self"_s;
    case FieldProblem::OnBehalfText: return u"text"_s;
    case FieldProblem::PlateWildcard: return u"wildcard"_s;
    case FieldProblem::PlateTooLong: return u"too_long"_s;
    case FieldProblem::PlateControlCharacter: return u"control_character"_s;
    case FieldProblem::PlateBidiMark: return u"bidi_mark"_s;
    case FieldProblem::PlateFullWidth: return u"full_width"_s;
    case FieldProblem::PlateForeignLetter: return u"foreign_letter"_s;
    case FieldProblem::PlateSymbol: return u"symbol"_s;
    case FieldProblem::UnknownJurisdiction: return u"unknown"_s;
    case FieldProblem::AmbiguousJurisdiction: return u"ambiguous"_s;
    case FieldProblem::InvalidDate: return u"invalid"_s;
    case FieldProblem::FromAfterTo: return u"after_to"_s;
    case FieldProblem::InFuture: return u"in_future"_s;
    case FieldProblem::BeyondLimit: return u"beyond_limit"_s;
    case FieldProblem::ExpiryPast: return u"past"_s;
    case FieldProblem::ExpiryTooLate: return u"too_late"_s;
    case FieldProblem::ReasonSameAsBefore: return u"same_as_before"_s;
    }
    return u"unknown"_s;
}

QString auditWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unverified: return u"unverified"_s;
    case Verdict::Confirmed: return u"confirmed"_s;
    case Verdict::DifferentPlate: return u"different_plate"_s;
    case Verdict::Unreadable: return u"unreadable"_s;
    }
    return u"unverified"_s;
}

QString auditWord(QueryRun::EndReason reason)
{
    switch (reason) {
    case QueryRun::EndReason::Closed: return u"closed"_s;
    case QueryRun::EndReason::SignedOut: return u"signed_out"_s;
    case QueryRun::EndReason::Expired: return u"expired"_s;
    }
    return u"closed"_s;
}

QString auditWord(SignInProblem problem)
{
    switch (problem) {
    case SignInProblem::NoCredential: return u"no_credential"_s;
    case SignInProblem::WrongPin: return u"wrong_pin"_s;
    case SignInProblem::WrongPinFewLeft: return u"wrong_pin_few_left"_s;
    case SignInProblem::WrongPinLastTry: return u"wrong_pin_last_try"_s;
    case SignInProblem::Locked: return u"locked"_s;
    case SignInProblem::NoCard: return u"no_card"_s;
    case SignInProblem::NoCardDriver: return u"no_card_driver"_s;
    case SignInProblem::NoCertificateOnCard: return u"no_certificate_on_card"_s;
    case SignInProblem::SeveralCertificates: return u"several_certificates"_s;
    case SignInProblem::CardRemoved: return u"card_removed"_s;
    case SignInProblem::CredentialUnusable: return u"credential_unusable"_s;
    case SignInProblem::NotOnRoster: return u"not_on_roster"_s;
    case SignInProblem::FingerprintDiffers: return u"fingerprint_differs"_s;
    case SignInProblem::Untrained: return u"untrained"_s;
    case SignInProblem::TrainingExpired: return u"training_expired"_s;
    case SignInProblem::TrainingInFuture: return u"training_in_future"_s;
    case SignInProblem::CertificateExpired: return u"certificate_expired"_s;
    case SignInProblem::CertificateNotYetValid: return u"certificate_not_yet_valid"_s;
    case SignInProblem::CertificateRevoked: return u"certificate_revoked"_s;
    case SignInProblem::CertificateUntrusted: return u"certificate_untrusted"_s;
    case SignInProblem::RevocationUnknown: return u"revocation_unknown"_s;
    case SignInProblem::ProfileExpired: return u"profile_expired"_s;
    case SignInProblem::ProfileKeyDiffers: return u"profile_key_differs"_s;
    case SignInProblem::ReviewerUnusable: return u"reviewer_unusable"_s;
    case SignInProblem::ProfileChanged: return u"profile_changed"_s;
    case SignInProblem::LogFault: return u"log_fault"_s;
    case SignInProblem::StoreFault: return u"store_fault"_s;
    case SignInProblem::KeysNotYours: return u"keys_not_yours"_s;
    case SignInProblem::VendorFault: return u"vendor_fault"_s;
    }
    return u"no_credential"_s;
}

} // namespace casebound
