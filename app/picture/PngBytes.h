// PNG's chunks (ISO/IEC 15948, clause 5).
#pragma once

#include "picture/PictureBytes.h"

namespace casebound {

inline constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n", 8);

/// IHDR first, every checksum right, consecutive image data, IEND.
[[nodiscard]] std::expected<CleanPicture, PictureFault> cleanPng(QByteArrayView bytes);
/// The checksum of chunks: ISO 3309, as PNG prints it.
[[nodiscard]] std::uint32_t pngCrc(QByteArrayView bytes);

} // namespace casebound
