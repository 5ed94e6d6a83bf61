#include "store/LogAside.h"

#include "crypto/Digest.h"
#include "store/Files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace casebound {
namespace {

constexpr qsizetype block = 1 << 20;
constexpr auto sumsName = "SHA256SUMS"_L1;

FileHandle openPlain(const QString& path)
{
    return FileHandle(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
}

/// Reads to the end, handing each piece on; false where reading or the taker fails (errno says why).
template <class Take>
bool readAll(const FileHandle& file, Take&& take)
{
    QByteArray piece(block, '\0');
    for (;;) {
        const ssize_t got = ::read(file.get(), piece.data(), static_cast<std::size_t>(piece.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        if (!take(QByteArrayView(piece).first(got)))
            return false;
    }
}

struct Read {
    std::uint64_t bytes = 0;
    QByteArray sha256;
};

std::expected<Read, StoreFault> digestOf(const QString& path)
{
    const FileHandle file = openPlain(path);
    Read read;
    Sha256 digest;
    if (!file.isOpen() || !readAll(file, [&](QByteArrayView piece) {
            digest.add(piece);
            read.bytes += static_cast<std::uint64_t>(piece.size());
            return true;
        }))
        return std::unexpected(faultOfErrno());
    read.sha256 = toBytes(digest.finish());
    return read;
}

/// Every file, in the order of names; what is no plain file has no digest.
std::expected<std::vector<AsideFile>, StoreFault> filesOf(const QString& folder)
{
    std::vector<AsideFile> files;
    const QDir root(folder);
    QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo info = walk.nextFileInfo();
        AsideFile file{.name = root.relativeFilePath(info.filePath())};
        if ((info.isDir() && !info.isSymLink()) || file.name == "audit.lock"_L1)
            continue;
        if (info.isFile() && !info.isSymLink()) {
            const auto read = digestOf(info.filePath());
            if (!read)
                return std::unexpected(read.error());
            file.bytes = read->bytes;
            file.sha256 = read->sha256;
        }
        files.push_back(std::move(file));
    }
    std::ranges::sort(files, {}, &AsideFile::name);
    return files;
}

QByteArray sumsOf(const std::vector<AsideFile>& files)
{
    QByteArray sums;
    for (const AsideFile& file : files) {
        if (!file.sha256.isEmpty())
            sums += file.sha256.toHex() + "  " + QFile::encodeName(file.name) + '\n';
    }
    return sums;
}

std::expected<void, StoreFault> copyOne(const QString& from, const QString& to, const AsideFile& expected)
{
    const FileHandle source = openPlain(from);
    const FileHandle target(::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    std::int64_t at = 0;
    const bool copied = source.isOpen() && target.isOpen() && readAll(source, [&](QByteArrayView piece) {
                            const bool written = writeAllAt(target.get(), piece, at);
                            at += piece.size();
                            return written;
                        });
    if (!copied || ::fchmod(target.get(), 0400) != 0 || ::fsync(target.get()) != 0)
        return std::unexpected(faultOfErrno());
    const auto read = digestOf(to);
    if (!read || read->sha256 != expected.sha256)
        return std::unexpected(StoreFault::WriteFailed);
    return {};
}

bool holds(const QString& folder, const std::vector<AsideFile>& files, const QByteArray& sums)
{
    QFile list(folder + u'/' + sumsName);
    if (!list.open(QIODevice::ReadOnly) || list.readAll() != sums)
        return false;
    return std::ranges::all_of(files, [&](const AsideFile& file) {
        if (file.sha256.isEmpty())
            return true;
        const auto read = digestOf(folder + u'/' + file.name);
        return read && read->sha256 == file.sha256;
    });
}

std::expected<void, StoreFault> copyAll(const QString& log, const QString& draft, const std::vector<AsideFile>& files,
                                        const QByteArray& sums)
{
    if (const auto made = preparePrivateFolder(draft); !made)
        return made;
    QStringList folders;
    for (const AsideFile& file : files) {
        if (file.sha256.isEmpty())
            continue;
        const QString to = draft + u'/' + file.name, folder = QFileInfo(to).path();
        if (!folders.contains(folder)) {
            if (!QDir().mkpath(folder))
                return std::unexpected(faultOfErrno());
            folders += folder;
        }
        if (const auto done = copyOne(log + u'/' + file.name, to, file); !done)
            return done;
    }
    for (const QString& folder : std::as_const(folders)) {
        if (const auto done = syncFolder(folder); !done)
            return done;
    }
    return writeDurably(draft + u'/' + sumsName, sums);
}

} // namespace

QString asideMark(Instant at)
{
    return toDateTime(at).toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

std::expected<LogAside, StoreFault> keepAside(const QString& log, const QString& beside, Instant now)
{
    auto files = filesOf(log);
    if (!files)
        return std::unexpected(files.error());
    const QByteArray sums = sumsOf(*files);
    if (const auto made = preparePrivateFolder(beside); !made)
        return std::unexpected(made.error());
    for (const QString& name : QDir(beside).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString folder = beside + u'/' + name;
        if (holds(folder, *files, sums))
            return LogAside{.folder = folder, .files = *std::move(files)};
    }
    QString folder = beside + u'/' + asideMark(now);
    for (int n = 2; QFileInfo::exists(folder); ++n)
        folder = beside + u'/' + asideMark(now) + u'-' + QString::number(n);
    const QString draft = folder + ".part"_L1;
    auto done = copyAll(log, draft, *files, sums);
    if (done)
        done = renameDurably(draft, folder);
    if (!done) {
        QDir(draft).removeRecursively();
        return std::unexpected(done.error());
    }
    return LogAside{.folder = folder, .files = *std::move(files)};
}

} // namespace casebound
