// The log across processes: the program starts itself as a child that appends, or holds the log, until it is killed.
#include "store/StoreFixture.h"

#include "verify/LiveLogCheck.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace casebound;
using namespace casebound::test;

namespace {

AuditLog::Config configOf(const QString& folder)
{
    AuditLog::Config config;
    config.folder = folder;
    config.office = u"practice"_s;
    config.workstation = u"desk-1"_s;
    config.actorKey = QByteArray(32, 'a');
    return config;
}

/// Each line is written only after the receipt; stdout is the pipe.
int appendForever(const QString& folder, const QString& prefix)
{
    const SystemClock clock;
    auto log = AuditLog::open(configOf(folder), keyOf('k'), clock);
    if (!log)
        return 1;
    for (int i = 0;; ++i) {
        const QString id = prefix + QString::number(i);
        if (!(*log)->append(intended(id)))
            return 1;
        const QByteArray line = id.toUtf8() + '\n';
        if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) < 0)
            return 1;
        if (i % 3 == 0 && !(*log)->append(plain(AuditEvent::QueryAnswered, id)))
            return 1;
    }
}

/// A short run of the program, by the clock it sees.
int appendThree(const QString& folder, const QString& prefix)
{
    const SystemClock clock;
    auto log = AuditLog::open(configOf(folder), keyOf('k'), clock);
    for (int i = 0; log && i < 3; ++i) {
        if (!(*log)->append(intended(prefix + QString::number(i))))
            return 1;
    }
    return log ? 0 : 1;
}

} // namespace

class AuditLogProcessTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_outer;

    void startChild(QProcess& child, const QString& folder, const QString& prefix, int lines, QByteArray& seen) const
    {
        child.start(QCoreApplication::applicationFilePath(), {u"--append"_s, folder, prefix});
        while (seen.count('\n') < lines) {
            QVERIFY2(child.waitForReadyRead(20'000), "the child said nothing");
            seen += child.readAllStandardOutput();
        }
    }

private Q_SLOTS:
    void aClockSetBackBetweenTwoRunsIsNoted()
    {
        const QString folder = m_outer.filePath(u"clock"_s), self = QCoreApplication::applicationFilePath();
        const Instant before = SystemClock().now();
        QCOMPARE(QProcess::execute(self, {u"--once"_s, folder, u"a"_s}), 0);
        QCOMPARE(QProcess::execute(u"faketime"_s, {u"-f"_s, u"-2h"_s, self, u"--once"_s, folder, u"b"_s}), 0);
        QCOMPARE(QProcess::execute(u"faketime"_s, {u"-f"_s, u"-1h"_s, self, u"--once"_s, folder, u"c"_s}), 0);
        QCOMPARE(QProcess::execute(self, {u"--once"_s, folder, u"d"_s}), 0);

        VerifyOptions options;
        const VerifyReport report = checkLiveLog(folder, keyOf('k'), options);
        QVERIFY2(report.faults.count() == 0, report.text().constData());
        QCOMPARE(report.runs, std::uint64_t(4));
        const SystemClock clock;
        const auto log = AuditLog::open(configOf(folder), keyOf('k'), clock).value();
        const auto parts = publicParts(*log);
        // The second run stands two hours earlier, says so before anything else, and time rises from there.
        QByteArrayList where;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            QCOMPARE(parts[i].sequence, i);
            QVERIFY(i == 0 || parts[i].boot >= parts[i - 1].boot);
            if (i > 0 && parts[i].at < parts[i - 1].at)
                QCOMPARE(parts[i].event, AuditEvent::ClockBack);
            if (parts[i].event == AuditEvent::ClockBack)
                where.append("run " + QByteArray::number(qulonglong(parts[i].boot)) + " before " + auditEventName(parts.at(i + 1).event));
        }
        QCOMPARE(where, QByteArrayList{"run 2 before log.opened"});
        const auto runs = [&](std::uint64_t boot) { return std::ranges::find(parts, boot, &PublicPart::boot)->at; };
        QVERIFY(runs(1) >= before && runs(2) < before - 1h && runs(2) > before - 3h && runs(3) > runs(2) && runs(4) > runs(3));
    }

    void killingTheProcessLosesNoAcknowledgedEntry()
    {
        const QString folder = m_outer.filePath(u"killed"_s);
        const SystemClock clock;
        QRandomGenerator random(7);
        QSet<QString> acknowledged;
        for (int round = 0; round < 6; ++round) {
            QProcess child;
            QByteArray seen;
            startChild(child, folder, u"r%1-"_s.arg(round), 1 + random.bounded(40), seen);
            if (QTest::currentTestFailed())
                return;
            child.kill();
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            seen += child.readAllStandardOutput();
            for (const QByteArray& line : seen.split('\n')) {
                if (!line.isEmpty())
                    acknowledged.insert(QString::fromUtf8(line));
            }
        }
        QString where;
        const auto log = AuditLog::open(configOf(folder), keyOf('k'), clock, &where);
        QVERIFY2(log.has_value(), qPrintable(where));
        QMap<QString, int> outcomes;
        for (const PublicPart& part : publicParts(**log)) {
            if (part.event == AuditEvent::QueryIntended)
                outcomes.insert(part.queryId, 0);
            else if (intentOf(part.event))
                outcomes[part.queryId] += 1;
        }
        for (const QString& id : acknowledged)
            QVERIFY2(outcomes.contains(id), qPrintable(id));
        for (auto it = outcomes.begin(); it != outcomes.end(); ++it)
            QVERIFY2(it.value() == 1, qPrintable(it.key()));
        QVERIFY(acknowledged.size() >= 6);
    }

    void aSecondProcessIsToldThatTheLogIsInUse()
    {
        const QString folder = m_outer.filePath(u"used"_s);
        const SystemClock clock;
        QProcess child;
        QByteArray seen;
        startChild(child, folder, u"a"_s, 1, seen);
        QCOMPARE(AuditLog::open(configOf(folder), keyOf('k'), clock).error(), LogFault::InUse);
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY(AuditLog::open(configOf(folder), keyOf('k'), clock).has_value());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--append"_s)
        return appendForever(arguments[2], arguments[3]);
    if (arguments.size() == 4 && arguments[1] == u"--once"_s)
        return appendThree(arguments[2], arguments[3]);
    AuditLogProcessTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "AuditLogProcessTest.moc"
