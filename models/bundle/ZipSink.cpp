#include "bundle/ZipSink.h"

#include "bundle/FolderSink.h"

#include <QtEndian>

#include <algorithm>
#include <utility>
#include <zlib.h>

namespace casebound {
namespace {

constexpr std::uint64_t most32 = 0xFFFFFFFF;
constexpr std::uint64_t largestEnvelope = 1'900'000'000; // OpenSSL reads an envelope as one object of at most 2 GB
constexpr qsizetype directoryPiece = 64 * 1024;          // a path is far below a kilobyte
constexpr std::uint16_t sizesFollow = 0x0008;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t dosDate = (46 << 9) | (1 << 5) | 1; // 2026-01-01: the bag says when, in words

template <class T>
void append(QByteArray& out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), sizeof little);
}

std::uint32_t low32(std::uint64_t value)
{
    return static_cast<std::uint32_t>(std::min(value, most32));
}

} // namespace

ZipSink::ZipSink(std::unique_ptr<DraftFile> file, QByteArray root) : m_file(std::move(file)), m_root(std::move(root)) {}

ZipSink::~ZipSink()
{
    if (m_deflate)
        deflateEnd(m_deflate.get());
}

std::expected<std::unique_ptr<ZipSink>, BundleFault> ZipSink::create(const QString& target, const QByteArray& root,
                                                                     const std::vector<Certificate>& recipients)
{
    auto file = DraftFile::create(target);
    if (!file)
        return std::unexpected(file.error());
    std::unique_ptr<ZipSink> sink(new ZipSink(*std::move(file), root));
    if (!recipients.empty()) {
        auto envelope = CmsStream::create(recipients, [out = sink->m_file.get()](QByteArrayView bytes) { return out->write(bytes); });
        if (!envelope)
            return std::unexpected(BundleFault::BadRecipient);
        sink->m_envelope = *std::move(envelope);
    }
    return sink;
}

BundleSink::Done ZipSink::put(QByteArrayView bytes)
{
    m_at += static_cast<std::uint64_t>(bytes.size());
    if (m_envelope && m_at > largestEnvelope)
        return std::unexpected(BundleFault::TooLarge);
    if (!(m_envelope ? m_envelope->write(bytes) : m_file->write(bytes)))
        return std::unexpected(m_file->fault());
    return {};
}

/// What a local header and the directory say alike, from "version needed" to the lengths of name and extra field (4.3.7, 4.3.12).
QByteArray ZipSink::fields(qsizetype extra) const
{
    const Member& member = m_member;
    QByteArray out;
    append<std::uint16_t>(out, extra == 0 ? 20 : 45);
    append<std::uint16_t>(out, member.deflated ? sizesFollow : 0);
    append<std::uint16_t>(out, member.deflated ? deflated : 0);
    append<std::uint16_t>(out, 0);
    append<std::uint16_t>(out, dosDate);
    append<std::uint32_t>(out, member.crc);
    append<std::uint32_t>(out, low32(member.packed));
    append<std::uint32_t>(out, low32(member.plain));
    append<std::uint16_t>(out, static_cast<std::uint16_t>(member.path.size()));
    append<std::uint16_t>(out, static_cast<std::uint16_t>(extra));
    return out;
}

QByteArray ZipSink::localHeader() const
{
    return "PK\x03\x04" + fields(0) + m_member.path;
}

BundleSink::Done ZipSink::begin(const QByteArray& path)
{
    m_deflate = std::make_unique<z_stream_s>();
    if (deflateInit2(m_deflate.get(), 1, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        m_deflate.reset();
        return std::unexpected(BundleFault::CannotWrite);
    }
    m_member = {.path = m_root + '/' + path, .crc = 0, .offset = m_at, .packed = 0, .plain = 0, .deflated = true};
    return put(localHeader());
}

BundleSink::Done ZipSink::deflateSome(QByteArrayView bytes, bool last)
{
    char piece[32 * 1024];
    m_deflate->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    m_deflate->avail_in = static_cast<uInt>(bytes.size());
    do {
        m_deflate->next_out = reinterpret_cast<Bytef*>(piece);
        m_deflate->avail_out = sizeof piece;
        (void)deflate(m_deflate.get(), last ? Z_FINISH : Z_NO_FLUSH);
        const auto made = static_cast<qsizetype>(sizeof piece - m_deflate->avail_out);
        m_member.packed += static_cast<std::uint64_t>(made);
        if (const auto done = put(QByteArrayView(piece, made)); !done)
            return done;
    } while (m_deflate->avail_out == 0);
    return {};
}

BundleSink::Done ZipSink::write(QByteArrayView bytes)
{
    Member& member = m_member;
    constexpr qsizetype most = 1 << 24;
    for (qsizetype at = 0; at < bytes.size(); at += most) {
        const QByteArrayView piece = bytes.sliced(at, std::min(most, bytes.size() - at));
        member.crc = static_cast<std::uint32_t>(
            crc32_z(member.crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<z_size_t>(piece.size())));
        member.plain += static_cast<std::uint64_t>(piece.size());
        if (const auto done = deflateSome(piece, false); !done)
            return done;
    }
    return {};
}

BundleSink::Done ZipSink::end()
{
    if (const auto done = deflateSome({}, true); !done)
        return done;
    deflateEnd(m_deflate.get());
    m_deflate.reset();
    const Member& member = m_member;
    if (member.plain > most32 || member.packed > most32)
        return std::unexpected(BundleFault::TooLarge);
    QByteArray sizes("PK\x07\x08", 4);
    append<std::uint32_t>(sizes, member.crc);
    append<std::uint32_t>(sizes, low32(member.packed));
    append<std::uint32_t>(sizes, low32(member.plain));
    list();
    return put(sizes);
}

BundleSink::Done ZipSink::whole(const QByteArray& path, QByteArrayView bytes)
{
    const auto size = static_cast<std::uint64_t>(bytes.size());
    const auto crc =
        static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
    m_member = {.path = m_root + '/' + path, .crc = crc, .offset = m_at, .packed = size, .plain = size, .deflated = false};
    list();
    return put(localHeader()).and_then([&] { return put(bytes); });
}

void ZipSink::list()
{
    const Member& member = m_member;
    QByteArray extra;
    if (member.offset >= most32) {
        append<std::uint16_t>(extra, 0x0001);
        append<std::uint16_t>(extra, 8);
        append<std::uint64_t>(extra, member.offset);
    }
    if (m_directory.empty() || m_directory.back().size() > directoryPiece - 1'024)
        m_directory.emplace_back().reserve(directoryPiece);
    QByteArray& out = m_directory.back();
    out.append("PK\x01\x02", 4);
    append<std::uint16_t>(out, (3 << 8) | 45); // made on Unix
    out += fields(extra.size());
    append<std::uint16_t>(out, 0);
    append<std::uint16_t>(out, 0);
    append<std::uint16_t>(out, 0);
    append<std::uint32_t>(out, 0100644U << 16);
    append<std::uint32_t>(out, low32(member.offset));
    out += member.path + extra;
    ++m_count;
}

QByteArray ZipSink::endOfDirectory(std::uint64_t size) const
{
    QByteArray out;
    const std::uint64_t start = m_at - size;
    if (m_count >= 0xFFFF || start >= most32) {
        out.append("PK\x06\x06", 4);
        append<std::uint64_t>(out, 44);
        append<std::uint16_t>(out, 45);
        append<std::uint16_t>(out, 45);
        append<std::uint32_t>(out, 0);
        append<std::uint32_t>(out, 0);
        append<std::uint64_t>(out, m_count);
        append<std::uint64_t>(out, m_count);
        append<std::uint64_t>(out, size);
        append<std::uint64_t>(out, start);
        out.append("PK\x06\x07", 4);
        append<std::uint32_t>(out, 0);
        append<std::uint64_t>(out, m_at);
        append<std::uint32_t>(out, 1);
    }
    out.append("PK\x05\x06", 4);
    append<std::uint16_t>(out, 0);
    append<std::uint16_t>(out, 0);
    append<std::uint16_t>(out, static_cast<std::uint16_t>(std::min<std::uint64_t>(m_count, 0xFFFF)));
    append<std::uint16_t>(out, static_cast<std::uint16_t>(std::min<std::uint64_t>(m_count, 0xFFFF)));
    append<std::uint32_t>(out, low32(size));
    append<std::uint32_t>(out, low32(start));
    append<std::uint16_t>(out, 0);
    return out;
}

BundleSink::Done ZipSink::finish()
{
    const std::uint64_t start = m_at;
    for (QByteArray& piece : m_directory) {
        if (const auto done = put(std::exchange(piece, {})); !done)
            return done;
    }
    if (const auto done = put(endOfDirectory(m_at - start)); !done)
        return done;
    if (m_envelope && !m_envelope->finish())
        return std::unexpected(m_file->fault());
    return m_file->finish();
}

std::expected<std::unique_ptr<BundleSink>, BundleFault> openBundleSink(BundleKind kind, const QString& target, const QByteArray& root,
                                                                       const std::vector<Certificate>& recipients)
{
    if ((kind == BundleKind::Encrypted) == recipients.empty())
        return std::unexpected(BundleFault::BadRecipient);
    if (kind == BundleKind::Folder)
        return FolderSink::create(target);
    return ZipSink::create(target, root, recipients);
}

} // namespace casebound
