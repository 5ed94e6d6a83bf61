#include "crypto/WipedStack.h"

#include <openssl/crypto.h>

#include <cstddef>
#include <pthread.h>
#include <sys/mman.h>

namespace casebound {

namespace {

constexpr std::size_t stackSize = 1 << 20;

void* call(void* work)
{
    (*static_cast<const std::function<void()>*>(work))();
    OPENSSL_thread_stop(); // what OpenSSL keeps for this thread
    return nullptr;
}

} // namespace

void runOnWipedStack(const std::function<void()>& work)
{
    void* stack = ::mmap(nullptr, stackSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) {
        work();
        return;
    }
    ::madvise(stack, stackSize, MADV_DONTDUMP);
    pthread_attr_t attributes;
    pthread_t thread;
    bool ran = false;
    if (::pthread_attr_init(&attributes) == 0) {
        ran = ::pthread_attr_setstack(&attributes, stack, stackSize) == 0 &&
              ::pthread_create(&thread, &attributes, call, const_cast<std::function<void()>*>(&work)) == 0 &&
              ::pthread_join(thread, nullptr) == 0;
        ::pthread_attr_destroy(&attributes);
    }
    OPENSSL_cleanse(stack, stackSize);
    ::munmap(stack, stackSize);
    if (!ran)
        work();
}

} // namespace casebound
