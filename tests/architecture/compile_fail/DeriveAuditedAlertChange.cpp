// expect: AuditedAlertChange.*private
#include "domain/AlertChange.h"

using namespace casebound;

struct Forged : AuditedAlertChange {
    using AuditedAlertChange::AuditedAlertChange;
};

AuditedAlertChange mint(const AuthorizedAlertChange& change, const AuditReceipt& receipt)
{
    return Forged(change, receipt);
}
