// expect: bit_cast
#include "domain/Query.h"

#include <bit>

using namespace casebound;

AuditReceipt mint()
{
    return std::bit_cast<AuditReceipt>(std::uint64_t(1));
}
