#include "integration/MemoryScan.h"

#include <QFile>

#include <cstring>
#include <fcntl.h>
#include <map>
#include <sys/mman.h>
#include <unistd.h>

namespace casebound::test {

namespace {

constexpr std::size_t pieceSize = 1 << 20;
constexpr std::size_t overlap = 256;

} // namespace

QByteArray mask(QByteArray bytes)
{
    for (char& one : bytes)
        one = static_cast<char>(one ^ needleMask);
    return bytes;
}

QStringList scanOwnMemory(const std::vector<Needle>& needles, std::size_t* bytesRead)
{
    // The pieces are copied to a mapping of their own, which is left out.
    void* mapped = ::mmap(nullptr, pieceSize + overlap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (mapped == MAP_FAILED || memory < 0 || !maps.open(QIODevice::ReadOnly))
        qFatal("own memory cannot be read");
    auto* piece = static_cast<unsigned char*>(mapped);
    const auto own = reinterpret_cast<std::uintptr_t>(mapped);
    std::map<QString, int> found;
    std::size_t total = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QByteArray range = line.left(line.indexOf(' ')), rights = line.mid(line.indexOf(' ') + 1, 4);
        const auto from = range.left(range.indexOf('-')).toULongLong(nullptr, 16),
                   to = range.mid(range.indexOf('-') + 1).toULongLong(nullptr, 16);
        if (!rights.startsWith('r') || line.contains("[vvar]") || line.contains("[vsyscall]"))
            continue;
        for (auto at = from; at < to; at += pieceSize) {
            if (at + pieceSize > own && at < own + pieceSize + overlap)
                continue; // neighbours of ours are merged into one mapping: a piece of it is skipped, no more
            const std::size_t want = std::min<std::size_t>(pieceSize + overlap, to - at);
            const ssize_t got = ::pread(memory, piece, want, static_cast<off_t>(at));
            if (got <= 0)
                continue;
            total += static_cast<std::size_t>(got);
            for (const Needle& needle : needles) {
                const auto size = static_cast<std::size_t>(needle.masked.size());
                const auto* key = reinterpret_cast<const unsigned char*>(needle.masked.constData());
                const auto first = static_cast<unsigned char>(key[0] ^ static_cast<unsigned char>(needleMask));
                const unsigned char* end = piece + got;
                for (const unsigned char* seek = piece; seek + size <= end; ++seek) {
                    seek = static_cast<const unsigned char*>(std::memchr(seek, first, static_cast<std::size_t>(end - seek)));
                    if (!seek || seek + size > end)
                        break;
                    std::size_t same = 1;
                    while (same < size && (seek[same] ^ static_cast<unsigned char>(needleMask)) == key[same])
                        ++same;
                    if (same == size && seek - piece < static_cast<std::ptrdiff_t>(pieceSize))
                        ++found[needle.name + QStringLiteral(" in ") + QString::fromLatin1(line.mid(line.lastIndexOf(' ') + 1))];
                }
            }
        }
    }
    ::close(memory);
    std::memset(mapped, 0, pieceSize + overlap);
    ::munmap(mapped, pieceSize + overlap);
    if (bytesRead)
        *bytesRead = total;
    QStringList names;
    for (const auto& [name, times] : found)
        names += QStringLiteral("%1 (%2)").arg(name).arg(times);
    return names;
}

} // namespace casebound::test
