#include "app/OfficeStoresOpener.h"

#include "app/OfficeLogCare.h"
#include "net/VendorHttpClient.h"
#include "store/CaseDatabase.h"
#include "store/LogKeeper.h"

#include <QLocale>

namespace casebound {

namespace {

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why, const QString& detail = {})
{
    return std::unexpected(ServiceFailure{.why = std::move(why), .detail = detail});
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

ClientIdentity identityOf(const OpenSslCredential& credential)
{
    ClientIdentity identity;
    identity.certificate = handleOf(credential.certificate());
    const auto key = [&credential] {
        const auto held = std::make_shared<PrivateKey>(credential.key());
        return std::shared_ptr<EVP_PKEY>(held, held->handle());
    };
    identity.key = key();
    identity.currentKey = key; // the credential outlives the client
    for (const Certificate& link : credential.chain())
        identity.chain.push_back(handleOf(link));
    return identity;
}

} // namespace

Outcome<AuditLog::Config> logConfiguration(const StorePlaces& places, const OfficeProfile& profile, const OfficeKeys& keys)
{
    AuditLog::Config config;
    config.folder = places.logFolder;
    config.office = profile.office;
    config.workstation = places.workstation;
    config.actorKey = SharedSecret(keys.actor());
    config.seen = places.seen;
    config.knownBefore = places.knownBefore;
    config.profileSerial = profile.serial;
    config.profileSha256 = profile.sha256;
    config.appVersion = QStringLiteral(CASEBOUND_VERSION);
    const auto signingKey = keys.workstation();
    if (!signingKey)
        return refuse(LogFault::Locked);
    config.signingKey = *signingKey;
    for (const Reviewer& reviewer : profile.reviewers) {
        const auto certificate = Certificate::fromDer(reviewer.certificateDer);
        if (!certificate)
            return refuse(SignInProblem::ReviewerUnusable);
        config.reviewers.push_back(*certificate);
    }
    config.witnessFolder = profile.witnessFolder;
    return config;
}

Outcome<OfficeStores> openOfficeStores(const StorePlaces& places, const OfficeProfile& profile, const OfficeKeys& keys, const Clock& clock)
{
    auto config = logConfiguration(places, profile, keys);
    if (!config)
        return std::unexpected(config.error());
    QString where;
    LogFinding finding;
    auto opened = LogKeeper::open(*config, keys.audit(), clock, &where, &finding);
    if (!opened) {
        // That nothing could be kept aside is more than that the disk is full.
        if (finding.kind == LogFindingKind::CannotKeepAside)
            return refuse(finding, where);
        return refuse(opened.error(), where);
    }
    OfficeLogCare::Parts care{.log = nullptr,
                              .folder = config->folder,
                              .databaseKey = {},
                              .signingKey = config->signingKey,
                              .peopleCaPem = profile.training ? profile.vendor.caBundlePem : profile.people.caBundlePem,
                              .stampCaPem = profile.timeStamps.authoritiesPem};
    if (opened->fault) {
        care.databaseKey = keys.audit().clone();
        return OfficeStores{.log = std::move(opened->log),
                            .cases = nullptr,
                            .fault = std::move(opened->fault),
                            .care = std::make_unique<OfficeLogCare>(std::move(care))};
    }
    auto database = openCaseDatabase(places.caseFile, keys.cases());
    if (!database)
        return refuse(database.error());
    care.log = opened->log.get();
    return OfficeStores{.log = std::move(opened->log),
                        .cases = *std::move(database),
                        .fault = {},
                        .care = std::make_unique<OfficeLogCare>(std::move(care))};
}

VendorResult<std::shared_ptr<VendorClient>> openVendor(const VendorSettings& vendor, const OpenSslCredential& credential,
                                                       const Clock& clock)
{
    VendorHttpClient::Options options;
    options.acceptLanguage = QLocale().bcp47Name().toLatin1();
    auto client = VendorHttpClient::create(vendor, identityOf(credential), clock, std::move(options));
    if (!client)
        return std::unexpected(VendorFailure{.fault = faultOf(client.error()), .httpStatus = 0, .detail = {}, .retryAt = {}});
    return std::shared_ptr<VendorClient>(*std::move(client));
}

} // namespace casebound
