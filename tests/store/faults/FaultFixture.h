// What the fault tests share: a log with every kind of witness, on a file system in memory where there is one.
#pragma once

#include "store/StoreFixture.h"

#include "verify/LiveLogCheck.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace casebound::test {

/// Syncs cost nothing there; what a disk would do is simulated.
[[nodiscard]] inline QString memoryFolder()
{
    const QFileInfo shared(u"/dev/shm"_s);
    return (shared.isDir() && shared.isWritable() ? shared.filePath() : QDir::tempPath()) + u"/casebound-XXXXXX"_s;
}

/// Made once: the log's key and one reviewer.
struct Office {
    PrivateKey signing = PrivateKey::generateP256().value();
    std::vector<Certificate> reviewers;

    explicit Office(const QString& reviewer = u"supervisor.one"_s)
    {
        const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
        const auto issuer = CertificateIssuer::createAuthority(u"Made-up Office"_s, years).value();
        reviewers = {issuer.issueClient(PrivateKey::generateP256().value(), reviewer, years).value()};
    }
    [[nodiscard]] AuditLog::Config config(const QString& outer) const
    {
        AuditLog::Config config;
        config.folder = outer + u"/log"_s;
        config.witnessFolder = outer + u"/witness"_s;
        config.office = u"practice"_s;
        config.workstation = u"desk-1"_s;
        config.actorKey = QByteArray(32, 'a');
        config.profileSerial = 7;
        config.profileSha256 = QByteArray(32, 'p');
        config.appVersion = u"0.1.0"_s;
        config.signingKey = signing;
        config.reviewers = reviewers;
        return config;
    }
};

inline AuditRecord answered(const QString& id, qsizetype bytes)
{
    AuditRecord record{.event = AuditEvent::QueryAnswered};
    record.queryId = id;
    record.results = QByteArray(bytes, 'r');
    return record;
}

/// casebound-verify's check of the log in the folder, which must be closed.
inline VerifyReport fullCheck(const QString& folder, const PrivateKey& signing, const QStringList& witnesses = {})
{
    VerifyOptions options;
    if (!options.keys.addPublicKey(signing.publicKeyDer()))
        qFatal("no key");
    options.witnesses = witnesses;
    options.threads = 1;
    return checkLiveLog(folder, keyOf('k'), options);
}

} // namespace casebound::test
