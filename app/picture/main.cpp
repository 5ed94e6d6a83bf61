// casebound-picture: reads the bytes of one picture after the other and writes their pixels, closed off from everything else.
#include "picture/PictureDecode.h"
#include "picture/PictureWire.h"
#include "picture/Sandbox.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace casebound;

namespace {

constexpr int usageError = 2, sandboxError = 3, notForbidden = 1;

bool put(const PictureAnswer& answer)
{
    const AnswerRecord record = writeAnswer(answer);
    return ::write(answerFd, record.data(), record.size()) == static_cast<ssize_t>(record.size());
}

bool refuse(PictureFault why)
{
    return put({.kind = PictureAnswer::Kind::Fault, .fault = why});
}

/// False at the end of the requests.
bool take(RequestRecord& record)
{
    std::size_t have = 0;
    while (have < record.size()) {
        const ssize_t got = ::read(requestFd, record.data() + have, record.size() - have);
        if (got <= 0)
            return false;
        have += static_cast<std::size_t>(got);
    }
    return true;
}

bool answer(std::uint32_t size, std::uint8_t* shared)
{
    const auto decoded = decodePicture(QByteArrayView(shared, static_cast<qsizetype>(size)));
    if (!decoded)
        return refuse(decoded.error());
    const int rows = stripRows(decoded->width());
    for (int from = 0; from < decoded->height(); from += rows) {
        const QImage part = strip(*decoded, from, rows);
        if (part.isNull())
            return refuse(PictureFault::TooCostly);
        std::uint8_t* to = shared + pixelsAt + static_cast<std::size_t>(from) * static_cast<std::size_t>(part.width()) * 4;
        for (int row = 0; row < part.height(); ++row)
            std::memcpy(to + static_cast<std::size_t>(row) * static_cast<std::size_t>(part.width()) * 4, part.constScanLine(row),
                        static_cast<std::size_t>(part.width()) * 4);
    }
    return put({.kind = PictureAnswer::Kind::Picture,
                .fault = PictureFault::Damaged,
                .alpha = decoded->hasAlphaChannel(),
                .width = static_cast<std::uint32_t>(decoded->width()),
                .height = static_cast<std::uint32_t>(decoded->height())});
}

int serve()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close_range(sharedFd + 1, ~0U, 0);
    void* mapped = ::mmap(nullptr, sharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, sharedFd, 0);
    if (mapped == MAP_FAILED) // NOLINT: a macro of the system's
        return usageError;
    ::close(sharedFd);
    auto* shared = static_cast<std::uint8_t*>(mapped);
    if (!warmUpReaders()) {
        refuse(PictureFault::NoHelper);
        return EXIT_FAILURE;
    }
    if (!closeOff()) {
        refuse(PictureFault::NoSandbox);
        return sandboxError;
    }
    if (!put({.kind = PictureAnswer::Kind::Ready}))
        return EXIT_FAILURE;
    RequestRecord record{};
    while (take(record)) {
        const auto size = readRequest(record);
        if (!size || !allowOnePicture() || !answer(*size, shared))
            ::_exit(EXIT_FAILURE);
    }
    ::_exit(EXIT_SUCCESS);
}

/// What a hostile picture would like to do. Returns where nothing stops it.
bool attempt(std::string_view deed)
{
    if (deed == "open")
        return ::open("/etc/hostname", O_RDONLY | O_CLOEXEC) != -2;
    if (deed == "socket")
        return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) != -2;
    if (deed == "fork")
        return ::fork() != -2;
    if (deed == "exec")
        return ::execl("/bin/true", "true", nullptr) != -2;
    if (deed == "code")
        return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != nullptr;
    if (deed == "signal")
        return ::kill(::getppid(), 0) != -2;
    return false;
}

int tryOut(std::string_view deed)
{
    if (!warmUpReaders())
        return EXIT_FAILURE;
    if (!closeOff())
        return sandboxError;
    if (deed == "memory") {
        // Refused, not ended: the reader says that it has none.
        ::_exit(std::malloc(helperMemory + helperMemory / 8) == nullptr ? EXIT_SUCCESS : notForbidden); // NOLINT
    }
    if (deed == "nothing")
        ::_exit(EXIT_SUCCESS);
    (void)attempt(deed);
    ::_exit(notForbidden);
}

constexpr const char* help = "casebound-picture is started by casebound, which hands it pictures.\n"
                             "\n"
                             "casebound-picture --try DEED\n"
                             "  Closes itself off, then does what a hostile picture would like to:\n"
                             "  open, socket, fork, exec, code, signal: ended by SIGSYS where it holds.\n"
                             "  memory, nothing: status 0 where it holds.\n";

} // namespace

int main(int argc, char* argv[])
{
    prepareDecoding();
    if (argc == 3 && std::string_view(argv[1]) == "--try")
        return tryOut(argv[2]);
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::fputs(help, stdout);
        return EXIT_SUCCESS;
    }
    if (argc != 1 || ::fcntl(sharedFd, F_GETFD) < 0) {
        std::fputs(help, stderr);
        return usageError;
    }
    return serve();
}
