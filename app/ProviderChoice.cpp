#include "app/ProviderChoice.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

bool profileAsksForFips(const QString& profileFile)
{
    constexpr qint64 largest = 4 << 20;
    QFile file(profileFile);
    if (profileFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    return QJsonDocument::fromJson(file.read(largest)).object().value("fips"_L1).toBool();
}

std::expected<void, ProviderFault> chooseProviders(bool fips, const QStringList& fipsConfigurations)
{
    const auto at = std::ranges::find_if(fipsConfigurations, [](const QString& file) { return QFileInfo::exists(file); });
    return loadProviders({.fips = fips, .fipsConfiguration = at == fipsConfigurations.end() ? QString() : *at});
}

QString providerMessage(ProviderFault fault, const QStringList& fipsConfigurations)
{
    switch (fault) {
    case ProviderFault::NoModule:
        return u"OpenSSL's FIPS provider is not installed, and the office's profile asks for it. Nothing was opened. "
               "Install the package openssl-provider-fips."_s;
    case ProviderFault::NoConfiguration:
        return u"The FIPS provider was not set up on this computer, and the office's profile asks for it. Nothing was opened. "
               "Run: openssl fipsinstall -pedantic -module %1/fips.so -out %2"_s.arg(providerModulesFolder(), fipsConfigurations.value(0));
    case ProviderFault::SelfTest:
        return u"The FIPS provider failed its self-test: it is not the file it was set up as, or it is broken. Nothing was opened. "
               "Reinstall it and run openssl fipsinstall again."_s;
    case ProviderFault::DefaultPresent:
        return u"Another OpenSSL provider was loaded beside the FIPS provider. Nothing was opened. Tell the office administrator."_s;
    case ProviderFault::OtherChoice:
        return u"The office's profile and the loaded OpenSSL providers do not agree. Nothing was opened. Start the program again."_s;
    }
    return {};
}

} // namespace casebound
