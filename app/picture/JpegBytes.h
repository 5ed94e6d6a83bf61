// JPEG's segments (ITU-T T.81, annex B).
#pragma once

#include "picture/PictureBytes.h"

namespace casebound {

/// Sequential and progressive Huffman, 8 bits, 1, 3 or 4 components, with its end marker.
[[nodiscard]] std::expected<CleanPicture, PictureFault> cleanJpeg(QByteArrayView bytes);
/// Of either format.
[[nodiscard]] std::expected<void, PictureFault> checkSides(std::uint32_t width, std::uint32_t height);

} // namespace casebound
