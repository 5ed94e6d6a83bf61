// What is wrong with an exported log, and what is not: casebound-verify beside the Go program.
#include "app/verify/ExportFixture.h"

using namespace casebound;
using namespace casebound::test;

class ExportedLogTest : public QObject {
    Q_OBJECT

    ExportFixture m_log;

    static QString pick(const QStringList& list, QRandomGenerator& random)
    {
        return list.at(random.bounded(static_cast<int>(list.size())));
    }
    /// The entries of the bundle that holds the first of them, changed and written back.
    static bool changeBundle(const QString& folder, const std::function<void(std::vector<QByteArray>&)>& change)
    {
        const QString path = ExportFixture::files(folder, u"tile/entries"_s).first();
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
        const QString bundle = pick(ExportFixture::files(folder, u"tile/entries"_s), random);
        const QString tile = pick(ExportFixture::files(folder, u"tile/0"_s), random);
        if (kind == u"bit in a bundle")
            return ExportFixture::flipBit(bundle, random);
        if (kind == u"bit in a tile")
            return ExportFixture::flipBit(tile, random);
        if (kind == u"bit in an upper tile")
            return ExportFixture::flipBit(pick(ExportFixture::files(folder, u"tile/1"_s), random), random);
        if (kind == u"bit in the checkpoint")
            return ExportFixture::flipBit(in("checkpoint"), random);
        if (kind == u"entries swapped")
            return changeBundle(folder,
                                [&](std::vector<QByteArray>& all) { std::swap(all[0], all[1 + random.bounded(quint32(all.size() - 1))]); });
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
            return resign(folder, m_log.signer, 1);
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
        const QString folder = m_log.exported(entries, beside, beside ? blobs : std::vector<QByteArray>());
        QVERIFY(!folder.isEmpty());
        const Said ours = m_log.verify(folder), theirs = m_log.secondOpinion(folder);
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
        const char* kinds[] = {"bit in a bundle",
                               "bit in a tile",
                               "bit in an upper tile",
                               "bit in the checkpoint",
                               "entries swapped",
                               "entry removed",
                               "entry doubled",
                               "bundle cut off",
                               "tile cut off",
                               "tile longer",
                               "bundle removed",
                               "tile removed",
                               "tile beyond the end",
                               "tile of an earlier size",
                               "stranger",
                               "stranger among the tiles",
                               "link to a tile",
                               "linked folder",
                               "pipe",
                               "no README",
                               "signed by another key",
                               "another log's name",
                               "size raised",
                               "no checkpoint"};
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
        const QString folder = m_log.exported(LogMaker(seed).make(static_cast<std::size_t>(random.bounded(257, 900))));
        QVERIFY(alter(kind, folder, random));
        const Said ours = m_log.verify(folder), theirs = m_log.secondOpinion(folder);
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
        const QString folder = m_log.exported(entries);
        const Said ours = m_log.verify(folder);
        QVERIFY2(ours.status == 1 && ours.kinds.contains(fault), ours.out.constData());
        QCOMPARE(m_log.secondOpinion(folder).status, 0); // hashes and signature are in order; the rules are ours to check
    }
};

QTEST_GUILESS_MAIN(ExportedLogTest)
#include "ExportedLogTest.moc"
