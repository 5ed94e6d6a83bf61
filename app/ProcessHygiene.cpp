#include "app/ProcessHygiene.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace casebound {

void protectProcess()
{
    ::umask(077);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

} // namespace casebound
