// What a session in front of a log at fault is made of.
#pragma once

#include "service/FaultSession.h"
#include "service/OfficeAccess.h"

namespace casebound {

struct FaultSession::Parts {
    OfficeAccess& office;
    const Clock& clock;
    RosterUser user;
    LogFaultReport fault;
    std::unique_ptr<AuditLog> log; ///< The holding log; gone once the new one is taken into use.
    std::unique_ptr<LogCare> care;
    bool begun = false, forSystem = false;
};

} // namespace casebound
