// A case with kept reads, its log signed as on a workstation, and everything an export is made from.
#pragma once

#include "bundle/BundleFixture.h"
#include "service/AuditEntries.h"
#include "service/CaseExport.h"
#include "service/ServiceDesk.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTimer>

namespace casebound {

/// The desk's log anew, signed as a workstation's, in the name of the roster's first.
inline void openSignedLog(ServiceDesk& desk, const PrivateKey& logKey)
{
    desk.log.reset();
    AuditLog::Config config;
    config.folder = desk.folder.filePath(QStringLiteral("signed-log"));
    config.office = QStringLiteral("test");
    config.workstation = QStringLiteral("desk");
    config.actorKey = QByteArray(32, 'a');
    config.profileSerial = 7;
    config.profileSha256 = QByteArray(32, 'p');
    config.appVersion = QStringLiteral("0");
    config.signingKey = logKey;
    auto opened = AuditLog::open(std::move(config), SecureBytes::copyOf(QByteArray(32, 'k')), desk.clock);
    if (!opened)
        qFatal("The log could not be opened: fault %d.", int(opened.error()));
    desk.log = *std::move(opened);
    AuditActor actor;
    actor.user = desk.profile.roster.front().id;
    actor.certificateSha256 = desk.profile.roster.front().certificateSha256;
    actor.session = QueryId::create().text();
    desk.log->setActor(actor);
}

struct ExportDesk {
    ServiceDesk desk;
    test::People people;
    PrivateKey logKey = *PrivateKey::generateP256();
    QTemporaryDir out;
    std::unique_ptr<CaseExport> service;
    QString query = QueryId::create().text();
    QStringList keptIds;

    explicit ExportDesk(int reads = 6, std::optional<Role> role = Role::Agent)
    {
        reopenLog();
        desk.profile.recoveryCertificateDer.clear();
        desk.openServices();
        (void)desk.caseService->open(CaseText, QStringLiteral("Depot"), Matter::Administrative, {},
                                     ReasonCode(QStringLiteral("fugitive_alien")));
        keep(reads);
        open(role);
    }
    void reopenLog() { openSignedLog(desk, logKey); }
    void open(std::optional<Role> role)
    {
        service = std::make_unique<CaseExport>(
            CaseExport::Parts{.log = *desk.log,
                              .cases = *desk.cases,
                              .kept = *desk.kept,
                              .profile = desk.profile,
                              .clock = desk.clock,
                              .actor = {.user = UserId(QStringLiteral("u-agent")), .role = role},
                              .sign = [this](const QByteArray& bytes) {
                                  ++signedTimes;
                                  return KeyCredential::fromParts(people.signerKey, people.signer).value()->sign(bytes);
                              }});
    }
    /// As the services log and keep them: a search that returned three more than are kept.
    void keep(int reads)
    {
        const auto append = [this](AuditRecord record) {
            record.queryId = query;
            record.caseNumber = CaseText;
            if (!desk.log->append(record))
                qFatal("The log refused.");
        };
        append({.event = AuditEvent::QueryIntended, .plate = PlateText});
        append({.event = AuditEvent::QueryAnswered, .counts = AuditCounts{.returned = reads + 3, .near = 1}});
        for (int n = 0; n < reads; ++n) {
            KeptRead kept = test::read(n, test::nasty[n % test::nasty.size()]).kept;
            kept.query = QueryId(QUuid::fromString(query));
            const QString verdict = auditWord(kept.verification.verdict);
            append({.event = AuditEvent::ReadVerified, .verdict = verdict, .readIds = {kept.read.readId}});
            append({.event = AuditEvent::ReadKept,
                    .outcome = kept.contrary ? QStringLiteral("contrary") : QStringLiteral("relevant"),
                    .verdict = verdict,
                    .readIds = {kept.read.readId},
                    .note = kept.relevance});
            if (!desk.kept->insert(CaseNumber(CaseText), kept))
                qFatal("The case file refused.");
            keptIds += kept.read.readId;
        }
        append({.event = AuditEvent::ResultsDiscarded,
                .outcome = QStringLiteral("closed"),
                .counts = AuditCounts{.returned = reads + 3, .kept = reads, .discarded = 3, .near = 1}});
    }
    [[nodiscard]] ExportRecipient clerk() const
    {
        return {.certificate = people.recipient, .name = people.recipient.commonName(), .user = {}};
    }
    [[nodiscard]] CaseExportRequest request(BundleKind kind, const QString& name = QStringLiteral("x")) const
    {
        CaseExportRequest request;
        request.subject = CaseNumber(CaseText);
        request.kind = kind;
        request.target = out.filePath(name);
        if (kind == BundleKind::Encrypted)
            request.recipients = {clerk()};
        else
            request.plainAcknowledged = true;
        return request;
    }
    /// Starts it and waits for its end.
    [[nodiscard]] CaseExportResult run(const CaseExportRequest& request)
    {
        std::optional<CaseExportResult> result;
        const auto connection =
            QObject::connect(service.get(), &CaseExport::finished, service.get(), [&](const CaseExportResult& one) { result = one; });
        const auto started = service->start(request);
        if (!started)
            return std::unexpected(started.error());
        // A loop as the program's own, which sleeps only while there is nothing to do.
        QEventLoop loop;
        QObject::connect(service.get(), &CaseExport::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(900'000, &loop, [] { qFatal("The export did not end."); });
        if (!result)
            loop.exec();
        QObject::disconnect(connection);
        return *result;
    }
    [[nodiscard]] QStringList left() const
    {
        return QDir(out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QJsonObject lastEntry() const { return desk.entries().back(); }
    int signedTimes = 0;
};

} // namespace casebound
