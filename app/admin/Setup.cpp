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
    return std::unexpected(u"OpenSSL refused. Nothing more was made; remove the folder and check the OpenSSL installation."_s);
}

struct Credentials {
    Certificate administrator, recovery;
};

/// A key, its certificate and both files.
AdminResult<Certificate> makeHolder(const AdminOffice& office, const CertificateIssuer& issuer, const QString& name,
                                    const SecureBytes& passphrase, Validity validity)
{
    const auto key = PrivateKey::generateP256();
    const auto certificate = key ? issuer.issueClient(*key, office.draft.office + u'.' + name, validity) : std::unexpected(key.error());
    const std::vector<Certificate> chain{issuer.authority()};
    const auto bundle = certificate ? writePkcs12(*key, *certificate, chain, name, passphrase) : std::unexpected(CryptoFault::Internal);
    if (!bundle)
        return std::unexpected(crypto().error());
    if (const auto written = office.write(name + u".p12"_s, *bundle); !written)
        return std::unexpected(written.error());
    if (const auto written = office.write(name + u".pem"_s, certificate->pem()); !written)
        return std::unexpected(written.error());
    return *certificate;
}

AdminResult<Credentials> makeAuthority(AdminOffice& office, AdminCall& call)
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
        return std::unexpected(crypto().error());
    if (const auto written = office.write(u"authority.p12"_s, *bundle); !written)
        return std::unexpected(written.error());
    if (const auto written = office.write(u"authority.pem"_s, issuer->authority().pem()); !written)
        return std::unexpected(written.error());
    office.draft.people.caBundlePem = issuer->authority().pem();
    const auto administrator = makeHolder(office, *issuer, u"administrator"_s, *own, validity);
    if (!administrator)
        return std::unexpected(administrator.error());
    const auto recovery = makeHolder(office, *issuer, u"recovery"_s, *safe, validity);
    if (!recovery)
        return std::unexpected(recovery.error());
    return Credentials{*administrator, *recovery};
}

AdminResult<Credentials> takeCertificates(AdminOffice& office, AdminCall& call)
{
    if (!call.options.isSet(u"authority"_s) || !call.options.isSet(u"recovery"_s))
        return std::unexpected(u"With --certificate, --authority and --recovery are needed as well. Nothing was made."_s);
    const auto administrator = readCertificate(call.options.value(u"certificate"_s));
    if (!administrator)
        return std::unexpected(administrator.error());
    const auto recovery = readCertificate(call.options.value(u"recovery"_s));
    if (!recovery)
        return std::unexpected(recovery.error());
    const auto authority = readAnyFile(call.options.value(u"authority"_s));
    if (!authority)
        return std::unexpected(authority.error());
    office.draft.people.caBundlePem = *authority;
    for (const auto& [name, certificate] : {std::pair(u"administrator.pem"_s, *administrator), std::pair(u"recovery.pem"_s, *recovery)}) {
        if (const auto written = office.write(name, certificate.pem()); !written)
            return std::unexpected(written.error());
    }
    return Credentials{*administrator, *recovery};
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
    const auto made = call.options.isSet(u"certificate"_s) ? takeCertificates(*office, call) : makeAuthority(*office, call);
    if (!made)
        return std::unexpected(made.error());
    office->draft.recoveryCertificateDer = made->recovery.der();
    // The same pseudonyms on every workstation of the office: whoever adds one unwraps this.
    const std::vector<Certificate> keepers{made->administrator, made->recovery};
    const auto actor = wrapSecret(SecureBytes::random(32).view(), keepers);
    if (!actor)
        return std::unexpected(
            u"The administrator's and the recovery certificate must hold P-256 keys. Remove the folder and use others."_s);
    if (const auto written = office->write(u"actor-key.cms"_s, *actor); !written)
        return written;
    if (const auto saved = office->saveDraft(); !saved)
        return saved;
    call.out << u"The office "_s << draft.office << u" is begun in "_s << QDir(call.folder).absolutePath() << u".\n"_s;
    if (office->hasAuthority())
        call.out << u"Put recovery.p12 and its passphrase in a safe, apart from each other and away from this computer.\n"_s;
    call.out << u"The banner is a draft: counsel reads and approves it (policy --banner).\n"_s;
    return {};
}

} // namespace casebound
