// expect: could not convert|no viable conversion|cannot convert
#include "ports/VendorClient.h"

#include <bit>

using namespace casebound;

void send(VendorClient& vendor, const AuthorizedQuery& query)
{
    static_cast<void>(vendor.query(query, {}, {}));
}
