#include "LogFolder.h"

#include <QFile>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace casebound {
namespace {

class Handle {
public:
    explicit Handle(int handle) : m_handle(handle) {}
    ~Handle()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] int get() const { return m_handle; }
    [[nodiscard]] int release() { return std::exchange(m_handle, -1); }
    void reset(int handle)
    {
        if (m_handle >= 0)
            ::close(m_handle);
        m_handle = handle;
    }

private:
    int m_handle;
};

ReadProblem problemOfErrno()
{
    switch (errno) {
    case ENOENT: return ReadProblem::Missing;
    case ELOOP:
    case ENOTDIR:
    case ENXIO:
    case ENAMETOOLONG:
    case EISDIR: return ReadProblem::NotRegular;
    default: return ReadProblem::Unreadable;
    }
}

std::expected<std::int64_t, ReadProblem> sizeOf(int file, std::int64_t limit)
{
    struct stat status{};
    if (::fstat(file, &status) != 0)
        return std::unexpected(ReadProblem::Unreadable);
    if (!S_ISREG(status.st_mode))
        return std::unexpected(ReadProblem::NotRegular);
    if (status.st_size > limit)
        return std::unexpected(ReadProblem::TooLarge);
    return status.st_size;
}

/// Up to `size` bytes; fewer at the end of the file.
std::expected<qsizetype, ReadProblem> readSome(int file, char* into, qsizetype size)
{
    qsizetype done = 0;
    while (done < size) {
        const ssize_t got = ::read(file, into + done, static_cast<std::size_t>(size - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(ReadProblem::Unreadable);
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

std::expected<QByteArray, ReadProblem> readAll(int file, qsizetype limit)
{
    const auto size = sizeOf(file, limit);
    if (!size)
        return std::unexpected(size.error());
    QByteArray bytes(static_cast<qsizetype>(*size), Qt::Uninitialized);
    const auto got = readSome(file, bytes.data(), bytes.size());
    if (!got)
        return std::unexpected(got.error());
    bytes.truncate(*got);
    return bytes;
}

constexpr int safely = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

} // namespace

std::expected<QByteArray, ReadProblem> readNamedFile(const QString& path, qsizetype limit)
{
    const Handle file(::open(QFile::encodeName(path).constData(), safely));
    if (file.get() < 0)
        return std::unexpected(problemOfErrno());
    return readAll(file.get(), limit);
}

std::expected<LogFolder, ReadProblem> LogFolder::open(const QString& path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), safely | O_DIRECTORY);
    if (handle < 0)
        return std::unexpected(problemOfErrno());
    return LogFolder(handle);
}

LogFolder::~LogFolder()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

LogFolder::LogFolder(LogFolder&& other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

std::expected<int, ReadProblem> LogFolder::openAt(QByteArrayView path, bool folder) const
{
    Handle folderBefore(-1);
    for (int base = m_handle;; base = folderBefore.get()) {
        const qsizetype slash = path.indexOf('/');
        const bool last = slash < 0;
        const QByteArray name = (last ? path : path.first(slash)).toByteArray();
        const int flags = safely | O_NOFOLLOW | (!last || folder ? O_DIRECTORY : 0);
        const int opened = ::openat(base, name.isEmpty() ? "." : name.constData(), flags);
        if (opened < 0)
            return std::unexpected(problemOfErrno());
        if (last)
            return opened;
        folderBefore.reset(opened);
        path = path.sliced(slash + 1);
    }
}

std::expected<QByteArray, ReadProblem> LogFolder::read(QByteArrayView path, qsizetype limit) const
{
    const auto opened = openAt(path, false);
    if (!opened)
        return std::unexpected(opened.error());
    const Handle file(*opened);
    return readAll(file.get(), limit);
}

std::expected<std::int64_t, ReadProblem> LogFolder::stream(QByteArrayView path, std::int64_t limit,
                                                           const std::function<void(QByteArrayView)>& take) const
{
    const auto opened = openAt(path, false);
    if (!opened)
        return std::unexpected(opened.error());
    const Handle file(*opened);
    if (const auto size = sizeOf(file.get(), limit); !size)
        return std::unexpected(size.error());
    QByteArray piece(1 << 16, Qt::Uninitialized);
    for (std::int64_t total = 0;;) {
        const auto got = readSome(file.get(), piece.data(), piece.size());
        if (!got)
            return std::unexpected(got.error());
        total += *got;
        if (total > limit)
            return std::unexpected(ReadProblem::TooLarge);
        take(QByteArrayView(piece).first(*got));
        if (*got < piece.size())
            return total;
    }
}

std::expected<Hash, ReadProblem> LogFolder::digest(QByteArrayView path, std::int64_t limit) const
{
    Sha256 digest;
    return stream(path, limit, [&digest](QByteArrayView piece) { digest.add(piece); }).transform([&digest](std::int64_t) {
        return digest.finish();
    });
}

bool LogFolder::hasFolder(QByteArrayView path) const
{
    const auto opened = openAt(path, true);
    if (!opened)
        return false;
    const Handle folder(*opened);
    return true;
}

std::expected<void, ReadProblem> LogFolder::list(QByteArrayView path, const std::function<bool(const Item&)>& visit) const
{
    const auto opened = openAt(path, true);
    if (!opened)
        return std::unexpected(opened.error());
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(*opened), [](DIR* open) { return ::closedir(open); });
    if (!folder) {
        ::close(*opened);
        return std::unexpected(ReadProblem::Unreadable);
    }
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (!entry)
            return errno == 0 ? std::expected<void, ReadProblem>() : std::unexpected(ReadProblem::Unreadable);
        Item item{.name = QByteArray(entry->d_name)};
        if (item.name == "." || item.name == "..")
            continue;
        struct stat status{};
        if (::fstatat(::dirfd(folder.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            return std::unexpected(ReadProblem::Unreadable);
        item.kind = S_ISREG(status.st_mode) ? Kind::File : S_ISDIR(status.st_mode) ? Kind::Folder : Kind::Other;
        if (!visit(item))
            return {};
    }
}

QString printable(QByteArrayView name)
{
    QString text;
    for (const char c : name.first(std::min<qsizetype>(name.size(), 200))) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f && c != '\\')
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(byte, 2, 16, QLatin1Char('0'));
    }
    return text;
}

} // namespace casebound
