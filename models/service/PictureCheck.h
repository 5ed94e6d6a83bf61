// Foreign image bytes: checked against the read's hash, then decoded within bounds.
#pragma once

#include "domain/ReadSet.h"
#include "domain/Verification.h"

#include <QByteArray>
#include <QImage>

#include <optional>

namespace casebound {

struct CheckedPicture {
    PictureState state = PictureState::Undecodable;
    QByteArray sha256; ///< Of the bytes, 32 bytes.
    QImage image;      ///< Null unless Good or HashMissing.
};

inline constexpr qsizetype maxImageBytes = 8 * 1024 * 1024;
inline constexpr qint64 maxImagePixels = 64'000'000;

/// JPEG or PNG by their first bytes alone, whatever the vendor calls them. The header's size is checked before anything is decoded.
/// A hash that differs is never decoded. Pure; call it off the window's thread.
[[nodiscard]] CheckedPicture checkPicture(const QByteArray& bytes, const std::optional<QByteArray>& expectedSha256);

} // namespace casebound
