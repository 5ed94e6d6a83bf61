// An exported log as a folder that came by mail: what lies beside the tiles, witnesses, keys, hostile files, and what must not be in it.
#include "app/verify/ExportFixture.h"

using namespace casebound;
using namespace casebound::test;

class ExportedFolderTest : public QObject {
    Q_OBJECT

    ExportFixture m_log;

private Q_SLOTS:
    void checksWhatLiesBeside()
    {
        std::vector<QByteArray> blobs;
        LogMaker maker(9);
        maker.sealWith(&blobs);
        const auto entries = maker.make(400);
        QVERIFY(blobs.size() > 10);
        const auto kindsAfter = [&](const std::function<void(const QString&)>& change) {
            const QString folder = m_log.exported(entries, true, blobs);
            change(folder);
            const Said said = m_log.verify(folder);
            return said.status == 1 ? said.kinds : QByteArrayList{"status " + QByteArray::number(said.status)};
        };
        QRandomGenerator random(1);
        const QString sealed = u"/sealed/"_s + QString::fromLatin1(toBytes(sha256(blobs[3])).toHex());
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(ExportFixture::flipBit(f + u"/private/17.json"_s, random)); }),
                 QByteArrayList{"commitment-differs"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::rename(f + u"/private/17.json"_s, f + u"/private/17"_s)); }),
                 QByteArrayList{"file-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(replaceFile(f + u"/private/400.json"_s, "{}")); }),
                 QByteArrayList{"file-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(ExportFixture::flipBit(f + sealed, random)); }),
                 QByteArrayList{"sealed-differs"});
        const QString stranger = u"/sealed/"_s + QString::fromLatin1(toBytes(sha256("stranger")).toHex());
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(replaceFile(f + stranger, "stranger")); }),
                 QByteArrayList{"sealed-unexpected"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::remove(f + u"/private/17.json"_s)); }), QByteArrayList{"status 0"});
        QCOMPARE(kindsAfter([&](const QString& f) { QVERIFY(QFile::remove(f + sealed)); }), QByteArrayList{"status 0"});
    }

    void comparesWithWitnesses()
    {
        const auto entries = LogMaker(4).make(600);
        const QString folder = m_log.exported(entries);
        const auto witness = [&](std::uint64_t size, bool same, const CheckpointSigner& signer) {
            MerkleTree tree;
            for (std::uint64_t i = 0; i < size; ++i)
                tree.add(i < entries.size() && same ? entries[i].leaf : leafHash("other"));
            const QString path = m_log.folder.filePath(u"witness-%1"_s.arg(++m_log.made));
            return replaceFile(path, *signer.sign(size, tree.root())) ? m_log.verify(folder, {u"--witness"_s, path}) : Said();
        };
        for (const std::uint64_t size : {0, 1, 256, 300, 512, 600}) {
            QCOMPARE(witness(size, true, m_log.signer).status, 0);
            if (size > 0)
                QCOMPARE(witness(size, false, m_log.signer).kinds, QByteArrayList{"witness-differs"});
        }
        QCOMPARE(witness(601, true, m_log.signer).kinds, QByteArrayList{"log-shorter"});
        QCOMPARE(witness(300, true, *CheckpointSigner::create(origin, *PrivateKey::generateP256())).kinds,
                 QByteArrayList{"witness-signature"});
        QCOMPARE(m_log.verify(folder, {u"--witness"_s, folder + u"/README"_s}).kinds, QByteArrayList{"witness-malformed"});
        QCOMPARE(m_log.verify(folder, {u"--witness"_s, folder + u"/none"_s}).status, 2);
    }

    void givesAVerdictOnHostileFolders()
    {
        const auto entries = LogMaker(6).make(300);
        const auto statusAfter = [&](const std::function<void(const QString&)>& change) {
            const QString folder = m_log.exported(entries);
            change(folder);
            return m_log.verify(folder).status;
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
                 }),
                 1);
        QCOMPARE(statusAfter([&](const QString& f) {
                     for (int i = 0; i < 3000; ++i)
                         QVERIFY(replaceFile(f + u"/tile/0/junk%1"_s.arg(i), "x"));
                 }),
                 1);
        // A head that promises more entries than there can be, well signed and not.
        QCOMPARE(statusAfter(
                     [&](const QString& f) { QVERIFY(replaceFile(f + u"/checkpoint"_s, *m_log.signer.sign(~std::uint64_t{0}, Hash{}))); }),
                 1);
        const QString file = m_log.folder.filePath(u"plain"_s);
        QVERIFY(replaceFile(file, "x"));
        QCOMPARE(m_log.verify(file).status, 2);
        QCOMPARE(m_log.verify(m_log.folder.filePath(u"nothing"_s)).status, 2);
        // No name reaches the terminal as it is.
        const QString named = m_log.exported(entries);
        QVERIFY(replaceFile(named + u"/\u001b[31m"_s, "x"));
        QVERIFY(!ExportFixture::run(u"casebound-verify"_s, {u"log"_s, named}).out.contains('\x1b'));
    }

    void cannotTellWithoutAKey()
    {
        const QString folder = m_log.exported(LogMaker(6).make(30));
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder}).status, 2);
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder, u"--verifier-key"_s, u"nonsense"_s}).status, 2);
        QVERIFY(QFile::remove(folder + u"/README"_s));
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder}).status, 1); // what is wrong without a key is wrong
    }

    void takesAKeyFromAFile()
    {
        const QString folder = m_log.exported(LogMaker(6).make(30)), path = m_log.folder.filePath(u"key"_s);
        QVERIFY(replaceFile(path, m_log.signer.verifierKey().text() + '\n'));
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 0);
        QVERIFY(replaceFile(path, "-----BEGIN PUBLIC KEY-----\n" + m_log.signer.verifierKey().publicKeyDer().toBase64() +
                                      "\n-----END PUBLIC KEY-----\n"));
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 0);
        QVERIFY(replaceFile(path, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
        QCOMPARE(ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder, u"--key"_s, path}).status, 2);
    }

    void publishesNothingThatNamesAPlateOrAPerson()
    {
        const auto entries = LogMaker(12).make(3000);
        const QString folder = m_log.exported(entries);
        qsizetype searched = 0;
        QByteArray hidden;
        for (const EncodedEntry& entry : entries)
            hidden += entry.privateBytes;
        QByteArray all;
        for (const QString& path : ExportFixture::files(folder, {}))
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
        const Said said = m_log.verify(folder);
        QVERIFY2(said.status == 0, said.out.constData());
        QCOMPARE(QJsonDocument::fromJson(said.out)[u"private_parts"_s].toInt(), 3000);
    }

    void canBeCheckedByHandAsTheReadmeSays()
    {
        const QString folder = m_log.exported(LogMaker(6).make(30));
        QProcess shell;
        shell.setWorkingDirectory(folder);
        const QString script =
            u"set -e; head -n 3 checkpoint >../text; tail -n 1 checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c +5 >../signature;"
            "printf '%s' \"$1\" | cut -d + -f 3- | base64 -d | tail -c +2 >../key.der;"
            "openssl dgst -sha256 -verify ../key.der -keyform DER -signature ../signature ../text"_s;
        shell.start(u"bash"_s, {u"-c"_s, script, u"bash"_s, QString::fromUtf8(m_log.signer.verifierKey().text())});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), "Verified OK\n");
    }

    void refusesATargetThatExists()
    {
        const QString folder = m_log.exported(LogMaker(6).make(30));
        QCOMPARE(TileExport::create(folder).error(), ExportFault::TargetExists);
        QCOMPARE(TileExport::create(m_log.folder.filePath(u"no/such/folder"_s)).error(), ExportFault::CannotWrite);
        const QString given = m_log.fresh();
        {
            auto unfinished = TileExport::create(given);
            QVERIFY(unfinished && (*unfinished)->add("{}"));
        }
        QVERIFY(QDir(m_log.folder.path()).entryList({u"*unfinished*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty());
        QVERIFY(!QFile::exists(given));
    }
};

QTEST_GUILESS_MAIN(ExportedFolderTest)
#include "ExportedFolderTest.moc"
