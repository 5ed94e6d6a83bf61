#include "Sidecar.h"

#include <QtEndian>

namespace casebound {
namespace {

constexpr qsizetype slotSize = 4096, headerSize = 52, digestSize = 32;

struct Slot {
    quint64 counter = 0;
    Sidecar content;
};

std::optional<Slot> readSlot(QByteArrayView bytes)
{
    const QByteArrayView body = bytes.first(slotSize - digestSize);
    if (!body.startsWith("CBHEAD1\n") || view(sha256(body)) != bytes.last(digestSize))
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint32>(body.data() + 48);
    if (length > body.size() - headerSize)
        return std::nullopt;
    Slot slot{.counter = qFromBigEndian<quint64>(body.data() + 8), .content = {}};
    std::copy_n(body.data() + 16, slot.content.keyCheck.size(), slot.content.keyCheck.begin());
    slot.content.note = body.sliced(headerSize, length).toByteArray();
    return slot;
}

/// Header and note in the first sector of 512 bytes, of the write before the whole slot's or of the one after it; zeros; a digest.
std::optional<QByteArray> tornNote(QByteArrayView slot, quint64 whole, const Hash& keyCheck)
{
    const quint64 counter = qFromBigEndian<quint64>(slot.data() + 8);
    const quint32 length = qFromBigEndian<quint32>(slot.data() + 48);
    if (!slot.startsWith("CBHEAD1\n") || (counter != whole - 1 && counter != whole + 1) || slot.sliced(16, 32) != view(keyCheck) ||
        length > 512 - headerSize)
        return std::nullopt;
    for (const char c : slot.first(slotSize - digestSize).sliced(headerSize + length)) {
        if (c != '\0')
            return std::nullopt;
    }
    return slot.sliced(headerSize, length).toByteArray();
}

} // namespace

std::optional<Sidecar> Sidecar::read(QByteArrayView file)
{
    if (file.size() != 2 * slotSize)
        return std::nullopt;
    auto first = readSlot(file.first(slotSize)), second = readSlot(file.last(slotSize));
    if (!first && !second)
        return std::nullopt;
    const Slot& counts = !second || (first && first->counter > second->counter) ? *first : *second;
    Sidecar newer = counts.content;
    newer.oneSlotLost = !first || !second;
    if (newer.oneSlotLost)
        newer.tornNote = casebound::tornNote(first ? file.last(slotSize) : file.first(slotSize), counts.counter, newer.keyCheck);
    return newer;
}

bool Sidecar::knows(const SecureBytes& key) const
{
    return hmacSha256(key.view(), "casebound audit log: is this the key") == keyCheck;
}

std::optional<Checkpoint> readUnsignedHead(QByteArrayView note)
{
    if (note.contains(QByteArrayView("\n\n")))
        return std::nullopt;
    // Made a note by a signature that says nothing, so that one reader judges both.
    const QByteArrayView origin = note.first(std::max<qsizetype>(0, note.indexOf('\n')));
    const auto read = readCheckpoint(note.toByteArray() + "\n\xe2\x80\x94 " + origin.toByteArray() + " AAAAAAA=\n");
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace casebound
