// expect: AuditedQuery.*private
#include "domain/Query.h"

#include <bit>

using namespace casebound;

struct Forged : AuditedQuery {
    using AuditedQuery::AuditedQuery;
};

AuditedQuery mint(const AuthorizedQuery& query, AuditReceipt receipt)
{
    return Forged(query, receipt);
}
