#include "app/PictureChild.h"

#include "picture/PictureWire.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <linux/falloc.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace casebound {

namespace {

constexpr std::size_t keptPages = 1024 * 1024; ///< Shared memory beyond it is given back after each picture.

/// A descriptor that none of the child's own numbers can meet.
int outOfTheWay(int fd)
{
    const int high = ::fcntl(fd, F_DUPFD_CLOEXEC, 16);
    ::close(fd);
    return high;
}

int makeSharedMemory()
{
    const int made = ::memfd_create("casebound-picture", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    const int fd = made < 0 ? -1 : outOfTheWay(made);
    // Sealed: a child that made it shorter would end the window by a signal.
    if (fd >= 0 && (::ftruncate(fd, static_cast<off_t>(sharedBytes)) != 0 ||
                    ::fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)) {
        ::close(fd);
        return -1;
    }
    return fd;
}

pid_t spawn(const QByteArray& program, int socket, int memory)
{
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    bool held = ::posix_spawn_file_actions_adddup2(&actions, socket, requestFd) == 0;
    held = held && ::posix_spawn_file_actions_adddup2(&actions, socket, answerFd) == 0;
    held = held && ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0;
    held = held && ::posix_spawn_file_actions_adddup2(&actions, memory, sharedFd) == 0;
    QByteArray name = program;
    char* const arguments[] = {name.data(), nullptr};
    char* const environment[] = {nullptr}; // no plug-in path, no preloaded library: nothing of the environment reaches it
    pid_t pid = -1;
    if (!held || ::posix_spawn(&pid, program.constData(), &actions, nullptr, arguments, environment) != 0)
        pid = -1;
    ::posix_spawn_file_actions_destroy(&actions);
    return pid;
}

} // namespace

std::expected<std::unique_ptr<PictureChild>, PictureFault> PictureChild::start(const QString& program, std::chrono::milliseconds limit,
                                                                               int stop)
{
    std::unique_ptr<PictureChild> child(new PictureChild);
    child->m_stop = stop;
    if (const auto opened = child->open(program); !opened)
        return std::unexpected(opened.error());
    AnswerRecord record{};
    if (!child->receive(record, limit))
        return std::unexpected(PictureFault::NoHelper);
    const auto answer = readAnswer(record);
    if (!answer)
        return std::unexpected(PictureFault::NoHelper);
    if (answer->kind == PictureAnswer::Kind::Fault)
        return std::unexpected(answer->fault);
    if (answer->kind != PictureAnswer::Kind::Ready)
        return std::unexpected(PictureFault::NoHelper);
    return child;
}

std::expected<void, PictureFault> PictureChild::open(const QString& program)
{
    m_memory = makeSharedMemory();
    if (m_memory < 0)
        return std::unexpected(PictureFault::NoHelper);
    void* mapped = ::mmap(nullptr, sharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_memory, 0);
    if (mapped == MAP_FAILED) // NOLINT: a macro of the system's
        return std::unexpected(PictureFault::NoHelper);
    m_shared = static_cast<std::uint8_t*>(mapped);
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return std::unexpected(PictureFault::NoHelper);
    m_socket = ends[0];
    const int theirs = outOfTheWay(ends[1]);
    m_pid = theirs < 0 ? -1 : spawn(QFile::encodeName(program), theirs, m_memory);
    if (theirs >= 0)
        ::close(theirs);
    if (m_pid < 0)
        return std::unexpected(PictureFault::NoHelper);
    return {};
}

PictureChild::~PictureChild()
{
    end(PictureFault::NoHelper);
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_shared)
        ::munmap(m_shared, sharedBytes);
    if (m_memory >= 0)
        ::close(m_memory);
}

PictureFault PictureChild::end(PictureFault otherwise)
{
    if (m_pid <= 0)
        return otherwise;
    int status = 0;
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU ? PictureFault::TookTooLong : otherwise;
}

std::expected<void, PictureFault> PictureChild::receive(std::span<std::uint8_t> record, std::chrono::milliseconds limit)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    std::size_t have = 0;
    while (have < record.size()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd wait[2] = {{.fd = m_socket, .events = POLLIN, .revents = 0}, {.fd = m_stop, .events = POLLIN, .revents = 0}};
        const int ready = left.count() <= 0 ? 0 : ::poll(wait, 2, static_cast<int>(left.count()));
        if (ready > 0 && wait[1].revents != 0)
            return std::unexpected(PictureFault::NoHelper);
        if (ready == 0)
            return std::unexpected(PictureFault::TookTooLong);
        if (ready < 0 && errno == EINTR)
            continue;
        const ssize_t got = ready < 0 ? -1 : ::recv(m_socket, record.data() + have, record.size() - have, 0);
        if (got <= 0)
            return std::unexpected(PictureFault::Crashed);
        have += static_cast<std::size_t>(got);
    }
    return {};
}

DecodedPicture PictureChild::decode(QByteArrayView bytes, std::chrono::milliseconds limit)
{
    if (bytes.size() > maxImageBytes)
        return std::unexpected(PictureFault::TooManyBytes);
    if (!isUsable())
        return std::unexpected(PictureFault::NoHelper);
    std::memcpy(m_shared, bytes.data(), static_cast<std::size_t>(bytes.size()));
    const RequestRecord request = writeRequest(static_cast<std::uint32_t>(bytes.size()));
    if (::send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return std::unexpected(end(PictureFault::Crashed));
    AnswerRecord record{};
    if (const auto received = receive(record, limit); !received)
        return std::unexpected(end(received.error()));
    const auto answer = readAnswer(record);
    if (!answer || answer->kind == PictureAnswer::Kind::Ready)
        return std::unexpected(end(PictureFault::Crashed)); // it does not speak its part any more: not to be trusted with the next one
    DecodedPicture result = std::unexpected(answer->fault);
    if (answer->kind == PictureAnswer::Kind::Picture) {
        QImage image(static_cast<int>(answer->width), static_cast<int>(answer->height),
                     answer->alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        if (image.isNull())
            return std::unexpected(PictureFault::TooCostly);
        std::memcpy(image.bits(), m_shared + pixelsAt, static_cast<std::size_t>(image.sizeInBytes()));
        result = std::move(image);
    }
    // What lies there is a vendor's picture, and a large one is much memory: neither stays.
    const std::size_t pixels = std::size_t{answer->width} * answer->height * 4;
    std::memset(m_shared, 0, static_cast<std::size_t>(bytes.size()));
    if (pixels <= keptPages)
        std::memset(m_shared + pixelsAt, 0, pixels);
    else
        (void)::fallocate(m_memory, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(sharedBytes));
    return result;
}

} // namespace casebound
