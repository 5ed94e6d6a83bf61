// How a service's act is written for the log: fixed words in the public part, what a person may not see in the private one.
#pragma once

#include "domain/Query.h"
#include "ledger/AuditRecord.h"
#include "service/Failure.h"
#include "service/QueryRun.h"

namespace casebound {

/// The intent of a query: every member the design names.
[[nodiscard]] AuditRecord intentRecord(const QueryTerms& terms);
/// A later entry of the same query: its id and public terms, and privately plate, jurisdiction and case.
[[nodiscard]] AuditRecord queryRecord(AuditEvent event, const QueryTerms& terms);
/// A refused draft. Typed text goes to the private part alone, cut to a bounded length; ids reach the public part only where the
/// reference data knows them, so nothing typed can.
[[nodiscard]] AuditRecord refusalRecord(const QueryDraft& draft, const std::vector<FieldRefusal>& fields);

/// An entry that belongs to no query.
[[nodiscard]] AuditRecord plainRecord(AuditEvent event, const QString& outcome = {});

// Fixed words of the log; they never change once written.
[[nodiscard]] QString auditWord(VendorFault fault);
[[nodiscard]] QString auditWord(TlsRefusal refusal);
/// "timed_out"; "tls_refused:expired" where it is known what was held against the server.
[[nodiscard]] QString auditWord(const VendorFailure& failure);
[[nodiscard]] QString auditWord(QueryField field);
[[nodiscard]] QString auditWord(FieldProblem problem);
[[nodiscard]] QString auditWord(Verdict verdict);
[[nodiscard]] QString auditWord(QueryRun::EndReason reason);
[[nodiscard]] QString auditWord(SignInProblem problem);

/// Valid Unicode, at most `length` UTF-16 units, never half a surrogate pair.
[[nodiscard]] QString bounded(const QString& text, qsizetype length);

} // namespace casebound
