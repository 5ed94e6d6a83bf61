#include "picture/PictureWire.h"

#include <algorithm>

namespace casebound {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'C', 'B', 'P', '1'};

void putNumber(std::uint32_t number, std::span<std::uint8_t> at)
{
    for (std::size_t n = 0; n < 4; ++n)
        at[n] = static_cast<std::uint8_t>(number >> (8 * n));
}

std::uint32_t getNumber(std::span<const std::uint8_t> at)
{
    std::uint32_t number = 0;
    for (std::size_t n = 0; n < 4; ++n)
        number |= std::uint32_t{at[n]} << (8 * n);
    return number;
}

bool hasMagic(std::span<const std::uint8_t> record, std::size_t size)
{
    return record.size() == size && std::ranges::equal(record.first(magic.size()), magic);
}

} // namespace

RequestRecord writeRequest(std::uint32_t bytes)
{
    RequestRecord record{};
    std::ranges::copy(magic, record.begin());
    putNumber(bytes, std::span(record).subspan(4));
    return record;
}

std::optional<std::uint32_t> readRequest(std::span<const std::uint8_t> record)
{
    if (!hasMagic(record, sizeof(RequestRecord)))
        return std::nullopt;
    const std::uint32_t bytes = getNumber(record.subspan(4));
    return bytes <= maxImageBytes ? std::optional(bytes) : std::nullopt;
}

AnswerRecord writeAnswer(const PictureAnswer& answer)
{
    AnswerRecord record{};
    std::ranges::copy(magic, record.begin());
    record[4] = static_cast<std::uint8_t>(answer.kind);
    record[5] = answer.kind == PictureAnswer::Kind::Fault ? static_cast<std::uint8_t>(answer.fault) : std::uint8_t{0};
    record[6] = answer.alpha ? 1 : 0;
    putNumber(answer.width, std::span(record).subspan(8));
    putNumber(answer.height, std::span(record).subspan(12));
    return record;
}

std::optional<PictureAnswer> readAnswer(std::span<const std::uint8_t> record)
{
    if (!hasMagic(record, sizeof(AnswerRecord)) || record[6] > 1 || record[7] != 0)
        return std::nullopt;
    PictureAnswer answer{.kind = PictureAnswer::Kind::Ready,
                         .fault = PictureFault::Damaged,
                         .alpha = record[6] == 1,
                         .width = getNumber(record.subspan(8)),
                         .height = getNumber(record.subspan(12))};
    const bool empty = answer.width == 0 && answer.height == 0 && !answer.alpha;
    switch (record[4]) {
    case static_cast<std::uint8_t>(PictureAnswer::Kind::Ready): return empty && record[5] == 0 ? std::optional(answer) : std::nullopt;
    case static_cast<std::uint8_t>(PictureAnswer::Kind::Picture):
        answer.kind = PictureAnswer::Kind::Picture;
        return answer.width > 0 && answer.height > 0 && answer.width <= maxImageSide && answer.height <= maxImageSide &&
                       std::int64_t{answer.width} * answer.height <= maxImagePixels && record[5] == 0
                   ? std::optional(answer)
                   : std::nullopt;
    case static_cast<std::uint8_t>(PictureAnswer::Kind::Fault):
        answer.kind = PictureAnswer::Kind::Fault;
        if (!empty || record[5] < static_cast<std::uint8_t>(PictureFault::TooManyBytes) ||
            record[5] > static_cast<std::uint8_t>(PictureFault::NoSandbox))
            return std::nullopt;
        answer.fault = static_cast<PictureFault>(record[5]);
        return answer;
    }
    return std::nullopt;
}

} // namespace casebound
