// Why bytes of a vendor became no picture. The numbers cross the pipe to casebound-picture: never change one.
#pragma once

#include <cstdint>

namespace casebound {

enum class PictureFault : std::uint8_t {
    TooManyBytes = 1,  ///< Over maxImageBytes.
    OtherFormat = 2,   ///< Neither JPEG nor PNG by its first bytes.
    TooManyPixels = 3, ///< By its header, or nothing at all: over maxImagePixels or maxImageSide, or a side of zero.
    Damaged = 4,       ///< Cut short, a checksum that differs, a structure that does not hold, or data the decoder complained of.
    TooCostly = 5,     ///< More passes than any camera writes, or more memory or computing time than it is given.
    TookTooLong = 6,   ///< The helper was ended for it.
    Crashed = 7,       ///< The helper ended while it decoded.
    NoHelper = 8,      ///< casebound-picture is not there or cannot be started.
    NoSandbox = 9,     ///< This computer does not let the helper close itself off, so nothing is decoded at all.
};

inline constexpr std::int64_t maxImageBytes = 8 * 1024 * 1024; ///< vendor-api: an image's body.
/// 4096 × 3072, more than plate cameras take: with it the helper stays below its memory limit however a picture is coded.
inline constexpr std::int64_t maxImagePixels = 12'582'912;
inline constexpr std::int64_t maxImageSide = 16'384;

} // namespace casebound
