// What passes between the window and casebound-picture: fixed records over two pipes, bytes and pixels in shared memory.
#pragma once

#include "domain/PictureFault.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace casebound {

/// Descriptors of the helper: requests, answers, nowhere, the shared memory.
inline constexpr int requestFd = 0, answerFd = 1, sharedFd = 3;
/// The file's bytes first, then the pixels, 32 bits each, row after row.
inline constexpr std::size_t pixelsAt = static_cast<std::size_t>(maxImageBytes);
inline constexpr std::size_t sharedBytes = pixelsAt + static_cast<std::size_t>(maxImagePixels) * 4;

/// Eight bytes: magic, size of the file.
using RequestRecord = std::array<std::uint8_t, 8>;
[[nodiscard]] RequestRecord writeRequest(std::uint32_t bytes);
/// Nothing where it is none: other magic, or more bytes than there are.
[[nodiscard]] std::optional<std::uint32_t> readRequest(std::span<const std::uint8_t> record);

/// Answers of the helper: ready once, then one a request. Nothing in it is believed before it was checked.
struct PictureAnswer {
    enum class Kind : std::uint8_t { Ready = 1, Picture = 2, Fault = 3 };
    Kind kind = Kind::Fault;
    PictureFault fault = PictureFault::Damaged; ///< Of Fault.
    bool alpha = false;                         ///< Premultiplied; otherwise opaque.
    std::uint32_t width = 0, height = 0;
    friend bool operator==(const PictureAnswer&, const PictureAnswer&) = default;
};
using AnswerRecord = std::array<std::uint8_t, 16>;
[[nodiscard]] AnswerRecord writeAnswer(const PictureAnswer& answer);
/// Nothing where it is none; a picture's sides are within the bounds, so that its pixels lie in the shared memory.
[[nodiscard]] std::optional<PictureAnswer> readAnswer(std::span<const std::uint8_t> record);

} // namespace casebound
