// Which OpenSSL providers this start runs on: decided by the office's profile, before anything cryptographic happens.
#pragma once

#include "crypto/Providers.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace casebound {

/// What an unverified profile asks for. A hint and no more: once its signature was checked, on the providers that were loaded for it,
/// `profile.fips == runsOnFipsProviderAlone()` must hold, or nobody signs in. A profile that was altered here fails its signature.
/// False where there is no profile or it is not one.
[[nodiscard]] bool profileAsksForFips(const QString& profileFile);

/// Loads them. `fipsConfigurations`: the first that exists counts (what `openssl fipsinstall` wrote; the system's before the folder's).
[[nodiscard]] std::expected<void, ProviderFault> chooseProviders(bool fips, const QStringList& fipsConfigurations);

/// One sentence in English for standard error.
[[nodiscard]] QString providerMessage(ProviderFault fault, const QStringList& fipsConfigurations);

} // namespace casebound
