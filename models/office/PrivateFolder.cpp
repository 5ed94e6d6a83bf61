#include "office/PrivateFolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebound {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int file) : m_file(file) {}
    ~Descriptor()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_file; }
    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int release() { return std::exchange(m_file, -1); }

private:
    int m_file;
};

bool makeFolders(const QString& path)
{
    if (QFileInfo::exists(path))
        return true;
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path && !makeFolders(parent))
        return false;
    return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0 || errno == EEXIST;
}

} // namespace

std::expected<void, FolderFault> ensurePrivateFolder(const QString& path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!makeFolders(absolute))
        return std::unexpected(FolderFault::NotWritable);
    const Descriptor folder(::open(QFile::encodeName(absolute).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.isOpen())
        return std::unexpected(errno == ELOOP || errno == ENOTDIR ? FolderFault::NotPrivate : FolderFault::NotWritable);
    struct stat info{};
    if (::fstat(folder.get(), &info) != 0 || info.st_uid != ::geteuid() || (info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return std::unexpected(FolderFault::NotPrivate);
    if ((info.st_mode & 07777) != 0700 && ::fchmod(folder.get(), 0700) != 0)
        return std::unexpected(FolderFault::NotPrivate);
    return {};
}

std::expected<void, FolderFault> writePrivateFile(const QString& path, QByteArrayView bytes)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return std::unexpected(FolderFault::NotWritable);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(file.get(), bytes.data() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return std::unexpected(FolderFault::NotWritable);
        done += written;
    }
    if (::fsync(file.get()) != 0)
        return std::unexpected(FolderFault::NotWritable);
    return {};
}

std::expected<void, FolderFault> replacePrivateFile(const QString& path, QByteArrayView bytes)
{
    const QString draft = path + QStringLiteral(".new");
    ::unlink(QFile::encodeName(draft).constData()); // left behind by a program that was cut off
    if (const auto written = writePrivateFile(draft, bytes); !written)
        return written;
    if (!moveIntoPlace(draft, path))
        return std::unexpected(FolderFault::NotWritable);
    return {};
}

std::optional<QByteArray> readPrivateFile(const QString& path, qsizetype limit)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat info{};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size > limit)
        return std::nullopt;
    QByteArray bytes(limit + 1, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + done, static_cast<std::size_t>(bytes.size() - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        done += got;
    }
    if (done > limit)
        return std::nullopt;
    bytes.truncate(done);
    return bytes;
}

bool moveIntoPlace(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return false;
    const Descriptor parent(::open(QFile::encodeName(QFileInfo(to).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return parent.isOpen() && ::fsync(parent.get()) == 0;
}

std::expected<FolderLock, FolderFault> FolderLock::take(const QString& folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("casebound.lock"));
    Descriptor file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return std::unexpected(FolderFault::NotWritable);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(errno == EWOULDBLOCK ? FolderFault::InUse : FolderFault::NotWritable);
    return FolderLock(file.release());
}

FolderLock::~FolderLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace casebound
