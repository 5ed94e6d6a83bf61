// How the alert list is written for the log. For AlertService's own files alone.
#pragma once

#include "domain/AlertChange.h"
#include "ledger/AuditRecord.h"

namespace casebound {

/// Of an entry: its id as query_id, its public terms, and privately plate, jurisdiction and case.
[[nodiscard]] AuditRecord alertRecord(AuditEvent event, const AlertEntry& entry, const QString& outcome = {});
/// alert.intended, .confirmed or .failed: the change's own id; that of the entry, where it is another, stands in the note ("alert UUID").
[[nodiscard]] AuditRecord changeRecord(AuditEvent event, const AlertTerms& terms, const QString& outcome);

// Fixed words of the log.
[[nodiscard]] QString auditWord(AlertChangeKind kind);
[[nodiscard]] QString auditWord(Suspension suspension);
[[nodiscard]] QString auditWord(Removal removal);

} // namespace casebound
