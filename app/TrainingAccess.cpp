#include "app/TrainingAccess.h"

#include "net/VendorHttpClient.h"

#include <QCoreApplication>

namespace casebound {

namespace {

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why)
{
    return std::unexpected(ServiceFailure{.why = why, .detail = {}});
}

} // namespace

std::expected<std::unique_ptr<Credential>, SignInProblem> TrainingAccess::credential(const CredentialChoice& choice, const QString& pin) const
{
    auto opened = m_office.credential(choice, pin, m_clock.now());
    if (!opened)
        return std::unexpected(opened.error());
    return *std::move(opened);
}

Outcome<OfficeStores> TrainingAccess::open(Credential& credential, const Clock& clock)
{
    const auto audit = m_office.unwrapKey(TrainingOffice::Key::Audit, credential);
    const auto cases = m_office.unwrapKey(TrainingOffice::Key::Cases, credential);
    const auto actor = m_office.unwrapKey(TrainingOffice::Key::Actor, credential);
    if (!audit || !cases || !actor)
        return refuse(LogFault::Locked);

    const OfficeProfile& office = m_office.profile();
    AuditLog::Config config;
    config.folder = m_office.logFolder();
    config.office = office.office;
    config.workstation = m_office.workstation();
    config.actorKey = actor->view().toByteArray();
    config.profileSerial = office.serial;
    config.profileSha256 = office.sha256;
    config.appVersion = QStringLiteral(CASEBOUND_VERSION);
    auto log = AuditLog::open(std::move(config), *audit, clock);
    if (!log)
        return refuse(log.error());
    auto database = Database::open(m_office.caseFile(), *cases, Database::caseSchema());
    if (!database)
        return refuse(database.error());
    return OfficeStores{.log = *std::move(log), .cases = *std::move(database)};
}

QFuture<VendorResult<std::shared_ptr<VendorClient>>> TrainingAccess::connect(Credential& credential)
{
    Q_UNUSED(credential)
    return {};
}

} // namespace casebound
