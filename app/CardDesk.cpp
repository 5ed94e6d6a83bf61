#include "app/CardDesk.h"

#include "office/PrivateFolder.h"

#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

QString CardDesk::driverNamedIn(const QString& file)
{
    constexpr qsizetype longestPath = 4096;
    if (const auto named = readPrivateFile(file, longestPath); named && !named->trimmed().isEmpty())
        return QString::fromLocal8Bit(named->trimmed());
    const QString common = u"/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"_s;
    return QFileInfo::exists(common) ? common : QString();
}

std::expected<std::shared_ptr<CardModule>, CredentialFault> CardDesk::module()
{
    const std::scoped_lock lock(m_guard);
    if (!m_module) {
        auto loaded = CardModule::load(m_driver);
        if (!loaded)
            return std::unexpected(loaded.error());
        m_module = *std::move(loaded);
    }
    return m_module;
}

std::expected<std::vector<CardCertificate>, CredentialFault> CardDesk::certificates()
{
    const auto driver = module();
    if (!driver)
        return std::unexpected(driver.error());
    return (*driver)->certificates();
}

std::expected<std::unique_ptr<CardCredential>, CredentialFault> CardDesk::open(const QString& uri, const SecureBytes& pin)
{
    const auto driver = module();
    if (!driver)
        return std::unexpected(driver.error());
    return CardCredential::open(*driver, uri, pin);
}

} // namespace casebound
