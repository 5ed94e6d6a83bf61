// Any bytes: what is left of them is within the bounds, no longer than they are, and clean; an answer of the helper is believed only where
// its pixels lie in the shared memory.
#include "Fuzz.h"

#include "picture/PictureBytes.h"
#include "picture/PictureWire.h"

#include <algorithm>

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (const auto clean = cleanPicture(fuzz::viewOf(data, size))) {
        must(clean->width > 0 && clean->height > 0 && std::int64_t{clean->width} * clean->height <= maxImagePixels);
        must(clean->bytes.size() <= static_cast<qsizetype>(size));
        must(cleanPicture(clean->bytes) == clean);
    }
    if (const auto answer = readAnswer(std::span(data, size))) {
        must(pixelsAt + std::size_t{answer->width} * answer->height * 4 <= sharedBytes);
        AnswerRecord again = writeAnswer(*answer);
        must(std::equal(again.begin(), again.end(), data));
    }
    if (const auto request = readRequest(std::span(data, size)))
        must(*request <= pixelsAt);
    return 0;
}
