// What a session is made of, in the order it is built; destroyed the other way round, the log last.
#pragma once

#include "service/ApprovalService.h"
#include "service/CourseService.h"
#include "service/OfficeAccess.h"
#include "service/Session.h"
#include "store/CaseTable.h"
#include "store/KeptReadTable.h"

namespace casebound {

struct Session::Parts {
    Parts(OfficeAccess& access, const Clock& time) : office(access), clock(time), profile(access.profile()) {}

    OfficeAccess& office;
    const Clock& clock;
    OfficeProfile profile;
    RosterUser user;
    CredentialChoice choice;
    std::unique_ptr<Credential> credential;
    OfficeStores stores;
    std::unique_ptr<CaseTable> cases;
    std::unique_ptr<KeptReadTable> kept;
    std::shared_ptr<VendorClient> vendor;
    VendorCapabilities capabilities;
    std::unique_ptr<VerificationService> verification;
    std::unique_ptr<CaseService> caseService;
    std::unique_ptr<ApprovalService> approvals;
    std::unique_ptr<QueryService> queries;
    std::unique_ptr<LogExport> logExport;
    std::unique_ptr<CourseService> course;
    std::chrono::seconds clockDifference{0};
    std::optional<LogFault> logFault;
    bool locked = false;
    int wrongPins = 0;
};

} // namespace casebound
