#include "ledger/AuditEvent.h"

#include <array>

namespace casebound {
namespace {

using enum AuditEvent;

// In the enumeration's order; a static_assert below holds the two together. Names are part of the format: never change one.
constexpr std::array table{
    AuditEventInfo{LogOpened, "log.opened", "The log was opened by a new run of the program; a new boot number begins."},
    AuditEventInfo{LogRecovered, "log.recovered",
                   "The last run ended between the commit of an entry and its signed head; the entries were found in order."},
    AuditEventInfo{LogFault, "log.fault", "The log could not be written or a check failed; the program stopped searching."},
    AuditEventInfo{ClockBack, "clock.back", "The clock stands earlier than at the entry before."},
    AuditEventInfo{WitnessWritten, "witness.written", "The signed head was copied to the office's witness folder."},
    AuditEventInfo{WitnessUnreachable, "witness.unreachable", "The office's witness folder could not be written."},
    AuditEventInfo{ProfileLoaded, "profile.loaded", "An office profile with a good signature was taken into use."},
    AuditEventInfo{ProfileRefused, "profile.refused", "An office profile was refused: unsigned, expired, rolled back or altered."},
    AuditEventInfo{SigninAccepted, "signin.accepted", "A person's credential, roster row and training were accepted."},
    AuditEventInfo{SigninRefused, "signin.refused", "A sign-in was refused."},
    AuditEventInfo{BannerAccepted, "banner.accepted", "The person consented to the banner's terms."},
    AuditEventInfo{BannerDeclined, "banner.declined", "The person declined the banner; the session ended."},
    AuditEventInfo{SessionLocked, "session.locked", "The window was locked, by the person or by idleness."},
    AuditEventInfo{SessionUnlocked, "session.unlocked", "The window was unlocked with the credential."},
    AuditEventInfo{SessionEnded, "session.ended", "The session ended."},
    AuditEventInfo{QueryRefused, "query.refused", "A query broke a rule and was not sent."},
    AuditEventInfo{QueryIntended, "query.intended", "A query passed every rule and is about to be sent."},
    AuditEventInfo{QueryAnswered, "query.answered", "The vendor answered completely."},
    AuditEventInfo{QueryFailed, "query.failed", "The query ended with a vendor fault."},
    AuditEventInfo{QueryUnknown, "query.unknown", "The query was or may have been sent and its outcome is not known."},
    AuditEventInfo{QueryWithdrawn, "query.withdrawn", "The person stopped the query while it was under way."},
    AuditEventInfo{ResultsViewed, "results.viewed", "A query's results were shown."},
    AuditEventInfo{ReadVerified, "read.verified", "A person gave a read a verdict after blind transcription."},
    AuditEventInfo{ReadKept, "read.kept", "A read was kept for a case."},
    AuditEventInfo{ResultsDiscarded, "results.discarded", "A query's results were discarded, with the counts of what was kept."},
    AuditEventInfo{AlertIntended, "alert.intended", "A change of the vendor's alert list is about to be sent."},
    AuditEventInfo{AlertConfirmed, "alert.confirmed", "The vendor confirmed a change of its alert list."},
    AuditEventInfo{AlertFailed, "alert.failed",
                   "A change of the alert list failed; outcome 'unknown' where the program ended before an answer."},
    AuditEventInfo{AlertHit, "alert.hit", "The vendor reported a read of a plate on the alert list."},
    AuditEventInfo{AlertRevalidated, "alert.revalidated", "An alert entry was justified anew."},
    AuditEventInfo{AlertSuspended, "alert.suspended", "An alert entry was suspended."},
    AuditEventInfo{AlertRemoved, "alert.removed", "An alert entry was removed."},
    AuditEventInfo{ExceptionAsked, "exception.asked", "An exception beyond the time limit was asked for."},
    AuditEventInfo{ExceptionGranted, "exception.granted", "A supervisor granted an exception."},
    AuditEventInfo{ExceptionRefused, "exception.refused", "A supervisor refused an exception."},
    AuditEventInfo{ExceptionUsed, "exception.used", "A query used a granted exception."},
    AuditEventInfo{ExceptionExpired, "exception.expired", "A granted exception ended unused or used up."},
    AuditEventInfo{CaseOpened, "case.opened", "A case was opened."},
    AuditEventInfo{CaseClosed, "case.closed", "A case was closed."},
    AuditEventInfo{CaseDisposed, "case.disposed", "A case's kept reads were disposed of."},
    AuditEventInfo{ExportIntended, "export.intended", "An export of a case is about to be written."},
    AuditEventInfo{ExportWritten, "export.written", "An export was written and checked."},
    AuditEventInfo{ExportFailed, "export.failed", "An export failed; outcome 'unknown' where the program ended before its end."},
    AuditEventInfo{ReviewOpened, "review.opened", "A supervisor opened a review of a period."},
    AuditEventInfo{ReviewItem, "review.item", "A supervisor judged an item of a review."},
    AuditEventInfo{ReviewSigned, "review.signed", "A supervisor signed a review; it holds the head reviewed."},
    AuditEventInfo{SealedOpened, "sealed.opened", "A reviewer opened sealed results."},
    AuditEventInfo{ReferralMade, "referral.made", "A matter was referred to the office of professional responsibility."},
    AuditEventInfo{ReconciliationDone, "reconciliation.done", "The log was compared with the vendor's own."},
    AuditEventInfo{ComplaintAnswered, "complaint.answered", "An auditor looked up whether a plate was queried."},
    AuditEventInfo{ReportMade, "report.made", "A transparency report was made."},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].event) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(ReportMade) + 1;
}
static_assert(inOrder(), "the table has every event, in the enumeration's order");

} // namespace

std::span<const AuditEventInfo> auditEvents()
{
    return table;
}

const char* auditEventName(AuditEvent event)
{
    return table[static_cast<std::size_t>(event)].name;
}

std::optional<AuditEvent> auditEventFromName(QByteArrayView name)
{
    for (const AuditEventInfo& info : table) {
        if (name == QByteArrayView(info.name))
            return info.event;
    }
    return std::nullopt;
}

std::optional<AuditIntent> intentOf(AuditEvent event)
{
    switch (event) {
    case QueryIntended: return AuditIntent{AuditIntent::Query, false};
    case QueryAnswered:
    case QueryFailed:
    case QueryUnknown:
    case QueryWithdrawn: return AuditIntent{AuditIntent::Query, true};
    case AlertIntended: return AuditIntent{AuditIntent::Alert, false};
    case AlertConfirmed:
    case AlertFailed: return AuditIntent{AuditIntent::Alert, true};
    case ExportIntended: return AuditIntent{AuditIntent::Export, false};
    case ExportWritten:
    case ExportFailed: return AuditIntent{AuditIntent::Export, true};
    case LogOpened:
    case LogRecovered:
    case LogFault:
    case ClockBack:
    case WitnessWritten:
    case WitnessUnreachable:
    case ProfileLoaded:
    case ProfileRefused:
    case SigninAccepted:
    case SigninRefused:
    case BannerAccepted:
    case BannerDeclined:
    case SessionLocked:
    case SessionUnlocked:
    case SessionEnded:
    case QueryRefused:
    case ResultsViewed:
    case ReadVerified:
    case ReadKept:
    case ResultsDiscarded:
    case AlertHit:
    case AlertRevalidated:
    case AlertSuspended:
    case AlertRemoved:
    case ExceptionAsked:
    case ExceptionGranted:
    case ExceptionRefused:
    case ExceptionUsed:
    case ExceptionExpired:
    case CaseOpened:
    case CaseClosed:
    case CaseDisposed:
    case ReviewOpened:
    case ReviewItem:
    case ReviewSigned:
    case SealedOpened:
    case ReferralMade:
    case ReconciliationDone:
    case ComplaintAnswered:
    case ReportMade: return std::nullopt;
    }
    return std::nullopt;
}

AuditEvent unknownOutcome(AuditIntent::Kind kind)
{
    switch (kind) {
    case AuditIntent::Query: return QueryUnknown;
    case AuditIntent::Alert: return AlertFailed;
    case AuditIntent::Export: return ExportFailed;
    }
    return QueryUnknown;
}

} // namespace casebound
