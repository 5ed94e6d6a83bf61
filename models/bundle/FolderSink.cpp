#include "bundle/FolderSink.h"

#include "bundle/DraftFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace casebound {

std::expected<std::unique_ptr<FolderSink>, BundleFault> FolderSink::create(const QString& target)
{
    const QFileInfo info(target);
    if (info.exists() || info.isSymLink())
        return std::unexpected(BundleFault::TargetExists);
    const QString path = info.absoluteFilePath(), draft = draftName(path);
    errno = 0;
    if (!QDir().mkdir(draft, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return std::unexpected(errno == EEXIST ? BundleFault::CannotWrite : bundleFaultOfErrno());
    return std::unique_ptr<FolderSink>(new FolderSink(path, draft));
}

FolderSink::~FolderSink()
{
    m_file.reset();
    if (!m_published)
        QDir(m_draft).removeRecursively();
}

BundleSink::Done FolderSink::begin(const QByteArray& path)
{
    const QString full = m_draft + u'/' + QString::fromLatin1(path);
    errno = 0;
    if (!QDir().mkpath(QFileInfo(full).path()))
        return std::unexpected(bundleFaultOfErrno());
    m_file = std::make_unique<QFile>(full);
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return std::unexpected(bundleFaultOfErrno());
    m_sum = std::make_unique<Sha512>();
    m_path = path;
    return {};
}

BundleSink::Done FolderSink::write(QByteArrayView bytes)
{
    m_sum->add(bytes);
    errno = 0;
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
        return std::unexpected(bundleFaultOfErrno());
    return {};
}

BundleSink::Done FolderSink::end()
{
    errno = 0;
    const bool done = m_file->flush();
    m_file.reset();
    if (!done)
        return std::unexpected(bundleFaultOfErrno());
    m_sums.emplace_back(m_path, m_sum->finish());
    return {};
}

BundleSink::Done FolderSink::whole(const QByteArray& path, QByteArrayView bytes)
{
    return begin(path).and_then([&] { return write(bytes); }).and_then([&] { return end(); });
}

BundleSink::Done FolderSink::finish()
{
    if (!syncFolder(m_draft, true))
        return std::unexpected(bundleFaultOfErrno());
    return {};
}

BundleSink::Done FolderSink::check()
{
    for (const auto& [path, sum] : m_sums) {
        const int file =
            ::open(QFile::encodeName(m_draft + u'/' + QString::fromLatin1(path)).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        const QByteArray found = file < 0 ? QByteArray() : sha512OfFile(file);
        if (file >= 0)
            ::close(file);
        if (found != sum)
            return std::unexpected(BundleFault::CheckFailed);
    }
    return {};
}

BundleSink::Done FolderSink::publish()
{
    if (const auto renamed = renameDraft(m_draft, m_target); !renamed)
        return renamed;
    m_published = true;
    if (!syncFolder(QFileInfo(m_target).path(), false)) {
        QDir(m_target).removeRecursively();
        return std::unexpected(BundleFault::CannotWrite);
    }
    return {};
}

} // namespace casebound
