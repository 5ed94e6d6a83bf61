#include "lists/AuditText.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace casebound {

namespace {

struct EventWords {
    AuditEvent event;
    const char* words;
};

constexpr std::array eventWords{
    EventWords{AuditEvent::QueryRefused, QT_TRANSLATE_NOOP("AuditText", "Query refused")},
    EventWords{AuditEvent::QueryIntended, QT_TRANSLATE_NOOP("AuditText", "Query sent")},
    EventWords{AuditEvent::QueryAnswered, QT_TRANSLATE_NOOP("AuditText", "Query answered")},
    EventWords{AuditEvent::QueryFailed, QT_TRANSLATE_NOOP("AuditText", "Query failed")},
    EventWords{AuditEvent::QueryUnknown, QT_TRANSLATE_NOOP("AuditText", "Query: outcome unknown")},
    EventWords{AuditEvent::QueryWithdrawn, QT_TRANSLATE_NOOP("AuditText", "Query stopped")},
    EventWords{AuditEvent::ResultsViewed, QT_TRANSLATE_NOOP("AuditText", "Results shown")},
    EventWords{AuditEvent::ResultsDiscarded, QT_TRANSLATE_NOOP("AuditText", "Results discarded")},
    EventWords{AuditEvent::ReadVerified, QT_TRANSLATE_NOOP("AuditText", "Read judged")},
    EventWords{AuditEvent::ReadKept, QT_TRANSLATE_NOOP("AuditText", "Read kept")},
    EventWords{AuditEvent::ReadsCopied, QT_TRANSLATE_NOOP("AuditText", "Reads copied")},
    EventWords{AuditEvent::ExceptionAsked, QT_TRANSLATE_NOOP("AuditText", "Exception asked for")},
    EventWords{AuditEvent::ExceptionGranted, QT_TRANSLATE_NOOP("AuditText", "Exception granted")},
    EventWords{AuditEvent::ExceptionRefused, QT_TRANSLATE_NOOP("AuditText", "Exception refused")},
    EventWords{AuditEvent::ExceptionUsed, QT_TRANSLATE_NOOP("AuditText", "Exception used")},
    EventWords{AuditEvent::ExceptionExpired, QT_TRANSLATE_NOOP("AuditText", "Exception expired")},
    EventWords{AuditEvent::CaseOpened, QT_TRANSLATE_NOOP("AuditText", "Case opened")},
    EventWords{AuditEvent::CaseClosed, QT_TRANSLATE_NOOP("AuditText", "Case closed")},
    EventWords{AuditEvent::CaseDisposed, QT_TRANSLATE_NOOP("AuditText", "Case disposed of")},
    EventWords{AuditEvent::AlertIntended, QT_TRANSLATE_NOOP("AuditText", "Alert list change sent")},
    EventWords{AuditEvent::AlertConfirmed, QT_TRANSLATE_NOOP("AuditText", "Alert list change confirmed")},
    EventWords{AuditEvent::AlertFailed, QT_TRANSLATE_NOOP("AuditText", "Alert list change failed")},
    EventWords{AuditEvent::AlertHit, QT_TRANSLATE_NOOP("AuditText", "Alert hit")},
    EventWords{AuditEvent::AlertRevalidated, QT_TRANSLATE_NOOP("AuditText", "Alert entry justified anew")},
    EventWords{AuditEvent::AlertSuspended, QT_TRANSLATE_NOOP("AuditText", "Alert entry suspended")},
    EventWords{AuditEvent::AlertRemoved, QT_TRANSLATE_NOOP("AuditText", "Alert entry removed")},
    EventWords{AuditEvent::ExportIntended, QT_TRANSLATE_NOOP("AuditText", "Export begun")},
    EventWords{AuditEvent::ExportWritten, QT_TRANSLATE_NOOP("AuditText", "Export written")},
    EventWords{AuditEvent::ExportFailed, QT_TRANSLATE_NOOP("AuditText", "Export failed")},
    EventWords{AuditEvent::SigninAccepted, QT_TRANSLATE_NOOP("AuditText", "Signed in")},
    EventWords{AuditEvent::SigninRefused, QT_TRANSLATE_NOOP("AuditText", "Sign-in refused")},
    EventWords{AuditEvent::BannerAccepted, QT_TRANSLATE_NOOP("AuditText", "Conditions accepted")},
    EventWords{AuditEvent::BannerDeclined, QT_TRANSLATE_NOOP("AuditText", "Conditions declined")},
    EventWords{AuditEvent::SessionLocked, QT_TRANSLATE_NOOP("AuditText", "Locked")},
    EventWords{AuditEvent::SessionUnlocked, QT_TRANSLATE_NOOP("AuditText", "Unlocked")},
    EventWords{AuditEvent::SessionEnded, QT_TRANSLATE_NOOP("AuditText", "Signed out")},
    EventWords{AuditEvent::ActionRefused, QT_TRANSLATE_NOOP("AuditText", "Not allowed, refused")},
    EventWords{AuditEvent::ReviewOpened, QT_TRANSLATE_NOOP("AuditText", "Review opened")},
    EventWords{AuditEvent::ReviewItem, QT_TRANSLATE_NOOP("AuditText", "Review item judged")},
    EventWords{AuditEvent::ReviewSigned, QT_TRANSLATE_NOOP("AuditText", "Review signed")},
    EventWords{AuditEvent::SealedOpened, QT_TRANSLATE_NOOP("AuditText", "Sealed results opened")},
    EventWords{AuditEvent::ReferralMade, QT_TRANSLATE_NOOP("AuditText", "Matter referred")},
    EventWords{AuditEvent::ReconciliationDone, QT_TRANSLATE_NOOP("AuditText", "Log compared with the vendor’s record")},
    EventWords{AuditEvent::RosterCompared, QT_TRANSLATE_NOOP("AuditText", "Roster compared with the vendor’s users")},
    EventWords{AuditEvent::ComplaintAnswered, QT_TRANSLATE_NOOP("AuditText", "Complaint answered")},
    EventWords{AuditEvent::LogFault, QT_TRANSLATE_NOOP("AuditText", "Fault of the log")},
    EventWords{AuditEvent::ClockBack, QT_TRANSLATE_NOOP("AuditText", "Clock set back")},
};

struct DetailWords {
    Indicator indicator;
    const char* detail;
    const char* words;
};

constexpr std::array detailWords{
    DetailWords{Indicator::AfterHours, "outside_shift", QT_TRANSLATE_NOOP("AuditText", "outside the shift")},
    DetailWords{Indicator::AfterHours, "isolated_session", QT_TRANSLATE_NOOP("AuditText", "cut off from the working hours")},
    DetailWords{Indicator::OverLimit, "unapproved", QT_TRANSLATE_NOOP("AuditText", "without an approval")},
    DetailWords{Indicator::OverLimit, "often", QT_TRANSLATE_NOOP("AuditText", "exceptions used often")},
    DetailWords{Indicator::InactiveUser, "not_on_roster", QT_TRANSLATE_NOOP("AuditText", "not on the roster")},
    DetailWords{Indicator::InactiveUser, "untrained", QT_TRANSLATE_NOOP("AuditText", "not trained on that day")},
    DetailWords{Indicator::BehalfMissing, "never", QT_TRANSLATE_NOOP("AuditText", "never filled in")},
    DetailWords{Indicator::BehalfMissing, "always_same", QT_TRANSLATE_NOOP("AuditText", "always the same person")},
    DetailWords{Indicator::StaleAlert, "case_closed", QT_TRANSLATE_NOOP("AuditText", "its case is closed")},
    DetailWords{Indicator::StaleAlert, "overdue", QT_TRANSLATE_NOOP("AuditText", "not justified anew in time")},
    DetailWords{Indicator::LogGap, "stopped", QT_TRANSLATE_NOOP("AuditText", "the log takes no more entries")},
};

} // namespace

QString AuditText::of(AuditEvent event)
{
    const auto* found = std::ranges::find(eventWords, event, &EventWords::event);
    return found == eventWords.end() ? QString::fromLatin1(auditEventName(event)) : tr(found->words);
}

QString AuditText::of(ItemVerdict verdict)
{
    switch (verdict) {
    case ItemVerdict::InOrder: return tr("In order");
    case ItemVerdict::Question: return tr("Question");
    case ItemVerdict::Refer: return tr("Refer");
    }
    return {};
}

QString AuditText::of(ReviewCause cause)
{
    switch (cause) {
    case ReviewCause::Sample: return tr("drawn by the log");
    case ReviewCause::Exception: return tr("exception beyond the limit");
    case ReviewCause::OffHours: return tr("outside the shift");
    case ReviewCause::RefusedThenSent: return tr("sent soon after a refusal");
    case ReviewCause::Repeat: return tr("one plate again and again");
    case ReviewCause::OwnApproval: return tr("approved by who asked");
    case ReviewCause::Chosen: return tr("taken up by a reviewer");
    case ReviewCause::JudgedToo: return tr("of an indicator the office has judged in any case");
    }
    return {};
}

QString AuditText::of(ReviewCauses causes)
{
    QStringList words;
    for (int cause = 0; cause < reviewCauseCount; ++cause) {
        if (causes.has(static_cast<ReviewCause>(cause)))
            words.append(of(static_cast<ReviewCause>(cause)));
    }
    return words.join(QStringLiteral("; "));
}

QString AuditText::of(Indicator indicator)
{
    switch (indicator) {
    case Indicator::RepeatPlate: return tr("One plate searched again and again by one person");
    case Indicator::ManyUsersOnePlate: return tr("One plate searched by many people for different cases");
    case Indicator::OwnPlate: return tr("A person’s own plate, or their household’s");
    case Indicator::FamilyCoworker: return tr("Plate of family, a former partner, a neighbour or a colleague");
    case Indicator::PublicFigure: return tr("Plate of somebody on the supervisor’s list");
    case Indicator::NoCase: return tr("No case number, or one that is not on the list");
    case Indicator::SameCaseManyPlates: return tr("One case used for unusually many plates");
    case Indicator::ClosedCase: return tr("Query for a closed case");
    case Indicator::GenericReason: return tr("Reason too general");
    case Indicator::ProtectedActivity: return tr("Reason names protest, worship, union, press or the like");
    case Indicator::ProfilingReason: return tr("Reason names a group of people instead of conduct");
    case Indicator::AfterHours: return tr("Outside the working hours, or cut off from them");
    case Indicator::VolumeSpike: return tr("Far more queries in a day than usual");
    case Indicator::OverLimit: return tr("Beyond the limit, or exceptions used often");
    case Indicator::SelfApproval: return tr("Exception approved by the person who asked");
    case Indicator::MatterMismatch: return tr("Another matter than the case’s");
    case Indicator::InactiveUser: return tr("Somebody not on the roster, or not trained");
    case Indicator::SharedLogin: return tr("Two sessions of one person at once");
    case Indicator::BehalfMissing: return tr("“On behalf of” never filled in, or always the same");
    case Indicator::StaleAlert: return tr("Alert entry not justified for a year, or its case is closed");
    case Indicator::NoVisualCheck: return tr("Read kept without a look at its picture");
    case Indicator::AuditNotDone: return tr("Review overdue");
    case Indicator::LogGap: return tr("The log is out of order");
    }
    return {};
}

QString AuditText::about(const IndicatorHit& hit)
{
    // Only of these indicators is the detail a word of the program's own.
    const auto* found = std::ranges::find_if(detailWords, [&hit](const DetailWords& one) {
        return one.indicator == hit.indicator && hit.detail == QLatin1StringView(one.detail);
    });
    QStringList words{hit.user, hit.plate, hit.caseNumber, found == detailWords.end() ? hit.detail : tr(found->words)};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

} // namespace casebound
