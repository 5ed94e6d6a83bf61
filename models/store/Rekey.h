// Another key for an encrypted database: a copy of it, so that the one that is there stays whole until the copy takes its place.
#pragma once

#include "store/CaseTable.h"

#include <QString>

#include <expected>
#include <span>

namespace casebound {

class SecureBytes;

/// Opens `from` with its key (which folds its journal in), copies it to `to`, which must not exist, and gives the copy the next key: every
/// page is written anew, and the copy is opened once with the next key before it counts. Durable when it returns; `from` keeps its
/// content and its key. Both must be closed. Locked: not its key. DiskFull, WriteFailed: nothing is left at `to`.
[[nodiscard]] std::expected<void, StoreFault> copyWithKey(const QString& from, const QString& to, const SecureBytes& key,
                                                          const SecureBytes& next, std::span<const char* const> schema);

/// The log's database and sidecar in `from`, for the folder `to`, which must exist: the same entries and head under the next key. Sealed
/// results are not encrypted with it and stay where they are.
[[nodiscard]] std::expected<void, StoreFault> copyLogWithKey(const QString& from, const QString& to, const SecureBytes& key,
                                                             const SecureBytes& next);

} // namespace casebound
