// Opens the office's log, or, where a check at opening finds it at fault, a holding log that says so.
#pragma once

#include "ledger/LogFinding.h"
#include "store/AuditLog.h"
#include "store/CaseTable.h"

#include <expected>
#include <memory>
#include <optional>

namespace casebound {

/// The log that may be written. With `fault` it is the holding log: people may look, and nothing may be searched, sent or kept.
struct OpenedLog {
    std::unique_ptr<AuditLog> log;
    std::optional<LogFaultReport> fault;
};

/// Folders beside the log's own, whose name they begin with:
///   log.aside/<mark>           copies of a log found at fault, made before anything else is written anywhere
///   log.aside/<mark>-replaced  that log itself, moved there when a new one took its place
///   log.aside/<mark>-holding   a holding log that is no longer needed, because its log opened again, or was itself found at fault
///   log.holding                the log of what happens while the log is at fault: log.fault first, then sign-ins
///   log.next                   that log on its way to become the log; a start finishes the way
/// A log that follows another has a name of its own (Config::successor): witnesses of the one never speak of the other.
/// Not thread-safe; one process a folder.
class LogKeeper {
public:
    /// Errors: in use, disk full, not writable, or a fault whose files could not be kept aside (CannotKeepAside). In each nothing was
    /// altered and nobody may sign in, for even that could not be logged.
    [[nodiscard]] static std::expected<OpenedLog, LogFault> open(const AuditLog::Config& config, const SecureBytes& key, const Clock& clock,
                                                                 QString* where = nullptr, LogFinding* finding = nullptr);

    /// Makes the holding log the log. Call after log.begun stands in it and it is closed. The damaged one is moved aside, never changed.
    [[nodiscard]] static std::expected<void, StoreFault> takeIntoUse(const QString& logFolder, Instant now);
};

} // namespace casebound
