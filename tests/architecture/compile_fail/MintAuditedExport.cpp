// expect: AuditedExport.*private
#include "domain/AuditedExport.h"

using namespace casebound;

AuditedExport mint(const AuditReceipt& receipt)
{
    return AuditedExport(QString(), receipt);
}
