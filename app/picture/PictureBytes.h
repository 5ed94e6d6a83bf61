// What a JPEG or PNG file says before anything of it is decoded, and the part of it that draws.
#pragma once

#include "domain/PictureFault.h"

#include <QByteArray>

#include <expected>

namespace casebound {

enum class PictureFormat : std::uint8_t { Jpeg, Png };

struct CleanPicture {
    PictureFormat format = PictureFormat::Jpeg;
    std::uint32_t width = 0, height = 0;
    /// The file without what does not draw (profiles, EXIF, texts, animations, what comes after its end): a decoder never sees those.
    QByteArray bytes;
    friend bool operator==(const CleanPicture&, const CleanPicture&) = default;
};

/// Walks the whole structure: segments to the end marker, chunks with their checksums. Deny by default: what is not known to draw is left
/// out, what does not hold is refused. Pure, linear in the bytes; fuzzed.
[[nodiscard]] std::expected<CleanPicture, PictureFault> cleanPicture(QByteArrayView bytes);

/// Cameras write one scan, or some ten progressive ones; each costs a pass over all coefficients.
inline constexpr int maxJpegScans = 64;

} // namespace casebound
