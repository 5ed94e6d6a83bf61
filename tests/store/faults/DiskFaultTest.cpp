// Disks that refuse: the log acknowledges nothing more, says why, and opens again with everything it promised.
#include "DiskCalls.h"
#include "FaultFixture.h"

#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace casebound;
using namespace casebound::test;

namespace {

/// Fails the n-th call of a kind on some file, once.
class FailOnce final : public DiskWatcher {
public:
    FailOnce(std::vector<DiskCall::Kind> kinds, QByteArray file, int nth, int error)
        : m_kinds(std::move(kinds)),
          m_file(std::move(file)),
          m_left(nth),
          m_error(error)
    {
    }
    int before(const DiskCall& call) override
    {
        if (std::ranges::find(m_kinds, call.kind) == m_kinds.end() || !call.path.endsWith(m_file) || m_left < 0)
            return 0;
        return m_left-- == 0 ? m_error : 0;
    }
    [[nodiscard]] bool happened() const { return m_left < 0; }

private:
    std::vector<DiskCall::Kind> m_kinds;
    QByteArray m_file;
    int m_left, m_error;
};

/// A disk of so many bytes; files count by their size.
class SmallDisk final : public DiskWatcher {
public:
    explicit SmallDisk(qint64 size) : m_size(size) {}
    int before(const DiskCall& call) override
    {
        const qint64 size = sizeAfter(call);
        return size > m_files.value(call.path) && used() - m_files.value(call.path) + size > m_size ? ENOSPC : 0;
    }
    void after(const DiskCall& call) override
    {
        if (call.kind == DiskCall::Remove)
            m_files.remove(call.path);
        else if (call.kind == DiskCall::Rename)
            m_files.insert(call.to, m_files.take(call.path));
        else if (call.kind == DiskCall::Truncate)
            m_files[call.path] = call.offset;
        else if (call.kind == DiskCall::Write || call.kind == DiskCall::Allocate)
            m_files[call.path] = sizeAfter(call);
    }
    void shrinkToFit(qint64 free) { m_size = used() + free; }

private:
    [[nodiscard]] qint64 sizeAfter(const DiskCall& call) const
    {
        const qint64 before = m_files.value(call.path);
        if (call.kind == DiskCall::Write)
            return std::max(before, call.offset + call.bytes.size());
        return call.kind == DiskCall::Allocate ? std::max(before, call.offset) : before;
    }
    [[nodiscard]] qint64 used() const
    {
        qint64 sum = 0;
        for (const qint64 size : m_files)
            sum += size;
        return sum;
    }
    QMap<QByteArray, qint64> m_files;
    qint64 m_size;
};

struct Desk {
    QTemporaryDir outer{memoryFolder()};
    Office office;
    HandClock clock;
    AuditLog::Config config = office.config(outer.path());
    QString where;

    Desk() { QDir(outer.path()).mkdir(u"witness"_s); }
    ~Desk() { watchDisk(nullptr); }
    [[nodiscard]] auto open() { return AuditLog::open(config, keyOf('k'), clock, &where); }
    void watch(DiskWatcher& watcher) const { watchDisk(&watcher, QFile::encodeName(outer.path())); }
};

} // namespace

class DiskFaultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFailedSyncStopsTheLog_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("write");
        QTest::addColumn<int>("error");
        QTest::addColumn<LogFault>("fault");
        QTest::newRow("sync of the WAL") << QByteArray("audit.db-wal") << false << EIO << LogFault::WriteFailed;
        QTest::newRow("sync of the sidecar") << QByteArray("audit.head") << false << EIO << LogFault::WriteFailed;
        QTest::newRow("write of the WAL") << QByteArray("audit.db-wal") << true << EIO << LogFault::WriteFailed;
        QTest::newRow("write of the sidecar") << QByteArray("audit.head") << true << EIO << LogFault::WriteFailed;
        QTest::newRow("quota, WAL") << QByteArray("audit.db-wal") << true << EDQUOT << LogFault::DiskFull;
    }
    void aFailedSyncStopsTheLog()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, write);
        QFETCH(int, error);
        QFETCH(LogFault, fault);
        for (int nth = 0; nth < 20; ++nth) {
            Desk desk;
            FailOnce watcher({write ? DiskCall::Write : DiskCall::Sync}, file, nth, error);
            std::uint64_t acknowledged = 0;
            QByteArrayList ids;
            {
                // The log exists before, with a WAL: the fault hits an entry, not the making of the file.
                (void)desk.open().value()->head();
                watchDisk(nullptr);
                desk.watch(watcher);
                auto log = desk.open();
                if (!log) {
                    QCOMPARE(log.error(), fault);
                    QVERIFY(watcher.happened() && !desk.where.isEmpty());
                } else {
                    for (int i = 0; i < 60; ++i) {
                        const auto done = (*log)->append(intended(QString::number(i)));
                        if (!done) {
                            QCOMPARE(done.error(), fault);
                            QVERIFY(!(*log)->isWritable());
                            QCOMPARE((*log)->append(plain(AuditEvent::QueryRefused)).error(), LogFault::WriteFailed);
                            break;
                        }
                        acknowledged = done->sequence() + 1;
                        ids.append(QByteArray::number(i));
                    }
                    QVERIFY(watcher.happened() && ids.size() < 60);
                }
            }
            watchDisk(nullptr);
            {
                const auto log = desk.open();
                QVERIFY2(log.has_value(), qPrintable(desk.where));
                QVERIFY((*log)->head().size > acknowledged);
                QByteArrayList there;
                for (const PublicPart& part : publicParts(**log)) {
                    if (part.event == AuditEvent::QueryIntended)
                        there.append(part.queryId.toUtf8());
                }
                QCOMPARE(there.first(ids.size()), ids);
                QVERIFY(there.size() <= ids.size() + 1); // what was not acknowledged may have arrived
            }
            const VerifyReport report = fullCheck(desk.config.folder, desk.office.signing);
            QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        }
    }

    void theStopOfAFullDiskIsLogged()
    {
        for (const int free : {0, 3000, 20'000, 77'777}) {
            Desk desk;
            SmallDisk disk(std::int64_t{1} << 40);
            desk.watch(disk);
            std::uint64_t acknowledged = 0;
            {
                auto log = desk.open().value();
                QVERIFY(log->append(intended(u"first"_s)).has_value());
                disk.shrinkToFit(free);
                std::expected<AuditReceipt, LogFault> last = std::unexpected(LogFault::Locked);
                for (int i = 0; i < 2000 && (last = log->append(intended(QString::number(i)))); ++i)
                    acknowledged = last->sequence() + 1;
                QCOMPARE(last.error(), LogFault::DiskFull);
                QVERIFY(!log->isWritable());
                QVERIFY(!QFile::exists(desk.config.folder + u"/audit.ballast"_s));
                // The stop itself stands in the log, and under its signed head.
                const auto parts = publicParts(*log);
                QCOMPARE(parts.back().event, AuditEvent::LogFault);
                QCOMPARE(parts.back().outcome, u"disk_full"_s);
                QCOMPARE(log->head().size, parts.size());
            }
            disk.shrinkToFit(100 << 20);
            {
                const auto log = desk.open();
                QVERIFY2(log.has_value(), qPrintable(desk.where));
                QVERIFY((*log)->head().size > acknowledged);
                QCOMPARE(events(**log).count("log.fault"), 1);
                QVERIFY(QFile::exists(desk.config.folder + u"/audit.ballast"_s));
            }
            watchDisk(nullptr);
            const VerifyReport report = fullCheck(desk.config.folder, desk.office.signing);
            QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        }
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        Desk desk;
        (void)desk.open().value()->head();
        const auto before = filesIn(desk.config.folder);
        // As root nothing is read-only to us, so the disk says it: every change is refused, as on a read-only mount.
        struct ReadOnly final : DiskWatcher {
            int before(const DiskCall&) override { return EROFS; }
        } watcher;
        desk.watch(watcher);
        const auto refused = desk.open();
        watchDisk(nullptr);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error(), LogFault::WriteFailed);
        QVERIFY2(!desk.where.isEmpty(), "it does not say where");
        QVERIFY(filesIn(desk.config.folder) == before);
        QVERIFY(desk.open().has_value());
    }

    void aFolderOthersCanWriteInIsRefused()
    {
        Desk desk;
        (void)desk.open().value()->head();
        QCOMPARE(::chmod(QFile::encodeName(desk.config.folder).constData(), 0777), 0);
        QCOMPARE(desk.open().error(), LogFault::WriteFailed);
        QCOMPARE(desk.where, u"folder"_s);
    }

    void aClockSetBackIsLoggedOnceAndTheEntryAfterItStands()
    {
        Desk desk;
        {
            auto log = desk.open().value();
            QVERIFY(log->append(intended(u"one"_s)).has_value());
            desk.clock.at -= 5min;
            QVERIFY(log->append(intended(u"two"_s)).has_value());
            QVERIFY(log->append(intended(u"three"_s)).has_value());
            QCOMPARE(events(*log).count("clock.back"), 1);
            desk.clock.at -= 24h * 400;
        }
        QCOMPARE(events(*desk.open().value()).count("clock.back"), 2);
        const VerifyReport report = fullCheck(desk.config.folder, desk.office.signing);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
    }
};

QTEST_GUILESS_MAIN(DiskFaultTest)
#include "DiskFaultTest.moc"
