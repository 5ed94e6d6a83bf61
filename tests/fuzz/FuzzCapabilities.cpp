// Any bytes: parseCapabilities returns or refuses, and reads nothing beyond them.
#include "net/VendorJson.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static_cast<void>(casebound::parseCapabilities(std::string(reinterpret_cast<const char*>(data), size)));
    return 0;
}
