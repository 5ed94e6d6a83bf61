// The pages of one query held against each other: order, counts, cursors, duplicates (vendor contract, "Paging").
#pragma once

#include "domain/Query.h"
#include "domain/ReadSet.h"
#include "domain/Vendor.h"
#include "net/VendorOrigin.h"
#include "ports/VendorClient.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace casebound {

/// A page that passed every check.
struct QueryPage {
    ReadSet reads;
    std::int64_t total = 0;
    std::optional<std::string> next; ///< Nothing: this was the last page, and the count is right.
};

/// Fed with the bodies of one query in order. Does no I/O; may move between threads but is used by one at a time.
/// After a failure the query is over: nothing more may be fed.
class QueryAssembly {
public:
    /// `limit` is the number of reads asked for per page.
    QueryAssembly(const QueryTerms& terms, VendorOrigin origin, std::size_t limit);
    ~QueryAssembly();

    /// The answer to POST /v1/queries.
    [[nodiscard]] std::expected<QueryPage, VendorFailure> first(std::string body, Instant now);
    /// The answer to GET /v1/queries/{id}/reads.
    [[nodiscard]] std::expected<QueryPage, VendorFailure> later(std::string body, Instant now);
    /// Complete once a page without `next` was returned.
    [[nodiscard]] const QueryReceipt& receipt() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace casebound
