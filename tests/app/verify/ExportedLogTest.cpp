// casebound-verify on exported logs, beside a Go program that shares nothing with it.
#include "support/LogMaker.h"
#include "verify/TileExport.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QByteArray origin = "casebound/office/desk-1";

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool replaceFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

struct Said {
    int status = -1;
    QByteArray out;
    QByteArrayList kinds;
};

} // namespace

class ExportedLogTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CheckpointSigner m_signer = *CheckpointSigner::create(origin, *PrivateKey::generateP256());
    int m_made = 0;

    [[nodiscard]] QString fresh() { return m_folder.filePath(u"log-%1"_s.arg(++m_made)); }

    [[nodiscard]] QString exported(const std::vector<EncodedEntry>& entries, bool withPrivate = false, const std::vector<QByteArray>& sealed = {})
    {
        const QString path = fresh();
        auto writer = TileExport::create(path);
        if (!writer)
            return {};
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!(*writer)->add(entries[i].publicBytes) || (withPrivate && !(*writer)->addPrivate(i, entries[i].privateBytes)))
                return {};
        }
        for (const QByteArray& blob : sealed) {
            if (!(*writer)->addSealed(blob))
                return {};
        }
        return (*writer)->finish(m_signer) ? path : QString();
    }

    static Said run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(CASEBOUND_BIN_DIR) + u'/' + program, arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {.status = process.exitCode(), .out = process.readAllStandardOutput(), .kinds = {}};
    }
    [[nodiscard]] Said verify(const QString& folder, const QStringList& more = {}) const
    {
        Said said = run(u"casebound-verify"_s,
                        QStringList{u"log"_s, folder, u"--json"_s, u"--verifier-key"_s, QString::fromUtf8(m_signer.verifierKey().text())} + more);
        for (const QJsonValue& fault : QJsonDocument::fromJson(said.out)[u"faults"_s].toArray())
            said.kinds.append(fault[u"kind"_s].toString().toLatin1());
        return said;
    }
    [[nodiscard]] Said secondOpinion(const QString& folder) const
    {
        return run(u"tilecheck"_s, {u"-key"_s, QString::fromUtf8(m_signer.verifierKey().text()), folder});
    }

    static QStringList files(const QString& folder, const QString& under)
    {
        QStringList list;
        for (QDirIterator it(folder + u'/' + under, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories); it.hasNext();)
            list += it.next();
        list.sort();
        return list;
    }
    static QString pick(const QStringList& list, QRandomGenerator& random)
    {
        return list.at(random.bounded(static_cast<int>(list.size())));
    }
    static bool flipBit(const QString& path, QRandomGenerator& random)
    {
        QByteArray bytes = contentsOf(path);
        const int bit = random.bounded(static_cast<int>(bytes.size()) * 8);
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        return replaceFile(path, bytes);
    }
    /// The entries of the bundle that holds the first of them, changed and written back.
    static bool changeBundle(const QString& folder, const std::function<void(std::vector<QByteArray>&)>& change)
    {
        const QString path = files(folder, u"tile/entries"_s).first();
        const QByteArray bytes = contentsOf(path);
        for (unsigned count = 1; count <= tileWidth; ++count) {
            const auto read = readBundle(bytes, count);
            if (!read)
                continue;
            std::vector<QByteArray> entries;
            for (const QByteArrayView one : *read)
                entries.push_back(one.toByteArray());
            change(entries);
            QByteArray changed;
            for (const QByteArray& one : entries) {
                if (!appendToBundle(changed, one))
                    return false;
            }
            return replaceFile(path, changed);
        }
        return false;
    }
    bool resign(const QString& folder, const CheckpointSigner& signer, std::uint64_t more = 0) const
    {
        const auto head = readCheckpoint(contentsOf(folder + u"/checkpoint"_s));
        return head && replaceFile(folder + u"/checkpoint"_s, *signer.sign(head->size + more, head->root));
    }

    [[nodiscard]] bool alter(const QString& kind, const QString& folder, QRandomGenerator& random) const
    {
        const auto in = [&](const char* name) { return folder + u'/' + QString::fromLatin1(name); };
        const QString bundle = pick(files(folder, u"tile/entries"_s), random);
        const QString tile = pick(files(folder, u"tile/0"_s), random);
        if (kind == u"bit in a bundle")
            return flipBit(bundle, random);
        if (kind == u"bit in a tile")
            return flipBit(tile, random);
        if (kind == u"bit in an upper tile")
            return flipBit(pick(files(folder, u"tile/1"_s), random), random);
        if (kind == u"bit in the checkpoint")
            return flipBit(in("checkpoint"), random);
        if (kind == u"entries swapped")
            return changeBundle(folder, [&](std::vector<QByteArray>& all) { std::swap(all[0], all[1 + random.bounded(quint32(all.size() - 1))]); });
        if (kind == u"entry removed")
            return changeBundle(folder, [&](std::vector<QByteArray>& all) { all.erase(all.begin() + random.bounded(int(all.size()))); });
        if (kind == u"entry doubled")
            return changeBundle(folder, [](std::vector<QByteArray>& all) { all.push_back(all.back()); });
        if (kind == u"bundle cut off")
            return QFile::resize(bundle, random.bounded(QFileInfo(bundle).size()));
        if (kind == u"tile cut off")
            return QFile::resize(tile, random.bounded(QFileInfo(tile).size()));
        if (kind == u"tile longer")
            return replaceFile(tile, contentsOf(tile) + QByteArray(32, 'x'));
        if (kind == u"bundle removed")
            return QFile::remove(bundle);
        if (kind == u"tile removed")
            return QFile::remove(tile);
        if (kind == u"tile beyond the end")
            return replaceFile(in("tile/0/999"), QByteArray(8192, 'x'));
        if (kind == u"tile of an earlier size")
            return QDir().mkpath(in("tile/0/000.p")) && replaceFile(in("tile/0/000.p/1"), contentsOf(tile).first(32));
        if (kind == u"stranger")
            return replaceFile(in("notes.txt"), "x");
        if (kind == u"stranger among the tiles")
            return replaceFile(in("tile/entries/secret"), "x");
        if (kind == u"link to a tile")
            return QFile::rename(tile, in("../moved") + QString::number(random.generate())) && QFile::link(u"/etc/hostname"_s, tile);
        if (kind == u"linked folder") {
            const QString moved = in("../folder") + QString::number(random.generate());
            return QFile::rename(in("tile/entries"), moved) && QFile::link(moved, in("tile/entries"));
        }
        if (kind == u"pipe") {
            return QFile::remove(bundle) && ::mkfifo(QFile::encodeName(bundle).constData(), 0600) == 0;
        }
        if (kind == u"no README")
            return QFile::remove(in("README"));
        if (kind == u"signed by another key")
            return resign(folder, *CheckpointSigner::create(origin, *PrivateKey::generateP256()));
        if (kind == u"another log's name")
            return resign(folder, *CheckpointSigner::create("casebound/office/desk-2", *PrivateKey::generateP256()));
        if (kind == u"size raised")
            return resign(folder, m_signer, 1);
        if (kind == u"no checkpoint")
            return QFile::remove(in("checkpoint"));
        return false;
    }

private Q_SLOTS:
    void agreesThatGoodExportsAreInOrder_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<quint32>("seed");
        for (const int size : {0, 1, 2, 255, 256, 257, 511, 512, 513, 65'537})
            QTest::addRow("%d", size) << size << quint32(size + 1);
        QRandomGenerator random(20);
        for (quint32 seed = 100; seed < 140; ++seed) {
            const int size = random.bounded(3, 1500);
            QTest::addRow("%d, seed %u", size, seed) << size << seed;
        }
    }
    void agreesThatGoodExportsAreInOrder()
    {
        QFETCH(int, size);
        QFETCH(quint32, seed);
        std::vector<QByteArray> blobs;
        LogMaker maker(seed);
        maker.sealWith(&blobs);
        const auto entries = maker.make(static_cast<std::size_t>(size));
        const bool beside = seed % 3 == 0 && size < 2000;
        const QString folder = exported(entries, beside, beside ? blobs : std::vector<QByteArray>());
        QVERIFY(!folder.isEmpty());
        const Said ours = verify(folder), theirs = secondOpinion(folder);
        QVERIFY2(ours.status == 0, ours.out.constData());
        QVERIFY2(theirs.status == 0, theirs.out.constData());
        QCOMPARE(QJsonDocument::fromJson(ours.out)[u"entries"_s].toInt(), size);
        if (beside) {
            QCOMPARE(QJsonDocument::fromJson(ours.out)[u"private_parts"_s].toInt(), size);
            QCOMPARE(QJsonDocument::fromJson(ours.out)[u"sealed_results"_s].toInt(), int(blobs.size()));
        }
    }

    void agreesThatAlteredExportsAreNot_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<quint32>("seed");
        const char* kinds[] = {"bit in a bundle", "bit in a tile", "bit in an upper tile", "bit in the checkpoint", "entries swapped",
                               "entry removed", "entry doubled", "bundle cut off", "tile cut off", "tile longer", "bundle removed",
                               "tile removed", "tile beyond the end", "tile of an earlier size", "stranger", "stranger among the tiles",
                               "link to a tile", "linked folder", "pipe", "no README", "signed by another key", "another log's name",
                               "size raised", "no checkpoint"};
        for (quint32 seed = 1; seed <= 3; ++seed) {
            for (const char* kind : kinds)
                QTest::addRow("%s, seed %u", kind, seed) << QString::fromLatin1(kind) << seed;
        }
        for (quint32 seed = 4; seed <= 12; ++seed) {
            for (const char* kind : {"bit in a bundle", "bit in a tile", "bit in the checkpoint"})
                QTest::addRow("%s, seed %u", kind, seed) << QString::fromLatin1(kind) << seed;
        }
    }
    void agreesThatAlteredExportsAreNot()
    {
        QFETCH(QString, kind);
        QFETCH(quint32, seed);
        QRandomGenerator random(seed * 1000);
        const QString folder = exported(LogMaker(seed).make(static_cast<std::size_t>(random.bounded(257, 900))));
        QVERIFY(alter(kind, folder, random));
        const Said ours = verify(folder), theirs = secondOpinion(folder);
        const int expected = kind == u"no checkpoint" ? 2 : 1;
        QVERIFY2(ours.status == expected, ours.out.constData());
        QVERIFY2(theirs.status == expected, theirs.out.constData());
        QVERIFY(expected == 2 || !ours.kinds.isEmpty());
    }

    void findsWhatOnlyTheRulesTell_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* kind, const char* fault) { QTest::newRow(kind) << QString::fromLatin1(kind) << QByteArray(fault); };
        row("space", "entry-not-canonical");
        row("unknown member", "entry-unknown-member");
        row("no commitment", "entry-missing-member");
        row("null", "entry-bad-member");
        row("unknown event", "event-unknown");
        row("swapped", "sequence-broken");
        row("removed", "sequence-broken");
        row("time", "time-backwards");
        row("no outcome", "outcome-missing");
        row("second outcome", "outcome-doubled");
        row("intention twice", "intent-doubled");
        row("run skipped", "boot-order");
    }
    void findsWhatOnlyTheRulesTell()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, fault);
        LogMaker maker(77);
        auto entries = maker.make(300);
        QByteArray& bytes = entries[140].publicBytes;
        const auto append = [&](AuditEvent event, const QString& id, int seconds, std::uint64_t runs = 0) {
            AuditRecord record{.event = event};
            record.queryId = id;
            entries.push_back(maker.encode(record, maker.now() + std::chrono::seconds(seconds), maker.boot() + runs));
        };
        if (kind == u"space")
            bytes.insert(1, ' ');
        else if (kind == u"unknown member")
            bytes.replace("\"workstation\":", "\"wages\":\"x\",\"workstation\":");
        else if (kind == u"no commitment")
            bytes.remove(bytes.indexOf("\"commitment\""), 80);
        else if (kind == u"null")
            bytes.replace("\"workstation\":\"desk-1\"", "\"workstation\":null");
        else if (kind == u"unknown event")
            entries[0].publicBytes.replace("log.opened", "log.openen");
        else if (kind == u"swapped")
            std::swap(entries[100], entries[200]);
        else if (kind == u"removed")
            entries.erase(entries.begin() + 260);
        else if (kind == u"time")
            append(AuditEvent::SigninRefused, {}, -7200);
        else if (kind == u"no outcome") {
            append(AuditEvent::ExportIntended, u"e"_s, 1);
            append(AuditEvent::LogOpened, {}, 2, 1);
            append(AuditEvent::SigninRefused, {}, 3, 1);
        } else if (kind == u"run skipped") {
            append(AuditEvent::LogOpened, {}, 2, 2);
        } else {
            append(AuditEvent::AlertIntended, u"a"_s, 1);
            append(AuditEvent::AlertConfirmed, u"a"_s, 2);
            append(kind == u"second outcome" ? AuditEvent::AlertFailed : AuditEvent::AlertIntended, u"a"_s, 3);
        }
        const QString folder = exported(entries);
        const Said ours = verify(folder);
        QVERIFY2(ours.status == 1 && ours.kinds.contains(fault), ours.out.constData());
        QCOMPARE(secondOpinion(folder).status, 0); // hashes and signature are in order; the rules are ours to check
    }

    void checksWhatLiesBeside()
    {
        std::vector<QByteArray> blobs;
        LogMaker maker(9);
        maker.sealWith(&blobs);
        const auto entries = maker.make(400);
        QVERIFY(blobs.size() > 10);
        const auto kindsAfter = [&](const std::function<void(const QString&)>& change) {
            const QString folder = exported(entries, true, blobs);
            change(folder);
            const Said said = verify(folder);
            return said.status == 1 ? said.kinds : QByteArrayList{"status " + QByteArray::number(said.status)};
        };
        QRandomGenerator random(1);
        const QString sealed = u"/sealed/"_s + QString::fromLatin1(toBytes(sha256(blobs[3])).toHex());
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(flipBit(f + u"/private/17.json"_s, random)); }), QByteArrayList{"commitment-differs"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::rename(f + u"/private/17.json"_s, f + u"/private/17"_s)); }), QByteArrayList{"file-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(replaceFile(f + u"/private/400.json"_s, "{}")); }), QByteArrayList{"file-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(flipBit(f + sealed, random)); }), QByteArrayList{"sealed-differs"});
        const QString stranger = u"/sealed/"_s + QString::fromLatin1(toBytes(sha256("stranger")).toHex());
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(replaceFile(f + stranger, "stranger")); }), QByteArrayList{"sealed-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::remove(f + u"/private/17.json"_s)); }), QByteArrayList{"status 0"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::remove(f + sealed)); }), QByteArrayList{"status 0"});
    }

    void comparesWithWitnesses()
    {
        const auto entries = LogMaker(4).make(600);
        const QString folder = exported(entries);
        const auto witness = [&](std::uint64_t size, bool same, const CheckpointSigner& signer) {
            MerkleTree tree;
            for (std::uint64_t i = 0; i < size; ++i)
                tree.add(i < entries.size() && same ? entries[i].leaf : leafHash("other"));
            const QString path = m_folder.filePath(u"witness-%1"_s.arg(++m_made));
            return replaceFile(path, *signer.sign(size, tree.root())) ? verify(folder, {u"--witness"_s, path}) : Said();
        };
        for (const std::uint64_t size : {0, 1, 256, 300, 512, 600}) {
            QCOMPARE(witness(size, true, m_signer).status, 0);
            if (size > 0)
                QCOMPARE(witness(size, false, m_signer).kinds, QByteArrayList{"witness-differs"});
        }
        QCOMPARE(witness(601, true, m_signer).kinds, QByteArrayList{"log-shorter"});
        QCOMPARE(witness(300, true, *CheckpointSigner::create(origin, *PrivateKey::generateP256())).kinds, QByteArrayList{"witness-signature"});
        QCOMPARE(verify(folder, {u"--witness"_s, folder + u"/README"_s}).kinds, QByteArrayList{"witness-malformed"});
        QCOMPARE(verify(folder, {u"--witness"_s, folder + u"/none"_s}).status, 2);
    }

    void givesAVerdictOnHostileFolders()
    {
        const auto entries = LogMaker(6).make(300);
        const auto statusAfter = [&](const std::function<void(const QString&)>& change) {
            const QString folder = exported(entries);
            change(folder);
            return verify(folder).status;
        };
        const auto sparse = [](const QString& path) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(qint64(1) << 36));
        };
        const auto fifo = [](const QString& path) {
            QFile::remove(path);
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        };
        QCOMPARE(statusAfter([&](const QString& f) { sparse(f + u"/checkpoint"_s); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { sparse(f + u"/tile/entries/000"_s); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { sparse(f + u"/tile/0/000"_s); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { sparse(f + u"/README"_s); }), 0); // never read
        QCOMPARE(statusAfter([&](const QString& f) { fifo(f + u"/checkpoint"_s); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { fifo(f + u"/README"_s); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { QVERIFY(QDir().mkpath(f + u"/tile"_s + u"/x000"_s.repeated(500))); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { QVERIFY(QDir().mkpath(f + u"/tile/entries/empty"_s)); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { QVERIFY(replaceFile(f + u"/\u001b]0;x\u0007"_s, "x")); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) { QVERIFY(QFile::link(f, f + u"/private"_s)); }), 1);
        QCOMPARE(statusAfter([&](const QString& f) {
                     QVERIFY(QDir().mkpath(f + u"/private"_s) && QFile::link(u"/dev/zero"_s, f + u"/private/3.json"_s));
                 }), 1);
        QCOMPARE(statusAfter([&](const QString& f) {
                     for (int i = 0; i < 3000; ++i)
                         QVERIFY(replaceFile(f + u"/tile/0/junk%1"_s.arg(i), "x"));
                 }), 1);
        // A head that promises more entries than there can be, well signed and not.
        QCOMPARE(statusAfter([&](const QString& f) { QVERIFY(replaceFile(f + u"/checkpoint"_s, *m_signer.sign(~std::uint64_t{0}, Hash{}))); }), 1);
        const QString file = m_folder.filePath(u"plain"_s);
        QVERIFY(replaceFile(file, "x"));
        QCOMPARE(verify(file).status, 2);
        QCOMPARE(verify(m_folder.filePath(u"nothing"_s)).status, 2);
        // No name reaches the terminal as it is.
        const QString named = exported(entries);
        QVERIFY(replaceFile(named + u"/\u001b[31m"_s, "x"));
        QVERIFY(!run(u"casebound-verify"_s, {u"log"_s, named}).out.contains('\x1b'));
    }

    void cannotTellWithoutAKey()
    {
        const QString folder = exported(LogMaker(6).make(30));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder}).status, 2);
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder, u"--verifier-key"_s, u"nonsense"_s}).status, 2);
        QVERIFY(QFile::remove(folder + u"/README"_s));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder}).status, 1); // what is wrong without a key is wrong
    }

    void takesAKeyFromAFile()
    {
        const QString folder = exported(LogMaker(6).make(30)), path = m_folder.filePath(u"key"_s);
        QVERIFY(replaceFile(path, m_signer.verifierKey().text() + '\n'));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 0);
        QVERIFY(replaceFile(path, "-----BEGIN PUBLIC KEY-----\n" + m_signer.verifierKey().publicKeyDer().toBase64() + "\n-----END PUBLIC KEY-----\n"));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 0);
        QVERIFY(replaceFile(path, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
        QCOMPARE(run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 2);
    }

    void publishesNothingThatNamesAPlateOrAPerson()
    {
        const auto entries = LogMaker(12).make(3000);
        const QString folder = exported(entries);
        qsizetype searched = 0;
        QByteArray hidden;
        for (const EncodedEntry& entry : entries)
            hidden += entry.privateBytes;
        QByteArray all;
        for (const QString& path : files(folder, {}))
            all += contentsOf(path) + '\n';
        searched = all.size();
        QVERIFY(searched > 1'000'000);
        for (const QString& word : LogMaker::secretWords()) {
            QVERIFY2(hidden.contains(word.toUtf8()), qUtf8Printable(word)); // it is in the log
            QVERIFY2(!all.toLower().contains(word.toUtf8().toLower()), qUtf8Printable(word));
        }
        // And yet each private part, shown later, proves to belong.
        QVERIFY(QDir().mkpath(folder + u"/private"_s));
        for (std::size_t i = 0; i < entries.size(); ++i)
            QVERIFY(replaceFile(folder + u"/private/%1.json"_s.arg(i), entries[i].privateBytes));
        const Said said = verify(folder);
        QVERIFY2(said.status == 0, said.out.constData());
        QCOMPARE(QJsonDocument::fromJson(said.out)[u"private_parts"_s].toInt(), 3000);
    }

    void canBeCheckedByHandAsTheReadmeSays()
    {
        const QString folder = exported(LogMaker(6).make(30));
        QProcess shell;
        shell.setWorkingDirectory(folder);
        const QString script = u"set -e; head -n 3 checkpoint >../text; tail -n 1 checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c +5 >../signature;"
                               "printf '%s' \"$1\" | cut -d + -f 3- | base64 -d | tail -c +2 >../key.der;"
                               "openssl dgst -sha256 -verify ../key.der -keyform DER -signature ../signature ../text"_s;
        shell.start(u"bash"_s, {u"-c"_s, script, u"bash"_s, QString::fromUtf8(m_signer.verifierKey().text())});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), "Verified OK\n");
    }

    void refusesATargetThatExists()
    {
        const QString folder = exported(LogMaker(6).make(30));
        QCOMPARE(TileExport::create(folder).error(), ExportFault::TargetExists);
        QCOMPARE(TileExport::create(m_folder.filePath(u"no/such/folder"_s)).error(), ExportFault::CannotWrite);
        const QString given = fresh();
        {
            auto unfinished = TileExport::create(given);
            QVERIFY(unfinished && (*unfinished)->add("{}"));
        }
        QVERIFY(QDir(m_folder.path()).entryList({u"*unfinished*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty());
        QVERIFY(!QFile::exists(given));
    }
};

QTEST_GUILESS_MAIN(ExportedLogTest)
#include "ExportedLogTest.moc"
