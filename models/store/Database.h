// A thin RAII wrapper of one SQLCipher file: raw key, WAL, synchronous=FULL, assertions at open.
#pragma once

#include "store/CaseTable.h"

#include <QString>

#include <expected>
#include <memory>
#include <span>

namespace casebound {

class SecureBytes;

/// Not thread-safe; one process at a time (exclusive locking). Public headers name no SQLite type, so that nothing above store can reach
/// one.
class Database {
public:
    /// `schema` is the list of migrations, applied in order inside one transaction each (user_version). The key is 32 raw bytes.
    /// A missing file is made beside its name and renamed when whole, so a file that is there and empty is a damaged one.
    /// Locked: key missing or wrong, or another process has it; no file is touched. A file of a newer program is Damaged.
    [[nodiscard]] static std::expected<std::unique_ptr<Database>, StoreFault> open(const QString& path, const SecureBytes& key,
                                                                                   std::span<const char* const> schema);
    ~Database();
    /// The file is closed and its key erased; the object stays. Until takeOver() every statement fails with Locked.
    void shut();
    /// Goes on as `other`, which was opened anew: tables that hold a reference to this one read and write that one.
    void takeOver(std::unique_ptr<Database> other);
    /// Migrations of the case database (CaseTable, KeptReadTable).
    [[nodiscard]] static std::span<const char* const> caseSchema();

    /// The pages it holds in memory, up to 16 MB of them decrypted, go; they are read again when they are needed.
    void forgetPages();
    /// While set, closing leaves file and WAL as they are: evidence is not folded away. Off after open().
    void keepFilesOnClose(bool keep);

private:
    friend class CaseKeys;
    friend class KeptReadTable;
    friend class Statement;
    friend class Transaction;
    struct Private;
    explicit Database(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace casebound
