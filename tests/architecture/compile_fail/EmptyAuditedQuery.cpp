// expect: no matching function|no default constructor|no matching constructor
#include "domain/Query.h"

#include <bit>

using namespace casebound;

AuditedQuery mint()
{
    return AuditedQuery();
}
