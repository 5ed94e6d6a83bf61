#include "app/ProfileOffice.h"

#include "app/CredentialProblem.h"
#include "app/Rekeying.h"
#include "crypto/CertificateCheck.h"
#include "crypto/KeyCredential.h"
#include "crypto/Providers.h"
#include "ledger/AuditEntry.h"
#include "net/OfficeTiles.h"
#include "net/OfficeTimeStamps.h"
#include "office/PrivateFolder.h"
#include "store/LogKeeper.h"

#include <QDir>
#include <QFileInfo>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestCredential = 1 << 20;

template <class Why>
std::unexpected<ServiceFailure> refuse(Why why, const QString& detail = {})
{
    return std::unexpected(ServiceFailure{.why = std::move(why), .detail = detail});
}

AuditRecord record(AuditEvent event, const QString& outcome, const QString& note = {})
{
    AuditRecord made{.event = event};
    made.outcome = outcome;
    made.note = note;
    return made;
}

/// The profile under which the run before this one wrote; nothing in a new log.
std::optional<ProfileSeen> profileBefore(const AuditLog& log)
{
    constexpr std::uint64_t block = 64;
    const std::uint64_t size = log.head().size;
    std::uint64_t boot = 0;
    for (std::uint64_t end = size; end > 0;) {
        const std::uint64_t first = end > block ? end - block : 0;
        const auto entries = log.entries(first, static_cast<std::size_t>(end - first));
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            const auto part = parsePublicPart(entry->publicBytes);
            if (!part)
                return std::nullopt;
            if (boot == 0)
                boot = part->boot;
            if (part->boot != boot)
                return ProfileSeen{.serial = part->profileSerial, .sha256 = part->profileSha256};
        }
        end = first;
    }
    return std::nullopt;
}

} // namespace

std::expected<std::unique_ptr<ProfileOffice>, ProfileProblem> ProfileOffice::open(Places places, const Clock& clock)
{
    const WorkstationFolder folder(places.folder);
    if (!finishRekeying(folder))
        return std::unexpected(ProfileProblem{.fault = ProfileFault::Missing, .member = folder.rekeyFolder()});
    auto profile = loadProfile(places.profileFile, places.administratorFile, folder, clock.now());
    if (!profile)
        return std::unexpected(profile.error());
    return std::unique_ptr<ProfileOffice>(new ProfileOffice(std::move(places), *std::move(profile), clock));
}

ProfileOffice::ProfileOffice(Places places, OfficeProfile profile, const Clock& clock)
    : m_places(std::move(places)),
      m_folder(m_places.folder),
      m_profile(std::move(profile)),
      m_clock(clock),
      m_cards(std::make_unique<CardDesk>(m_profile.people.cardDriver.isEmpty() ? m_places.cardDriver : m_profile.people.cardDriver))
{
}

StorePlaces ProfileOffice::stores() const
{
    const auto names = m_folder.names();
    const auto lastSeen = m_folder.seen();
    return {.logFolder = m_folder.logFolder(),
            .caseFile = m_folder.caseFile(),
            .workstation = names ? names->workstation : QString(),
            .seen = m_seen,
            .knownBefore = lastSeen ? lastSeen->at : std::nullopt};
}

std::expected<void, ProfileProblem> ProfileOffice::refresh()
{
    auto profile = loadProfile(m_places.profileFile, m_places.administratorFile, m_folder, m_clock.now());
    if (!profile)
        return std::unexpected(profile.error());
    // Providers are chosen once a process: a profile that asks for others counts from the next start on.
    if (profile->fips != runsOnFipsProviderAlone()) {
        const auto json = readPrivateFile(m_places.profileFile, largestProfile);
        m_folder.noteRefusal(m_clock.now(), ProfileFault::OtherProviders, json ? QByteArrayView(*json) : QByteArrayView());
        return std::unexpected(ProfileProblem{.fault = ProfileFault::OtherProviders});
    }
    m_profile = *std::move(profile);
    return {};
}

std::expected<std::vector<CardChoice>, SignInProblem> ProfileOffice::cards() const
{
    const auto found = m_cards->certificates();
    if (!found)
        return std::unexpected(problemOf(found.error()));
    std::vector<CardChoice> choices;
    for (const CardCertificate& one : *found)
        choices.push_back({.uri = one.uri(), .name = one.certificate.commonName(), .card = one.token});
    if (choices.empty())
        return std::unexpected(SignInProblem::NoCertificateOnCard);
    return choices;
}

std::expected<std::unique_ptr<Credential>, SignInProblem> ProfileOffice::credential(const CredentialChoice& choice,
                                                                                    const SecureBytes& pin) const
{
    std::unique_ptr<OpenSslCredential> credential;
    switch (choice.kind) {
    case CredentialChoice::Kind::PracticeAgent:
    case CredentialChoice::Kind::PracticeSupervisor: return std::unexpected(SignInProblem::NoCredential);
    case CredentialChoice::Kind::File: {
        const auto bytes = readPrivateFile(choice.path, largestCredential);
        if (!bytes)
            return std::unexpected(SignInProblem::NoCredential);
        auto opened = KeyCredential::fromPkcs12(*bytes, pin);
        if (!opened)
            return std::unexpected(problemOf(opened.error()));
        credential = *std::move(opened);
        break;
    }
    case CredentialChoice::Kind::Card: {
        auto opened = m_cards->open(choice.path, pin);
        if (!opened)
            return std::unexpected(problemOf(opened.error()));
        credential = *std::move(opened);
        break;
    }
    }
    const auto anchors = Certificate::listFromPem(m_profile.people.caBundlePem);
    if (!anchors) // the profile was checked: nobody is trusted where nobody is named
        return std::unexpected(SignInProblem::CertificateUntrusted);
    const auto held = checkCertificate(credential->certificate(), credential->chain(), *anchors, m_profile.people.crlPem, m_clock.now());
    if (!held)
        return std::unexpected(problemOf(held.error()));
    return credential;
}

Outcome<OfficeStores> ProfileOffice::open(Credential& credential, const Clock& clock)
{
    // A change of keys that did not come to its end is finished before anything is opened: what is written to the old log afterwards
    // would be lost when its copy under the new key takes its place.
    if (!finishRekeying(m_folder))
        return refuse(StoreFault::WriteFailed);
    auto keys = OfficeKeys::open(m_folder.keysFile(), credential);
    if (!keys)
        return refuse(keys.error() == KeysFault::NotForYou ? SignInProblem::KeysNotYours : SignInProblem::StoreFault);
    if (!beginsWithProfilesKey(*keys))
        return refuse(SignInProblem::ProfileKeyDiffers);
    auto opened = openOfficeStores(stores(), m_profile, *keys, clock);
    if (!opened || opened->fault)
        return opened; // with the log at fault nothing is changed, the keys included
    std::vector<AuditRecord> news = newsOfProfile(*opened->log);
    const std::optional<AuditRecord> keysNews = keepKeysInStep(*keys, *opened, clock);
    if (!opened->log) {
        if (QFileInfo::exists(m_folder.rekeyFolder()))
            return refuse(StoreFault::WriteFailed); // half the files may be in their places: the next sign-in goes on
        opened = openOfficeStores(stores(), m_profile, *keys, clock);
        if (!opened || opened->fault)
            return opened;
    }
    if (keysNews)
        news.push_back(*keysNews);
    (void)m_folder.setSeen({.serial = m_profile.serial, .sha256 = m_profile.sha256, .at = m_clock.now()});
    opened->news = std::move(news);
    opened->told = [folder = m_folder] { folder.forgetRefusals(); };
    return opened;
}

bool ProfileOffice::beginsWithProfilesKey(const OfficeKeys& keys) const
{
    const auto named = std::ranges::find(m_profile.workstations, stores().workstation, &WorkstationKey::name);
    return named != m_profile.workstations.end() && keys.descendFrom(named->publicKeyDer);
}

std::optional<AuditRecord> ProfileOffice::keepKeysInStep(OfficeKeys& keys, OfficeStores& stores, const Clock& clock)
{
    const auto people = keyHolders(m_profile);
    if (!people)
        return record(AuditEvent::KeysWrapped, u"failed"_s);
    if (keys.heldByOthersThan(*people)) {
        const auto log = logConfiguration(this->stores(), m_profile, keys);
        stores = {}; // closed in order: their journals are folded in
        auto next = log ? rekey(m_folder, *log, keys, *people, clock) : std::unexpected(StoreFault::WriteFailed);
        if (!next)
            return record(AuditEvent::KeysChanged, u"failed"_s, u"the keys of generation %1 stay in use"_s.arg(keys.generation()));
        keys = *std::move(next);
        return std::nullopt; // the log of the new keys says it itself
    }
    if (!keys.lacks(*people))
        return std::nullopt;
    if (!keys.save(m_folder.keysFile(), *people))
        return record(AuditEvent::KeysWrapped, u"failed"_s);
    return record(AuditEvent::KeysWrapped, u"wrapped"_s, u"for %1 certificates"_s.arg(people->size()));
}

std::vector<AuditRecord> ProfileOffice::newsOfProfile(const AuditLog& log) const
{
    std::vector<AuditRecord> news;
    for (const WorkstationFolder::Refusal& refusal : m_folder.refusals())
        news.push_back(record(AuditEvent::ProfileRefused, refusal.word, refusal.at + u' ' + refusal.sha256));
    // Whoever they were, it was before the person whose entries these are: the outcome says so.
    for (const WorkstationFolder::RefusedSignIn& one : m_folder.refusedSignIns())
        news.push_back(record(AuditEvent::SigninRefused, u"earlier:"_s + one.word, one.at));
    const auto before = profileBefore(log);
    if (!before)
        news.push_back(record(AuditEvent::ProfileChanged, u"first"_s));
    else if (before->serial != m_profile.serial || before->sha256 != m_profile.sha256)
        news.push_back(record(AuditEvent::ProfileChanged, u"from_serial_%1"_s.arg(before->serial),
                              u"was serial %1, %2"_s.arg(before->serial).arg(QString::fromLatin1(before->sha256.toHex()))));
    return news;
}

bool ProfileOffice::takeNewLogIntoUse(const Clock& clock)
{
    m_seen.reset();
    return LogKeeper::takeIntoUse(m_folder.logFolder(), clock.now()).has_value();
}

MapSupply ProfileOffice::mapSupply()
{
    MapSupply supply;
    const BaseMap& map = m_profile.baseMap;
    if (!map.file.isEmpty())
        supply.file = QFileInfo(m_places.profileFile).absoluteDir().filePath(map.file);
    if (!map.tiles.isEmpty()) {
        auto server = OfficeTiles::create(map, m_profile.vendor);
        supply.serverUnusable = !server;
        if (server)
            supply.server = *std::move(server);
    }
    return supply;
}

std::shared_ptr<TimeStamper> ProfileOffice::timeStamper()
{
    if (m_profile.timeStamps.address.isEmpty())
        return nullptr;
    auto service = OfficeTimeStamps::create(m_profile.timeStamps, m_profile.vendor);
    return service ? std::shared_ptr<TimeStamper>(*std::move(service)) : nullptr;
}

QFuture<VendorResult<std::shared_ptr<VendorClient>>> ProfileOffice::connect(Credential& credential)
{
    using Answer = VendorResult<std::shared_ptr<VendorClient>>;
    const auto* usable = dynamic_cast<const OpenSslCredential*>(&credential);
    if (!usable)
        return QtFuture::makeReadyValueFuture(
            Answer(std::unexpected(VendorFailure{.fault = VendorFault::ClientCertificate, .httpStatus = 0, .detail = {}, .retryAt = {}})));
    return QtFuture::makeReadyValueFuture(openVendor(m_profile.vendor, *usable, m_clock));
}

} // namespace casebound
