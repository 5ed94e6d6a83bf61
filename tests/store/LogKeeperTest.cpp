#include "store/LogKeeper.h"

#include "crypto/Digest.h"
#include "store/Database.h"
#include "store/StoreFixture.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace casebound;
using namespace casebound::test;

namespace {

/// A signed log of some entries as a power cut leaves it, and an older copy of it.
class Desk : public LogFixture {
public:
    QMap<QString, QByteArray> older, newer;
    LogFinding finding;
    char key = 'k';

    Desk()
    {
        config.signingKey = PrivateKey::generateP256().value();
        auto log = LogFixture::open().value();
        grow(*log, 0, 20);
        older = filesIn(config.folder);
        grow(*log, 20, 40);
        newer = filesIn(config.folder);
        log.reset();
        put(newer);
    }
    static void grow(AuditLog& log, int from, int to)
    {
        for (int i = from; i < to; ++i) {
            if (!log.append(intended(QString::number(i))))
                qFatal("The log does not grow.");
        }
    }
    void put(const QMap<QString, QByteArray>& files) const
    {
        for (const QString& name : filesIn(config.folder).keys())
            QFile::remove(file(name));
        for (auto it = files.begin(); it != files.end(); ++it)
            overwrite(file(it.key()), it.value());
    }
    void flip(const QString& name, qsizetype place) const
    {
        QByteArray bytes = newer[name];
        bytes[place] = static_cast<char>(bytes[place] ^ 0x10);
        overwrite(file(name), bytes);
    }
    [[nodiscard]] std::expected<OpenedLog, LogFault> keep() { return LogKeeper::open(config, keyOf(key), clock, &where, &finding); }
    [[nodiscard]] QString beside(const QString& what) const { return config.folder + what; }
    [[nodiscard]] QStringList asides() const
    {
        return QDir(beside(u".aside"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
};

using Change = void (*)(Desk&);

QString noteOf(const AuditLog& log, std::uint64_t entry)
{
    return QString::fromUtf8(log.entries(entry, 1).front().privateBytes);
}

} // namespace

class LogKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensALogInOrderAndMakesNothingBesideIt()
    {
        Desk desk;
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value(), qPrintable(desk.where));
        QVERIFY(!opened->fault);
        QCOMPARE(opened->log->origin(), QByteArray("casebound/practice/desk-1"));
        QCOMPARE(QDir(desk.outer.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{u"log"_s});
    }

    void everyFaultIsNamedLoggedAndKeptAside_data()
    {
        QTest::addColumn<void*>("change");
        QTest::addColumn<LogFault>("fault");
        QTest::addColumn<LogFindingKind>("kind");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("copies");
        QTest::addColumn<bool>("mayBeginNew");
        using enum LogFindingKind;
        const auto row = [](const char* name, Change change, LogFindingKind kind, LogFault fault = LogFault::Damaged,
                            const char* outcome = "damaged", bool copies = true, bool begin = true) {
            QTest::newRow(name) << reinterpret_cast<void*>(change) << fault << kind << QString::fromLatin1(outcome) << copies << begin;
        };
        row("journal deleted", [](Desk& at) { QFile::remove(at.file(u"audit.db-wal"_s)); }, CutOrOlder);
        row("journal cut", [](Desk& at) { overwrite(at.file(u"audit.db-wal"_s), at.newer[u"audit.db-wal"_s].chopped(4000)); }, CutOrOlder);
        row(
            "older copy put back",
            [](Desk& at) {
                auto files = at.older;
                files[u"audit.head"_s] = at.newer[u"audit.head"_s];
                at.put(files);
            },
            CutOrOlder);
        row("sidecar missing", [](Desk& at) { QFile::remove(at.file(u"audit.head"_s)); }, SidecarMissing);
        row("sidecar zeroed", [](Desk& at) { overwrite(at.file(u"audit.head"_s), QByteArray(8192, '\0')); }, SidecarDamaged);
        row(
            "sidecar of another workstation",
            [](Desk& at) {
                const Desk other;
                overwrite(at.file(u"audit.head"_s), other.newer[u"audit.head"_s]);
            },
            HeadNotOurs);
        row("database missing", [](Desk& at) { QFile::remove(at.file(u"audit.db"_s)); }, DatabaseMissing);
        row(
            "database page damaged",
            [](Desk& at) {
                at.flip(u"audit.db"_s, 500);
                QFile::remove(at.file(u"audit.db-wal"_s));
            },
            DatabaseUnreadable);
        row(
            "plain database",
            [](Desk& at) { overwrite(at.file(u"audit.db"_s), QByteArray("SQLite format 3\0", 16) + QByteArray(8176, 'x')); }, None,
            LogFault::NotEncrypted, "not_encrypted");
        row(
            "older copy of everything, with a witness",
            [](Desk& at) {
                at.config.witnessFolder = at.outer.filePath(u"witness"_s);
                QDir().mkpath(at.config.witnessFolder);
                if (!at.open())
                    qFatal("The log does not open.");
                at.put(at.older);
            },
            CutOrOlder);
        row("key of another log", [](Desk& at) { at.key = 'x'; }, OtherKey, LogFault::Locked, "other_key", true, false);
        row(
            "older profile",
            [](Desk& at) {
                at.config.profileSerial = 9;
                if (!at.open())
                    qFatal("The log does not open.");
                at.config.profileSerial = 3;
            },
            ProfileOlder, LogFault::ProfileOlder, "profile_older", false, false);
        row(
            "newer program's database",
            [](Desk& at) {
                const char* none = "SELECT 1";
                std::vector<const char*> schema(20, none);
                if (!Database::open(at.file(u"audit.db"_s), keyOf('k'), schema))
                    qFatal("The schema cannot be raised.");
            },
            DatabaseNewer, LogFault::Newer, "newer", false, false);
    }
    void everyFaultIsNamedLoggedAndKeptAside()
    {
        QFETCH(void*, change);
        QFETCH(LogFault, fault);
        QFETCH(LogFindingKind, kind);
        QFETCH(QString, outcome);
        QFETCH(bool, copies);
        QFETCH(bool, mayBeginNew);
        Desk desk;
        reinterpret_cast<Change>(change)(desk);
        const auto before = filesIn(desk.config.folder);
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value(), qPrintable(desk.where));
        QVERIFY(opened->fault.has_value());
        const LogFaultReport& report = *opened->fault;
        QCOMPARE(report.fault, fault);
        QCOMPARE(report.finding.kind, kind);
        QCOMPARE(report.mayBeginNew(), mayBeginNew);
        QVERIFY(!report.where.isEmpty());

        // The log itself lies there as it did; no empty journal was left in it either.
        QVERIFY(filesIn(desk.config.folder) == before);
        QCOMPARE(QFile::exists(desk.file(u"audit.db-wal"_s)), before.contains(u"audit.db-wal"_s));
        // Its copies are equal byte by byte, read-only, and listed.
        QCOMPARE(!report.asideFolder.isEmpty(), copies);
        if (copies) {
            auto aside = filesIn(report.asideFolder);
            const QByteArray sums = aside.take(u"SHA256SUMS"_s);
            QVERIFY(aside == before);
            for (auto it = aside.begin(); it != aside.end(); ++it) {
                QVERIFY(sums.contains(toBytes(sha256(it.value())).toHex() + "  " + it.key().toUtf8() + '\n'));
                QVERIFY((QFile::permissions(report.asideFolder + u'/' + it.key()) & QFile::WriteOwner) == 0);
            }
        }
        // The holding log's first entries name the fault, what was kept aside, and the last known head.
        const auto parts = publicParts(*opened->log);
        QCOMPARE(parts.size(), 2u);
        QCOMPARE(parts[0].event, AuditEvent::LogOpened);
        QCOMPARE(parts[1].event, AuditEvent::LogFault);
        const QByteArray entry = opened->log->entries(1, 1).front().publicBytes;
        QVERIFY2(entry.contains("\"outcome\":\"" + outcome.toUtf8() + '"'), entry);
        const QString note = noteOf(*opened->log, 1);
        QVERIFY2(note.contains(u"found: "_s), qPrintable(note));
        for (const AsideFile& file : report.files)
            QVERIFY2(note.contains(QString::fromLatin1(file.sha256.toHex())), qPrintable(file.name));
        QCOMPARE(note.contains(u"last known head: casebound/practice/desk-1 "_s), !report.lastHead.isEmpty());
        QVERIFY(opened->log->origin().startsWith("casebound/practice/desk-1.2"));
    }

    void aSecondStartCopiesNothingTwiceAndLogsAgain()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        const QString first = desk.keep().value().fault->asideFolder;
        desk.clock.at += 1h;
        const auto opened = desk.keep();
        QCOMPARE(opened->fault->asideFolder, first);
        QCOMPARE(desk.asides().size(), 1);
        QCOMPARE(events(*opened->log), (QByteArrayList{"log.opened", "log.fault", "log.opened", "log.fault"}));
    }

    void whatChangesMeanwhileIsKeptAsideToo()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        QVERIFY(desk.keep().has_value());
        desk.clock.at += 1h;
        QFile::remove(desk.file(u"audit.db"_s));
        QVERIFY(desk.keep().has_value());
        QCOMPARE(desk.asides().size(), 2);
    }

    void filesPutBackEndTheFaultAndTheLogSaysSo()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        QVERIFY(desk.keep().value().fault.has_value());
        desk.put(desk.newer);
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value() && !opened->fault, qPrintable(desk.where));
        const QByteArray last = opened->log->entries(opened->log->head().size - 1, 1).front().publicBytes;
        QVERIFY2(last.contains("log.fault") && last.contains("in_order_again"), last);
        QVERIFY(noteOf(*opened->log, opened->log->head().size - 1).contains(u"desk-1.2"_s)); // the holding log's head
        QVERIFY(!QFile::exists(desk.beside(u".holding"_s)));
        QCOMPARE(desk.asides().filter(u"-holding"_s).size(), 1);
    }

    void aNewLogTakesTheDamagedOnesPlace()
    {
        Desk desk;
        desk.config.witnessFolder = desk.outer.filePath(u"witness"_s);
        QDir().mkpath(desk.config.witnessFolder);
        {
            QVERIFY(desk.keep().has_value()); // its heads are witnessed
        }
        const auto sound = filesIn(desk.config.folder);
        QFile::remove(desk.file(u"audit.db"_s));
        const auto damaged = filesIn(desk.config.folder);
        QByteArray origin;
        {
            auto opened = desk.keep();
            QVERIFY(opened->fault);
            origin = opened->log->origin();
            QVERIFY(opened->log->append(plain(AuditEvent::LogBegun)).has_value());
        }
        desk.clock.at += 1h;
        QVERIFY(LogKeeper::takeIntoUse(desk.config.folder, desk.clock.now()).has_value());
        {
            const auto opened = desk.keep();
            QVERIFY2(opened.has_value(), qPrintable(desk.where));
            QVERIFY2(!opened->fault, qPrintable(desk.where)); // the old log's witnesses do not speak of this one
            QCOMPARE(opened->log->origin(), origin);
            const auto names = events(*opened->log);
            QCOMPARE(names.mid(0, 4), (QByteArrayList{"log.opened", "log.fault", "log.begun", "log.opened"}));
        }
        const QString replaced = desk.asides().filter(u"-replaced"_s).value(0);
        QVERIFY(filesIn(desk.beside(u".aside/"_s) + replaced) == damaged);

        // The old log put back, whole and in order: its witnesses agree, but one has seen a later log.
        desk.put(sound);
        const auto back = desk.keep();
        QVERIFY(back->fault);
        QCOMPARE(back->fault->finding.kind, LogFindingKind::LaterLogWitnessed);
    }

    void aNewLogOnItsWayArrivesAtTheNextStart_data()
    {
        QTest::addColumn<bool>("oldOneMoved");
        QTest::newRow("cut off before the damaged log was moved") << false;
        QTest::newRow("cut off after it was moved") << true;
    }
    void aNewLogOnItsWayArrivesAtTheNextStart()
    {
        QFETCH(bool, oldOneMoved);
        Desk desk;
        QFile::remove(desk.file(u"audit.db"_s));
        {
            auto opened = desk.keep();
            QVERIFY(opened->log->append(plain(AuditEvent::LogBegun)).has_value());
        }
        QVERIFY(QDir().rename(desk.beside(u".holding"_s), desk.beside(u".next"_s)));
        if (oldOneMoved)
            QVERIFY(QDir().rename(desk.config.folder, desk.beside(u".aside/moved"_s)));
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value() && !opened->fault, qPrintable(desk.where));
        QVERIFY(events(*opened->log).contains("log.begun"));
        QVERIFY(!QFile::exists(desk.beside(u".next"_s)));
    }

    void aHoldingLogNobodyDecidedOnIsNotTheLog()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db"_s));
        QVERIFY(desk.keep().has_value());
        QVERIFY(QDir().rename(desk.beside(u".holding"_s), desk.beside(u".next"_s)));
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value(), qPrintable(desk.where));
        QVERIFY(opened->fault);
        QCOMPARE(opened->fault->finding.kind, LogFindingKind::NotBegun);
    }

    void aHoldingLogThatIsDamagedItselfIsKeptAsideToo()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        QVERIFY(desk.keep().has_value());
        QFile::remove(desk.beside(u".holding/audit.db"_s));
        desk.clock.at += 1h;
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value(), qPrintable(desk.where));
        QVERIFY(opened->fault);
        QCOMPARE(events(*opened->log), (QByteArrayList{"log.opened", "log.fault", "log.fault"}));
        QVERIFY(noteOf(*opened->log, 2).contains(u"holding log: "_s));
        QCOMPARE(desk.asides().filter(u"-holding"_s).size(), 1);
    }

    void aFullDiskAltersNothingAndSaysSo()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        const auto before = filesIn(desk.config.folder);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        rlimit tight = old;
        tight.rlim_cur = 6000; // the lock and the sidecar fit, a copy of the database does not
        ::setrlimit(RLIMIT_FSIZE, &tight);
        const auto opened = desk.keep();
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error(), LogFault::DiskFull);
        QCOMPARE(desk.finding.kind, LogFindingKind::CannotKeepAside);
        QVERIFY(filesIn(desk.config.folder) == before);
        QVERIFY(!QFile::exists(desk.beside(u".holding"_s)));
        QVERIFY2(desk.asides().isEmpty(), qPrintable(desk.asides().join(u' ')));
    }

    void linksAreNamedAndNotFollowed()
    {
        Desk desk;
        QFile::remove(desk.file(u"audit.db-wal"_s));
        QVERIFY(QFile::link(u"/etc/hostname"_s, desk.file(u"planted"_s)));
        const auto opened = desk.keep();
        QVERIFY2(opened.has_value(), qPrintable(desk.where));
        QVERIFY(!QFile::exists(opened->fault->asideFolder + u"/planted"_s));
        QVERIFY(noteOf(*opened->log, 1).contains(u"not a plain file 0 planted"_s));
    }

    void anotherProcessIsNoFault()
    {
        Desk desk;
        const auto first = desk.keep();
        QVERIFY(first.has_value());
        QCOMPARE(desk.keep().error(), LogFault::InUse);
        QVERIFY(!QFile::exists(desk.beside(u".holding"_s)));
    }
};

QTEST_GUILESS_MAIN(LogKeeperTest)
#include "LogKeeperTest.moc"
