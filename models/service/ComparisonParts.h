// What it takes to compare something of this office with the vendor's own list of it.
#pragma once

#include "domain/Vendor.h"
#include "service/Failure.h"

#include <functional>

namespace casebound {

class AuditLog;
class Clock;
class VendorAuditClient;
struct OfficeProfile;

/// Everything referred to outlives the service that is given it.
struct ComparisonParts {
    AuditLog& log;
    std::function<VendorAuditClient*()> client; ///< Null while there is none.
    const OfficeProfile& profile;
    const VendorCapabilities& capabilities;
    const Clock& clock;
    Actor actor;
};

} // namespace casebound
