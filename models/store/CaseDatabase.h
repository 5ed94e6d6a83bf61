// Opens the case database with what has to be done before anybody works with it.
#pragma once

#include "store/Database.h"

namespace casebound {

/// Database::open() with the case schema; then secrets of disposed cases that a kill left behind are destroyed, and reads that an earlier
/// version kept without a key of their case are sealed under one. Neither being possible (a read-only medium) is a fault.
[[nodiscard]] std::expected<std::unique_ptr<Database>, StoreFault> openCaseDatabase(const QString& path, const SecureBytes& key);

} // namespace casebound
