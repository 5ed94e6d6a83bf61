// The vendor, as the rest of the program sees it. net implements it; tests fake the transport below it, not this.
#pragma once

#include "domain/Query.h"
#include "domain/ReadSet.h"
#include "domain/Vendor.h"
#include "ports/Link.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <expected>
#include <functional>
#include <stop_token>

namespace casebound {

class AlertClient;
class VendorAuditClient;

/// Receives the pages of one query, in order, on the thread that called query().
struct QuerySink {
    /// A page of reads that passed every check. `total` is the vendor's count for the whole query.
    std::function<void(ReadSet page, std::int64_t total)> page;
    /// The cursor expired (410) and the query starts again: what was delivered is withdrawn.
    std::function<void()> restarted;
};

/// How a query ended well: every page delivered, the count equal to the vendor's total.
struct QueryReceipt {
    Instant receivedAt{};
    QString receipt; ///< The vendor's own receipt, ≤ 1,024 characters; may be empty.
    std::int64_t total = 0;
    std::int64_t duplicates = 0; ///< Identical repeats, dropped and counted.
};

template <class T>
using VendorResult = std::expected<T, VendorFailure>;

/// All calls return at once; futures finish on the caller's thread's event loop. Retries (four tries, Retry-After, back-off
/// with jitter) happen below this interface. A stop request ends the call with VendorFault::Cancelled.
class VendorClient {
public:
    virtual ~VendorClient() = default;
    [[nodiscard]] virtual QFuture<VendorResult<VendorCapabilities>> capabilities(std::stop_token stop) = 0;
    /// What another client of the same vendor was told already: as if capabilities() had said it.
    virtual void recall(const VendorCapabilities&) {}
    /// Only an audited query can be sent. Outcome unknown (timeout after sending): the same id is asked again before this fails.
    [[nodiscard]] virtual QFuture<VendorResult<QueryReceipt>> query(AuditedQuery query, QuerySink sink, std::stop_token stop) = 0;
    /// Image bytes (≤ 8 MiB) of a path already checked by the parser. The hash is not checked here.
    [[nodiscard]] virtual QFuture<VendorResult<QByteArray>> image(QString path, QueryId query, std::stop_token stop) = 0;
    /// The alert list with the same credential, good while this client is; null where there is none.
    [[nodiscard]] virtual AlertClient* alertClient() { return nullptr; }
    /// The same for the vendor's record of queries and its users.
    [[nodiscard]] virtual VendorAuditClient* auditClient() { return nullptr; }
    /// What the calls met last: also between two tries of one, which the callers do not see.
    [[nodiscard]] virtual LinkState link() const = 0;
    /// `changed` is called after each change of link(), on the calls' thread; it must make no call. There is one listener; {}: none.
    virtual void listenToLink(std::function<void()> changed) = 0;
};

} // namespace casebound
