#include "crypto/Providers.h"

#include "crypto/OpenSsl.h"

#include <openssl/conf.h>
#include <openssl/core_names.h>
#include <openssl/provider.h>

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace casebound {
namespace {

using namespace Qt::StringLiterals;

struct Chosen {
    std::mutex guard;
    std::optional<ProviderOptions> options;
    std::optional<ProviderFault> refused; ///< FIPS was asked for and not to be had: there is no second choice.
};

Chosen& chosen()
{
    static Chosen one;
    return one;
}

using ConfigurationPtr = std::unique_ptr<CONF, OpenSslFree<NCONF_free>>;

/// Names and values of the section, without what is for OpenSSL's own loader.
std::vector<std::pair<QByteArray, QByteArray>> fipsSection(const QString& file)
{
    std::vector<std::pair<QByteArray, QByteArray>> values;
    QFile source(file);
    if (file.isEmpty() || !source.open(QIODevice::ReadOnly))
        return values;
    const QByteArray text = source.read(65536);
    const ConfigurationPtr configuration(NCONF_new(nullptr));
    const BioPtr bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    long line = 0;
    if (!configuration || !bio || NCONF_load_bio(configuration.get(), bio.get(), &line) <= 0)
        return values;
    const STACK_OF(CONF_VALUE)* section = NCONF_get_section(configuration.get(), "fips_sect");
    bool hasMac = false;
    for (int i = 0; section && i < sk_CONF_VALUE_num(section); ++i) {
        const CONF_VALUE* one = sk_CONF_VALUE_value(section, i);
        const QByteArray name = one->name;
        if (name == "activate" || name == "module")
            continue;
        hasMac = hasMac || name == "module-mac";
        values.emplace_back(name, one->value);
    }
    if (!hasMac)
        values.clear();
    return values;
}

std::expected<void, ProviderFault> loadFips(const ProviderOptions& options)
{
    auto values = fipsSection(options.fipsConfiguration);
    if (values.empty())
        return std::unexpected(ProviderFault::NoConfiguration);
    std::vector<OSSL_PARAM> parameters;
    for (auto& [name, value] : values)
        parameters.push_back(OSSL_PARAM_construct_utf8_string(name.constData(), value.data(), 0));
    parameters.push_back(OSSL_PARAM_construct_end());
    if (!QFile::exists(providerModulesFolder() + u"/fips.so"_s))
        return std::unexpected(ProviderFault::NoModule);
    // Base first: it feeds the module's random generator from the system.
    if (!OSSL_PROVIDER_load(nullptr, "base"))
        return std::unexpected(ProviderFault::NoModule);
    OSSL_PROVIDER* fips = OSSL_PROVIDER_load_ex(nullptr, "fips", parameters.data());
    if (!fips)
        return std::unexpected(ProviderFault::SelfTest); // the file is there: what it refuses is itself
    if (EVP_set_default_properties(nullptr, "fips=yes") != 1 || OSSL_PROVIDER_self_test(fips) != 1)
        return std::unexpected(ProviderFault::SelfTest);
    EVP_MD* unapproved = EVP_MD_fetch(nullptr, "MD5", nullptr);
    EVP_MD_free(unapproved);
    if (unapproved || OSSL_PROVIDER_available(nullptr, "default") == 1 || OSSL_PROVIDER_available(nullptr, "legacy") == 1 ||
        EVP_default_properties_is_fips_enabled(nullptr) != 1)
        return std::unexpected(ProviderFault::DefaultPresent);
    return {};
}

void* wipingAllocate(std::size_t size, const char*, int)
{
    return std::malloc(size);
}

void wipingFree(void* memory, const char*, int)
{
    if (memory)
        OPENSSL_cleanse(memory, ::malloc_usable_size(memory));
    std::free(memory);
}

void* wipingReallocate(void* memory, std::size_t size, const char* file, int line)
{
    if (!memory)
        return std::malloc(size);
    if (size == 0) {
        wipingFree(memory, file, line);
        return nullptr;
    }
    const std::size_t old = ::malloc_usable_size(memory);
    void* moved = std::malloc(size); // never in place: what is cut off would stay
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, std::min(old, size));
    wipingFree(memory, file, line);
    return moved;
}

} // namespace

bool wipeFreedMemory()
{
    return CRYPTO_set_mem_functions(wipingAllocate, wipingReallocate, wipingFree) == 1;
}

std::expected<void, ProviderFault> loadProviders(const ProviderOptions& options)
{
    Chosen& now = chosen();
    const std::scoped_lock lock(now.guard);
    if (now.refused)
        return std::unexpected(*now.refused);
    if (now.options) {
        if (now.options->fips != options.fips || now.options->modulesFolder != options.modulesFolder)
            return std::unexpected(ProviderFault::OtherChoice);
        return {};
    }
    const ErrorQueue errors;
    // Each would let whoever starts the program choose code, trust or a file that receives secrets.
    for (const char* name : {"OPENSSL_CONF", "OPENSSL_CONF_INCLUDE", "OPENSSL_MODULES", "OPENSSL_ENGINES", "SSL_CERT_FILE", "SSL_CERT_DIR",
                             "SSLKEYLOGFILE", "PKCS11_PROVIDER_MODULE", "PKCS11_PROVIDER_DEBUG"})
        ::unsetenv(name);
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
    if (!options.modulesFolder.isEmpty())
        OSSL_PROVIDER_set_default_search_path(nullptr, QFile::encodeName(options.modulesFolder).constData());
    if (options.fips) {
        now.options = options; // the folder is looked up below
        if (const auto loaded = loadFips(options); !loaded) {
            now.options->fips = false;
            now.refused = loaded.error();
            // What was loaded halfway must not serve either: nothing can be fetched in this process any more.
            (void)EVP_set_default_properties(nullptr, "fips=yes,provider=none");
            return loaded;
        }
    } else if (!OSSL_PROVIDER_load(nullptr, "default")) {
        return std::unexpected(ProviderFault::NoModule);
    }
    now.options = options;
    return {};
}

bool runsOnFipsProviderAlone()
{
    Chosen& now = chosen();
    const std::scoped_lock lock(now.guard);
    return now.options && now.options->fips;
}

QString providerModulesFolder()
{
    // Not guarded: written once, before any other thread asks.
    const auto& options = chosen().options;
    return options && !options->modulesFolder.isEmpty() ? options->modulesFolder
                                                        : QString::fromLocal8Bit(OPENSSL_info(OPENSSL_INFO_MODULES_DIR));
}

QStringList activeProviders()
{
    QStringList list;
    OSSL_PROVIDER_do_all(
        nullptr,
        [](OSSL_PROVIDER* provider, void* into) {
            char *name = nullptr, *version = nullptr, *build = nullptr;
            OSSL_PARAM asked[] = {OSSL_PARAM_construct_utf8_ptr(OSSL_PROV_PARAM_NAME, &name, 0),
                                  OSSL_PARAM_construct_utf8_ptr(OSSL_PROV_PARAM_VERSION, &version, 0),
                                  OSSL_PARAM_construct_utf8_ptr(OSSL_PROV_PARAM_BUILDINFO, &build, 0), OSSL_PARAM_construct_end()};
            OSSL_PROVIDER_get_params(provider, asked);
            *static_cast<QStringList*>(into) += QStringLiteral("%1: %2 %3 %4")
                                                    .arg(QString::fromUtf8(OSSL_PROVIDER_get0_name(provider)), QString::fromUtf8(name),
                                                         QString::fromUtf8(version), QString::fromUtf8(build))
                                                    .simplified();
            return 1;
        },
        &list);
    list.sort();
    return list;
}

} // namespace casebound
