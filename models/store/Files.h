// Small durable file operations (POSIX), for sources of this folder.
#pragma once

#include "store/CaseTable.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>

namespace casebound {

/// Closes what it holds. -1: nothing.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int handle) : m_handle(handle) {}
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept;
    FileHandle& operator=(FileHandle&& other) noexcept;
    [[nodiscard]] int get() const { return m_handle; }
    [[nodiscard]] bool isOpen() const { return m_handle >= 0; }

private:
    int m_handle = -1;
};

/// DiskFull for ENOSPC, EDQUOT and EFBIG; else WriteFailed.
[[nodiscard]] StoreFault faultOfErrno();
[[nodiscard]] std::expected<void, StoreFault> syncFile(const QString& path);
[[nodiscard]] std::expected<void, StoreFault> syncFolder(const QString& folder);
/// False where there was nothing to remove.
bool removeFile(const QString& path);
/// Renames and syncs the folder.
[[nodiscard]] std::expected<void, StoreFault> renameDurably(const QString& from, const QString& to);
/// Beside its name, synced, renamed, folder synced; mode 0600.
[[nodiscard]] std::expected<void, StoreFault> writeDurably(const QString& path, QByteArrayView bytes);
[[nodiscard]] bool writeAllAt(int file, QByteArrayView bytes, std::int64_t offset);

/// Makes the folder 0700 where missing, durably. WriteFailed where it is not ours or others can write in it.
[[nodiscard]] std::expected<void, StoreFault> preparePrivateFolder(const QString& folder);

/// An exclusive lock on a file for as long as the handle lives; the file says who holds it. Nothing: someone else has it.
[[nodiscard]] std::expected<std::optional<FileHandle>, StoreFault> lockFile(const QString& path);

} // namespace casebound
