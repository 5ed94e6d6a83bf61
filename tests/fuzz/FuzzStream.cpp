// A stream of server-sent events: how it is cut into pieces makes no difference, and nothing grows over the limits.
#include "Fuzz.h"

#include "net/SseParser.h"

using namespace casebound;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    SseParser whole, pieces;
    std::vector<SseEvent> once, cut;
    whole.feed(bytes, once);
    for (std::size_t at = 0, step = 1; at < size; at += step, step = step % 5 + 1)
        pieces.feed(bytes.substr(at, step), cut);
    must(once == cut);
    must(whole.tooLong() == pieces.tooLong());
    for (const SseEvent& event : once) {
        must(event.data.size() <= SseParser::longestData);
        must(event.id.find_first_of(std::string_view("\0\r\n", 3)) == std::string::npos);
        must(event.type.find_first_of("\r\n") == std::string::npos);
    }
    return 0;
}
