// Preloaded into a program (LD_PRELOAD), writes every look-up, connection and datagram of the Internet's families to the file
// CASEBOUND_NETWORK_SPY names, one line each: process, call, whereto. What is not loopback is not let through: a test that finds something
// has harmed nobody. Strace cannot do this, because our programs keep others from looking into them.
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

int out = -1;

// Opened early: later a seccomp filter may stand before the file.
__attribute__((constructor)) void open()
{
    if (const char* path = std::getenv("CASEBOUND_NETWORK_SPY"))
        out = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

void say(const char* call, const char* where)
{
    char program[64] = "?";
    if (const char* name = program_invocation_short_name)
        std::snprintf(program, sizeof program, "%s", name);
    char line[600];
    const int length = std::snprintf(line, sizeof line, "%s %s %s\n", program, call, where);
    if (out >= 0 && length > 0)
        (void)!::write(out, line, std::strlen(line)); // one call a line: lines of several processes do not mix
}

bool isNumeric(const char* name)
{
    unsigned char buffer[sizeof(in6_addr)];
    return name == nullptr || ::inet_pton(AF_INET, name, buffer) == 1 || ::inet_pton(AF_INET6, name, buffer) == 1;
}

/// Says an address of the Internet's families; false where it must not be let through.
bool passes(const char* call, const sockaddr* address)
{
    if (address == nullptr || (address->sa_family != AF_INET && address->sa_family != AF_INET6))
        return true;
    char text[INET6_ADDRSTRLEN] = "", where[INET6_ADDRSTRLEN + 16];
    bool loopback = false;
    unsigned port = 0;
    if (address->sa_family == AF_INET) {
        sockaddr_in v4;
        std::memcpy(&v4, address, sizeof v4);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
        loopback = (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
        port = ntohs(v4.sin_port);
    } else {
        sockaddr_in6 v6;
        std::memcpy(&v6, address, sizeof v6);
        ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
        loopback = IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
        port = ntohs(v6.sin6_port);
    }
    std::snprintf(where, sizeof where, "%s %u", text, port);
    say(call, where);
    return loopback;
}

template <class Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

int unreachable()
{
    errno = ENETUNREACH;
    return -1;
}

} // namespace

extern "C" {

int connect(int socket, const sockaddr* address, socklen_t size)
{
    return passes("connect", address) ? next<decltype(connect)>("connect")(socket, address, size) : unreachable();
}

ssize_t sendto(int socket, const void* bytes, size_t count, int flags, const sockaddr* address, socklen_t size)
{
    return passes("sendto", address) ? next<decltype(sendto)>("sendto")(socket, bytes, count, flags, address, size) : unreachable();
}

ssize_t sendmsg(int socket, const msghdr* message, int flags)
{
    const auto* address = message ? static_cast<const sockaddr*>(message->msg_name) : nullptr;
    return passes("sendmsg", address) ? next<decltype(sendmsg)>("sendmsg")(socket, message, flags) : unreachable();
}

int sendmmsg(int socket, mmsghdr* messages, unsigned count, int flags)
{
    for (unsigned n = 0; n < count; ++n)
        if (!passes("sendmmsg", static_cast<const sockaddr*>(messages[n].msg_hdr.msg_name)))
            return unreachable();
    return next<decltype(sendmmsg)>("sendmmsg")(socket, messages, count, flags);
}

int listen(int socket, int backlog) noexcept
{
    const int done = next<int(int, int)>("listen")(socket, backlog);
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (done == 0 && ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0)
        (void)passes("listen", reinterpret_cast<const sockaddr*>(&address));
    return done;
}

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** found)
{
    if (!isNumeric(node)) {
        say("lookup", node);
        return EAI_NONAME;
    }
    return next<decltype(getaddrinfo)>("getaddrinfo")(node, service, hints, found);
}

hostent* gethostbyname(const char* name)
{
    if (!isNumeric(name)) {
        say("lookup", name);
        h_errno = HOST_NOT_FOUND;
        return nullptr;
    }
    return next<decltype(gethostbyname)>("gethostbyname")(name);
}

hostent* gethostbyname2(const char* name, int family)
{
    say("lookup", name);
    (void)family;
    h_errno = HOST_NOT_FOUND;
    return nullptr;
}

int gethostbyname_r(const char* name, hostent*, char*, size_t, hostent** result, int* error)
{
    say("lookup", name);
    *result = nullptr;
    *error = HOST_NOT_FOUND;
    return 0;
}

int gethostbyname2_r(const char* name, int, hostent*, char*, size_t, hostent** result, int* error)
{
    say("lookup", name);
    *result = nullptr;
    *error = HOST_NOT_FOUND;
    return 0;
}

// What asks a name server itself (Qt's QDnsLookup does): the symbols' names with and without the older prefix.
#define CASEBOUND_ASKS(symbol)                                                                                                             \
    int symbol(const char* name, int, int, unsigned char*, int)                                                                            \
    {                                                                                                                                      \
        say("lookup", name);                                                                                                               \
        h_errno = HOST_NOT_FOUND;                                                                                                          \
        return -1;                                                                                                                         \
    }
#define CASEBOUND_ASKS_WITH_STATE(symbol)                                                                                                  \
    int symbol(void*, const char* name, int, int, unsigned char*, int)                                                                     \
    {                                                                                                                                      \
        say("lookup", name);                                                                                                               \
        h_errno = HOST_NOT_FOUND;                                                                                                          \
        return -1;                                                                                                                         \
    }
#define CASEBOUND_SENDS(symbol)                                                                                                            \
    int symbol(void*, const unsigned char*, int, unsigned char*, int)                                                                      \
    {                                                                                                                                      \
        say("lookup", "(a message of its own)");                                                                                           \
        return -1;                                                                                                                         \
    }
CASEBOUND_ASKS(res_query)
CASEBOUND_ASKS(res_search)
CASEBOUND_ASKS(__res_query)
CASEBOUND_ASKS(__res_search)
CASEBOUND_ASKS_WITH_STATE(res_nquery)
CASEBOUND_ASKS_WITH_STATE(res_nsearch)
CASEBOUND_ASKS_WITH_STATE(__res_nquery)
CASEBOUND_ASKS_WITH_STATE(__res_nsearch)
CASEBOUND_SENDS(res_nsend)
CASEBOUND_SENDS(__res_nsend)

} // extern "C"
