// expect: discards qualifiers|no viable overloaded|passing .const|is a member of|read-only
#include "domain/AlertChange.h"

using namespace casebound;

void widen(AuditedAlertChange& change)
{
    change.terms().entry.expiresAt = Instant();
}
