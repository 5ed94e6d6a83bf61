// An entry read out of the log for somebody to rely on: held to its hash in the tree, and its private part to its commitment.
#pragma once

#include "ledger/AuditEntry.h"
#include "store/AuditLog.h"

#include <optional>

namespace casebound {

struct CheckedEntry {
    PublicPart shown;
    PrivatePart hidden;
};

/// Nothing where it is not the entry the tree holds.
[[nodiscard]] std::optional<CheckedEntry> checkedEntry(const AuditLog& log, const StoredEntry& stored);

} // namespace casebound
