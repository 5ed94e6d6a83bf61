#include "app/TrainingAccess.h"

#include "app/OfficeLogCare.h"
#include "net/VendorHttpClient.h"
#include "store/LogKeeper.h"

#include <QLocale>

namespace casebound {

namespace {

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why)
{
    return std::unexpected(ServiceFailure{.why = why, .detail = {}});
}

std::unexpected<VendorFailure> failure(VendorFault fault)
{
    return std::unexpected(VendorFailure{.fault = fault, .httpStatus = 0, .detail = {}, .retryAt = {}});
}

VendorFault faultOf(VendorClientFault fault)
{
    switch (fault) {
    case VendorClientFault::BadAddress: return VendorFault::WrongOrigin;
    case VendorClientFault::NoAuthority:
    case VendorClientFault::BadRevocations:
    case VendorClientFault::BadPin: return VendorFault::TlsRefused;
    case VendorClientFault::KeyMismatch: return VendorFault::ClientCertificate;
    }
    return VendorFault::TlsRefused;
}

/// Handles that keep what owns them alive.
std::shared_ptr<X509> handleOf(const Certificate& certificate)
{
    return {std::make_shared<Certificate>(certificate), certificate.handle()};
}

ClientIdentity identityOf(const KeyCredential& credential)
{
    ClientIdentity identity;
    identity.certificate = handleOf(credential.certificate());
    identity.key = {std::make_shared<PrivateKey>(credential.key()), credential.key().handle()};
    return identity;
}

} // namespace

std::expected<std::unique_ptr<Credential>, SignInProblem> TrainingAccess::credential(const CredentialChoice& choice,
                                                                                     const QString& pin) const
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
    const auto workstation = m_office.unwrapKey(TrainingOffice::Key::Workstation, credential);
    if (!audit || !cases || !actor || !workstation)
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
    const auto signingKey = PrivateKey::fromPkcs8(*workstation);
    if (!signingKey)
        return refuse(LogFault::Locked);
    config.signingKey = *signingKey;
    for (const Reviewer& reviewer : office.reviewers) {
        const auto certificate = Certificate::fromDer(reviewer.certificateDer);
        if (!certificate)
            return refuse(SignInProblem::ProfileRefused);
        config.reviewers.push_back(*certificate);
    }
    config.witnessFolder = office.witnessFolder;
    QString where;
    LogFinding finding;
    auto opened = LogKeeper::open(config, *audit, clock, &where, &finding);
    if (!opened) {
        // That nothing could be kept aside is more than that the disk is full.
        if (finding.kind == LogFindingKind::CannotKeepAside)
            return std::unexpected(ServiceFailure{.why = finding, .detail = where});
        return std::unexpected(ServiceFailure{.why = opened.error(), .detail = where});
    }
    OfficeLogCare::Parts care{.log = nullptr, .folder = config.folder, .databaseKey = {}, .signingKey = *signingKey};
    if (opened->fault) {
        care.databaseKey = audit->clone();
        return OfficeStores{.log = std::move(opened->log),
                            .cases = nullptr,
                            .fault = std::move(opened->fault),
                            .care = std::make_unique<OfficeLogCare>(std::move(care))};
    }
    auto database = Database::open(m_office.caseFile(), *cases, Database::caseSchema());
    if (!database)
        return refuse(database.error());
    care.log = opened->log.get();
    return OfficeStores{.log = std::move(opened->log),
                        .cases = *std::move(database),
                        .fault = {},
                        .care = std::make_unique<OfficeLogCare>(std::move(care))};
}

bool TrainingAccess::takeNewLogIntoUse(const Clock& clock)
{
    return LogKeeper::takeIntoUse(m_office.logFolder(), clock.now()).has_value();
}

QFuture<VendorResult<std::shared_ptr<VendorClient>>> TrainingAccess::connect(Credential& credential)
{
    using Answer = VendorResult<std::shared_ptr<VendorClient>>;
    // The practice office opens no other kind (TrainingOffice::credential).
    const auto* opened = dynamic_cast<const KeyCredential*>(&credential);
    if (!opened)
        return QtFuture::makeReadyValueFuture(Answer(failure(VendorFault::ClientCertificate)));
    const ClientIdentity identity = identityOf(*opened);
    return m_vendor.address().then(this, [this, identity](const VendorResult<QUrl>& address) -> Answer {
        if (!address)
            return std::unexpected(address.error());
        m_office.setVendorAddress(*address);
        VendorHttpClient::Options options;
        options.acceptLanguage = QLocale().bcp47Name().toLatin1();
        auto client = VendorHttpClient::create(m_office.profile().vendor, identity, m_clock, std::move(options));
        if (!client)
            return failure(faultOf(client.error()));
        return std::shared_ptr<VendorClient>(*std::move(client));
    });
}

} // namespace casebound
