// expect: AuditReceipt.*private
#include "domain/Query.h"

#include <bit>

using namespace casebound;

AuditReceipt mint()
{
    return AuditReceipt(1);
}
