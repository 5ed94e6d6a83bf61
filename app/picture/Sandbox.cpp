#include "picture/Sandbox.h"

#include "picture/PictureWire.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <memory>

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace casebound {

namespace {

bool limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{.rlim_cur = most, .rlim_max = most};
    return ::setrlimit(resource, &both) == 0;
}

/// What is mapped now, in bytes; 0: not known.
std::size_t mappedNow()
{
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

struct Release {
    void operator()(void* context) const { seccomp_release(context); }
};

/// Conditions on the n-th argument of a call. The library's macros for them are compound literals of C.
scmp_arg_cmp equal(unsigned argument, int value)
{
    return {.arg = argument, .op = SCMP_CMP_EQ, .datum_a = static_cast<scmp_datum_t>(value), .datum_b = 0};
}

scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    return {.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

bool loadFilter()
{
    const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (!filter)
        return false;
    const auto allow = [&](int call, auto... conditions) {
        return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...) == 0;
    };
    constexpr auto anonymous = static_cast<scmp_datum_t>(MAP_ANONYMOUS), code = static_cast<scmp_datum_t>(PROT_EXEC);
    bool held = true;
    held = held && allow(SCMP_SYS(read), equal(0, requestFd));
    held = held && allow(SCMP_SYS(write), equal(0, answerFd));
    // libpng says its errors there; whoever starts us leads them nowhere.
    held = held && allow(SCMP_SYS(write), equal(0, STDERR_FILENO));
    held = held && allow(SCMP_SYS(mmap), masked(2, code, 0), masked(3, anonymous, anonymous));
    held = held && allow(SCMP_SYS(mprotect), masked(2, code, 0));
    // allowOnePicture(), on itself alone.
    held = held && allow(SCMP_SYS(prlimit64), equal(0, 0), equal(1, RLIMIT_CPU));
    for (const int call :
         {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(futex), SCMP_SYS(getrandom),
          SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)})
        held = held && allow(call);
    return held && seccomp_load(filter.get()) == 0;
}

} // namespace

std::expected<void, SandboxFault> closeOff()
{
    const std::size_t mapped = mappedNow();
    if (mapped == 0 || !limit(RLIMIT_AS, mapped + helperMemory) || !limit(RLIMIT_CORE, 0) || !limit(RLIMIT_FSIZE, 0) ||
        !limit(RLIMIT_NPROC, 0) || !limit(RLIMIT_NOFILE, 0))
        return std::unexpected(SandboxFault::Limits);
    if (::prctl(PR_SET_DUMPABLE, 0) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return std::unexpected(SandboxFault::Privileges);
    if (!loadFilter())
        return std::unexpected(SandboxFault::Filter);
    return {};
}

bool allowOnePicture()
{
    timespec used{};
    if (::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) != 0)
        return false;
    rlimit both{};
    if (::getrlimit(RLIMIT_CPU, &both) != 0)
        return false;
    both.rlim_cur = std::min(static_cast<rlim_t>(used.tv_sec) + helperCpuSeconds, both.rlim_max);
    return ::setrlimit(RLIMIT_CPU, &both) == 0;
}

} // namespace casebound
