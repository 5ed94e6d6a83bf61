#include "DiskCalls.h"

#include <QFileInfo>
#include <QHash>

#include <cerrno>
#include <cstdarg>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using casebound::test::DiskCall;
using casebound::test::DiskWatcher;

namespace {

DiskWatcher* watcher = nullptr;
QByteArray watched;
QHash<int, QByteArray> handles; // relative paths of what is open

bool below(const char* path, QByteArray& relative)
{
    if (!watcher || !path)
        return false;
    const QByteArrayView whole(path);
    if (whole == watched) {
        relative = "";
        return true;
    }
    if (!whole.startsWith(watched) || whole.size() <= watched.size() || whole[watched.size()] != '/')
        return false;
    relative = whole.sliced(watched.size() + 1).toByteArray();
    return true;
}

/// Runs a call that changes something, unless the watcher fails it.
template <class Real>
auto watch(DiskCall call, Real real) -> decltype(real())
{
    if (const int error = watcher->before(call); error != 0) {
        errno = error;
        return -1;
    }
    const auto result = real();
    if (result >= 0) {
        if (call.kind == DiskCall::Write)
            call.bytes = call.bytes.first(static_cast<qsizetype>(result));
        watcher->after(call);
    }
    return result;
}

template <class Real>
int opened(const char* path, int flags, Real real)
{
    QByteArray relative;
    if (!below(path, relative))
        return real();
    const bool existed = QFileInfo::exists(QString::fromLocal8Bit(path));
    const bool creates = !existed && (flags & O_CREAT) != 0, empties = existed && (flags & O_TRUNC) != 0;
    int file = -1;
    if (creates || empties)
        file = watch({.kind = creates ? DiskCall::Create : DiskCall::Truncate, .path = relative}, real);
    else
        file = real();
    if (file >= 0)
        handles.insert(file, relative);
    return file;
}

template <class Real>
int synced(int file, Real real)
{
    const auto path = handles.constFind(file);
    if (!watcher || path == handles.cend())
        return real();
    struct stat about = {};
    ::fstat(file, &about);
    return watch({.kind = S_ISDIR(about.st_mode) ? DiskCall::SyncFolder : DiskCall::Sync, .path = *path}, real);
}

template <class Real>
ssize_t written(int file, const void* bytes, std::size_t count, qint64 offset, Real real)
{
    const auto path = handles.constFind(file);
    if (!watcher || path == handles.cend())
        return real();
    return watch({.kind = DiskCall::Write,
                  .path = *path,
                  .offset = offset,
                  .bytes = QByteArray(static_cast<const char*>(bytes), static_cast<qsizetype>(count))},
                 real);
}

template <class Real>
int resized(DiskCall::Kind kind, int file, qint64 size, Real real)
{
    const auto path = handles.constFind(file);
    if (!watcher || path == handles.cend())
        return real();
    return watch({.kind = kind, .path = *path, .offset = size}, real);
}

mode_t modeOf(int flags, va_list list)
{
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(list, int)) : mode_t{0};
}

} // namespace

namespace casebound::test {

void watchDisk(DiskWatcher* by, const QByteArray& folder)
{
    watcher = by;
    watched = folder;
    handles.clear();
}

} // namespace casebound::test

// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming): the linker's names
extern "C" {

int __real_open(const char*, int, ...);
int __real_open64(const char*, int, ...);
int __real_close(int);
ssize_t __real_write(int, const void*, std::size_t);
ssize_t __real_pwrite(int, const void*, std::size_t, off_t);
ssize_t __real_pwrite64(int, const void*, std::size_t, off64_t);
int __real_ftruncate(int, off_t);
int __real_ftruncate64(int, off64_t);
int __real_posix_fallocate(int, off_t, off_t);
int __real_posix_fallocate64(int, off64_t, off64_t);
int __real_fsync(int);
int __real_fdatasync(int);
int __real_rename(const char*, const char*);
int __real_unlink(const char*);
int __real_mkdir(const char*, mode_t);

int __wrap_open(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(path, flags, [&] { return __real_open(path, flags, mode); });
}

int __wrap_open64(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(path, flags, [&] { return __real_open64(path, flags, mode); });
}

int __wrap_close(int file)
{
    handles.remove(file);
    return __real_close(file);
}

ssize_t __wrap_write(int file, const void* bytes, std::size_t count)
{
    if (handles.contains(file))
        qFatal("a write without a place, which is not recorded");
    return __real_write(file, bytes, count);
}

ssize_t __wrap_pwrite(int file, const void* bytes, std::size_t count, off_t offset)
{
    return written(file, bytes, count, offset, [&] { return __real_pwrite(file, bytes, count, offset); });
}

ssize_t __wrap_pwrite64(int file, const void* bytes, std::size_t count, off64_t offset)
{
    return written(file, bytes, count, offset, [&] { return __real_pwrite64(file, bytes, count, offset); });
}

int __wrap_ftruncate(int file, off_t size)
{
    return resized(DiskCall::Truncate, file, size, [&] { return __real_ftruncate(file, size); });
}

int __wrap_ftruncate64(int file, off64_t size)
{
    return resized(DiskCall::Truncate, file, size, [&] { return __real_ftruncate64(file, size); });
}

// These give the error back instead of setting errno.
int __wrap_posix_fallocate(int file, off_t from, off_t count)
{
    const int result = resized(DiskCall::Allocate, file, from + count, [&] { return -__real_posix_fallocate(file, from, count); });
    return result == -1 ? errno : -result;
}

int __wrap_posix_fallocate64(int file, off64_t from, off64_t count)
{
    const int result = resized(DiskCall::Allocate, file, from + count, [&] { return -__real_posix_fallocate64(file, from, count); });
    return result == -1 ? errno : -result;
}

int __wrap_fsync(int file)
{
    return synced(file, [&] { return __real_fsync(file); });
}

int __wrap_fdatasync(int file)
{
    return synced(file, [&] { return __real_fdatasync(file); });
}

int __wrap_rename(const char* from, const char* to)
{
    QByteArray old, next;
    if (!below(from, old) || !below(to, next))
        return __real_rename(from, to);
    const int result = watch({.kind = DiskCall::Rename, .path = old, .to = next}, [&] { return __real_rename(from, to); });
    if (result == 0) {
        for (QByteArray& path : handles) {
            if (path == old)
                path = next;
        }
    }
    return result;
}

int __wrap_unlink(const char* path)
{
    QByteArray relative;
    if (!below(path, relative))
        return __real_unlink(path);
    return watch({.kind = DiskCall::Remove, .path = relative}, [&] { return __real_unlink(path); });
}

int __wrap_mkdir(const char* path, mode_t mode)
{
    QByteArray relative;
    if (!below(path, relative))
        return __real_mkdir(path, mode);
    return watch({.kind = DiskCall::MakeFolder, .path = relative}, [&] { return __real_mkdir(path, mode); });
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming)
