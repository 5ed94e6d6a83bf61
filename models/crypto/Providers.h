// Which implementations of OpenSSL this process uses: chosen once, by code, never by the environment or the system's openssl.cnf.
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace casebound {

struct ProviderOptions {
    /// Only OpenSSL's FIPS provider and the base provider (encodings); every fetch asks for "fips=yes". What this is not: whether the
    /// module file on this machine is one that was validated, on a platform it was validated for, is for the office to establish.
    bool fips = false;
    /// The section "fips_sect" that `openssl fipsinstall` wrote for this machine's module. Its MAC is what the module is checked against.
    QString fipsConfiguration = {};
    QString modulesFolder = {}; ///< Where fips.so and pkcs11.so lie; empty: OpenSSL's own.
};

enum class ProviderFault {
    NoModule,        ///< The provider's file is missing or cannot be loaded.
    NoConfiguration, ///< No `openssl fipsinstall` result, or one that cannot be read.
    SelfTest,        ///< The module's integrity or self-test failed: the file is not the one that was installed, or is broken.
    DefaultPresent,  ///< Something else loaded OpenSSL's default provider first; nothing may run.
    OtherChoice,     ///< Loaded before with other options.
};

/// First cryptographic call of the process; again with the same options it does nothing. In FIPS mode it asserts that the default and
/// legacy providers are absent, that an unapproved algorithm cannot be fetched, and runs the module's self-test.
/// Where that failed, every later call fails the same way, whatever it asks for: the process does not fall back to other providers.
[[nodiscard]] std::expected<void, ProviderFault> loadProviders(const ProviderOptions& options);

/// Everything OpenSSL frees is overwritten first: its decoders leave copies of a private key in the ordinary heap otherwise. Before any
/// other use of OpenSSL in the process; false where that is too late, and then nothing changes.
bool wipeFreedMemory();

/// Whether loadProviders() succeeded with fips.
[[nodiscard]] bool runsOnFipsProviderAlone();
/// The folder loadProviders() chose, or OpenSSL's own.
[[nodiscard]] QString providerModulesFolder();
/// Names, versions and build information of the active providers, for the Office page and reports.
[[nodiscard]] QStringList activeProviders();

} // namespace casebound
