// In the place of casebound-picture: does with the first byte of the "picture" what a helper must not.
#include "picture/PictureWire.h"

#include <cstdlib>
#include <cstring>

#include <sys/mman.h>
#include <unistd.h>

using namespace casebound;

namespace {

void put(const AnswerRecord& record, std::size_t size = sizeof(AnswerRecord))
{
    if (::write(answerFd, record.data(), size) < 0)
        ::_exit(EXIT_FAILURE);
}

} // namespace

int main()
{
    void* mapped = ::mmap(nullptr, sharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, sharedFd, 0);
    if (mapped == MAP_FAILED)
        return EXIT_FAILURE;
    auto* shared = static_cast<std::uint8_t*>(mapped);
    put(writeAnswer({.kind = PictureAnswer::Kind::Ready}));
    RequestRecord request{};
    while (::read(requestFd, request.data(), request.size()) == static_cast<ssize_t>(request.size())) {
        switch (shared[0]) {
        case 'c': std::abort();
        case 'e': ::_exit(EXIT_SUCCESS);
        case 'h':
            while (true)
                ::pause();
        case 'l': put(writeAnswer({.kind = PictureAnswer::Kind::Picture, .width = 60'000, .height = 60'000})); break;
        case 'n': put(AnswerRecord{}); break;
        case 'r': put(writeAnswer({.kind = PictureAnswer::Kind::Ready})); break;
        case 's':
            put(writeAnswer({.kind = PictureAnswer::Kind::Fault}), 7);
            while (true)
                ::pause();
        case 't':
            // Making the shared memory smaller would end the window by SIGBUS.
            if (::ftruncate(sharedFd, 0) == 0)
                std::abort();
            put(writeAnswer({.kind = PictureAnswer::Kind::Fault, .fault = PictureFault::OtherFormat}));
            break;
        default: std::memset(shared + pixelsAt, 0x7F, 4); put(writeAnswer({.kind = PictureAnswer::Kind::Picture, .width = 1, .height = 1}));
        }
    }
    return EXIT_SUCCESS;
}
