#include "TileExport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

bool sync(const QString& folder, bool wholeFileSystem)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = handle >= 0 && (wholeFileSystem ? ::syncfs(handle) : ::fsync(handle)) == 0;
    if (handle >= 0)
        ::close(handle);
    return done;
}

bool isFull(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

} // namespace

std::expected<std::unique_ptr<TileExport>, ExportFault> TileExport::create(const QString& target)
{
    const QFileInfo info(target);
    const QString path = info.absoluteFilePath();
    if (info.exists() || info.isSymLink())
        return std::unexpected(ExportFault::TargetExists);
    const QString draft = path + u".unfinished-%1"_s.arg(::getpid());
    if (!QDir().mkdir(draft, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return std::unexpected(isFull(errno) ? ExportFault::DiskFull : ExportFault::CannotWrite);
    return std::unique_ptr<TileExport>(new TileExport(path, draft));
}

TileExport::TileExport(QString target, QString draft)
    : m_target(std::move(target)),
      m_draft(std::move(draft)),
      m_tree([this](const TileName& name, std::span<const Hash> hashes) {
          QByteArray bytes;
          for (const Hash& hash : hashes)
              bytes += view(hash);
          write(tilePath(name), bytes);
      })
{
}

TileExport::~TileExport()
{
    if (!m_finished)
        QDir(m_draft).removeRecursively();
}

void TileExport::write(const QByteArray& path, QByteArrayView bytes)
{
    if (m_failed)
        return;
    const QString full = m_draft + u'/' + QString::fromLatin1(path);
    QFile file(full);
    errno = 0;
    m_failed = !QDir().mkpath(QFileInfo(full).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
               file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush();
    m_full = m_failed && isFull(errno);
}

void TileExport::flushBundle()
{
    if (m_bundle.isEmpty())
        return;
    const std::uint64_t last = m_tree.size() - 1;
    write(tilePath({.entries = true, .index = last / tileWidth, .width = static_cast<unsigned>(last % tileWidth + 1)}), m_bundle);
    m_bundle.clear();
}

std::expected<void, ExportFault> TileExport::add(QByteArrayView publicBytes)
{
    if (!appendToBundle(m_bundle, publicBytes))
        return std::unexpected(ExportFault::EntryTooLarge);
    m_tree.add(leafHash(publicBytes));
    if (m_tree.size() % tileWidth == 0)
        flushBundle();
    if (m_failed)
        return std::unexpected(writeFault());
    return {};
}

std::expected<void, ExportFault> TileExport::addPrivate(std::uint64_t sequence, QByteArrayView privateBytes)
{
    write("private/" + QByteArray::number(static_cast<qulonglong>(sequence)) + ".json", privateBytes);
    if (m_failed)
        return std::unexpected(writeFault());
    return {};
}

std::expected<void, ExportFault> TileExport::addSealed(QByteArrayView blob)
{
    write("sealed/" + toBytes(sha256(blob)).toHex(), blob);
    if (m_failed)
        return std::unexpected(writeFault());
    return {};
}

std::expected<void, ExportFault> TileExport::addSegment(QByteArrayView cms)
{
    write("sealed/" + toBytes(sha256(cms)).toHex() + ".cms", cms);
    if (m_failed)
        return std::unexpected(ExportFault::CannotWrite);
    return {};
}

std::expected<Checkpoint, ExportFault> TileExport::finish(const CheckpointSigner& signer)
{
    flushBundle();
    m_tree.finish();
    const auto note = signer.sign(m_tree.size(), m_tree.root());
    if (!note)
        return std::unexpected(ExportFault::CannotSign);
    QFile readme(u":/casebound/export/log-README.txt"_s);
    if (!readme.open(QIODevice::ReadOnly))
        return std::unexpected(ExportFault::CannotWrite);
    write("README", readme.readAll());
    write("checkpoint", *note);
    if (!m_failed && !sync(m_draft, true)) {
        m_failed = true;
        m_full = isFull(errno);
    }
    if (m_failed)
        return std::unexpected(writeFault());
    if (::renameat2(AT_FDCWD, QFile::encodeName(m_draft).constData(), AT_FDCWD, QFile::encodeName(m_target).constData(),
                    RENAME_NOREPLACE) != 0)
        return std::unexpected(errno == EEXIST ? ExportFault::TargetExists : ExportFault::CannotWrite);
    m_finished = true;
    if (!sync(QFileInfo(m_target).path(), false))
        return std::unexpected(ExportFault::CannotWrite);
    return Checkpoint{.origin = signer.verifierKey().origin(), .size = m_tree.size(), .root = m_tree.root()};
}

} // namespace casebound
