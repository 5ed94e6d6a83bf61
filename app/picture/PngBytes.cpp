#include "picture/PngBytes.h"

#include "picture/JpegBytes.h"

#include <QtEndian>

#include <array>

namespace casebound {

namespace {

constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < table.size(); ++n) {
        std::uint32_t c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = c & 1 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}

constexpr auto crcTable = makeTable();
constexpr qsizetype headerLength = 13, frame = 12; ///< Length, name and checksum around a chunk's data.
constexpr auto damaged = PictureFault::Damaged;

/// The combinations PNG knows of bit depth and colour type.
bool isKnown(std::uint8_t depth, std::uint8_t colour)
{
    const bool eightOrMore = depth == 8 || depth == 16;
    switch (colour) {
    case 0: return eightOrMore || depth == 1 || depth == 2 || depth == 4;
    case 3: return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6: return eightOrMore;
    }
    return false;
}

std::expected<void, PictureFault> readHeader(QByteArrayView data, CleanPicture& out)
{
    if (data.size() != headerLength)
        return std::unexpected(damaged);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(data.data());
    out.width = qFromBigEndian<std::uint32_t>(bytes);
    out.height = qFromBigEndian<std::uint32_t>(bytes + 4);
    // Compression and filter method 0, interlace 0 or 1.
    if (!isKnown(bytes[8], bytes[9]) || bytes[10] != 0 || bytes[11] != 0 || bytes[12] > 1)
        return std::unexpected(damaged);
    return checkSides(out.width, out.height);
}

} // namespace

std::uint32_t pngCrc(QByteArrayView bytes)
{
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = crcTable[(crc ^ static_cast<std::uint8_t>(c)) & 0xFFU] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

std::expected<CleanPicture, PictureFault> cleanPng(QByteArrayView bytes)
{
    CleanPicture out{.format = PictureFormat::Png, .width = 0, .height = 0, .bytes = {}};
    out.bytes.reserve(bytes.size());
    out.bytes.append(pngSignature);
    qsizetype at = pngSignature.size();
    bool header = false, data = false, dataEnded = false;
    while (bytes.size() - at >= frame) {
        const auto length = qFromBigEndian<std::uint32_t>(bytes.data() + at);
        if (length > std::uint64_t(bytes.size() - at - frame))
            return std::unexpected(damaged);
        const QByteArrayView chunk = bytes.sliced(at, qsizetype(length) + frame);
        const QByteArrayView name = chunk.sliced(4, 4), body = chunk.sliced(8, qsizetype(length));
        if (pngCrc(chunk.sliced(4, qsizetype(length) + 4)) != qFromBigEndian<std::uint32_t>(chunk.data() + 8 + length))
            return std::unexpected(damaged);
        at += chunk.size();
        const bool isData = name == "IDAT";
        if (!header) {
            if (name != "IHDR")
                return std::unexpected(damaged);
            if (const auto read = readHeader(body, out); !read)
                return std::unexpected(read.error());
            header = true;
        } else if (name == "IHDR" || (isData && dataEnded)) {
            return std::unexpected(damaged);
        } else if (name == "IEND") {
            if (!data)
                return std::unexpected(damaged);
            out.bytes.append(chunk);
            return out;
        } else if (name != "PLTE" && name != "tRNS" && !isData) {
            // A capital first letter: nobody may draw the picture who does not know the chunk.
            if ((static_cast<std::uint8_t>(name[0]) & 0x20) == 0)
                return std::unexpected(damaged);
            dataEnded = dataEnded || data;
            continue;
        }
        data = data || isData;
        dataEnded = dataEnded || (data && !isData);
        out.bytes.append(chunk);
    }
    return std::unexpected(damaged);
}

} // namespace casebound
