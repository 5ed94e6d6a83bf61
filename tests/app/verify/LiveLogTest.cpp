// casebound-verify on a workstation's own log, which it reads apart from the store that wrote it.
#include "ledger/Checkpoint.h"
#include "store/StoreFixture.h"
#include "support/Paths.h"

#include <SqlCipherNames.h>
// after the names
#include <sqlite3.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace casebound;
using namespace casebound::test;

namespace {

struct Said {
    int status = -1;
    QByteArray out, err;
    QByteArrayList kinds;
};

Said run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(test::builtProgram(program), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    Said said{.status = process.exitCode(), .out = process.readAllStandardOutput(), .err = process.readAllStandardError(), .kinds = {}};
    for (const QJsonValue& fault : QJsonDocument::fromJson(said.out)[u"faults"_s].toArray())
        said.kinds.append(fault[u"kind"_s].toString().toLatin1());
    return said;
}

void putBack(const QString& folder, const QMap<QString, QByteArray>& files)
{
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const auto& [name, bytes] : files.asKeyValueRange())
        overwrite(folder + u'/' + name, bytes);
}

QByteArray flipped(QByteArray bytes, qsizetype bit)
{
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    return bytes;
}

} // namespace

class LiveLogTest : public QObject {
    Q_OBJECT

    LogFixture m_log;
    QMap<QString, QByteArray> m_closed, m_crashed; // the same log after its end, and as a crash leaves it
    QString m_key, m_signingKey, m_verifierKey;
    int m_made = 0;

    [[nodiscard]] QString fresh() { return m_log.outer.filePath(u"copy-%1"_s.arg(++m_made)); }
    [[nodiscard]] QString copyOf(const QMap<QString, QByteArray>& files)
    {
        const QString folder = fresh();
        putBack(folder, files);
        return folder;
    }
    [[nodiscard]] Said verify(const QString& folder, const QStringList& more = {}) const
    {
        return run(u"casebound-verify"_s,
                   QStringList{u"log"_s, folder, u"--json"_s, u"--db-key"_s, m_key, u"--verifier-key"_s, m_verifierKey} + more);
    }

    void append(AuditLog& log, int count)
    {
        for (int i = 0; i < count; ++i) {
            const QString id = u"%1-%2"_s.arg(log.head().size).arg(i);
            m_log.clock.at += 1s;
            QVERIFY(log.append(intended(id)));
            AuditRecord answered = plain(AuditEvent::QueryAnswered, id);
            answered.counts = AuditCounts{.returned = 2};
            if (i % 3 == 0)
                answered.results = "made-up results " + QByteArray::number(i);
            if (i == 5)
                answered.results = QByteArray(100'000, 'r'); // in its own file
            QVERIFY(log.append(answered));
        }
    }

    static bool sql(const QString& folder, const QByteArray& statement)
    {
        sqlite3* handle = nullptr;
        const QByteArray key = "x'" + QByteArray(32, 'k').toHex() + '\'';
        const bool done = sqlite3_open(QFile::encodeName(folder + u"/audit.db"_s).constData(), &handle) == SQLITE_OK &&
                          sqlite3_key(handle, key.constData(), static_cast<int>(key.size())) == SQLITE_OK &&
                          sqlite3_exec(handle, "PRAGMA fast_kdf_iter = 1000", nullptr, nullptr, nullptr) == SQLITE_OK &&
                          sqlite3_exec(handle, statement.constData(), nullptr, nullptr, nullptr) == SQLITE_OK &&
                          sqlite3_changes(handle) > 0;
        sqlite3_close(handle);
        return done;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto signing = PrivateKey::generateP256().value();
        m_log.config.signingKey = signing;
        const Validity years{Instant(1'790'000'000s), Instant(2'100'000'000s)};
        const auto issuer = CertificateIssuer::createAuthority(u"Test"_s, years).value();
        m_log.config.reviewers = {issuer.issueClient(PrivateKey::generateP256().value(), u"supervisor.one"_s, years).value()};
        {
            auto log = m_log.open().value();
            append(*log, 150);
            QVERIFY(log->append(intended(u"left open"_s)));
        }
        {
            auto log = m_log.open().value(); // a second run: the intention left open gets its outcome
            append(*log, 30);                // few enough that the journal holds nothing stale
            m_crashed = filesIn(m_log.config.folder);
            append(*log, 120);
        }
        m_closed = filesIn(m_log.config.folder);
        QVERIFY(m_crashed.contains(u"audit.db-wal"_s));
        QVERIFY(!m_closed.contains(u"audit.db-wal"_s));

        m_key = m_log.outer.filePath(u"db.key"_s);
        overwrite(m_key, QByteArray(32, 'k'));
        m_signingKey = m_log.outer.filePath(u"signing.pem"_s);
        overwrite(m_signingKey, signing.toPem().view());
        m_verifierKey = QString::fromUtf8(VerifierKey::fromPublicKey("casebound/practice/desk-1", signing.publicKeyDer())->text());
    }

    void findsALogInOrderAndTouchesNothing()
    {
        const Said said = verify(m_log.config.folder);
        QVERIFY2(said.status == 0, said.out + said.err);
        const auto report = QJsonDocument::fromJson(said.out);
        QCOMPARE(report[u"runs"_s].toInt(), 2);
        QVERIFY(report[u"entries"_s].toInt() > 600);
        QCOMPARE(report[u"sealed_results"_s].toInt(), 103);
        QCOMPARE(filesIn(m_log.config.folder), m_closed);
    }

    void readsWhatACrashLeft()
    {
        const QString folder = copyOf(m_crashed);
        QVERIFY(QDir().rename(m_log.config.folder + u"/sealed"_s, folder + u"/sealed"_s));
        const Said said = verify(folder);
        QVERIFY(QDir().rename(folder + u"/sealed"_s, m_log.config.folder + u"/sealed"_s));
        QVERIFY2(said.status == 0, said.out + said.err);
        QCOMPARE(filesIn(folder), m_crashed);
    }

    void readsAFolderWhereNothingCanBeWritten()
    {
        const auto lock = [](const QString& folder, bool on) {
            const auto owner = on ? QFile::ReadOwner : QFile::ReadOwner | QFile::WriteOwner;
            for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
                QFile::setPermissions(info.filePath(), owner);
            QFile::setPermissions(folder, owner | QFile::ExeOwner);
        };
        const QString closed = copyOf(m_closed), crashed = copyOf(m_crashed);
        for (const QString& folder : {closed, crashed})
            QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_log.config.folder + u"/sealed"_s, folder}) == 0);
        const QStringList before = QDir(closed).entryList(QDir::AllEntries);
        lock(closed, true);
        lock(crashed, true);
        const Said said = verify(closed), journal = verify(crashed);
        lock(closed, false);
        lock(crashed, false);
        QVERIFY2(said.status == 0, said.out + said.err);
        QCOMPARE(QDir(closed).entryList(QDir::AllEntries), before);
        QCOMPARE(filesIn(closed), m_closed);
        QCOMPARE(filesIn(crashed), m_crashed);
        if (::geteuid() != 0) // root may write there all the same
            QVERIFY2(journal.status == 2 && journal.out.contains("check the copy"), journal.out + journal.err);
    }

    void cannotTellWithoutTheRightKey()
    {
        const QString other = m_log.outer.filePath(u"other.key"_s);
        overwrite(other, QByteArray(32, 'x').toHex());
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, m_log.config.folder, u"--db-key"_s, other}).status, 2);
        overwrite(other, "short");
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, m_log.config.folder, u"--db-key"_s, other}).status, 2);
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, m_log.config.folder, u"--db-key"_s, m_key}).status, 2); // who signed?
        QCOMPARE(verify(fresh()).status, 2);
        QCOMPARE(verify(m_log.outer.path()).status, 2);
    }

    void cannotTellWhileTheWorkstationRuns()
    {
        LogFixture running;
        auto log = running.open().value();
        const Said said = verify(running.config.folder);
        QVERIFY2(said.status == 2 || said.kinds == QByteArrayList{"checkpoint-malformed"}, said.out);
        log.reset();
    }

    void namesWhatWasAlteredInTheDatabase_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* statement, const char* fault) {
            QTest::newRow(statement) << QByteArray(statement) << QByteArray(fault);
        };
        row("UPDATE entry SET plate = 'OTHER' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET plate = NULL WHERE seq = 1", "row-differs");
        row("UPDATE entry SET user_id = 'somebody' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET case_number = 'other' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET reason_code = 'other' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET on_behalf_of = 'other' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET query_id = 'other' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET event = 'case.closed' WHERE seq = 1", "row-differs");
        row("UPDATE entry SET at = at + 1 WHERE seq = 1", "row-differs");
        row("UPDATE entry SET boot = 2 WHERE seq = 1", "row-differs");
        row("UPDATE entry SET results = NULL WHERE seq = 2", "row-differs");
        row("UPDATE entry SET leaf = zeroblob(32) WHERE seq = 300", "leaf-differs");
        row("UPDATE entry SET private = CAST('{}' AS BLOB) WHERE seq = 300", "commitment-differs");
        row("UPDATE entry SET public = (SELECT public FROM entry WHERE seq = 299) WHERE seq = 300", "root-differs");
        row("DELETE FROM entry WHERE seq = 300", "sequence-broken");
        row("DELETE FROM entry WHERE seq > 300", "log-shorter");
        row("UPDATE entry SET seq = 100000 WHERE seq = 300", "sequence-broken");
        row("UPDATE chunk_root SET root = zeroblob(32) WHERE chunk = 1", "chunk-root-differs");
        row("DELETE FROM chunk_root WHERE chunk = 1", "chunk-root-differs");
        row("INSERT INTO chunk_root VALUES (77, zeroblob(32))", "chunk-root-differs");
        row("UPDATE sealed SET blob = zeroblob(100) WHERE rowid = 1", "sealed-differs");
        row("DELETE FROM sealed WHERE rowid = 1", "sealed-missing");
        row("INSERT INTO sealed VALUES (zeroblob(32), zeroblob(32))", "sealed-unexpected");
        row("UPDATE segment SET cms = zeroblob(10) WHERE rowid = 1", "sealed-differs");
        row("DELETE FROM segment", "sealed-differs");
        row("INSERT INTO open_intent VALUES (0, 'x', 1)", "row-differs");
    }
    void namesWhatWasAlteredInTheDatabase()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QByteArray, fault);
        const QString folder = copyOf(m_closed);
        QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_log.config.folder + u"/sealed"_s, folder}) == 0);
        QCOMPARE(verify(folder).status, 0);
        QVERIFY(sql(folder, statement));
        const Said said = verify(folder);
        QVERIFY2(said.status == 1 && said.kinds.contains(fault), said.out + said.err);
    }

    void findsEveryFlippedBit_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("times");
        QTest::newRow("database") << u"audit.db"_s << 40;
        QTest::newRow("sidecar") << u"audit.head"_s << 40;
        QTest::newRow("wal") << u"audit.db-wal"_s << 40;
    }
    void findsEveryFlippedBit()
    {
        QFETCH(QString, file);
        QFETCH(int, times);
        QRandomGenerator random(static_cast<quint32>(file.size()));
        const auto& good = file.endsWith(u"wal") ? m_crashed : m_closed;
        for (int i = 0; i < times; ++i) {
            auto files = good;
            const qsizetype bit = random.bounded(good[file].size()) * 8 + random.bounded(8);
            files[file] = flipped(good[file], bit);
            const QString folder = copyOf(files);
            QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_log.config.folder + u"/sealed"_s, folder}) == 0);
            const Said said = verify(folder);
            QVERIFY2(said.status == 1, said.out + said.err + QByteArray::number(bit));
            QDir(folder).removeRecursively();
        }
    }

    void findsATruncatedOrDeletedJournal()
    {
        auto files = m_crashed;
        files.remove(u"audit.db-wal"_s);
        QVERIFY(verify(copyOf(files)).kinds.contains("log-shorter"));
        const QByteArray whole = m_crashed[u"audit.db-wal"_s];
        for (int i = 1; i < 10; ++i) {
            files[u"audit.db-wal"_s] = whole.first(whole.size() * i / 10);
            QVERIFY(verify(copyOf(files)).kinds.contains("log-shorter"));
        }
        files = m_closed;
        files.remove(u"audit.db"_s);
        QVERIFY(verify(copyOf(files)).kinds.contains("file-missing"));
        files = m_closed;
        files.remove(u"audit.head"_s);
        QVERIFY(verify(copyOf(files)).kinds.contains("sidecar-damaged"));
        files = m_closed;
        files[u"audit.db"_s] = QByteArray("SQLite format 3\0", 16) + files[u"audit.db"_s].sliced(16);
        QVERIFY(verify(copyOf(files)).kinds.contains("database-plain"));
    }

    void exportsWhatOutsidersCanCheck()
    {
        const QString out = fresh();
        const Said said =
            run(u"casebound-verify"_s, {u"export-log"_s, m_log.config.folder, out, u"--db-key"_s, m_key, u"--signing-key"_s, m_signingKey});
        QVERIFY2(said.status == 0, said.out + said.err);
        QVERIFY(!QFile::exists(out + u"/private"_s) && !QFile::exists(out + u"/sealed"_s));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, out, u"--verifier-key"_s, m_verifierKey}).status, 0);
        QCOMPARE(run(u"tilecheck"_s, {u"-key"_s, m_verifierKey, out}).status, 0);
        // The export is a witness of the log.
        QCOMPARE(verify(m_log.config.folder, {u"--witness"_s, out + u"/checkpoint"_s}).status, 0);

        const QString whole = fresh();
        QCOMPARE(run(u"casebound-verify"_s, {u"export-log"_s, m_log.config.folder, whole, u"--db-key"_s, m_key, u"--signing-key"_s,
                                             m_signingKey, u"--private"_s, u"--sealed"_s})
                     .status,
                 0);
        const Said checked = run(u"casebound-verify"_s, {u"log"_s, whole, u"--json"_s, u"--verifier-key"_s, m_verifierKey});
        QVERIFY2(checked.status == 0, checked.out);
        QCOMPARE(QJsonDocument::fromJson(checked.out)[u"sealed_results"_s].toInt(), 103);
        QVERIFY(QJsonDocument::fromJson(checked.out)[u"private_parts"_s].toInt() > 600);
    }

    void exportsNothingThatIsNotInOrder()
    {
        const auto exportTo = [&](const QString& from, const QString& to, const QString& signing) {
            return run(u"casebound-verify"_s, {u"export-log"_s, from, to, u"--db-key"_s, m_key, u"--signing-key"_s, signing}).status;
        };
        const QString existing = fresh();
        QDir().mkpath(existing);
        QCOMPARE(exportTo(m_log.config.folder, existing, m_signingKey), 2);
        QVERIFY(QDir(existing).isEmpty());
        const QString other = m_log.outer.filePath(u"other.pem"_s);
        overwrite(other, PrivateKey::generateP256()->toPem().view());
        QString target = fresh();
        QCOMPARE(exportTo(m_log.config.folder, target, other), 1); // the head is not signed by that key
        QVERIFY(!QFile::exists(target));
        const QString altered = copyOf(m_closed);
        QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_log.config.folder + u"/sealed"_s, altered}) == 0);
        QVERIFY(sql(altered, "UPDATE entry SET plate = 'OTHER' WHERE seq = 1"));
        QCOMPARE(exportTo(altered, target, m_signingKey), 1);
        QVERIFY(!QFile::exists(target));
        QVERIFY(QDir(m_log.outer.path()).entryList({u"*unfinished*"_s}, QDir::AllEntries).isEmpty());
    }
};

QTEST_GUILESS_MAIN(LiveLogTest)
#include "LiveLogTest.moc"
