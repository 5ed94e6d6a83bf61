// A folder from somebody else: nothing in it is trusted. Links are never followed, devices and pipes never opened for reading, sizes
// bounded.
#pragma once

#include "crypto/Digest.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <functional>

namespace casebound {

enum class ReadProblem {
    Missing,
    NotRegular, ///< A link, device, pipe or folder, or a folder on the way that is none.
    TooLarge,
    Unreadable, ///< The system refused; says nothing about the log.
};

/// One whole file, wherever it is. Links to it are followed: the caller named it.
[[nodiscard]] std::expected<QByteArray, ReadProblem> readNamedFile(const QString& path, qsizetype limit);

/// Paths inside are relative, separated by "/". Thread-safe.
class LogFolder {
public:
    enum class Kind { File, Folder, Other };
    struct Item {
        QByteArray name;
        Kind kind = Kind::Other;
    };

    [[nodiscard]] static std::expected<LogFolder, ReadProblem> open(const QString& path);
    ~LogFolder();
    LogFolder(LogFolder&& other) noexcept;
    LogFolder& operator=(LogFolder&&) = delete;

    [[nodiscard]] std::expected<QByteArray, ReadProblem> read(QByteArrayView path, qsizetype limit) const;
    /// SHA-256 of a file of any size up to the limit, in pieces.
    [[nodiscard]] std::expected<Hash, ReadProblem> digest(QByteArrayView path, std::int64_t limit) const;
    /// The file in pieces of at most 64 KiB; its length comes back.
    [[nodiscard]] std::expected<std::int64_t, ReadProblem> stream(QByteArrayView path, std::int64_t limit,
                                                                  const std::function<void(QByteArrayView)>& take) const;
    [[nodiscard]] bool hasFolder(QByteArrayView path) const;
    /// Each item until `visit` returns false. An empty path is the folder itself.
    [[nodiscard]] std::expected<void, ReadProblem> list(QByteArrayView path, const std::function<bool(const Item&)>& visit) const;

private:
    explicit LogFolder(int handle) : m_handle(handle) {}
    [[nodiscard]] std::expected<int, ReadProblem> openAt(QByteArrayView path, bool folder) const;
    int m_handle = -1;
};

/// Bytes of a foreign name as text that no terminal obeys.
[[nodiscard]] QString printable(QByteArrayView name);

} // namespace casebound
