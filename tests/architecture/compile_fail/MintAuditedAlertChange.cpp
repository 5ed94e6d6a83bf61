// expect: AuditedAlertChange.*private
#include "domain/AlertChange.h"

using namespace casebound;

AuditedAlertChange mint(const AuthorizedAlertChange& change, const AuditReceipt& receipt)
{
    return AuditedAlertChange(change, receipt);
}
