// What the vendor tells those who oversee: its own record of queries, and its users. net implements it.
#pragma once

#include "domain/VendorAudit.h"
#include "ports/VendorClient.h"

#include <memory>
#include <vector>

namespace casebound {

struct VendorAuditPage {
    std::vector<VendorAuditEntry> entries;
    bool last = false;
};

/// One way through the vendor's record of a period, page by page, so that nobody has to hold all of it. No id comes twice: an identical
/// repeat is dropped, a differing one is an error. Must not outlive its client; may be destroyed while a call is open.
class VendorAuditWalk {
public:
    virtual ~VendorAuditWalk() = default;
    /// One call at a time; none after the last page or a failure.
    [[nodiscard]] virtual QFuture<VendorResult<VendorAuditPage>> next() = 0;
};

/// All calls return at once; futures finish on the caller's thread's event loop. Tries as for queries (VendorClient).
class VendorAuditClient {
public:
    virtual ~VendorAuditClient() = default;
    /// Only where the vendor's capabilities say `query_audit`. Both ends inclusive, by the time the vendor received the query. Asks
    /// nothing before next().
    [[nodiscard]] virtual std::unique_ptr<VendorAuditWalk> queries(Instant from, Instant to, std::stop_token stop) = 0;
    /// Only where the vendor's capabilities say `user_list`: all pages of it.
    [[nodiscard]] virtual QFuture<VendorResult<std::vector<VendorUser>>> users(std::stop_token stop) = 0;
};

} // namespace casebound
