// expect: AuditedQuery.*private
#include "domain/Query.h"

#include <bit>

using namespace casebound;

AuditedQuery mint(const AuthorizedQuery& query, AuditReceipt receipt)
{
    return {query, receipt};
}
