// Any bytes: parseProblem returns something short, and reads nothing beyond them.
#include "net/VendorJson.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const casebound::VendorProblem problem = casebound::parseProblem(std::string(reinterpret_cast<const char*>(data), size));
    if (problem.words().size() > 1024)
        std::abort();
    return 0;
}
