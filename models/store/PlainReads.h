// Reads that an earlier version kept before cases had keys of their own; only for sources of this folder.
#pragma once

#include "store/CaseTable.h"

#include <expected>

namespace casebound {

class Database;

/// Seals each of them under its case's key and deletes the plain row (secure_delete is on). May be stopped and begun again at any time.
[[nodiscard]] std::expected<void, StoreFault> sealPlainReads(Database& database);

} // namespace casebound
