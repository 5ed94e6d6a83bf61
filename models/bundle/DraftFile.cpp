#include "bundle/DraftFile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bufferSize = 256 * 1024;

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t done = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        bytes = bytes.sliced(done);
    }
    return true;
}

} // namespace

BundleFault bundleFaultOfErrno()
{
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return BundleFault::DiskFull;
    case EEXIST: return BundleFault::TargetExists;
    default: return BundleFault::CannotWrite;
    }
}

bool syncFolder(const QString& folder, bool all)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = handle >= 0 && (all ? ::syncfs(handle) : ::fsync(handle)) == 0;
    const int error = errno;
    if (handle >= 0)
        ::close(handle);
    errno = error;
    return done || error == EINVAL; // a file system that cannot sync a folder says so
}

BundleSink::Done renameDraft(const QString& draft, const QString& target)
{
    const QByteArray from = QFile::encodeName(draft), to = QFile::encodeName(target);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return std::unexpected(bundleFaultOfErrno());
    struct stat status{};
    if (::lstat(to.constData(), &status) == 0)
        return std::unexpected(BundleFault::TargetExists);
    if (::rename(from.constData(), to.constData()) != 0)
        return std::unexpected(bundleFaultOfErrno());
    return {};
}

QString draftName(const QString& target)
{
    return target + u".unfinished-%1"_s.arg(::getpid());
}

QByteArray sha512OfFile(int file)
{
    Sha512 sum;
    QByteArray piece(bufferSize, Qt::Uninitialized);
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(file, piece.data(), static_cast<std::size_t>(piece.size()), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return {};
        if (got == 0)
            return sum.finish();
        sum.add(QByteArrayView(piece).first(got));
        at += got;
    }
}

std::expected<std::unique_ptr<DraftFile>, BundleFault> DraftFile::create(const QString& target)
{
    const QFileInfo info(target);
    if (info.exists() || info.isSymLink())
        return std::unexpected(BundleFault::TargetExists);
    const QString path = info.absoluteFilePath();
    const QByteArray folder = QFile::encodeName(info.absolutePath());
    int file = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0)
        return std::unique_ptr<DraftFile>(new DraftFile(path, {}, file));
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
        return std::unexpected(bundleFaultOfErrno());
    const QString draft = draftName(path);
    file = ::open(QFile::encodeName(draft).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return std::unexpected(bundleFaultOfErrno());
    return std::unique_ptr<DraftFile>(new DraftFile(path, draft, file));
}

DraftFile::~DraftFile()
{
    if (m_file >= 0)
        ::close(m_file);
    if (!m_published && !m_draft.isEmpty())
        ::unlink(QFile::encodeName(m_draft).constData());
}

bool DraftFile::write(QByteArrayView bytes)
{
    m_sum.add(bytes);
    m_size += bytes.size();
    m_buffer.append(bytes.data(), bytes.size());
    return m_buffer.size() < bufferSize || flush();
}

bool DraftFile::flush()
{
    const bool done = writeAll(m_file, m_buffer);
    if (!done)
        m_fault = bundleFaultOfErrno();
    m_buffer.resize(0);
    return done;
}

BundleSink::Done DraftFile::finish()
{
    if (!flush())
        return std::unexpected(m_fault);
    if (::fsync(m_file) != 0)
        return std::unexpected(bundleFaultOfErrno());
    m_digest = m_sum.finish();
    // Whoever reads it now reads the medium where the system lets go of what it holds in memory; otherwise that.
    (void)::posix_fadvise(m_file, 0, 0, POSIX_FADV_DONTNEED);
    return {};
}

BundleSink::Done DraftFile::check() const
{
    if (sha512OfFile(m_file) != m_digest)
        return std::unexpected(BundleFault::CheckFailed);
    return {};
}

QString DraftFile::draft() const
{
    return m_draft.isEmpty() ? u"/proc/self/fd/%1"_s.arg(m_file) : m_draft;
}

BundleSink::Done DraftFile::publish()
{
    if (m_draft.isEmpty()) {
        const QByteArray self = "/proc/self/fd/" + QByteArray::number(m_file);
        if (::linkat(AT_FDCWD, self.constData(), AT_FDCWD, QFile::encodeName(m_target).constData(), AT_SYMLINK_FOLLOW) != 0)
            return std::unexpected(bundleFaultOfErrno());
    } else if (const auto renamed = renameDraft(m_draft, m_target); !renamed) {
        return renamed;
    }
    m_published = true;
    if (!syncFolder(QFileInfo(m_target).path(), false)) {
        ::unlink(QFile::encodeName(m_target).constData());
        return std::unexpected(BundleFault::CannotWrite);
    }
    return {};
}

} // namespace casebound
