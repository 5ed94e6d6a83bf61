#include "app/TrainingAccess.h"

#include "app/OfficeStoresOpener.h"
#include "store/LogKeeper.h"

namespace casebound {

namespace {

std::unexpected<VendorFailure> failure(VendorFault fault)
{
    return std::unexpected(VendorFailure{.fault = fault, .httpStatus = 0, .detail = {}, .retryAt = {}});
}

} // namespace

std::expected<std::unique_ptr<Credential>, SignInProblem> TrainingAccess::credential(const CredentialChoice& choice,
                                                                                     const SecureBytes& pin) const
{
    auto opened = m_office.credential(choice, pin, m_clock.now());
    if (!opened)
        return std::unexpected(opened.error());
    return *std::move(opened);
}

Outcome<OfficeStores> TrainingAccess::open(Credential& credential, const Clock& clock)
{
    const auto keys = m_office.keys(credential);
    if (!keys)
        return std::unexpected(ServiceFailure{.why = LogFault::Locked, .detail = {}});
    return openOfficeStores(
        {.logFolder = m_office.logFolder(), .caseFile = m_office.caseFile(), .workstation = m_office.workstation(), .seen = m_seen},
        m_office.profile(), *keys, clock);
}

bool TrainingAccess::takeNewLogIntoUse(const Clock& clock)
{
    m_seen.reset();
    return LogKeeper::takeIntoUse(m_office.logFolder(), clock.now()).has_value();
}

QFuture<VendorResult<std::shared_ptr<VendorClient>>> TrainingAccess::connect(Credential& credential)
{
    using Answer = VendorResult<std::shared_ptr<VendorClient>>;
    // The practice office opens no other kind (TrainingOffice::credential).
    const auto* opened = dynamic_cast<const OpenSslCredential*>(&credential);
    if (!opened)
        return QtFuture::makeReadyValueFuture(Answer(failure(VendorFault::ClientCertificate)));
    return m_vendor.address().then(this, [this, opened](const VendorResult<QUrl>& address) -> Answer {
        if (!address)
            return std::unexpected(address.error());
        m_office.setVendorAddress(*address);
        return openVendor(m_office.profile().vendor, *opened, m_clock);
    });
}

} // namespace casebound
