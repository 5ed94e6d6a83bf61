#include "FipsRecorder.h"

#include <openssl/core_dispatch.h>
#include <openssl/core_names.h>
#include <openssl/provider.h>

#include <array>
#include <atomic>
#include <deque>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace casebound::test {

namespace {

// Every constructor of a provider takes at most three pointers; one that takes fewer does not look at the rest of the registers.
using Constructor = void* (*)(void*, void*, void*);
using Function = void (*)();
constexpr std::size_t most = 400;

struct Watched {
    QByteArray name;
    Constructor real = nullptr;
    std::atomic<bool> used = false;
};
std::array<Watched, most> watched;
std::atomic<std::size_t> watchedCount = 0;

template <std::size_t N>
void* construct(void* a, void* b, void* c)
{
    watched[N].used = true;
    return watched[N].real(a, b, c);
}

constexpr auto constructors = []<std::size_t... N>(std::index_sequence<N...>) {
    return std::array<Constructor, sizeof...(N)>{&construct<N>...};
}(std::make_index_sequence<most>());

QByteArray modulePath;
OSSL_FUNC_provider_query_operation_fn* realQuery = nullptr;
std::vector<OSSL_DISPATCH> ourFunctions;
std::mutex guard;
std::map<int, std::vector<OSSL_ALGORITHM>> lists;
std::deque<std::vector<OSSL_DISPATCH>> tables;

const char* operationName(int operation)
{
    switch (operation) {
    case OSSL_OP_DIGEST: return "digest";
    case OSSL_OP_CIPHER: return "cipher";
    case OSSL_OP_MAC: return "mac";
    case OSSL_OP_KDF: return "kdf";
    case OSSL_OP_RAND: return "random";
    case OSSL_OP_KEYMGMT: return "key";
    case OSSL_OP_KEYEXCH: return "agreement";
    case OSSL_OP_SIGNATURE: return "signature";
    case OSSL_OP_ASYM_CIPHER: return "public-key cipher";
    case OSSL_OP_KEM: return "kem";
    default: return nullptr; // encodings: no algorithm
    }
}

bool isConstructor(int operation, int function)
{
    return function == 1 || (operation == OSSL_OP_KEYMGMT && function == OSSL_FUNC_KEYMGMT_GEN_INIT);
}

const OSSL_ALGORITHM* query(void* provider, int operation, int* noCache)
{
    const OSSL_ALGORITHM* real = realQuery(provider, operation, noCache);
    const char* kind = operationName(operation);
    if (!real || !kind)
        return real;
    const std::scoped_lock lock(guard);
    std::vector<OSSL_ALGORITHM>& list = lists[operation];
    if (!list.empty())
        return list.data();
    for (; real->algorithm_names; ++real) {
        std::vector<OSSL_DISPATCH>& table = tables.emplace_back();
        for (const OSSL_DISPATCH* entry = real->implementation; entry->function_id != 0; ++entry) {
            OSSL_DISPATCH copy = *entry;
            if (isConstructor(operation, entry->function_id)) {
                const std::size_t at = watchedCount++;
                if (at >= most)
                    qFatal("more algorithms than places");
                watched[at].name = QByteArray(kind) + ": " + QByteArray(real->algorithm_names).split(':').constFirst();
                watched[at].real = reinterpret_cast<Constructor>(entry->function);
                copy.function = reinterpret_cast<Function>(constructors[at]);
            }
            table.push_back(copy);
        }
        table.push_back({0, nullptr});
        OSSL_ALGORITHM copy = *real;
        copy.implementation = table.data();
        list.push_back(copy);
    }
    list.push_back({nullptr, nullptr, nullptr, nullptr});
    return list.data();
}

int start(const OSSL_CORE_HANDLE* handle, const OSSL_DISPATCH* in, const OSSL_DISPATCH** out, void** provider)
{
    void* library = ::dlopen(modulePath.constData(), RTLD_NOW | RTLD_LOCAL);
    const auto init = library ? reinterpret_cast<OSSL_provider_init_fn*>(::dlsym(library, "OSSL_provider_init")) : nullptr;
    const OSSL_DISPATCH* theirs = nullptr;
    if (!init || init(handle, in, &theirs, provider) != 1)
        return 0;
    for (; theirs->function_id != 0; ++theirs) {
        OSSL_DISPATCH copy = *theirs;
        if (copy.function_id == OSSL_FUNC_PROVIDER_QUERY_OPERATION) {
            realQuery = reinterpret_cast<OSSL_FUNC_provider_query_operation_fn*>(copy.function);
            copy.function = reinterpret_cast<Function>(query);
        }
        ourFunctions.push_back(copy);
    }
    ourFunctions.push_back({0, nullptr});
    *out = ourFunctions.data();
    return 1;
}

} // namespace

bool wantsFipsRecord()
{
    return true;
}

void recordFips(const QByteArray& module)
{
    modulePath = module;
    if (OSSL_PROVIDER_add_builtin(nullptr, "fips", start) != 1)
        qFatal("cannot stand in for the FIPS provider");
}

QStringList usedAlgorithms()
{
    QStringList list;
    for (std::size_t i = 0; i < watchedCount; ++i) {
        if (watched[i].used)
            list += QString::fromLatin1(watched[i].name);
    }
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace casebound::test
