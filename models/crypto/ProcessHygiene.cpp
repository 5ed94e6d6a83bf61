#include "crypto/ProcessHygiene.h"

#include "crypto/Providers.h"

#include <cstdlib>
#include <initializer_list>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace casebound {

void protectProcess()
{
    ::umask(077);
    protectMemory();
}

void protectMemory()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
    // SSLKEYLOGFILE is the worst of them: libcurl would write every connection's secrets into that file.
    for (const char* name : {"SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_CONF_INCLUDE", "OPENSSL_MODULES", "OPENSSL_ENGINES", "OPENSSL_TRACE",
                             "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "PKCS11_PROVIDER_MODULE", "PKCS11_PROVIDER_DEBUG"})
        ::unsetenv(name);
    wipeFreedMemory();
}

bool isProcessProtected()
{
    const mode_t mask = ::umask(077);
    rlimit core{};
    return mask == 077 && ::prctl(PR_GET_DUMPABLE) == 0 && ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
}

} // namespace casebound
