#include "practice_vendor/PracticePki.h"

#include "crypto/CertificateIssuer.h"
#include "crypto/KeyCredential.h"

#include <QDir>
#include <QFile>

namespace casebound::practice {
namespace {

using namespace Qt::StringLiterals;

bool writeFile(const QDir& folder, const QString& name, QByteArrayView bytes)
{
    QFile file(folder.filePath(name));
    file.remove();
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(bytes.data(), bytes.size()) == bytes.size();
}

} // namespace

std::expected<PracticePki, QString> makePracticePki(const QString& path)
{
    const QDir folder(path);
    if (!QDir().mkpath(path))
        return std::unexpected(u"%1 could not be made"_s.arg(path));
    const auto failed = [&](const QString& what) { return std::unexpected(u"the practice certificates could not be made: "_s + what); };
    const Instant now = SystemClock().now();
    const Validity validity{.notBefore = now - std::chrono::hours(1), .notAfter = now + std::chrono::days(30)};
    const auto issuer = CertificateIssuer::createAuthority(u"Port Meridian Practice Authority"_s, validity);
    const auto serverKey = PrivateKey::generateP256();
    if (!issuer || !serverKey)
        return failed(u"authority"_s);
    const auto server = issuer->issueServer(*serverKey, u"Port Meridian Practice Vendor"_s, {u"localhost"_s}, {u"127.0.0.1"_s}, validity);
    if (!server || !writeFile(folder, u"ca.pem"_s, issuer->authority().pem()) || !writeFile(folder, u"server.pem"_s, server->pem()) ||
        !writeFile(folder, u"server.key"_s, serverKey->toPem().view()))
        return failed(u"server"_s);
    for (const auto& [name, user] : {std::pair(u"agent"_s, u"agent-01"_s), std::pair(u"supervisor"_s, u"supervisor-01"_s)}) {
        const auto key = PrivateKey::generateP256();
        const auto certificate = key ? issuer->issueClient(*key, user, validity) : std::unexpected(key.error());
        if (!certificate)
            return failed(name);
        const Certificate chain[] = {issuer->authority()};
        const auto p12 = writePkcs12(*key, *certificate, chain, user, SecureBytes::fromText(u"practice"));
        if (!p12 || !writeFile(folder, name + u".p12"_s, *p12) || !writeFile(folder, name + u".pem"_s, certificate->pem()) ||
            !writeFile(folder, name + u".key"_s, key->toPem().view()))
            return failed(name);
    }
    return PracticePki{.authority = folder.filePath(u"ca.pem"_s),
                       .serverCertificate = folder.filePath(u"server.pem"_s),
                       .serverKey = folder.filePath(u"server.key"_s)};
}

} // namespace casebound::practice
