// What a session is made of, in the order it is built; destroyed the other way round, the log last.
#pragma once

#include "service/AlertService.h"
#include "service/ApprovalService.h"
#include "service/CaseDisposal.h"
#include "service/CaseExport.h"
#include "service/ComplaintService.h"
#include "service/CourseService.h"
#include "service/DraftService.h"
#include "service/OfficeAccess.h"
#include "service/OwedEntries.h"
#include "service/QualityService.h"
#include "service/ReconciliationService.h"
#include "service/ReferralService.h"
#include "service/ReportService.h"
#include "service/ReviewService.h"
#include "service/RosterComparisonService.h"
#include "service/SealedService.h"
#include "service/Session.h"
#include "service/VendorSeat.h"
#include "store/AlertTable.h"
#include "store/CaseTable.h"
#include "store/HitTable.h"
#include "store/KeptReadTable.h"
#include "store/QualityTable.h"

namespace casebound {

struct Session::Parts {
    Parts(OfficeAccess& access, const Clock& time) : office(access), clock(time), profile(access.profile()) {}

    OfficeAccess& office;
    const Clock& clock;
    OfficeProfile profile;
    RosterUser user;
    AuditActor actor;                  ///< As the log was told; told again after each unlock.
    std::shared_ptr<OwedEntries> owed; ///< Paid by whoever opens the log next.
    CredentialChoice choice;
    std::unique_ptr<Credential> credential;
    OfficeStores stores;
    std::unique_ptr<CaseTable> cases;
    std::unique_ptr<KeptReadTable> kept;
    std::unique_ptr<QualityTable> samples;
    std::unique_ptr<AlertTable> alertTable;
    std::unique_ptr<HitTable> hitTable;
    std::shared_ptr<VendorSeat> vendor = std::make_shared<VendorSeat>();
    VendorCapabilities capabilities;
    std::unique_ptr<VerificationService> verification;
    std::unique_ptr<CaseService> caseService;
    std::unique_ptr<CaseExport> caseExport;
    std::unique_ptr<CaseDisposal> disposal;
    std::unique_ptr<ApprovalService> approvals;
    std::unique_ptr<QueryService> queries;
    std::unique_ptr<AlertService> alerts;
    std::unique_ptr<LogExport> logExport;
    std::unique_ptr<QualityService> quality;
    std::unique_ptr<CourseService> course;
    std::unique_ptr<DraftTable> draftTable;
    std::unique_ptr<DraftService> drafts;
    std::unique_ptr<AlertTable> reviewedAlerts;
    std::unique_ptr<ReviewTable> reviewStore;
    std::unique_ptr<ReviewService> review;
    std::unique_ptr<ComplaintService> complaints;
    std::unique_ptr<ReportService> reports;
    std::unique_ptr<CopyService> copies;
    MapSupply maps;
    std::unique_ptr<SealedService> sealedResults;
    std::unique_ptr<ReferralService> referrals;
    std::unique_ptr<ReconciliationService> reconciliation;
    std::unique_ptr<RosterComparisonService> rosterComparison;
    std::chrono::seconds clockDifference{0};
    std::optional<LogFault> logFault;
    bool locked = false;
    int wrongPins = 0, refusals = 0;   ///< While locked: of PINs, and of anything.
    bool forSystem = false;            ///< Ended by the computer, not by the person.
    std::optional<SignInProblem> over; ///< It can only be signed out of any more.
    bool endLogged = false;
    PictureDecoder* decoder = nullptr; ///< Outlives the session.
};

} // namespace casebound
