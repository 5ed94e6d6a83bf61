// expect: discards qualifiers|no viable overloaded|passing .const|is a member of|read-only
#include "domain/Query.h"

#include <bit>

using namespace casebound;

void widen(AuditedQuery& query)
{
    query.terms().from = Instant();
}
