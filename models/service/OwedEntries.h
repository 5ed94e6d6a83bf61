// Entries of a session that ended while it was locked: there was no key to write them with.
#pragma once

#include "ledger/AuditRecord.h"
#include "store/AuditLog.h"

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

/// In memory alone; a program that ends before they are paid leaves them to endLeftOpen().
class OwedEntries {
public:
    void add(const AuditActor& actor, std::vector<AuditRecord> records);
    /// Appends all, each in its own person's name, oldest first. The log's actor is the last of them afterwards.
    [[nodiscard]] std::expected<void, LogFault> payInto(AuditLog& log);

private:
    struct Owed {
        AuditActor actor;
        AuditRecord record;
    };
    std::vector<Owed> m_owed;
};

/// Closes, in the log, a session that the log does not know the end of (the program was killed, or ended while it was locked): for each of
/// its queries whose results it does not know to be discarded results.discarded, then session.ended, both with the outcome "unknown" and
/// in nobody's name. Only the newest session can be open. Leaves the log without an actor.
[[nodiscard]] std::expected<void, LogFault> endLeftOpen(AuditLog& log);

} // namespace casebound
