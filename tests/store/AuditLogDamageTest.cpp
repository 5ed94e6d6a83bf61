#include "store/StoreFixture.h"

#include "ledger/Checkpoint.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace casebound;
using namespace casebound::test;

namespace {

/// A log with a signing key and a witness folder, and copies of its files as a power cut would leave them.
class Damaged : public LogFixture {
public:
    QString witness;
    QMap<QString, QByteArray> older, newer;
    std::uint64_t olderSize = 0;

    Damaged()
    {
        config.signingKey = PrivateKey::generateP256().value();
        witness = outer.filePath(u"witness"_s);
        QDir().mkpath(witness);
        auto log = open().value(); // without witness: the tests that need one set it
        append(*log, 0, 20);
        older = filesIn(config.folder);
        olderSize = log->head().size;
        append(*log, 20, 40);
        newer = filesIn(config.folder);
    }
    static void append(AuditLog& log, int from, int to)
    {
        for (int i = from; i < to; ++i)
            QVERIFY(log.append(intended(QString::number(i))).has_value());
    }
    void put(const QMap<QString, QByteArray>& files) const
    {
        for (const QString& name : filesIn(config.folder).keys())
            QFile::remove(file(name));
        for (auto it = files.begin(); it != files.end(); ++it)
            overwrite(file(it.key()), it.value());
    }
};

using Change = void (*)(Damaged&);

void flip(Damaged& at, const QString& name, qsizetype place)
{
    QByteArray bytes = at.newer[name];
    bytes[place] = static_cast<char>(bytes[place] ^ 0x10);
    overwrite(at.file(name), bytes);
}

} // namespace

class AuditLogDamageTest : public QObject {
    Q_OBJECT

    static bool recoveredSlot(const AuditLog& log)
    {
        return std::ranges::any_of(publicParts(log), [](const PublicPart& part) {
            return part.event == AuditEvent::LogRecovered && part.outcome == u"sidecar_slot_lost"_s;
        });
    }

private Q_SLOTS:
    void aPowerCutLosesNothing()
    {
        Damaged log;
        QVERIFY(!log.newer[u"audit.db-wal"_s].isEmpty());
        log.put(log.newer);
        const auto opened = log.open();
        QVERIFY2(opened.has_value(), qPrintable(log.where));
        QCOMPARE(events(**opened, 41).mid(0, 2), (QByteArrayList{"log.opened", "query.unknown"}));
        QCOMPARE((*opened)->head().size, 41u + 1 + 40);
    }

    void damageIsNamedAndLeftAsItIs_data()
    {
        QTest::addColumn<void*>("change");
        QTest::addColumn<LogFault>("fault");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, Change change, LogFault fault, const QString& where) {
            QTest::newRow(name) << reinterpret_cast<void*>(change) << fault << where;
        };
        row("journal deleted", [](Damaged& at) { QFile::remove(at.file(u"audit.db-wal"_s)); }, LogFault::Damaged, u"sidecar has seen"_s);
        row("journal emptied", [](Damaged& at) { overwrite(at.file(u"audit.db-wal"_s), {}); }, LogFault::Damaged, u"sidecar has seen"_s);
        row(
            "journal cut",
            [](Damaged& at) {
                const QByteArray& wal = at.newer[u"audit.db-wal"_s];
                overwrite(at.file(u"audit.db-wal"_s), wal.first(wal.size() / 2));
            },
            LogFault::Damaged, u"sidecar has seen"_s);
        row(
            "journal's last frame cut",
            [](Damaged& at) { overwrite(at.file(u"audit.db-wal"_s), at.newer[u"audit.db-wal"_s].chopped(4000)); }, LogFault::Damaged,
            u"sidecar has seen"_s);
        row(
            "journal flipped", [](Damaged& at) { flip(at, u"audit.db-wal"_s, at.newer[u"audit.db-wal"_s].size() - 2000); },
            LogFault::Damaged, u"sidecar has seen"_s);
        row(
            "older database and journal",
            [](Damaged& at) {
                auto files = at.older;
                files[u"audit.head"_s] = at.newer[u"audit.head"_s];
                at.put(files);
            },
            LogFault::Damaged, u"sidecar has seen"_s);
        row(
            "database missing", [](Damaged& at) { QFile::remove(at.file(u"audit.db"_s)); }, LogFault::Damaged,
            u"database: it is missing"_s);
        row(
            "database and journal missing",
            [](Damaged& at) {
                QFile::remove(at.file(u"audit.db"_s));
                QFile::remove(at.file(u"audit.db-wal"_s));
            },
            LogFault::Damaged, u"database: it is missing"_s);
        row("database empty", [](Damaged& at) { overwrite(at.file(u"audit.db"_s), {}); }, LogFault::Damaged, u"database"_s);
        row(
            "database and journal cut",
            [](Damaged& at) {
                overwrite(at.file(u"audit.db"_s), at.newer[u"audit.db"_s].first(5000));
                QFile::remove(at.file(u"audit.db-wal"_s));
            },
            LogFault::Damaged, u"database"_s);
        row(
            "first page flipped",
            [](Damaged& at) {
                flip(at, u"audit.db"_s, 500);
                QFile::remove(at.file(u"audit.db-wal"_s));
            },
            LogFault::Damaged, u"database"_s);
        row(
            "plain SQLite file",
            [](Damaged& at) { overwrite(at.file(u"audit.db"_s), QByteArray("SQLite format 3\0", 16) + QByteArray(8176, 'x')); },
            LogFault::NotEncrypted, u"database"_s);
        row(
            "sidecar missing", [](Damaged& at) { QFile::remove(at.file(u"audit.head"_s)); }, LogFault::Damaged,
            u"sidecar: it is missing"_s);
        row(
            "sidecar zeroed", [](Damaged& at) { overwrite(at.file(u"audit.head"_s), QByteArray(8192, '\0')); }, LogFault::Damaged,
            u"sidecar: neither"_s);
        row(
            "sidecar of another key",
            [](Damaged& at) {
                Damaged other;
                overwrite(at.file(u"audit.head"_s), other.newer[u"audit.head"_s]);
            },
            LogFault::Damaged, u"not signed by this workstation"_s);
    }
    void damageIsNamedAndLeftAsItIs()
    {
        QFETCH(void*, change);
        QFETCH(LogFault, fault);
        QFETCH(QString, where);
        Damaged log;
        log.put(log.newer);
        reinterpret_cast<Change>(change)(log);
        const auto before = filesIn(log.config.folder);
        const auto opened = log.open();
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error(), fault);
        QVERIFY2(log.where.contains(where), qPrintable(log.where));
        QVERIFY(filesIn(log.config.folder) == before);
    }

    void aSlotOfTheSidecarThatAPowerCutToreIsNoFault()
    {
        for (const bool newFirst : {true, false}) {
            Damaged log;
            log.put(log.newer);
            QByteArray before, after;
            {
                auto opened = log.open().value();
                QVERIFY(opened->append(plain(AuditEvent::ProfileLoaded)));
                before = filesIn(log.config.folder)[u"audit.head"_s];
                QVERIFY(opened->append(plain(AuditEvent::ProfileLoaded)));
                after = filesIn(log.config.folder)[u"audit.head"_s];
            }
            // Of the slot written last, some sectors arrived: the first, or all but the first.
            const qsizetype slot = before.first(4096) != after.first(4096) ? 0 : 4096;
            QByteArray torn = newFirst ? before : after;
            torn.replace(slot, 512, (newFirst ? after : before).sliced(slot, 512));
            QVERIFY(torn != before && torn != after);
            overwrite(log.file(u"audit.head"_s), torn);
            const auto opened = log.open();
            QVERIFY2(opened.has_value(), qPrintable(log.where));
            QVERIFY(recoveredSlot(**opened));
        }
    }

    void anAlteredSlotOfTheSidecarIsAFault()
    {
        for (const qsizetype place : {qsizetype(3), qsizetype(15), qsizetype(20), qsizetype(100), qsizetype(2000), qsizetype(4090)}) {
            for (const qsizetype slot : {0, 4096}) {
                Damaged log;
                log.put(log.newer);
                flip(log, u"audit.head"_s, slot + place);
                const auto opened = log.open();
                if (opened) { // the digest of the newest slot alone: its head was read all the same, and held
                    QCOMPARE(place, qsizetype(4090));
                    QVERIFY(recoveredSlot(**opened));
                    continue;
                }
                QCOMPARE(opened.error(), LogFault::Damaged);
                QVERIFY2(log.where.contains(u"no power cut explains it"_s), qPrintable(log.where));
            }
        }
    }

    void theWitnessExposesAnOlderCopyOfEverything()
    {
        Damaged log;
        log.put(log.newer);
        log.config.witnessFolder = log.witness;
        {
            auto opened = log.open();
            QVERIFY2(opened.has_value(), qPrintable(log.where));
            QVERIFY(events(**opened).contains("witness.written"));
            QVERIFY((*opened)->witnessedAt().has_value());
        }
        QVERIFY(log.open().has_value()); // its own witness agrees
        log.put(log.older);
        QCOMPARE(log.open().error(), LogFault::Damaged);
        QVERIFY2(log.where.contains(u"witness file"), qPrintable(log.where));
        // Grown again beyond the witnessed size: the sizes say nothing, the root at the witness's size does.
        log.config.witnessFolder.clear();
        log.put(log.older);
        {
            auto opened = log.open();
            QVERIFY2(opened.has_value(), qPrintable(log.where));
            for (int i = 1000; i < 1200; ++i)
                QVERIFY((*opened)->append(intended(QString::number(i))).has_value());
        }
        QVERIFY(log.open().has_value());
        log.config.witnessFolder = log.witness;
        QCOMPARE(log.open().error(), LogFault::Damaged);
        QVERIFY2(log.where.contains(u"are not those the witness file"), qPrintable(log.where));
    }

    void anUnreachableWitnessIsLoggedOnce()
    {
        LogFixture log;
        log.config.witnessFolder = log.outer.filePath(u"nowhere"_s);
        auto opened = log.open().value();
        QVERIFY(!opened->writeWitness());
        QVERIFY(!opened->writeWitness());
        QCOMPARE(events(*opened).count("witness.unreachable"), 1);
    }

    void theHeadIsANoteOthersCanVerify()
    {
        Damaged log;
        log.put(log.newer);
        auto opened = log.open().value();
        const auto key = VerifierKey::fromPublicKey("casebound/practice/desk-1", log.config.signingKey->publicKeyDer()).value();
        const auto read = verifyCheckpoint(opened->headNote(), std::span(&key, 1));
        QVERIFY(read.has_value());
        QCOMPARE(read->size, opened->head().size);
        QCOMPARE(read->root, opened->head().root);
    }

    void aFullDiskStopsTheLog()
    {
        LogFixture fixture;
        int acknowledged = 0;
        std::expected<AuditReceipt, LogFault> last = std::unexpected(LogFault::Locked);
        {
            auto log = fixture.open().value();
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit before{}, tight{};
            ::getrlimit(RLIMIT_FSIZE, &before);
            tight = before;
            tight.rlim_cur = static_cast<rlim_t>(QFileInfo(fixture.file(u"audit.db-wal"_s)).size()) + 100'000;
            ::setrlimit(RLIMIT_FSIZE, &tight);
            for (; acknowledged < 1000; ++acknowledged) {
                last = log->append(intended(QString::number(acknowledged)));
                if (!last)
                    break;
            }
            const auto after = log->append(plain(AuditEvent::QueryRefused));
            ::setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY(acknowledged > 0 && acknowledged < 1000);
            QCOMPARE(last.error(), LogFault::DiskFull);
            QCOMPARE(after.error(), LogFault::WriteFailed);
            QVERIFY(!log->isWritable());
            QVERIFY(!QFile::exists(fixture.file(u"audit.ballast"_s))); // given up to write the stop itself
        }
        auto log = fixture.open();
        QVERIFY2(log.has_value(), qPrintable(fixture.where));
        const auto names = events(**log);
        QCOMPARE(names.count("query.intended"), acknowledged);
        QCOMPARE(names.count("query.unknown"), acknowledged);
        QVERIFY(QFile::exists(fixture.file(u"audit.ballast"_s)));
    }

    void holdsNoPlainBytes()
    {
        Damaged log;
        log.put(log.newer);
        const QByteArrayList secrets{"PRACPLT7", "PM-2026-4711", "harbour theft", "query.intended"};
        const auto files = filesIn(log.config.folder);
        QVERIFY(files.size() >= 4);
        for (auto it = files.begin(); it != files.end(); ++it) {
            for (const QByteArray& secret : secrets) {
                const QString text = QString::fromUtf8(secret);
                const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
                QVERIFY2(!it.value().contains(secret) && !it.value().contains(utf16), qPrintable(it.key()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(AuditLogDamageTest)
#include "AuditLogDamageTest.moc"
