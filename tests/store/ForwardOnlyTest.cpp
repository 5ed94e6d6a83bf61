// What an agent's session has of a result it sealed a moment ago: neither the agent's credential, nor the keys of the workstation, nor
// all that its process holds in memory opens it.
#include "store/StoreFixture.h"

#include "crypto/Aead.h"
#include "crypto/KeyCredential.h"
#include "store/SealedResults.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace casebound;
using namespace casebound::test;

namespace {

const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
constexpr int records = 3;

/// How often each needle stands in the memory of another process of ours.
std::vector<int> countInMemory(pid_t process, const QByteArrayList& needles)
{
    std::vector<int> found(static_cast<std::size_t>(needles.size()), 0);
    QFile maps(u"/proc/%1/maps"_s.arg(process)), memory(u"/proc/%1/mem"_s.arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 2 || !fields[1].startsWith("rw"))
            continue;
        const qint64 from = fields[0].split('-')[0].toLongLong(nullptr, 16), to = fields[0].split('-')[1].toLongLong(nullptr, 16);
        if (!memory.seek(from))
            continue;
        const QByteArray bytes = memory.read(to - from);
        for (qsizetype i = 0; i < needles.size(); ++i)
            found[static_cast<std::size_t>(i)] += static_cast<int>(bytes.count(needles[i]));
    }
    return found;
}

} // namespace

class ForwardOnlyTest : public QObject {
    Q_OBJECT

    CertificateIssuer m_issuer = CertificateIssuer::createAuthority(u"Practice Authority"_s, years).value();
    [[nodiscard]] std::unique_ptr<KeyCredential> person(const QString& id) const
    {
        PrivateKey key = PrivateKey::generateP256().value();
        Certificate certificate = m_issuer.issueClient(key, id, years).value();
        return KeyCredential::fromParts(std::move(key), std::move(certificate)).value();
    }

private Q_SLOTS:
    void anAgentsSessionCannotReadAResultWrittenOneSecondEarlier()
    {
        const auto reviewer = person(u"supervisor.one"_s), agent = person(u"agent.one"_s);
        LogFixture fixture;
        fixture.config.signingKey = PrivateKey::generateP256().value();
        fixture.config.reviewers = {reviewer->certificate()};
        const QByteArray result = "made-up read of PRACPLT7 at the invented harbour";

        int ready[2] = {};
        QCOMPARE(::pipe(ready), 0);
        const pid_t desk = ::fork();
        if (desk == 0) { // the agent's session: it searches, and a second passes
            auto log = fixture.open().value();
            log->setActor(
                {.user = UserId(u"agent.one"_s), .certificateSha256 = QByteArray(32, 'c'), .role = Role::Agent, .session = u"s"_s});
            for (int i = 0; i < records; ++i) {
                const QString id = u"q%1"_s.arg(i);
                AuditRecord answered = plain(AuditEvent::QueryAnswered, id);
                answered.results = result;
                if (!log->append(intended(id)) || !log->append(answered))
                    ::_exit(1);
            }
            fixture.clock.at += 1s;
            // All that the API gives of it: the blob and the wrapped key, which the agent's credential does not open.
            const auto part = publicParts(*log).back();
            const auto blob = log->sealed(part.sealedSha256);
            if (!blob || blob->blob.contains(result) ||
                openSealed(blob->blob, blob->segmentCms, *agent).error() != CryptoFault::NotForThisKey)
                ::_exit(2);
            if (::write(ready[1], "x", 1) != 1)
                ::_exit(3);
            ::pause();
            ::_exit(0);
        }
        ::close(ready[1]);
        char mark = 0;
        const bool reached = ::read(ready[0], &mark, 1) == 1;
        ::close(ready[0]);
        if (!reached) {
            int status = 0;
            ::waitpid(desk, &status, 0);
            QFAIL(qPrintable(u"the session ended with %1"_s.arg(WEXITSTATUS(status))));
        }
        ::kill(desk, SIGSTOP);

        // Another run cannot open the log, so what the reviewer unwraps comes from a copy.
        LogFixture copy;
        copy.config = fixture.config;
        copy.config.folder = copy.outer.filePath(u"log"_s);
        QVERIFY(QDir().mkpath(copy.config.folder));
        QFile::setPermissions(copy.config.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const auto& [name, bytes] : filesIn(fixture.config.folder).asKeyValueRange())
            overwrite(copy.file(name), bytes);
        QByteArrayList chain, record; // of every record, and the chain after the last
        {
            const auto log = copy.open();
            QVERIFY2(log.has_value(), qPrintable(copy.where));
            for (const PublicPart& part : publicParts(**log)) {
                if (part.sealedSha256.isEmpty())
                    continue;
                const auto sealed = (*log)->sealed(part.sealedSha256).value();
                QCOMPARE(openSealed(sealed.blob, sealed.segmentCms, *reviewer).value(), result);
                if (!chain.isEmpty())
                    continue;
                QByteArray secret = reviewer->unwrap(sealed.segmentCms).value();
                SecureBytes key = SecureBytes::takeFrom(secret);
                for (int i = 0; i <= records; ++i) {
                    chain.append(key.view().toByteArray());
                    record.append(deriveKey(key, "casebound seal", {}).view().toByteArray());
                    key = deriveKey(key, "casebound ratchet", {});
                }
            }
        }
        QCOMPARE(chain.size(), records + 1);
        const auto inChain = countInMemory(desk, chain), inRecords = countInMemory(desk, record);
        ::kill(desk, SIGKILL);
        int status = 0;
        ::waitpid(desk, &status, 0);
        QCOMPARE(inChain.size(), std::size_t(records + 1));
        for (std::size_t i = 0; i < records; ++i) {
            QCOMPARE(inChain[i], 0);
            QCOMPARE(inRecords[i], 0);
        }
        QVERIFY(inChain[records] > 0); // the next one is there: the search finds what there is to find
        // And the next one opens nothing that was sealed before it: it is derived from them, never the other way.
        QCOMPARE(inRecords[records], 0);
    }
};

QTEST_GUILESS_MAIN(ForwardOnlyTest)
#include "ForwardOnlyTest.moc"
