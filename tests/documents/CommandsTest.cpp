// Commands that a document tells a reviewer to type, taken out of it and run word for word.
#include "store/StoreFixture.h"

#include "crypto/KeyCredential.h"
#include "support/Paths.h"
#include "verify/LiveLogCheck.h"

#include <QProcess>
#include <QTest>

using namespace casebound;
using namespace casebound::test;

class CommandsTest : public QObject {
    Q_OBJECT

    static QString commandsOf(const QString& name)
    {
        QFile file(test::sourceFile(u"docs/audit-log.md"_s));
        const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        const QString part = text.section(u"<!-- commands: %1 -->"_s.arg(name), 1).section(u"<!-- /commands -->"_s, 0, 0);
        QStringList lines;
        for (const QString& line : part.split(u'\n')) {
            if (line.startsWith(u"    "_s))
                lines.append(line.sliced(4));
        }
        return lines.join(u'\n');
    }

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void opensASealedResultByHand()
    {
        const QString commands = commandsOf(u"open a sealed result"_s);
        QVERIFY2(commands.count(u'\n') > 8, "the document has no such commands");

        const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
        const auto issuer = CertificateIssuer::createAuthority(u"Made-up Office"_s, years).value();
        const PrivateKey reviewerKey = PrivateKey::generateP256().value(), signing = PrivateKey::generateP256().value();
        const Certificate reviewer = issuer.issueClient(reviewerKey, u"supervisor.one"_s, years).value();
        const Certificate other = issuer.issueClient(PrivateKey::generateP256().value(), u"supervisor.two"_s, years).value();
        LogFixture fixture;
        fixture.config.signingKey = signing;
        fixture.config.reviewers = {other, reviewer};
        std::vector<std::pair<std::uint64_t, QByteArray>> sealed; // entry, result
        {
            auto log = fixture.open().value();
            for (int i = 0; i < 5; ++i) {
                const QString id = u"q%1"_s.arg(i);
                QVERIFY(log->append(intended(id)));
                AuditRecord answered = plain(AuditEvent::QueryAnswered, id);
                answered.results = i == 3 ? QByteArray(90'000, 'r') : "made-up result " + QByteArray::number(i); // one outside the database
                const auto receipt = log->append(answered);
                QVERIFY(receipt);
                sealed.emplace_back(receipt->sequence(), *answered.results);
            }
        }
        VerifyReport report;
        const auto written = exportLiveLog(fixture.config.folder, keyOf('k'), signing, fixture.outer.filePath(u"log-out"_s),
                                           {.privateParts = false, .sealed = true}, {}, report);
        QVERIFY2(written.has_value(), report.text().constData());
        // What was exported is in order with what lies beside it.
        VerifyOptions options;
        QVERIFY(options.keys.addPublicKey(signing.publicKeyDer()));
        const VerifyReport exported = checkExportedLog(fixture.outer.filePath(u"log-out"_s), options);
        QVERIFY2(exported.verdict() == VerifyVerdict::InOrder, exported.text().constData());

        // A segment's key under another's name is not.
        const QString segment = QDir(fixture.outer.filePath(u"log-out/sealed"_s)).entryInfoList({u"*.cms"_s}).value(0).filePath();
        const QByteArray wrapped = bytesOf(segment);
        overwrite(segment, wrapped + 'x');
        QCOMPARE(checkExportedLog(fixture.outer.filePath(u"log-out"_s), options).faults.list().front().kind,
                 LedgerFaultKind::SealedDiffers);
        overwrite(segment, wrapped);

        const QTemporaryDir desk;
        QVERIFY(QFile::rename(fixture.outer.filePath(u"log-out"_s), desk.filePath(u"log"_s)));
        overwrite(desk.filePath(u"reviewer.p12"_s),
                  writePkcs12(reviewerKey, reviewer, {}, u"reviewer"_s, SecureBytes::copyOf("made-up passphrase")).value());
        for (const auto& [entry, result] : sealed) {
            QProcess bash;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PASSPHRASE"_s, u"made-up passphrase"_s);
            environment.insert(u"ENTRY"_s, QString::number(static_cast<qulonglong>(entry)));
            bash.setProcessEnvironment(environment);
            bash.setWorkingDirectory(desk.path());
            bash.start(u"bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, commands});
            QVERIFY(bash.waitForFinished(60'000));
            QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError());
            QCOMPARE(bytesOf(desk.filePath(u"result"_s)), result);
            QVERIFY(!QFile::exists(desk.filePath(u"segment.key"_s)));
        }
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "CommandsTest.moc"
