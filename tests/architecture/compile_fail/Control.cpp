// expect: compiles
// What may be written; if this does not compile, the other files fail for a wrong reason.
#include "ports/VendorClient.h"

#include <bit>

using namespace casebound;

void send(VendorClient& vendor, AuditedQuery query, const AuthorizedQuery& authorized, AuditReceipt receipt)
{
    const AuthorizedQuery again = authorized;
    const AuditReceipt same = receipt;
    static_cast<void>(again.terms().from <= query.terms().to && same.sequence() == query.intentSequence());
    static_cast<void>(std::bit_cast<std::uint64_t>(1.0));
    static_cast<void>(vendor.query(std::move(query), {}, {}));
}
