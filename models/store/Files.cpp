#include "store/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace casebound {

FileHandle::~FileHandle()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

FileHandle::FileHandle(FileHandle&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

StoreFault faultOfErrno()
{
    return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? StoreFault::DiskFull : StoreFault::WriteFailed;
}

std::expected<void, StoreFault> syncFile(const QString& path)
{
    const FileHandle file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return std::unexpected(faultOfErrno());
    return {};
}

std::expected<void, StoreFault> syncFolder(const QString& folder)
{
    const FileHandle handle(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen() || ::fsync(handle.get()) != 0)
        return std::unexpected(faultOfErrno());
    return {};
}

bool removeFile(const QString& path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0;
}

std::expected<void, StoreFault> renameDurably(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return std::unexpected(faultOfErrno());
    return syncFolder(QFileInfo(to).path());
}

bool writeAllAt(int file, QByteArrayView bytes, std::int64_t offset)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::pwrite(file, bytes.data(), static_cast<std::size_t>(bytes.size()), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
        offset += written;
    }
    return true;
}

std::expected<void, StoreFault> writeDurably(const QString& path, QByteArrayView bytes)
{
    const QString draft = path + QLatin1StringView(".part");
    const FileHandle file(::open(QFile::encodeName(draft).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen() || !writeAllAt(file.get(), bytes, 0) || ::fsync(file.get()) != 0) {
        const StoreFault fault = faultOfErrno();
        removeFile(draft);
        return std::unexpected(fault);
    }
    return renameDurably(draft, path);
}

std::expected<void, StoreFault> preparePrivateFolder(const QString& folder)
{
    const QByteArray name = QFile::encodeName(folder);
    if (!QFileInfo::exists(folder)) {
        QDir().mkpath(QFileInfo(folder).path());
        if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
            return std::unexpected(faultOfErrno());
        // What is synced inside a folder is lost with the folder's own name.
        if (const auto done = syncFolder(QFileInfo(folder).path()); !done)
            return done;
    }
    struct stat about = {};
    if (::stat(name.constData(), &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != ::geteuid() || (about.st_mode & 0022) != 0)
        return std::unexpected(StoreFault::WriteFailed);
    return {};
}

std::expected<std::optional<FileHandle>, StoreFault> lockFile(const QString& path)
{
    FileHandle file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return std::unexpected(faultOfErrno());
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return std::optional<FileHandle>();
        return std::unexpected(faultOfErrno());
    }
    const QByteArray who = QByteArray::number(static_cast<qlonglong>(::getpid())) + ' ' + QSysInfo::machineHostName().toUtf8() + '\n';
    if (::ftruncate(file.get(), 0) != 0 || !writeAllAt(file.get(), who, 0))
        return std::unexpected(faultOfErrno());
    return std::optional<FileHandle>(std::move(file));
}

} // namespace casebound
