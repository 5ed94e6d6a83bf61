// What a session hands out.
#include "service/SessionParts.h"

namespace casebound {

const RosterUser& Session::user() const
{
    return d->user;
}
const OfficeProfile& Session::profile() const
{
    return d->profile;
}
bool Session::allows(Action action) const
{
    return may({.user = d->user.id, .role = d->user.role}, action);
}
const VendorCapabilities& Session::capabilities() const
{
    return d->capabilities;
}
LinkState Session::link() const
{
    return d->vendor->link();
}
const Clock& Session::clock() const
{
    return d->clock;
}
CaseService& Session::cases()
{
    return *d->caseService;
}
QueryService& Session::queries()
{
    return *d->queries;
}
CopyService& Session::copies()
{
    return *d->copies;
}
DraftService& Session::drafts()
{
    return *d->drafts;
}
const MapSupply& Session::mapSupply() const
{
    return d->maps;
}
ApprovalService& Session::approvals()
{
    return *d->approvals;
}
QualityService& Session::quality()
{
    return *d->quality;
}
AlertService& Session::alerts()
{
    return *d->alerts;
}
VerificationService& Session::verification()
{
    return *d->verification;
}
LogExport* Session::logExport()
{
    return d->logExport && d->logExport->mayExport() ? d->logExport.get() : nullptr;
}
ComplaintService* Session::complaints()
{
    return d->complaints.get();
}
ReportService* Session::reports()
{
    return d->reports.get();
}
SealedService* Session::sealedResults()
{
    return d->sealedResults.get();
}
ReferralService* Session::referrals()
{
    return d->referrals.get();
}
ReconciliationService* Session::reconciliation()
{
    return d->reconciliation.get();
}
RosterComparisonService* Session::rosterComparison()
{
    return d->rosterComparison.get();
}
ReviewService* Session::reviews()
{
    return d->review.get();
}
CaseExport& Session::caseExport()
{
    return *d->caseExport;
}
CaseDisposal& Session::disposal()
{
    return *d->disposal;
}
CourseService* Session::course()
{
    return d->course.get();
}
QString Session::practicePassphrase() const
{
    return d->office.practicePassphrase();
}
std::chrono::seconds Session::vendorClockDifference() const
{
    return d->clockDifference;
}

} // namespace casebound
