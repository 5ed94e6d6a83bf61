#include "store/StoreFixture.h"

#include "ledger/MerkleTree.h"

#include <QTest>

#include <sys/stat.h>

using namespace casebound;
using namespace casebound::test;

class AuditLogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensAndKeepsWhatWasAppended()
    {
        LogFixture fixture;
        LogHead head;
        {
            auto log = fixture.open();
            QVERIFY2(log.has_value(), qPrintable(fixture.where));
            QCOMPARE(events(**log), (QByteArrayList{"log.opened"}));
            (*log)->setActor(
                {.user = UserId(u"agent.one"_s), .certificateSha256 = QByteArray(32, 'c'), .role = Role::Agent, .session = u"s1"_s});
            const auto receipt = (*log)->append(intended(u"q1"_s));
            QCOMPARE(receipt->sequence(), 1u);
            QCOMPARE((*log)->append(plain(AuditEvent::QueryAnswered, u"q1"_s))->sequence(), 2u);
            head = (*log)->head();
            QCOMPARE(head.size, 3u);
        }
        auto log = fixture.open();
        QVERIFY2(log.has_value(), qPrintable(fixture.where));
        QCOMPARE(events(**log), (QByteArrayList{"log.opened", "query.intended", "query.answered", "log.opened"}));
        MerkleTree tree;
        for (const StoredEntry& entry : (*log)->entries(0, 3)) {
            const PublicPart part = parsePublicPart(entry.publicBytes).value();
            QCOMPARE(part.sequence, entry.sequence);
            QCOMPARE(part.commitment, toBytes(sha256(entry.privateBytes)));
            tree.add(leafHash(entry.publicBytes));
        }
        QCOMPARE(tree.root(), head.root);
        const auto parts = publicParts(**log);
        QCOMPARE(parts[0].boot, 1u);
        QCOMPARE(parts[3].boot, 2u);
        QCOMPARE(parts[1].actor, actorPseudonym(fixture.config.actorKey.view(), UserId(u"agent.one"_s)));
        QVERIFY(parts[3].actor.isEmpty());
        const PrivatePart hidden = parsePrivatePart((*log)->entries(1, 1).front().privateBytes).value();
        QCOMPARE(hidden.userId, u"agent.one"_s);
        QCOMPARE(hidden.plate, u"PRACPLT7"_s);
        struct stat about = {};
        QCOMPARE(::stat(QFile::encodeName(fixture.config.folder).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777, 0700u);
    }

    void writesUnknownForEveryIntentionLeftOpen()
    {
        LogFixture fixture;
        {
            auto log = fixture.open().value();
            for (const auto& record : {intended(u"q1"_s), intended(u"q2"_s), plain(AuditEvent::QueryFailed, u"q1"_s),
                                       plain(AuditEvent::AlertIntended, u"a1"_s), plain(AuditEvent::ExportIntended, u"e1"_s)})
                QVERIFY(log->append(record).has_value());
        }
        {
            auto log = fixture.open().value();
            QCOMPARE(events(*log, 6), (QByteArrayList{"log.opened", "query.unknown", "alert.failed", "export.failed"}));
            const auto parts = publicParts(*log);
            QCOMPARE(parts[7].queryId, u"q2"_s);
            QCOMPARE(parts[8].queryId, u"a1"_s);
            QCOMPARE(parts[8].outcome, u"unknown"_s);
        }
        auto log = fixture.open().value();
        QCOMPARE(events(*log, 10), (QByteArrayList{"log.opened"}));
    }

    void refusesEntriesOutOfPair()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QCOMPARE(log->append(plain(AuditEvent::QueryAnswered, u"q1"_s)).error(), LogFault::WriteFailed);
        QCOMPARE(log->append(plain(AuditEvent::QueryIntended)).error(), LogFault::WriteFailed);
        QVERIFY(log->append(intended(u"q1"_s)).has_value());
        QCOMPARE(log->append(intended(u"q1"_s)).error(), LogFault::WriteFailed);
        QVERIFY(log->append(plain(AuditEvent::QueryWithdrawn, u"q1"_s)).has_value());
        QCOMPARE(log->append(plain(AuditEvent::QueryAnswered, u"q1"_s)).error(), LogFault::WriteFailed);
        QCOMPARE(log->append(intended(u"q1"_s)).error(), LogFault::WriteFailed);
        QVERIFY(log->isWritable());
        QCOMPARE(log->head().size, 3u);
        AuditRecord large = plain(AuditEvent::QueryRefused);
        large.outcome = QString(70'000, u'x');
        QCOMPARE(log->append(large).error(), LogFault::EntryTooLarge);
        QVERIFY(log->append(plain(AuditEvent::QueryRefused)).has_value());
    }

    void saysWhenTheClockGoesBack()
    {
        LogFixture fixture;
        {
            auto log = fixture.open().value();
            fixture.clock.at -= 1h;
            QCOMPARE(log->append(plain(AuditEvent::QueryRefused))->sequence(), 2u);
            QVERIFY(log->append(plain(AuditEvent::QueryRefused)).has_value());
        }
        fixture.clock.at -= 1us;
        auto log = fixture.open().value();
        QCOMPARE(events(*log), (QByteArrayList{"log.opened", "clock.back", "query.refused", "query.refused", "clock.back", "log.opened"}));
        Instant last{};
        for (const PublicPart& part : publicParts(*log)) {
            QVERIFY(part.at >= last || part.event == AuditEvent::ClockBack);
            last = part.at;
        }
    }

    void lockedTouchesNothing_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("wrong") << QByteArray(32, 'x');
        QTest::newRow("none") << QByteArray();
        QTest::newRow("short") << QByteArray(16, 'k');
    }
    void lockedTouchesNothing()
    {
        QFETCH(QByteArray, key);
        LogFixture fixture;
        QVERIFY(fixture.open().has_value());
        const auto before = filesIn(fixture.config.folder);
        const auto log = AuditLog::open(fixture.config, SecureBytes::copyOf(key), fixture.clock);
        QCOMPARE(log.error(), LogFault::Locked);
        QVERIFY(filesIn(fixture.config.folder) == before);
        QVERIFY(fixture.open().has_value());
    }

    void aMissingKeyMakesNoFile()
    {
        LogFixture fixture;
        QCOMPARE(AuditLog::open(fixture.config, SecureBytes(), fixture.clock).error(), LogFault::Locked);
        QVERIFY(!QDir(fixture.config.folder).exists());
    }

    void oneProcessAtATime()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QCOMPARE(fixture.open().error(), LogFault::InUse);
        QVERIFY(log->append(plain(AuditEvent::QueryRefused)).has_value());
        log.reset();
        QVERIFY(fixture.open().has_value());
    }

    void refusesAFolderOthersCanWrite()
    {
        LogFixture fixture;
        QVERIFY(fixture.open().has_value());
        ::chmod(QFile::encodeName(fixture.config.folder).constData(), 0770);
        QCOMPARE(fixture.open().error(), LogFault::WriteFailed);
        QCOMPARE(fixture.where, u"folder"_s);
    }

    void growsOverManyChunks()
    {
        LogFixture fixture;
        LogHead head;
        {
            auto log = fixture.open().value();
            for (int i = 0; i < 700; ++i)
                QVERIFY(log->append(plain(AuditEvent::QueryRefused)).has_value());
            head = log->head();
            QCOMPARE(head.size, 701u);
        }
        auto log = fixture.open();
        QVERIFY2(log.has_value(), qPrintable(fixture.where));
        MerkleTree tree;
        for (const auto& leaf : (*log)->leafHashes(0, 701))
            tree.add(leaf);
        QCOMPARE(tree.root(), head.root);
    }
    void saysHowItsWitnessAndItsDiskStand()
    {
        LogFixture fixture;
        fixture.config.witnessFolder = fixture.outer.filePath(u"witness"_s);
        QVERIFY(QDir().mkdir(fixture.config.witnessFolder));
        auto log = fixture.open().value();
        QCOMPARE(log->witnessedAt(), std::optional(fixture.clock.at)); // at opening
        QVERIFY(!log->isWitnessMissed() && !log->isWitnessLost());
        fixture.clock.at += 1min;
        QVERIFY(log->append(intended(u"q1"_s)));
        QVERIFY(log->writeWitness());
        QCOMPARE(log->witnessedAt(), std::optional(fixture.clock.at));

        QVERIFY(QDir(fixture.config.witnessFolder).removeRecursively());
        QVERIFY(log->append(plain(AuditEvent::QueryAnswered, u"q1"_s)));
        QVERIFY(!log->writeWitness());
        QVERIFY(log->isWitnessMissed() && log->isWritable()); // nothing stops for it
        QVERIFY(!log->writeWitness());
        QCOMPARE(events(*log).count("witness.unreachable"), 1);

        QVERIFY(!log->isDiskNearlyFull());
        LogFixture full;
        full.config.lowDisk = std::numeric_limits<std::int64_t>::max();
        QVERIFY(full.open().value()->isDiskNearlyFull());
    }
};

QTEST_GUILESS_MAIN(AuditLogTest)
#include "AuditLogTest.moc"
