// profile: show, check, sign, diff.
#include "admin/AdminCommand.h"
#include "admin/ProfileDiff.h"
#include "crypto/Cms.h"
#include "crypto/RevocationList.h"
#include "office/PlacesLayer.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int signedDays = 365;

QString day(Instant at)
{
    return toDateTime(at).toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s;
}

/// The signed profile of the office, whoever asks; nothing where none was signed yet.
std::optional<OfficeProfile> inForce(const AdminOffice& office)
{
    const auto bytes = office.read(u"profile.json"_s);
    const auto profile = bytes ? parseProfile(*bytes) : std::unexpected(ProfileProblem{});
    return profile ? std::optional(*profile) : std::nullopt;
}

/// A list that names everyone who was removed, good for as long as the profile.
AdminResult<> renewRevocations(AdminOffice& office, const SecureBytes& passphrase, std::uint64_t number, Instant now)
{
    for (const RosterUser& user : office.draft.roster) {
        if (office.has(u"revoked/"_s + QString::fromLatin1(user.certificateSha256.toHex()) + u".pem"_s))
            return std::unexpected(u"The certificate of %1 is revoked, and %1 is on the roster: their removal was cut off. Do it again "
                                   "(user remove %1). Nothing was signed."_s.arg(user.id.text()));
    }
    const auto authority = openCredential(office.file(u"authority.p12"_s), passphrase);
    if (!authority)
        return std::unexpected(authority.error());
    std::vector<Certificate> revoked;
    for (const QString& name : QDir(office.file(u"revoked"_s)).entryList({u"*.pem"_s}, QDir::Files, QDir::Name)) {
        const auto certificate = office.certificate(u"revoked/"_s + name);
        if (!certificate)
            return std::unexpected(certificate.error());
        revoked.push_back(*certificate);
    }
    const auto issuer = CertificateIssuer::withAuthority((*authority)->key(), (*authority)->certificate());
    const auto list =
        issueRevocationList(issuer, revoked, {.notBefore = now - std::chrono::hours(1), .notAfter = office.draft.notAfter}, number);
    if (!list)
        return std::unexpected(u"The revocation list cannot be made. Nothing was signed."_s);
    office.draft.people.crlPem = *list;
    return {};
}

/// What a draft still lacks, in the words of the command that gives it; otherwise what parseProfile() says.
QString gapOf(const OfficeProfile& draft, const ProfileProblem& problem)
{
    if (draft.roster.empty())
        return u"The roster is empty. Add people with casebound-admin user add."_s;
    if (draft.vendor.address.isEmpty() || draft.vendor.caBundlePem.isEmpty())
        return u"No vendor is named yet. Do so with casebound-admin vendor --address --ca."_s;
    return profileSentence(problem);
}

AdminResult<QByteArray> bytesOf(const AdminCall& call, int word, const QString& otherwise)
{
    return readAnyFile(call.words.size() > word ? call.words[word] : QDir(call.folder).filePath(otherwise));
}

} // namespace

AdminResult<> showProfile(AdminCall& call)
{
    const auto bytes = bytesOf(call, 0, u"draft.json"_s);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto profile = parseProfile(*bytes, ProfileStage::Draft);
    if (!profile)
        return std::unexpected(profileSentence(profile.error()));
    const OfficeProfile& p = *profile;
    QTextStream& out = call.out;
    out << u"Office          "_s << p.office << u", serial "_s << p.serial << u", valid "_s << day(p.notBefore) << u" to "_s
        << day(p.notAfter) << u'\n';
    out << u"SHA-256         "_s << QString::fromLatin1(p.sha256.toHex()) << u'\n';
    out << u"Vendor          "_s << p.vendor.address.toString() << u", "_s << p.vendor.pins.size() << u" pins, "_s
        << (p.vendor.crlPem.isEmpty() ? u"no revocation list"_s : u"with a revocation list"_s) << u'\n';
    for (const RosterUser& user : p.roster)
        out << u"Person          "_s << user.id.text() << u", "_s << (user.role == Role::Supervisor ? u"supervisor"_s : u"agent"_s)
            << u", "_s << user.name << u", "_s
            << (user.trainingExpiresOn ? u"trained until "_s + user.trainingExpiresOn->toString(Qt::ISODate) : u"not trained"_s)
            << u", certificate "_s << QString::fromLatin1(user.certificateSha256.toHex().first(16)) << u"…\n"_s;
    for (const Reviewer& reviewer : p.reviewers)
        out << u"Reviewer        "_s << reviewer.id.text() << u'\n';
    for (const WorkstationKey& key : p.workstations)
        out << u"Workstation     "_s << key.name << u'\n';
    out << u"Revocations     "_s << (p.people.crlPem.isEmpty() ? u"not checked"_s : u"checked by the list in the profile"_s) << u'\n';
    out << u"Banner          "_s << p.banner.version << u", "_s << p.banner.text.size() << u" characters (counsel edits)\n"_s;
    out << u"Limits          house "_s << p.limits.houseYears << u" years, administrative "_s << p.limits.administrativeYears
        << u" years (counsel edits)\n"_s;
    for (const ReasonCode& code : p.withdrawnReasons)
        out << u"Withdrawn       "_s << code.text() << u" (counsel edits)\n"_s;
    for (const RetentionRule& rule : p.retention)
        out << u"Retention       "_s << rule.schedule << u", "_s << rule.years << u" years (counsel edits)\n"_s;
    for (const QString& line : reviewWords(p.reviewPolicy))
        out << u"Review          "_s << line << u" (counsel edits)\n"_s;
    out << u"Idle lock       "_s << p.idleLock.count() << u" minutes; results live "_s << p.resultsLife.count() << u" hours\n"_s;
    out << u"Pass mark       "_s << p.passMarkPercent << u" %\n"_s;
    out << u"Witness folder  "_s << (p.witnessFolder.isEmpty() ? u"none"_s : p.witnessFolder) << u'\n';
    out << u"Base map        "_s << mapWords(p.baseMap) << u'\n';
    out << u"Time stamps     "_s << timeStampWords(p.timeStamps) << u'\n';
    out << u"Places          "_s << (p.sensitivePlaces.file.isEmpty() ? u"none"_s : p.sensitivePlaces.file) << u", notice within "_s
        << p.sensitivePlaces.metres << u" m\n"_s;
    out << u"FIPS            "_s << (p.fips ? u"on"_s : u"off"_s) << u'\n';
    return {};
}

AdminResult<> checkProfile(AdminCall& call)
{
    const auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    const QString path = call.words.value(0, office->file(u"draft.json"_s));
    const auto bytes = readAnyFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    std::optional<ProfileProblem> problem;
    if (const auto profile = parseProfile(*bytes); !profile)
        problem = profile.error();
    // A draft carries no signature; whatever else is checked as a workstation would.
    const bool isDraft = QFileInfo(path).fileName() == "draft.json"_L1;
    if (!problem && !isDraft) {
        const auto administrator = office->certificate(u"administrator.pem"_s);
        const auto signature = readAnyFile(path + u".p7s"_s);
        const ProfileTrust trust{
            .administrators = administrator ? std::vector{*administrator} : std::vector<Certificate>(), .now = call.now, .seen = {}};
        if (const auto held = readSignedProfile(*bytes, signature.value_or(QByteArray()), trust); !held)
            problem = held.error();
    }
    if (const auto layer = problem ? std::nullopt : std::optional(parseProfile(*bytes)->sensitivePlaces)) {
        if (const auto places = loadPlaces(*layer, path); !places)
            problem = places.error();
    }
    if (problem) {
        call.out << (isDraft ? gapOf(office->draft, *problem) : profileSentence(*problem)) << u'\n';
        call.status = 1;
        return {};
    }
    const auto profile = parseProfile(*bytes);
    for (const RosterUser& user : profile->roster) {
        if (!user.trainingExpiresOn)
            call.out << u"Note: "_s << user.id.text() << u" has no training record and cannot sign in (user train).\n"_s;
    }
    if (profile->banner.version.startsWith("draft"_L1))
        call.out << u"Note: the banner is a draft that counsel has not approved (policy --banner).\n"_s;
    if (profile->people.crlPem.isEmpty() && !office->hasAuthority()) // an authority of its own gives one with every profile
        call.out << u"Note: whether somebody's certificate was revoked is not checked (policy --people-crl).\n"_s;
    if (profile->workstations.empty())
        call.out << u"Note: no workstation is set up (workstation add).\n"_s;
    if (profile->witnessFolder.isEmpty())
        call.out << u"Note: without a witness folder an old copy of a whole log goes unnoticed (policy --witness).\n"_s;
    call.out << u"In order"_s << (isDraft ? u"; it can be signed.\n"_s : u", and signed by the administrator.\n"_s);
    return {};
}

AdminResult<> signProfile(AdminCall& call)
{
    auto office = AdminOffice::open(call.folder);
    if (!office)
        return std::unexpected(office.error());
    bool good = true;
    const int days = call.options.isSet(u"days"_s) ? call.options.value(u"days"_s).toInt(&good) : signedDays;
    if (!good || days < 1 || days > 3650)
        return std::unexpected(u"--days is a number from 1 to 3650. Nothing was signed."_s);
    const auto before = inForce(*office);
    OfficeProfile& draft = office->draft;
    // Never a number twice, also where a signing was cut off or an older profile.json was put back.
    draft.serial = before ? std::max(before->serial, draft.serial) + 1 : 1;
    draft.notBefore = std::chrono::floor<std::chrono::seconds>(call.now - std::chrono::hours(1));
    draft.notAfter = std::chrono::floor<std::chrono::seconds>(call.now + std::chrono::days(days));
    if (const auto whole = parseProfile(writeProfile(draft)); !whole)
        return std::unexpected(gapOf(draft, whole.error()) + u" Nothing was signed."_s);

    const QString path = call.options.isSet(u"credential"_s) ? call.options.value(u"credential"_s) : office->file(u"administrator.p12"_s);
    const auto passphrase = call.passphrases.ask(u"the administrator"_s);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    const auto administrator = openCredential(path, *passphrase);
    const auto pinned = office->certificate(u"administrator.pem"_s);
    if (!administrator || !pinned)
        return std::unexpected(administrator ? pinned.error() : administrator.error());
    if ((*administrator)->certificateSha256() != pinned->sha256())
        return std::unexpected(
            u"%1 is not the credential of administrator.pem, with which the workstations are set up. Nothing was signed."_s.arg(path));
    if (office->hasAuthority()) {
        if (const auto renewed = renewRevocations(*office, *passphrase, draft.serial, call.now); !renewed)
            return renewed;
    }
    const QByteArray bytes = writeProfile(draft);
    const auto signature = signDetached(bytes, (*administrator)->key(), (*administrator)->certificate());
    if (!signature)
        return std::unexpected(u"The signature cannot be made. Nothing was signed."_s);
    // As a workstation will see it; what it would refuse does not leave this desk.
    if (const auto held = readSignedProfile(bytes, *signature, {.administrators = {*pinned}, .now = call.now, .seen = {}}); !held)
        return std::unexpected(profileSentence(held.error()) + u" Nothing was signed."_s);
    if (const auto places = loadPlaces(draft.sensitivePlaces, office->file(u"profile.json"_s)); !places)
        return std::unexpected(profileSentence(places.error()) + u" Nothing was signed."_s);
    // Between the first two a workstation would find another's signature and refuse: nothing happens in between but a rename.
    std::vector<AdminOffice::NewFile> files{{.name = u"profile.json.p7s"_s, .bytes = *signature},
                                            {.name = u"profile.json"_s, .bytes = bytes},
                                            {.name = u"draft.json"_s, .bytes = bytes}};
    if (office->hasAuthority())
        files.push_back({.name = u"crl.pem"_s, .bytes = draft.people.crlPem});
    if (const auto written = office->writeTogether(files); !written)
        return written;
    call.out << u"Profile "_s << draft.serial << u" is signed, in force until "_s << day(draft.notAfter) << u".\n"_s;
    return {};
}

AdminResult<> diffProfiles(AdminCall& call)
{
    const auto from = bytesOf(call, 0, u"profile.json"_s);
    const auto to = bytesOf(call, 1, u"draft.json"_s);
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    // What is no profile has no members to differ in.
    for (const auto& [bytes, word, name] : {std::tuple(&*from, 0, u"profile.json"_s), std::tuple(&*to, 1, u"draft.json"_s)}) {
        if (const auto read = parseProfile(*bytes, ProfileStage::Draft); !read)
            return std::unexpected(call.words.value(word, name) + u": "_s + profileSentence(read.error()));
    }
    const QStringList lines = profileDiff(*from, *to);
    for (const QString& line : lines)
        call.out << line << u'\n';
    call.status = lines.isEmpty() ? 0 : 1;
    return {};
}

} // namespace casebound
