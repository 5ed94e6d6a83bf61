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

/// Made when first asked for: the provider is loaded before other sources' statics are.
struct Record {
    std::array<Watched, most> watched;
    std::atomic<std::size_t> count = 0;
    QByteArray modulePath;
    OSSL_FUNC_provider_query_operation_fn* realQuery = nullptr;
    std::vector<OSSL_DISPATCH> ourFunctions;
    std::mutex guard;
    std::map<int, std::vector<OSSL_ALGORITHM>> lists;
    std::deque<std::vector<OSSL_DISPATCH>> tables;
};

Record& record()
{
    static auto* const one = new Record; // outlives the provider, which goes with the process
    return *one;
}

template <std::size_t N>
void* construct(void* a, void* b, void* c)
{
    Watched& one = record().watched[N];
    one.used = true;
    return one.real(a, b, c);
}

constexpr auto constructors = []<std::size_t... N>(std::index_sequence<N...>) {
    return std::array<Constructor, sizeof...(N)>{&construct<N>...};
}(std::make_index_sequence<most>());

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
    Record& all = record();
    const OSSL_ALGORITHM* real = all.realQuery(provider, operation, noCache);
    const char* kind = operationName(operation);
    if (!real || !kind)
        return real;
    const std::scoped_lock lock(all.guard);
    std::vector<OSSL_ALGORITHM>& list = all.lists[operation];
    if (!list.empty())
        return list.data();
    for (; real->algorithm_names; ++real) {
        std::vector<OSSL_DISPATCH>& table = all.tables.emplace_back();
        for (const OSSL_DISPATCH* entry = real->implementation; entry->function_id != 0; ++entry) {
            OSSL_DISPATCH copy = *entry;
            if (isConstructor(operation, entry->function_id)) {
                const std::size_t at = all.count++;
                if (at >= most)
                    qFatal("more algorithms than places");
                all.watched[at].name = QByteArray(kind) + ": " + QByteArray(real->algorithm_names).split(':').constFirst();
                all.watched[at].real = reinterpret_cast<Constructor>(entry->function);
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
    Record& all = record();
    void* library = ::dlopen(all.modulePath.constData(), RTLD_NOW | RTLD_LOCAL);
    const auto init = library ? reinterpret_cast<OSSL_provider_init_fn*>(::dlsym(library, "OSSL_provider_init")) : nullptr;
    const OSSL_DISPATCH* theirs = nullptr;
    if (!init || init(handle, in, &theirs, provider) != 1)
        return 0;
    for (; theirs->function_id != 0; ++theirs) {
        OSSL_DISPATCH copy = *theirs;
        if (copy.function_id == OSSL_FUNC_PROVIDER_QUERY_OPERATION) {
            all.realQuery = reinterpret_cast<OSSL_FUNC_provider_query_operation_fn*>(copy.function);
            copy.function = reinterpret_cast<Function>(query);
        }
        all.ourFunctions.push_back(copy);
    }
    all.ourFunctions.push_back({0, nullptr});
    *out = all.ourFunctions.data();
    return 1;
}

} // namespace

bool wantsFipsRecord()
{
    return true;
}

void recordFips(const QByteArray& module)
{
    record().modulePath = module;
    if (OSSL_PROVIDER_add_builtin(nullptr, "fips", start) != 1)
        qFatal("cannot stand in for the FIPS provider");
}

QStringList usedAlgorithms()
{
    QStringList list;
    for (std::size_t i = 0; i < record().count; ++i) {
        if (record().watched[i].used)
            list += QString::fromLatin1(record().watched[i].name);
    }
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace casebound::test
