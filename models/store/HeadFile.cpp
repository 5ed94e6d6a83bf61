#include "store/HeadFile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

namespace casebound {
namespace {

constexpr qsizetype slotSize = 4096, sectorSize = 512;
constexpr QByteArrayView magic("CBHEAD1\n");
constexpr qsizetype counterAt = 8, keyCheckAt = 16, lengthAt = 48, noteAt = 52, digestAt = slotSize - 32;

QByteArray slotOf(const HeadFile::Content& content)
{
    QByteArray bytes(slotSize, '\0');
    std::ranges::copy(magic, bytes.begin());
    qToBigEndian<quint64>(content.counter, bytes.data() + counterAt);
    std::ranges::copy(view(content.keyCheck), bytes.begin() + keyCheckAt);
    qToBigEndian<quint32>(static_cast<quint32>(content.note.size()), bytes.data() + lengthAt);
    std::ranges::copy(content.note, bytes.begin() + noteAt);
    const Hash digest = sha256(QByteArrayView(bytes).first(digestAt));
    std::ranges::copy(view(digest), bytes.begin() + digestAt);
    return bytes;
}

std::optional<HeadFile::Content> contentOf(QByteArrayView bytes)
{
    if (bytes.size() != slotSize || !bytes.startsWith(magic) || view(sha256(bytes.first(digestAt))) != bytes.sliced(digestAt))
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(bytes.data() + lengthAt);
    if (length > digestAt - noteAt)
        return std::nullopt;
    HeadFile::Content content;
    content.counter = qFromBigEndian<quint64>(bytes.data() + counterAt);
    std::ranges::copy(bytes.sliced(keyCheckAt, 32), reinterpret_cast<char*>(content.keyCheck.data()));
    content.note = bytes.sliced(noteAt, static_cast<qsizetype>(length)).toByteArray();
    return content;
}

/// A slot whose write a power cut broke off: the write begun next to the whole slot. Header and note lie in the first sector, the digest
/// in the last, zeros between them.
std::optional<QByteArray> tornNoteOf(QByteArrayView bytes, const HeadFile::Content& whole)
{
    const auto counter = qFromBigEndian<quint64>(bytes.data() + counterAt);
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data() + lengthAt));
    if (!bytes.startsWith(magic) || (counter + 1 != whole.counter && counter != whole.counter + 1) ||
        bytes.sliced(keyCheckAt, 32) != view(whole.keyCheck) || length > sectorSize - noteAt)
        return std::nullopt;
    const QByteArrayView rest = bytes.first(digestAt).sliced(noteAt + length);
    if (std::ranges::any_of(rest, [](char c) { return c != '\0'; }))
        return std::nullopt;
    return bytes.sliced(noteAt, length).toByteArray();
}

} // namespace

Hash HeadFile::keyCheckOf(QByteArrayView key)
{
    return hmacSha256(key, "casebound audit log: is this the key");
}

std::expected<std::unique_ptr<HeadFile>, StoreFault> HeadFile::create(const QString& path, const Hash& keyCheck, QByteArrayView note)
{
    Content content{.counter = 1, .keyCheck = keyCheck, .note = note.toByteArray()};
    if (note.size() > digestAt - noteAt)
        return std::unexpected(StoreFault::WriteFailed);
    QByteArray both = slotOf(content);
    content.counter = 2;
    both += slotOf(content);
    if (const auto written = writeDurably(path, both); !written)
        return std::unexpected(written.error());
    return open(path);
}

std::expected<std::unique_ptr<HeadFile>, StoreFault> HeadFile::open(const QString& path)
{
    FileHandle file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen())
        return std::unexpected(faultOfErrno());
    QByteArray bytes(2 * slotSize, '\0');
    if (::pread(file.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), 0) < 0)
        return std::unexpected(StoreFault::Damaged);
    auto first = contentOf(QByteArrayView(bytes).first(slotSize)), second = contentOf(QByteArrayView(bytes).sliced(slotSize));
    if (!first && !second)
        return std::unexpected(StoreFault::Damaged);
    const bool lost = !first || !second;
    auto head = std::unique_ptr<HeadFile>(new HeadFile(std::move(file)));
    head->m_content = !second || (first && first->counter > second->counter) ? std::move(*first) : std::move(*second);
    head->m_content.oneSlotLost = lost;
    if (lost) {
        const bool firstLost = head->m_content.counter % 2 == 0; // the whole one is the second
        head->m_content.tornNote =
            tornNoteOf(firstLost ? QByteArrayView(bytes).first(slotSize) : QByteArrayView(bytes).sliced(slotSize), head->m_content);
    }
    return head;
}

std::expected<void, StoreFault> HeadFile::write(QByteArrayView note)
{
    if (note.size() > digestAt - noteAt)
        return std::unexpected(StoreFault::WriteFailed);
    Content next{.counter = m_content.counter + 1, .keyCheck = m_content.keyCheck, .note = note.toByteArray()};
    // Odd counters live in the first slot, even ones in the second: the newer slot is never the one written over.
    if (!writeAllAt(m_file.get(), slotOf(next), next.counter % 2 == 1 ? 0 : slotSize) || ::fdatasync(m_file.get()) != 0)
        return std::unexpected(faultOfErrno());
    m_content = std::move(next);
    return {};
}

} // namespace casebound
