// init: an office from nothing.
#include "admin/AdminCommand.h"
#include "admin/BannerFile.h"
#include "crypto/CertificateIssuer.h"
#include "crypto/Cms.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int authorityYears = 10;

AdminResult<> crypto()
{
    return std::unexpected(u"OpenSSL refused. Nothing was made; check the OpenSSL installation."_s);
}

/// Written only when everything could be made.
struct Making {
    std::vector<AdminOffice::NewFile> files;
    std::vector<Certificate> keepers; ///< Administrator and recovery.
};

/// A key, its certificate and both files.
AdminResult<> makeHolder(Making& making, const AdminOffice& office, const CertificateIssuer& issuer, const QString& name,
                         const SecureBytes& passphrase, Validity validity)
{
    const auto key = PrivateKey::generateP256();
    const auto certificate = key ? issuer.issueClient(*key, office.draft.office + u'.' + name, validity) : std::unexpected(key.error());
    const std::vector<Certificate> chain{issuer.authority()};
    const auto bundle = certificate ? writePkcs12(*key, *certificate, chain, name, passphrase) : std::unexpected(CryptoFault::Internal);
    if (!bundle)
        return crypto();
    making.files.push_back({.name = name + u".p12"_s, .bytes = *bundle});
    making.files.push_back({.name = name + u".pem"_s, .bytes = certificate->pem()});
    making.keepers.push_back(*certificate);
    return {};
}

AdminResult<> makeAuthority(Making& making, AdminOffice& office, AdminCall& call)
{
    const auto own = call.passphrases.choose(u"the administrator's key and the authority's"_s);
    if (!own)
        return std::unexpected(own.error());
    const auto safe = call.passphrases.choose(u"the recovery key"_s);
    if (!safe)
        return std::unexpected(safe.error());
    // An hour's slack for a clock that is set right later.
    const Validity validity{.notBefore = call.now - std::chrono::hours(1), .notAfter = call.now + std::chrono::days(365 * authorityYears)};
    const auto issuer = CertificateIssuer::createAuthority(office.draft.office.left(50) + u" authority"_s, validity);
    const auto bundle = issuer ? writePkcs12(issuer->authorityKey(), issuer->authority(), {}, u"authority"_s, *own)
                               : std::unexpected(CryptoFault::Internal);
    if (!bundle)
        return crypto();
    making.files.push_back({.name = u"authority.p12"_s, .bytes = *bundle});
    making.files.push_back({.name = u"authority.pem"_s, .bytes = issuer->authority().pem()});
    office.draft.people.caBundlePem = issuer->authority().pem();
    return makeHolder(making, office, *issuer, u"administrator"_s, *own, validity).and_then([&] {
        return makeHolder(making, office, *issuer, u"recovery"_s, *safe, validity);
    });
}

AdminResult<> takeCertificates(Making& making, AdminOffice& office, AdminCall& call)
{
    if (!call.options.isSet(u"authority"_s) || !call.options.isSet(u"recovery"_s))
        return std::unexpected(u"With --certificate, --authority and --recovery are needed as well. Nothing was made."_s);
    const auto authority = readAnyFile(call.options.value(u"authority"_s));
    if (!authority)
        return std::unexpected(authority.error());
    office.draft.people.caBundlePem = *authority;
    for (const auto& [option, name] : {std::pair(u"certificate"_s, u"administrator.pem"_s), std::pair(u"recovery"_s, u"recovery.pem"_s)}) {
        const auto certificate = readCertificate(call.options.value(option));
        if (!certificate)
            return std::unexpected(certificate.error());
        making.files.push_back({.name = name, .bytes = certificate->pem()});
        making.keepers.push_back(*certificate);
    }
    return {};
}

} // namespace

AdminResult<> initOffice(AdminCall& call)
{
    OfficeProfile draft;
    draft.serial = 1;
    draft.office = call.options.value(u"office"_s);
    if (!isName(draft.office))
        return std::unexpected(u"--office is needed: letters, digits, dot, underscore, hyphen. Nothing was made."_s);
    draft.notBefore = std::chrono::floor<std::chrono::seconds>(call.now);
    draft.notAfter = draft.notBefore + std::chrono::days(365);
    auto banner = builtInBanner();
    if (!banner)
        return std::unexpected(banner.error());
    draft.banner = *std::move(banner);
    draft.retention = {{.schedule = u"criminal_case"_s, .years = 20}, {.schedule = u"immigration_case"_s, .years = 75}};

    auto office = AdminOffice::make(call.folder, draft);
    if (!office)
        return std::unexpected(office.error());
    Making making;
    const auto made = call.options.isSet(u"certificate"_s) ? takeCertificates(making, *office, call) : makeAuthority(making, *office, call);
    if (!made)
        return made;
    office->draft.recoveryCertificateDer = making.keepers.back().der();
    // The same pseudonyms on every workstation of the office: whoever adds one unwraps this.
    const auto actor = wrapSecret(SecureBytes::random(32).view(), making.keepers);
    if (!actor)
        return std::unexpected(u"The administrator's and the recovery certificate must hold P-256 keys. Nothing was made; use others."_s);
    const auto draftBytes = office->draftBytes();
    if (!draftBytes)
        return std::unexpected(draftBytes.error());
    making.files.push_back({.name = u"actor-key.cms"_s, .bytes = *actor});
    making.files.push_back({.name = u"draft.json"_s, .bytes = *draftBytes});
    if (const auto written = office->writeTogether(making.files); !written)
        return written;
    call.out << u"The office "_s << office->draft.office << u" is begun in "_s << QDir(call.folder).absolutePath() << u".\n"_s;
    if (office->hasAuthority())
        call.out << u"Put recovery.p12 and its passphrase in a safe, apart from each other and away from this computer.\n"_s;
    call.out << u"The banner is a draft: counsel reads and approves it (policy --banner).\n"_s;
    return {};
}

} // namespace casebound
