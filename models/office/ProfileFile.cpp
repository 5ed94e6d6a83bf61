#include "office/ProfileFile.h"

#include "crypto/Cms.h"
#include "crypto/Digest.h"
#include "crypto/Signer.h"
#include "domain/Reference.h"
#include "office/ProfileMembers.h"
#include "office/ReviewSettings.h"

#include <QJsonDocument>
#include <QSet>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr auto schemaName = "casebound-office-profile"_L1;
constexpr qsizetype mostPeople = 5000, largestCertificate = 16'384, largestBundle = 1 << 20;
constexpr int longestIdleMinutes = 60, longestResultsHours = 8, mostHouseYears = 50, mostAdministrativeYears = 5, farthestMetres = 5000,
              longestRetention = 100, deepestMap = 22;

/// A doubled member would be silently dropped by the parser: count what stands there against what was kept.
qsizetype membersOf(const QJsonValue& value)
{
    qsizetype count = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        count = object.size();
        for (const auto& inner : object)
            count += membersOf(inner);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto& inner : array)
            count += membersOf(inner);
    }
    return count;
}

qsizetype colonsOutsideText(QByteArrayView json)
{
    qsizetype count = 0;
    bool inText = false;
    for (qsizetype n = 0; n < json.size(); ++n) {
        const char c = json[n];
        if (inText && c == '\\')
            ++n;
        else if (c == '"')
            inText = !inText;
        else if (c == ':' && !inText)
            ++count;
    }
    return count;
}

QByteArray bundle(ProfileMembers& members, bool needed)
{
    QByteArray pem = members.text("ca_bundle"_L1, needed ? 1 : 0, largestBundle).toUtf8();
    const auto list = pem.isEmpty() ? std::expected<std::vector<Certificate>, CryptoFault>() : Certificate::listFromPem(pem);
    if (!list)
        members.refuse(ProfileFault::Malformed, "ca_bundle"_L1);
    else if (!std::ranges::all_of(*list, hasStrongKey))
        members.refuse(ProfileFault::WeakKey, "ca_bundle"_L1);
    return pem;
}

/// A certificate of somebody the office's keys or results are wrapped to.
QByteArray recipient(ProfileMembers& members)
{
    const QByteArray der = members.base64("certificate"_L1, largestCertificate);
    const auto certificate = Certificate::fromDer(der);
    if (!certificate)
        members.refuse(ProfileFault::Malformed, "certificate"_L1);
    else if (!hasP256Key(*certificate))
        members.refuse(ProfileFault::WeakKey, "certificate"_L1);
    return der;
}

QUrl httpsAddress(ProfileMembers& members, QLatin1StringView name, bool needed)
{
    const QString text = members.text(name, needed ? 1 : 0, 2048);
    const QUrl url(text, QUrl::StrictMode);
    const bool plain =
        url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment();
    if (!text.isEmpty() && !plain)
        members.refuse(ProfileFault::Malformed, name);
    return text.isEmpty() ? QUrl() : url;
}

QString absolutePath(ProfileMembers& members, QLatin1StringView name)
{
    const QString path = members.text(name, 0, 4096);
    if (!path.isEmpty() && (!path.startsWith(u'/') || path.contains(u'\n')))
        members.refuse(ProfileFault::Malformed, name);
    return path;
}

VendorSettings readVendor(ProfileMembers& members, bool needed)
{
    VendorSettings vendor;
    vendor.address = httpsAddress(members, "address"_L1, needed);
    vendor.caBundlePem = bundle(members, needed);
    for (const QString& pin : members.texts("pins"_L1, 16, 64)) {
        const QByteArray digest = QByteArray::fromHex(pin.toLatin1());
        if (digest.size() != 32 || digest.toHex() != pin.toLatin1())
            members.refuse(ProfileFault::Malformed, "pins"_L1);
        vendor.pins.push_back(digest);
    }
    vendor.crlPem = members.text("crl"_L1, 0, largestBundle).toUtf8();
    return vendor;
}

RosterUser readUser(ProfileMembers& members)
{
    RosterUser user;
    user.id = UserId(members.name("id"_L1));
    user.name = members.text("name"_L1, 1, 128);
    const QString role = members.text("role"_L1, 1, 32);
    if (role == "supervisor"_L1)
        user.role = Role::Supervisor;
    else if (role != "agent"_L1)
        members.refuse(ProfileFault::Malformed, "role"_L1);
    user.certificateDer = recipient(members);
    user.certificateSha256 = members.sha256("certificate_sha256"_L1);
    if (user.certificateSha256 != toBytes(sha256(user.certificateDer)))
        members.refuse(ProfileFault::Malformed, "certificate_sha256"_L1);
    if (members.has("trained_on"_L1) || members.has("training_expires_on"_L1)) {
        user.trainedOn = members.date("trained_on"_L1);
        user.trainingExpiresOn = members.date("training_expires_on"_L1);
        if (*user.trainingExpiresOn < *user.trainedOn)
            members.refuse(ProfileFault::Malformed, "training_expires_on"_L1);
    }
    return user;
}

void readPeople(ProfileMembers& root, OfficeProfile& profile, bool needed)
{
    QSet<QString> ids;
    QSet<QByteArray> certificates;
    root.objects("roster"_L1, mostPeople, [&](ProfileMembers& members) {
        RosterUser user = readUser(members);
        if (ids.contains(user.id.text()))
            members.refuse(ProfileFault::Malformed, "id"_L1);
        if (certificates.contains(user.certificateSha256))
            members.refuse(ProfileFault::Malformed, "certificate"_L1);
        ids.insert(user.id.text());
        certificates.insert(user.certificateSha256);
        profile.roster.push_back(std::move(user));
    });
    root.objects("reviewers"_L1, 100, [&](ProfileMembers& members) {
        Reviewer reviewer{.id = UserId(members.name("id"_L1)), .certificateDer = recipient(members)};
        if (std::ranges::contains(profile.reviewers, reviewer.id, &Reviewer::id))
            members.refuse(ProfileFault::Malformed, "id"_L1);
        profile.reviewers.push_back(std::move(reviewer));
    });
    if (profile.reviewers.empty() && needed)
        root.refuse(ProfileFault::NoReviewer);
    if (!root.has("recovery"_L1))
        root.refuse(ProfileFault::NoRecovery);
    root.object("recovery"_L1, [&](ProfileMembers& members) { profile.recoveryCertificateDer = recipient(members); });
    root.object("people"_L1, [&](ProfileMembers& members) {
        profile.people.caBundlePem = bundle(members, needed);
        profile.people.crlPem = members.text("crl"_L1, 0, largestBundle).toUtf8();
        profile.people.cardDriver = absolutePath(members, "card_driver"_L1);
    });
    root.objects("workstations"_L1, 1000, [&](ProfileMembers& members) {
        WorkstationKey key{.name = members.name("name"_L1), .publicKeyDer = members.base64("public_key"_L1, 1024)};
        if (!isP256PublicKey(key.publicKeyDer))
            members.refuse(ProfileFault::WeakKey, "public_key"_L1);
        if (std::ranges::contains(profile.workstations, key.name, &WorkstationKey::name))
            members.refuse(ProfileFault::Malformed, "name"_L1);
        profile.workstations.push_back(std::move(key));
    });
}

void readBanner(ProfileMembers& members, Banner& banner)
{
    banner.version = members.text("version"_L1, 1, 64);
    banner.text = members.texts("paragraphs"_L1, 100, 8192).join(u"\n\n"_s);
    banner.sha256 = toBytes(sha256(banner.text.toUtf8()));
    banner.covers = members.texts("covers"_L1, 100, 64);
    if (banner.text.isEmpty())
        members.refuse(ProfileFault::Malformed, "paragraphs"_L1);
    // R2: counsel says which points the text makes; one that is required may not be missing.
    for (const BannerPoint& point : Reference::builtIn().bannerPoints()) {
        if (point.required && !banner.covers.contains(point.id))
            members.refuse(ProfileFault::Malformed, "covers"_L1);
    }
}

/// Everything but "tiles" came later, and may be missing.
void readBaseMap(ProfileMembers& members, BaseMap& map)
{
    map.tiles = httpsAddress(members, "tiles"_L1, false);
    if (members.has("ca_bundle"_L1))
        map.caBundlePem = bundle(members, true);
    if (members.has("attribution"_L1))
        map.attribution = members.text("attribution"_L1, 1, 200);
    if (members.has("deepest"_L1))
        map.deepest = members.number("deepest"_L1, 1, deepestMap);
    if (members.has("file"_L1) || members.has("sha256"_L1)) {
        map.file = members.name("file"_L1);
        map.sha256 = members.sha256("sha256"_L1);
    }
}

void readTimeStamps(ProfileMembers& members, TimeStampService& service)
{
    service.address = httpsAddress(members, "address"_L1, true);
    if (members.has("ca_bundle"_L1))
        service.caBundlePem = bundle(members, true);
    service.authoritiesPem = members.text("authorities"_L1, 1, largestBundle).toUtf8();
    if (!Certificate::listFromPem(service.authoritiesPem))
        members.refuse(ProfileFault::Malformed, "authorities"_L1);
}

void readPolicy(ProfileMembers& root, OfficeProfile& profile)
{
    root.object("limits"_L1, [&](ProfileMembers& members) {
        profile.limits.houseYears = members.number("house_years"_L1, 1, mostHouseYears);
        profile.limits.administrativeYears = members.number("administrative_years"_L1, 1, mostAdministrativeYears);
    });
    root.object("reasons"_L1, [&](ProfileMembers& members) {
        for (const QString& code : members.texts("withdrawn"_L1, 1000, 64)) {
            if (!Reference::builtIn().reason(ReasonCode(code)))
                members.refuse(ProfileFault::Malformed, "withdrawn"_L1);
            profile.withdrawnReasons.push_back(ReasonCode(code));
        }
    });
    root.objects("retention"_L1, 100, [&](ProfileMembers& members) {
        profile.retention.push_back({.schedule = members.name("schedule"_L1), .years = members.number("years"_L1, 0, longestRetention)});
    });
    root.object("base_map"_L1, [&](ProfileMembers& members) { readBaseMap(members, profile.baseMap); });
    if (root.has("time_stamps"_L1)) // came later
        root.object("time_stamps"_L1, [&](ProfileMembers& members) { readTimeStamps(members, profile.timeStamps); });
    root.object("sensitive_places"_L1, [&](ProfileMembers& members) {
        profile.sensitivePlaces.file = members.has("file"_L1) ? members.name("file"_L1) : QString();
        if (!profile.sensitivePlaces.file.isEmpty())
            profile.sensitivePlaces.sha256 = members.sha256("sha256"_L1);
        profile.sensitivePlaces.metres = members.number("metres"_L1, 0, farthestMetres);
    });
    root.object("training"_L1, [&](ProfileMembers& members) { profile.passMarkPercent = members.number("pass_mark_percent"_L1, 1, 100); });
    if (root.has("review"_L1)) // came later
        root.object("review"_L1, [&](ProfileMembers& members) { profile.reviewPolicy = readReviewPolicy(members); });
    profile.witnessFolder = absolutePath(root, "witness_folder"_L1);
    profile.idleLock = std::chrono::minutes(root.number("idle_lock_minutes"_L1, 1, longestIdleMinutes));
    profile.resultsLife = std::chrono::hours(root.number("results_life_hours"_L1, 1, longestResultsHours));
    profile.fips = root.truth("fips"_L1);
}

} // namespace

std::expected<OfficeProfile, ProfileProblem> parseProfile(QByteArrayView json, ProfileStage stage)
{
    if (json.size() > largestProfile)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::TooLarge});
    const QByteArray bytes = QByteArray::fromRawData(json.data(), json.size());
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &syntax);
    if (syntax.error != QJsonParseError::NoError || !document.isObject())
        return std::unexpected(ProfileProblem{.fault = ProfileFault::Malformed, .member = u"byte %1"_s.arg(syntax.offset)});
    const QJsonObject object = document.object();
    if (object["schema"_L1].toString() != schemaName)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::Malformed, .member = u"schema"_s});
    if (object["schema_version"_L1].toInteger() > profileSchemaVersion)
        return std::unexpected(ProfileProblem{.fault = ProfileFault::Newer, .member = u"schema_version"_s});
    if (membersOf(object) != colonsOutsideText(json))
        return std::unexpected(ProfileProblem{.fault = ProfileFault::Malformed, .member = u"doubled member"_s});

    std::optional<ProfileProblem> problem;
    ProfileMembers root(object, {}, problem);
    OfficeProfile profile;
    (void)root.text("schema"_L1, 1, 64);
    (void)root.number("schema_version"_L1, 1, profileSchemaVersion);
    profile.serial = root.serial("serial"_L1);
    profile.office = root.name("office"_L1);
    profile.notBefore = root.instant("not_before"_L1);
    profile.notAfter = root.instant("not_after"_L1);
    if (profile.notAfter < profile.notBefore)
        root.refuse(ProfileFault::Malformed, "not_after"_L1);
    root.object("vendor"_L1, [&](ProfileMembers& members) { profile.vendor = readVendor(members, stage == ProfileStage::Whole); });
    readPeople(root, profile, stage == ProfileStage::Whole);
    root.object("banner"_L1, [&](ProfileMembers& members) { readBanner(members, profile.banner); });
    readPolicy(root, profile);
    root.end();
    if (problem)
        return std::unexpected(*std::move(problem));
    profile.sha256 = toBytes(sha256(json));
    return profile;
}

std::expected<void, ProfileProblem> checkProfileSignature(QByteArrayView json, QByteArrayView signature,
                                                          const std::vector<Certificate>& administrators, Instant now)
{
    const auto refuse = [](ProfileFault fault) { return std::unexpected(ProfileProblem{.fault = fault}); };
    if (json.size() > largestProfile)
        return refuse(ProfileFault::TooLarge);
    if (signature.isEmpty())
        return refuse(ProfileFault::Unsigned);
    if (administrators.empty())
        return refuse(ProfileFault::NoAdministrator);
    for (const Certificate& administrator : administrators) {
        const auto claim = readSignatureClaim(signature, administrator);
        if (!claim || !claim->strongDigest)
            return refuse(ProfileFault::BadSignature);
        if (!claim->bySigner)
            continue;
        if (!hasStrongKey(administrator))
            return std::unexpected(ProfileProblem{.fault = ProfileFault::WeakKey, .member = u"administrator"_s});
        if (!verifyDetached(signature, json, administrator))
            return refuse(ProfileFault::Altered);
        if (now < administrator.notBefore() || now > administrator.notAfter())
            return refuse(ProfileFault::SignerExpired);
        return {};
    }
    return refuse(ProfileFault::WrongSigner);
}

std::expected<OfficeProfile, ProfileProblem> readSignedProfile(QByteArrayView json, QByteArrayView signature, const ProfileTrust& trust)
{
    if (const auto held = checkProfileSignature(json, signature, trust.administrators, trust.now); !held)
        return std::unexpected(held.error());
    auto profile = parseProfile(json);
    if (!profile)
        return profile;
    const auto refuse = [](ProfileFault fault, QLatin1StringView member) {
        return std::unexpected(ProfileProblem{.fault = fault, .member = member});
    };
    if (trust.now < profile->notBefore)
        return refuse(ProfileFault::NotYetValid, "not_before"_L1);
    if (trust.now > profile->notAfter)
        return refuse(ProfileFault::Expired, "not_after"_L1);
    if (trust.seen && profile->serial < trust.seen->serial)
        return refuse(ProfileFault::Older, "serial"_L1);
    if (trust.seen && profile->serial == trust.seen->serial && profile->sha256 != trust.seen->sha256)
        return refuse(ProfileFault::SerialReused, "serial"_L1);
    return profile;
}

} // namespace casebound
