// A workstation's key is replaced: the log, casebound-verify and the Go program follow an announced key, and no other.
#include "app/verify/ExportFixture.h"
#include "store/StoreFixture.h"

#include "store/HeadFile.h"

using namespace casebound;
using namespace casebound::test;

namespace {

QString keyText(const CheckpointSigner& signer)
{
    return QString::fromUtf8(signer.verifierKey().text());
}

CheckpointSigner anotherKey()
{
    return CheckpointSigner::create(origin, PrivateKey::generateP256().value()).value();
}

} // namespace

class KeyReplacementTest : public QObject {
    Q_OBJECT

    ExportFixture m_exports;
    CheckpointSigner m_second = anotherKey(), m_third = anotherKey(), m_foreign = anotherKey();

    struct Verdicts {
        int ours = -1, theirs = -1;
        QByteArray kinds;
        friend bool operator==(const Verdicts&, const Verdicts&) = default;
    };
    [[nodiscard]] static Verdicts judged(const QString& folder, const CheckpointSigner& known)
    {
        const Said ours = ExportFixture::run(u"casebound-verify"_s, {u"log"_s, folder, u"--json"_s, u"--verifier-key"_s, keyText(known)});
        Verdicts verdicts{.ours = ours.status, .theirs = ExportFixture::run(u"tilecheck"_s, {u"-key"_s, keyText(known), folder}).status};
        for (const QJsonValue& fault : QJsonDocument::fromJson(ours.out)[u"faults"_s].toArray())
            verdicts.kinds += fault[u"kind"_s].toString().toLatin1() + ' ';
        return verdicts;
    }
    [[nodiscard]] const CheckpointSigner& first() const { return m_exports.signer; }

private Q_SLOTS:
    void followsAnnouncedKeys_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void followsAnnouncedKeys()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        LogMaker maker(seed);
        std::vector<EncodedEntry> entries;
        ExportFixture::grow(entries, maker, random.bounded(1, 600));
        ExportFixture::announce(entries, maker, first(), m_second.verifierKey());
        // A head that ends with the announcement may be signed with either.
        QCOMPARE(judged(m_exports.exported(entries, false, {}, &first()), first()), (Verdicts{0, 0, ""}));
        QCOMPARE(judged(m_exports.exported(entries, false, {}, &m_second), first()), (Verdicts{0, 0, ""}));
        ExportFixture::grow(entries, maker, random.bounded(1, 300));
        const QString one = m_exports.exported(entries, false, {}, &m_second);
        ExportFixture::announce(entries, maker, m_second, m_third.verifierKey());
        ExportFixture::grow(entries, maker, random.bounded(1, 300));
        const QString two = m_exports.exported(entries, false, {}, &m_third);
        // Whoever knows one of the keys follows to the others.
        for (const CheckpointSigner* known : std::initializer_list<const CheckpointSigner*>{&first(), &m_second}) {
            QCOMPARE(judged(one, *known), (Verdicts{0, 0, ""}));
            QCOMPARE(judged(two, *known), (Verdicts{0, 0, ""}));
        }
        QCOMPARE(judged(two, m_third), (Verdicts{0, 0, ""}));
        QCOMPARE(judged(two, m_foreign), (Verdicts{1, 1, "checkpoint-unknown-key "}));
        // What the keys signed in their time are witnesses; what they signed before or after it is none.
        const auto witness = [&](const CheckpointSigner& by, std::uint64_t size) {
            MerkleTree tree;
            for (std::uint64_t i = 0; i < size; ++i)
                (void)tree.add(leafHash(entries[i].publicBytes));
            const QString path = m_exports.fresh();
            return replaceFile(path, by.sign(tree.size(), tree.root()).value()) ? path : QString();
        };
        const auto with = [&](const QString& path) {
            const Said said = ExportFixture::run(u"casebound-verify"_s,
                                                 {u"log"_s, two, u"--json"_s, u"--verifier-key"_s, keyText(first()), u"--witness"_s, path});
            const auto faults = QJsonDocument::fromJson(said.out)[u"faults"_s].toArray();
            return faults.isEmpty() ? QByteArray::number(said.status) : faults[0][u"kind"_s].toString().toLatin1();
        };
        QCOMPARE(with(witness(first(), 1)), "0");
        QCOMPARE(with(witness(m_third, entries.size())), "0");
        QCOMPARE(with(witness(m_second, 1)), "key-not-in-force");
        QCOMPARE(with(witness(first(), entries.size())), "key-not-in-force");
        QCOMPARE(with(witness(m_foreign, 1)), "witness-signature");
    }

    void refusesAKeyThatWasNotAnnounced()
    {
        LogMaker maker(5);
        std::vector<EncodedEntry> entries;
        ExportFixture::grow(entries, maker, 400);
        const QString changed = m_exports.exported(entries, false, {}, &m_second);
        QCOMPARE(judged(changed, first()), (Verdicts{1, 1, "checkpoint-unknown-key "}));
        // Both keys may be known to be somebody's: without an announcement one log has one.
        const QString seen = m_exports.fresh();
        MerkleTree tree;
        (void)tree.add(leafHash(entries[0].publicBytes));
        QVERIFY(replaceFile(seen, first().sign(1, tree.root()).value()));
        const Said said = ExportFixture::run(u"casebound-verify"_s, {u"log"_s, changed, u"--verifier-key"_s, keyText(first()),
                                                                     u"--verifier-key"_s, keyText(m_second), u"--witness"_s, seen});
        QVERIFY2(said.status == 1 && said.out.contains("[key-not-in-force]"), said.out);
    }

    void refusesAForgedAnnouncement_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* how, const char* fault) { QTest::newRow(how) << QString::fromLatin1(how) << QByteArray(fault); };
        row("signed by the new key", "key-announcement");
        row("signed by a foreign key in the old one's name", "key-announcement");
        row("a foreign key calls itself the old one", "checkpoint-unknown-key");
        row("for another place", "key-announcement");
        row("of another log's head", "key-announcement");
        row("twice by the same old key", "key-announcement");
        row("the old key goes on", "key-not-in-force");
        row("without announcement", "entry-bad-member");
        row("announcement in another event", "entry-bad-member");
    }
    void refusesAForgedAnnouncement()
    {
        QFETCH(QString, how);
        QFETCH(QByteArray, fault);
        LogMaker maker(9);
        std::vector<EncodedEntry> entries;
        ExportFixture::grow(entries, maker, 300);
        ExportFixture::announce(entries, maker, first(), m_second.verifierKey()); // what an honest one would be
        const std::uint64_t place = entries.size() - 1;
        MerkleTree tree;
        for (std::uint64_t i = 0; i < place; ++i)
            (void)tree.add(leafHash(entries[i].publicBytes));
        const auto replace = [&](const QByteArray& note, AuditEvent event = AuditEvent::KeyReplaced) {
            AuditRecord record{.event = event};
            record.announcement = QString::fromUtf8(note);
            LogMaker again(9); // the same state, so the same entry number
            std::vector<EncodedEntry> same;
            ExportFixture::grow(same, again, 300);
            while (again.isRecovering())
                same.push_back(again.next());
            entries.back() = again.encode(record, again.now(), again.boot());
        };
        const QByteArray lines[] = {"old-key " + first().verifierKey().text(), "new-key " + m_second.verifierKey().text()};
        const CheckpointSigner* last = &m_second;
        int theirs = 1;
        if (how == u"signed by the new key") {
            replace(m_second.sign(place, tree.root(), lines).value());
        } else if (how == u"signed by a foreign key in the old one's name") {
            replace(m_foreign.sign(place, tree.root(), lines).value());
        } else if (how == u"a foreign key calls itself the old one") {
            replace(announceKey(m_foreign, place, tree.root(), m_second.verifierKey()).value());
        } else if (how == u"for another place") {
            replace(announceKey(first(), place - 1, tree.root(), m_second.verifierKey()).value());
        } else if (how == u"of another log's head") {
            replace(announceKey(first(), place, sha256("another"), m_second.verifierKey()).value());
        } else if (how == u"twice by the same old key") {
            ExportFixture::announce(entries, maker, first(), m_third.verifierKey());
            last = &m_third;
        } else if (how == u"the old key goes on") {
            last = &first();
        } else {
            const bool none = how == u"without announcement";
            replace(none ? QByteArray() : announceKey(first(), place, tree.root(), m_second.verifierKey()).value(),
                    none ? AuditEvent::KeyReplaced : AuditEvent::ProfileLoaded);
            last = &first();
            theirs = none ? 1 : 0; // which members an event has is a rule of ours
        }
        ExportFixture::grow(entries, maker, 20);
        const Verdicts verdicts = judged(m_exports.exported(entries, false, {}, last), first());
        QVERIFY2(verdicts.ours == 1 && verdicts.kinds.contains(fault), verdicts.kinds.constData());
        QCOMPARE(verdicts.theirs, theirs);
    }

    void theStoreReplacesItsKey()
    {
        LogFixture fixture;
        const auto keyFile = fixture.outer.filePath(u"db.key"_s);
        overwrite(keyFile, QByteArray(32, 'k'));
        const PrivateKey first = PrivateKey::generateP256().value(), second = PrivateKey::generateP256().value();
        const auto textOf = [](const PrivateKey& key) {
            return QString::fromUtf8(VerifierKey::fromPublicKey("casebound/practice/desk-1", key.publicKeyDer())->text());
        };
        const auto checked = [&](const PrivateKey& known) {
            return ExportFixture::run(u"casebound-verify"_s,
                                      {u"log"_s, fixture.config.folder, u"--db-key"_s, keyFile, u"--verifier-key"_s, textOf(known)});
        };
        fixture.config.signingKey = first;
        fixture.config.witnessFolder = fixture.outer.filePath(u"witness"_s);
        QVERIFY(QDir().mkpath(fixture.config.witnessFolder));
        {
            auto log = fixture.open().value();
            for (int i = 0; i < 3; ++i)
                QVERIFY(log->append(intended(u"q%1"_s.arg(i))));
            QVERIFY(!log->append({.event = AuditEvent::KeyReplaced})); // only by its own door
            QVERIFY(log->isWritable());
            QVERIFY(!log->replaceSigningKey(first)); // the same
            QVERIFY(log->isWritable());
            fixture.clock.at -= 1h; // an entry of the log's own comes before the announcement
            const auto receipt = log->replaceSigningKey(second);
            QVERIFY(receipt.has_value());
            QCOMPARE(events(*log, receipt->sequence() - 1), (QByteArrayList{"clock.back", "key.replaced"}));
            // The head with the announcement is the last the old key signs.
            QVERIFY(verifyCheckpoint(log->headNote(), std::array{VerifierKey::parse(textOf(first).toUtf8()).value()}));
        }
        // As the program would find it had it ended there.
        fixture.config.signingKey = first;
        QCOMPARE(fixture.open().error(), LogFault::Locked);
        QVERIFY2(fixture.where.startsWith(u"workstation key: entry "_s), qPrintable(fixture.where));
        for (const PrivateKey& known : {first, second}) {
            const Said said = checked(known);
            QVERIFY2(said.status == 0 && said.out.contains("its key replaced 1 times"), said.out);
        }
        fixture.config.signingKey = second;
        {
            auto log = fixture.open();
            QVERIFY2(log.has_value(), qPrintable(fixture.where));
            QVERIFY((*log)->append(plain(AuditEvent::QueryAnswered, u"nothing"_s)).error() == LogFault::WriteFailed);
            QVERIFY((*log)->append(intended(u"later"_s)));
            QVERIFY(verifyCheckpoint((*log)->headNote(), std::array{VerifierKey::parse(textOf(second).toUtf8()).value()}));
        }
        // Heads of both keys lie in the witness folder, and both hold.
        QVERIFY(fixture.open().has_value());
        for (const PrivateKey& known : {first, second})
            QCOMPARE(checked(known).status, 0);
        const Said foreign = checked(PrivateKey::generateP256().value());
        QVERIFY2(foreign.status == 1 && foreign.out.contains("[checkpoint-unknown-key]"), foreign.out);
        for (const PrivateKey& wrong : {first, PrivateKey::generateP256().value()}) {
            fixture.config.signingKey = wrong;
            QCOMPARE(fixture.open().error(), LogFault::Locked);
        }
    }

    void aLogWithoutKeyReplacesNone()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QCOMPARE(log->replaceSigningKey(PrivateKey::generateP256().value()).error(), LogFault::WriteFailed);
        QVERIFY(log->append(intended(u"goes on"_s)));
    }
};

QTEST_GUILESS_MAIN(KeyReplacementTest)
#include "KeyReplacementTest.moc"
