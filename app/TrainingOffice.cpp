#include "app/TrainingOffice.h"

#include "app/CredentialProblem.h"

#include "crypto/CertificateIssuer.h"
#include "crypto/Digest.h"
#include "domain/PlacesFile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFile = 1024 * 1024;
constexpr auto keysName = "keys.cms"_L1;
constexpr int years = 10;
constexpr int trainedDaysAgo = 30;
constexpr int trainingDaysLeft = 335;

QJsonObject builtInProfile(QByteArray* bytes = nullptr)
{
    QFile file(u":/casebound/training/profile.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The training profile is missing from the program.");
    const QByteArray content = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(content);
    if (!document.isObject())
        qFatal("The training profile of the program is malformed.");
    if (bytes)
        *bytes = content;
    return document.object();
}

/// The town's sensitive places, made up like the town.
std::shared_ptr<const SensitivePlaces> builtInPlaces(QByteArray& bytes)
{
    QFile file(u":/casebound/training/places.geojson"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The practice town's sensitive places are missing from the program.");
    bytes = file.readAll();
    auto places = parsePlaces(bytes);
    if (!places)
        qFatal("The practice town's sensitive places are malformed.");
    return std::make_shared<const SensitivePlaces>(*std::move(places));
}

QString userFile(const QString& file)
{
    return file.chopped(4) + u".pem"_s; // agent.p12 -> agent.pem
}

template <class T, class Fault>
std::expected<T, OfficeFault> orCrypto(std::expected<T, Fault>&& value)
{
    if (!value)
        return std::unexpected(OfficeFault::Crypto);
    return *std::move(value);
}

std::expected<void, OfficeFault> write(const QDir& folder, const QString& name, QByteArrayView bytes)
{
    if (!writePrivateFile(folder.filePath(name), bytes))
        return std::unexpected(OfficeFault::FolderNotWritable);
    return {};
}

OfficeFault fromFolder(FolderFault fault)
{
    switch (fault) {
    case FolderFault::NotPrivate: return OfficeFault::FolderNotPrivate;
    case FolderFault::NotWritable:
    case FolderFault::InUse: return OfficeFault::FolderNotWritable;
    }
    return OfficeFault::FolderNotWritable;
}

/// A person's key, certificate and PKCS#12 file; returns the certificate, to which the office's keys are wrapped.
std::expected<Certificate, OfficeFault> makePerson(const QDir& folder, const CertificateIssuer& issuer, const QString& id,
                                                   const QString& file, const SecureBytes& passphrase, Validity validity)
{
    const auto key = orCrypto(PrivateKey::generateP256());
    if (!key)
        return std::unexpected(key.error());
    const auto certificate = orCrypto(issuer.issueClient(*key, id, validity));
    if (!certificate)
        return std::unexpected(certificate.error());
    const std::vector<Certificate> chain{issuer.authority()};
    const auto bundle = orCrypto(writePkcs12(*key, *certificate, chain, id, passphrase));
    if (!bundle)
        return std::unexpected(bundle.error());
    if (const auto written = write(folder, file, *bundle); !written)
        return std::unexpected(written.error());
    if (const auto written = write(folder, userFile(file), certificate->pem()); !written)
        return std::unexpected(written.error());
    return *certificate;
}

std::expected<void, OfficeFault> makeServer(const QDir& folder, const CertificateIssuer& issuer, Validity validity)
{
    const auto key = orCrypto(PrivateKey::generateP256());
    if (!key)
        return std::unexpected(key.error());
    const auto certificate =
        orCrypto(issuer.issueServer(*key, u"Casebound practice vendor"_s, {u"localhost"_s}, {u"127.0.0.1"_s}, validity));
    if (!certificate)
        return std::unexpected(certificate.error());
    if (const auto written = write(folder, u"server.pem"_s, certificate->pem()); !written)
        return written;
    return write(folder, u"server-key.pem"_s, key->toPem().view());
}

/// Random keys of the office, wrapped and forgotten.
std::expected<void, OfficeFault> makeKeys(const QDir& folder, std::span<const Certificate> recipients)
{
    auto keys = orCrypto(OfficeKeys::generate(SecureBytes::random(32)));
    if (!keys)
        return std::unexpected(keys.error());
    const auto saved = keys->save(folder.filePath(keysName), recipients);
    if (!saved)
        return std::unexpected(saved.error() == KeysFault::NotWritable ? OfficeFault::FolderNotWritable : OfficeFault::Crypto);
    return {};
}

} // namespace

QString TrainingOffice::passphrase()
{
    return u"practice"_s;
}
QString TrainingOffice::path(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}
QString TrainingOffice::caFile() const
{
    return path(u"ca.pem"_s);
}
QString TrainingOffice::serverCertificateFile() const
{
    return path(u"server.pem"_s);
}
QString TrainingOffice::serverKeyFile() const
{
    return path(u"server-key.pem"_s);
}
QString TrainingOffice::logFolder() const
{
    return path(u"log"_s);
}
QString TrainingOffice::caseFile() const
{
    return path(u"cases.db"_s);
}

std::expected<TrainingOffice, OfficeFault> TrainingOffice::openOrMake(const QString& folder, const Clock& clock)
{
    const QString absolute = QDir::cleanPath(QDir(folder).absolutePath());
    if (!QFileInfo(absolute).exists() && !QFileInfo(absolute).isSymLink()) {
        // Made beside its place and renamed: a start that is cut off leaves no half office behind that a later one would trust.
        const QString draft = absolute + u".making-"_s + QUuid::createUuid().toString(QUuid::Id128);
        auto made = ensurePrivateFolder(draft).transform_error(fromFolder).and_then([&] { return make(draft, clock); });
        if (made && !moveIntoPlace(draft, absolute))
            made = std::unexpected(OfficeFault::FolderNotWritable);
        if (!made) {
            QDir(draft).removeRecursively();
            return std::unexpected(made.error());
        }
    }
    if (const auto checked = ensurePrivateFolder(absolute); !checked)
        return std::unexpected(fromFolder(checked.error()));
    TrainingOffice office(absolute);
    if (const auto loaded = office.load(clock); !loaded)
        return std::unexpected(loaded.error());
    return office;
}

std::expected<void, OfficeFault> TrainingOffice::make(const QString& folder, const Clock& clock)
{
    const QDir place(folder);
    const Instant now = clock.now();
    // A day's slack for a clock that is set right later.
    const Validity validity{.notBefore = now - std::chrono::days(1), .notAfter = now + std::chrono::days(365 * years)};
    const auto issuer = orCrypto(CertificateIssuer::createAuthority(u"Casebound practice authority"_s, validity));
    if (!issuer)
        return std::unexpected(issuer.error());
    if (const auto written = write(place, u"ca.pem"_s, issuer->authority().pem()); !written)
        return written;
    if (const auto server = makeServer(place, *issuer, validity); !server)
        return server;

    const SecureBytes words = SecureBytes::fromText(passphrase());
    std::vector<Certificate> recipients;
    const QJsonArray users = builtInProfile().value("users"_L1).toArray();
    for (const QJsonValue& user : users) {
        const auto person = makePerson(place, *issuer, user["id"_L1].toString(), user["file"_L1].toString(), words, validity);
        if (!person)
            return std::unexpected(person.error());
        recipients.push_back(*person);
    }
    const auto recovery = makePerson(place, *issuer, u"practice.recovery"_s, u"recovery.p12"_s, words, validity);
    if (!recovery)
        return std::unexpected(recovery.error());
    recipients.push_back(*recovery);
    return makeKeys(place, recipients);
}

std::expected<void, OfficeFault> TrainingOffice::load(const Clock& clock)
{
    QByteArray bytes;
    const QJsonObject content = builtInProfile(&bytes);
    const auto authorityPem = readPrivateFile(caFile(), maxFile);
    if (!authorityPem)
        return std::unexpected(OfficeFault::Damaged);
    const auto authority = Certificate::listFromPem(*authorityPem);
    if (!authority || authority->size() != 1)
        return std::unexpected(OfficeFault::Damaged);

    Sha256 digest;
    digest.add(bytes);
    digest.add(authority->front().der());

    m_workstation = content["workstation"_L1].toString();
    m_profile.serial = static_cast<std::uint64_t>(content["serial"_L1].toInteger());
    m_profile.office = content["office"_L1].toString();
    m_profile.notBefore = authority->front().notBefore();
    m_profile.notAfter = authority->front().notAfter();
    m_profile.vendor.caBundlePem = *authorityPem;
    m_profile.limits.houseYears = content["limits"_L1]["house_years"_L1].toInt();
    m_profile.limits.administrativeYears = content["limits"_L1]["administrative_years"_L1].toInt();
    m_profile.idleLock = std::chrono::minutes(content["idle_lock_minutes"_L1].toInt());
    m_profile.resultsLife = std::chrono::hours(content["results_life_hours"_L1].toInt());
    m_profile.training = true;
    m_profile.sensitivePlaces.metres = content["sensitive_places"_L1]["metres"_L1].toInt();
    QByteArray places;
    m_profile.sensitivePlaces.places = builtInPlaces(places);
    digest.add(places);

    const QJsonObject banner = content["banner"_L1].toObject();
    QStringList paragraphs;
    for (const QJsonValue& paragraph : banner["paragraphs"_L1].toArray())
        paragraphs += paragraph.toString();
    m_profile.banner.version = banner["version"_L1].toString();
    m_profile.banner.text = paragraphs.join(u"\n\n"_s);
    m_profile.banner.sha256 = toBytes(sha256(m_profile.banner.text.toUtf8()));

    const QDate today = toDateTime(clock.now()).toLocalTime().date();
    for (const QJsonValue& entry : content["users"_L1].toArray()) {
        const auto pem = readPrivateFile(path(userFile(entry["file"_L1].toString())), maxFile);
        const auto certificates = pem ? Certificate::listFromPem(*pem) : std::unexpected(CryptoFault::BadInput);
        if (!certificates || certificates->size() != 1)
            return std::unexpected(OfficeFault::Damaged);
        const Certificate& certificate = certificates->front();
        digest.add(certificate.der());
        RosterUser user;
        user.id = UserId(entry["id"_L1].toString());
        user.name = entry["name"_L1].toString();
        user.role = entry["role"_L1].toString() == "supervisor"_L1 ? Role::Supervisor : Role::Agent;
        user.certificateSha256 = certificate.sha256();
        user.certificateDer = certificate.der();
        // Always in force: practising is how training is done in the first place.
        user.trainedOn = today.addDays(-trainedDaysAgo);
        user.trainingExpiresOn = today.addDays(trainingDaysLeft);
        if (user.role == Role::Supervisor)
            m_profile.reviewers.push_back(Reviewer{.id = user.id, .certificateDer = certificate.der()});
        m_profile.roster.push_back(std::move(user));
    }
    m_profile.sha256 = toBytes(digest.finish());
    if (!QFileInfo::exists(path(keysName)))
        return std::unexpected(OfficeFault::Damaged);
    return {};
}

std::expected<std::unique_ptr<KeyCredential>, SignInProblem> TrainingOffice::credential(const CredentialChoice& choice,
                                                                                        const SecureBytes& pin, Instant now) const
{
    QString file = choice.path;
    switch (choice.kind) {
    case CredentialChoice::Kind::PracticeAgent: file = path(u"agent.p12"_s); break;
    case CredentialChoice::Kind::PracticeSupervisor: file = path(u"supervisor.p12"_s); break;
    case CredentialChoice::Kind::File: break;
    case CredentialChoice::Kind::Card: return std::unexpected(SignInProblem::NoCredential);
    }
    const bool practice = choice.kind != CredentialChoice::Kind::File && pin.isEmpty();
    const auto bytes = readPrivateFile(file, maxFile);
    if (!bytes)
        return std::unexpected(SignInProblem::NoCredential);
    auto opened = KeyCredential::fromPkcs12(*bytes, practice ? SecureBytes::fromText(passphrase()) : pin.clone());
    if (!opened) // what is no credential at all was not found; it has no other words here
        return std::unexpected(opened.error() == CredentialFault::Unusable ? SignInProblem::NoCredential : problemOf(opened.error()));
    if (now < (*opened)->certificate().notBefore())
        return std::unexpected(SignInProblem::CertificateNotYetValid);
    if (now > (*opened)->certificate().notAfter())
        return std::unexpected(SignInProblem::CertificateExpired);
    return *std::move(opened);
}

std::expected<OfficeKeys, KeysFault> TrainingOffice::keys(Credential& credential) const
{
    return OfficeKeys::open(path(keysName), credential);
}

} // namespace casebound
