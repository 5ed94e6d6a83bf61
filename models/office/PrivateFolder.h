// Folders and files that only this user may read or change.
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace casebound {

enum class FolderFault {
    NotPrivate,  ///< A link, another owner, or writable by others: somebody else could have put something into it.
    NotWritable, ///< Cannot be made or written.
    InUse,       ///< Another Casebound works with it.
};

/// Made with 0700 where missing (parents too). An existing one must be a real folder of ours that nobody else can write; its mode is
/// narrowed to 0700.
[[nodiscard]] std::expected<void, FolderFault> ensurePrivateFolder(const QString& path);

/// A new file, 0600, synced to disk. NotWritable where it exists.
[[nodiscard]] std::expected<void, FolderFault> writePrivateFile(const QString& path, QByteArrayView bytes);

/// The same, in the place of whatever stood there: written beside it, synced, renamed, the folder synced. Whoever reads finds the old
/// bytes or the new ones, whole.
[[nodiscard]] std::expected<void, FolderFault> replacePrivateFile(const QString& path, QByteArrayView bytes);

/// Nothing where it cannot be read, is a link, or is larger than `limit`.
[[nodiscard]] std::optional<QByteArray> readPrivateFile(const QString& path, qsizetype limit);

/// Renames a folder and syncs its parent, so that it stands after a power cut.
[[nodiscard]] bool moveIntoPlace(const QString& from, const QString& to);

/// One Casebound per data folder: an advisory lock (flock) that the system frees when the process ends, however it ends.
class FolderLock {
public:
    [[nodiscard]] static std::expected<FolderLock, FolderFault> take(const QString& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    explicit FolderLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace casebound
