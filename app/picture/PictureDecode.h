// Checked bytes to pixels, by Qt's own readers of the format that was found.
#pragma once

#include "picture/PictureBytes.h"

#include <QImage>

namespace casebound {

/// Installs the message handler that hears a reader's complaints, and sets Qt's allocation limit. Once, before decodePicture().
void prepareDecoding();
/// Loads whatever the readers load at their first picture, good and bad.
[[nodiscard]] bool warmUpReaders();

/// A picture a reader complained of is no picture: half of it may be invented. The format of the result is the reader's own.
[[nodiscard]] std::expected<QImage, PictureFault> decodePicture(QByteArrayView bytes);

/// Rows from..from+count as 32 bits a pixel, opaque or premultiplied: small enough a strip that Qt starts no threads for it.
[[nodiscard]] QImage strip(const QImage& picture, int from, int count);
inline constexpr int stripRows(int width)
{
    return width >= 32'768 ? 1 : 32'768 / width;
}

} // namespace casebound
