// Drives a target without libFuzzer:  replay_query FOLDER…
// Every seed as it is, cut short at every length, and with every byte altered once (large seeds: at a few hundred places).
#include "Fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

/// From a block of exactly that size: a read behind it is one that AddressSanitizer reports.
void drive(const Bytes& bytes, std::size_t size)
{
    const auto block = std::make_unique_for_overwrite<std::uint8_t[]>(size);
    std::copy_n(bytes.begin(), size, block.get());
    LLVMFuzzerTestOneInput(block.get(), size);
}

void replay(Bytes seed)
{
    constexpr std::size_t places = 300;
    drive(seed, seed.size());
    const std::size_t step = std::max<std::size_t>(1, seed.size() / places);
    for (std::size_t at = 0; at < seed.size(); at += step) {
        drive(seed, at);
        const auto flip = static_cast<std::uint8_t>(1U << (at % 8));
        seed[at] ^= flip;
        drive(seed, seed.size());
        seed[at] ^= flip;
    }
}

} // namespace

int main(int argc, char** argv)
{
    int seeds = 0;
    for (int n = 1; n < argc; ++n) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[n])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::fprintf(stderr, "%s\n", entry.path().filename().c_str()); // the last one named is the one that failed
            replay(Bytes(std::istreambuf_iterator<char>(file), {}));
            ++seeds;
        }
    }
    std::fprintf(stderr, "%d seeds\n", seeds);
    return seeds > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
