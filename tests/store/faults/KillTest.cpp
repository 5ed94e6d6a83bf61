// 500 times kill -9: a child appends and says what was acknowledged, as if it sent a query; the log must hold every one.
#include "FaultFixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace casebound;
using namespace casebound::test;

namespace {

struct Sent {
    std::uint64_t sequence = 0;
    Hash leaf{};
};

/// Only in the child. Never returns.
[[noreturn]] void appendForever(const AuditLog::Config& config, int round, int pipe)
{
    const SystemClock clock;
    auto log = AuditLog::open(config, keyOf('k'), clock);
    if (!log)
        ::_exit(3);
    for (int i = 0;; ++i) {
        const QString id = u"r%1-%2"_s.arg(round).arg(i);
        const auto receipt = (*log)->append(intended(id));
        if (!receipt)
            ::_exit(4);
        Sent sent{.sequence = receipt->sequence(), .leaf = (*log)->leafHashes(receipt->sequence(), 1).at(0)};
        if (::write(pipe, &sent, sizeof sent) != sizeof sent) // in one piece: shorter than PIPE_BUF
            ::_exit(5);
        if (i % 3 != 2 && !(*log)->append(answered(id, i % 7 == 3 ? 70'000 : 400)))
            ::_exit(6);
    }
}

} // namespace

class KillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noAcknowledgedEntryIsLost()
    {
        constexpr int logs = 10, rounds = 50;
        const Office office;
        QElapsedTimer timer;
        timer.start();
        QRandomGenerator random(11);
        std::size_t acknowledged = 0, beforeTheFirst = 0, entries = 0;
        for (int which = 0; which < logs; ++which) {
            const QTemporaryDir outer(memoryFolder());
            const auto config = office.config(outer.path());
            QVERIFY(QDir(outer.path()).mkdir(u"witness"_s));
            std::vector<Sent> seen;
            for (int round = 0; round < rounds; ++round) {
                int pipe[2] = {};
                QCOMPARE(::pipe(pipe), 0);
                const pid_t child = ::fork();
                if (child == 0) {
                    ::close(pipe[0]);
                    appendForever(config, round, pipe[1]);
                }
                ::close(pipe[1]);
                // Some die while they open, the others after some entries; all at an instant nobody chose.
                const auto before = seen.size();
                const std::uint32_t wanted = random.bounded(6U);
                Sent sent;
                while (seen.size() < before + wanted && ::read(pipe[0], &sent, sizeof sent) == sizeof sent)
                    seen.push_back(sent);
                ::usleep(random.bounded(wanted == 0 ? 8000U : 1500U));
                ::kill(child, SIGKILL);
                int status = 0;
                QCOMPARE(::waitpid(child, &status, 0), child);
                QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
                         qPrintable(u"log %1, round %2: the child ended with %3"_s.arg(which).arg(round).arg(WEXITSTATUS(status))));
                while (::read(pipe[0], &sent, sizeof sent) == sizeof sent)
                    seen.push_back(sent);
                ::close(pipe[0]);
                beforeTheFirst += seen.size() == before;
            }
            const SystemClock clock;
            QString where;
            {
                const auto log = AuditLog::open(config, keyOf('k'), clock, &where);
                QVERIFY2(log.has_value(), qPrintable(where));
                QCOMPARE(where, QString());
                const auto size = (*log)->head().size;
                const auto leaves = (*log)->leafHashes(0, size);
                for (const Sent& one : seen)
                    QVERIFY2(one.sequence < size && leaves[one.sequence] == one.leaf, qPrintable(u"entry %1 is lost"_s.arg(one.sequence)));
                entries += size;
            }
            const VerifyReport report = fullCheck(config.folder, office.signing);
            QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
            acknowledged += seen.size();
        }
        qInfo("%d kills, %zu of them before anything was acknowledged; %zu entries acknowledged, none lost, %zu in the logs; %.1f s",
              logs * rounds, beforeTheFirst, acknowledged, entries, static_cast<double>(timer.elapsed()) / 1000);
        QVERIFY(acknowledged > 500 && beforeTheFirst > 10);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "KillTest.moc"
