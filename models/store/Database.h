// A thin RAII wrapper of one SQLCipher file: raw key, WAL, synchronous=FULL, assertions at open.
#pragma once

#include "store/CaseTable.h"

#include <QString>

#include <expected>
#include <memory>
#include <span>

namespace casebound {

class SecureBytes;

/// Not thread-safe. Public headers name no SQLite type, so that nothing above store can reach one.
class Database {
public:
    /// `schema` is the list of migrations, applied in order inside one transaction each (user_version).
    [[nodiscard]] static std::expected<std::unique_ptr<Database>, StoreFault> open(const QString& path, const SecureBytes& key,
                                                                                  std::span<const char* const> schema);
    ~Database();
    /// Migrations of the case database (CaseTable, KeptReadTable).
    [[nodiscard]] static std::span<const char* const> caseSchema();

private:
    friend class Statement;
    friend class Transaction;
    struct Private;
    explicit Database(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace casebound
