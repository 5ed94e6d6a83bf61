#include "ledger/LedgerCheck.h"
#include "ledger/MerkleProof.h"
#include "support/LogMaker.h"

#include <QTest>

#include <algorithm>

using namespace casebound;
using namespace Qt::StringLiterals;

class LedgerCheckTest : public QObject {
    Q_OBJECT

    static std::vector<LedgerFault> check(const std::vector<EncodedEntry>& entries)
    {
        const EntryExaminer examiner;
        LedgerFaults faults;
        LedgerCheck checking(faults);
        for (const EncodedEntry& entry : entries)
            checking.add(examiner.examine(entry.publicBytes, entry.privateBytes));
        checking.finish();
        return faults.list();
    }
    static QByteArray kinds(const std::vector<LedgerFault>& faults)
    {
        QByteArrayList names;
        for (const LedgerFault& fault : faults)
            names.append(QByteArray(ledgerFaultName(fault.kind)) +
                         (fault.entry ? "@" + QByteArray::number(qulonglong(*fault.entry)) : QByteArray()));
        return names.join(' ');
    }
    /// log.opened, then the records one second apart in run 1, but for what the caller changes.
    struct Step {
        AuditEvent event;
        QString id{};
        std::uint64_t boot = 1;
        int seconds = 1;
    };
    static std::vector<EncodedEntry> logOf(const std::vector<Step>& steps)
    {
        LogMaker maker(1);
        std::vector<EncodedEntry> entries;
        Instant at = maker.now();
        for (const Step& step : steps) {
            at += std::chrono::seconds(step.seconds);
            AuditRecord record{.event = step.event};
            record.queryId = step.id;
            entries.push_back(maker.encode(record, at, step.boot));
        }
        return entries;
    }

private Q_SLOTS:
    void acceptsALogInOrder()
    {
        for (quint32 seed = 1; seed <= 20; ++seed)
            QCOMPARE(kinds(check(LogMaker(seed).make(2000))), QByteArray());
    }

    void derivesTheRootThatTheTreeGives_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 65'535, 65'536, 65'537, 65'793})
            QTest::addRow("%d", size) << size;
    }
    void derivesTheRootThatTheTreeGives()
    {
        QFETCH(int, size);
        MerkleTree tree;
        std::map<std::pair<unsigned, std::uint64_t>, std::vector<Hash>> tiles;
        TileBuilder one([&](const TileName& name, std::span<const Hash> hashes) {
            QVERIFY(belongsTo(name, static_cast<std::uint64_t>(size)));
            QVERIFY(tiles.emplace(std::pair(name.level, name.index), std::vector(hashes.begin(), hashes.end())).second);
        });
        TileBuilder whole;
        std::vector<Hash> tile;
        for (int i = 0; i < size; ++i) {
            const Hash leaf = leafHash(QByteArray::number(i));
            tree.add(leaf);
            one.add(leaf);
            tile.push_back(leaf);
            if (tile.size() == tileWidth) {
                whole.addFullTile(tile, tileRoot(tile));
                tile.clear();
            }
        }
        for (const Hash& leaf : tile)
            whole.add(leaf);
        QCOMPARE(one.root(), tree.root());
        QCOMPARE(whole.root(), tree.root());
        one.finish();
        std::size_t expected = 0;
        for (unsigned level = 0; level < mostTileLevels; ++level)
            expected += tileCount(level, static_cast<std::uint64_t>(size));
        QCOMPARE(tiles.size(), expected);
        // The tiles alone give the root.
        const auto subtree = [&](unsigned level, std::uint64_t index) {
            const unsigned inTile = level % 8;
            const std::uint64_t first = index << inTile;
            const auto& hashes = tiles.at({level / 8, first / tileWidth});
            return tileRoot(std::span(hashes).subspan(first % tileWidth, std::size_t{1} << inTile));
        };
        QCOMPARE(rootOf(static_cast<std::uint64_t>(size), subtree), tree.root());
    }

    void namesTilesAsTheFormatDoes()
    {
        QCOMPARE(tilePath({.level = 0, .index = 1234067}), "tile/0/x001/x234/067");
        QCOMPARE(tilePath({.entries = true, .index = 5, .width = 7}), "tile/entries/005.p/7");
        for (const auto& name : {TileName{.level = 3, .index = 999, .width = 1}, TileName{.entries = true, .index = 1000},
                                 TileName{.level = 7, .index = 123'456'789, .width = 255}})
            QCOMPARE(parseTilePath(tilePath(name)), std::optional(name));
        for (const char* bad :
             {"tile/0/1", "tile/0/0001", "tile/00/001", "tile/8/001", "tile/0/x000/001", "tile/0/001.p/256", "tile/0/001.p/0",
              "tile/0/001.p/01", "tile/0/001.p", "tile/0/001/", "tile/0/x001", "tile/0//001", "tile/0/-01", "tile/0/+01",
              "tile/entries/001.p/5/6", "tile/0/../0/001", "tiles/0/001", "tile/0/x01/001", "tile/0/001\n"})
            QVERIFY2(!parseTilePath(bad), bad);
    }

    void readsOnlyWholeBundles()
    {
        QByteArray bundle;
        QVERIFY(appendToBundle(bundle, "one"));
        QVERIFY(appendToBundle(bundle, ""));
        QVERIFY(appendToBundle(bundle, QByteArray(65'535, 'x')));
        QVERIFY(!appendToBundle(bundle, QByteArray(65'536, 'x')));
        QCOMPARE(readBundle(bundle, 3)->at(0), "one");
        QVERIFY(!readBundle(bundle, 2));
        QVERIFY(!readBundle(bundle, 4));
        QVERIFY(!readBundle(QByteArrayView(bundle).chopped(1), 3));
        QVERIFY(!readBundle(bundle + '\0', 3));
    }

    void readsEntriesAsTheWriterDoes()
    {
        // Every altered byte of a thousand: the two readings accept and refuse the same.
        QRandomGenerator random(7);
        LogMaker maker(5);
        int accepted = 0, refused = 0;
        for (int i = 0; i < 2000; ++i) {
            const EncodedEntry entry = maker.next();
            QVERIFY(scanPublicPart(entry.publicBytes));
            QVERIFY(scanPrivatePart(entry.privateBytes));
            for (int k = 0; k < 20; ++k) {
                for (QByteArray bytes : {entry.publicBytes, entry.privateBytes}) {
                    const bool isPublic = bytes == entry.publicBytes;
                    const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
                    switch (random.bounded(4)) {
                    case 0: bytes[at] = static_cast<char>(random.bounded(256)); break;
                    case 1: bytes.remove(at, 1 + random.bounded(8)); break;
                    case 2: bytes.insert(at, static_cast<char>(random.bounded(32, 127))); break;
                    default: bytes[at] = "0123456789abcdef\"\\{},:u"[random.bounded(23)];
                    }
                    const bool writers = isPublic ? parsePublicPart(bytes).has_value() : parsePrivatePart(bytes).has_value();
                    const bool ours = isPublic ? scanPublicPart(bytes).has_value() : scanPrivatePart(bytes).has_value();
                    QVERIFY2(writers == ours, bytes.constData());
                    ++(ours ? accepted : refused);
                }
            }
        }
        QVERIFY(accepted > 1000 && refused > 1000);
    }

    void namesTheKindAndThePlace_data()
    {
        using enum AuditEvent;
        QTest::addColumn<std::vector<EncodedEntry>>("entries");
        QTest::addColumn<QByteArray>("faults");
        const auto row = [](const char* name, const std::vector<Step>& steps, const char* faults) {
            QTest::newRow(name) << logOf(steps) << QByteArray(faults);
        };
        const Step open{LogOpened}, again{LogOpened, {}, 2};
        row("in order", {open, {QueryIntended, u"a"_s}, {QueryAnswered, u"a"_s}}, "");
        row("the same id for a query and an alert", {open, {QueryIntended, u"a"_s}, {AlertIntended, u"a"_s}}, "");
        row("still open in the last run", {open, {QueryIntended, u"a"_s}}, "");
        row("recovered", {open, {QueryIntended, u"a"_s}, again, {QueryUnknown, u"a"_s, 2}, {SigninRefused, {}, 2}}, "");
        row("ended while opening", {open, {QueryIntended, u"a"_s}, again}, "");
        row("outcome missing", {open, {QueryIntended, u"a"_s}, again, {SigninRefused, {}, 2}}, "outcome-missing@1");
        row("export outcome missing", {open, {ExportIntended, u"a"_s}, again, {ProfileLoaded, {}, 2}}, "outcome-missing@1");
        row("outcome two runs later", {open, {AlertIntended, u"a"_s}, again, {LogOpened, {}, 3}, {SigninRefused, {}, 3}},
            "outcome-missing@1");
        row("outcome doubled", {open, {QueryIntended, u"a"_s}, {QueryAnswered, u"a"_s}, {QueryFailed, u"a"_s}}, "outcome-doubled@3");
        row("outcome of nothing", {open, {QueryAnswered, u"a"_s}}, "outcome-without-intent@1");
        row("outcome before the intention", {open, {QueryAnswered, u"a"_s}, {QueryIntended, u"a"_s}}, "outcome-without-intent@1");
        row("intention doubled", {open, {QueryIntended, u"a"_s}, {QueryAnswered, u"a"_s}, {QueryIntended, u"a"_s}}, "intent-doubled@3");
        row("intention without id", {open, {QueryIntended}}, "query-id-missing@1");
        row("time backwards", {open, {SigninRefused, {}, 1, -5}}, "time-backwards@1");
        row("clock back", {open, {ClockBack, {}, 1, -5}, {SigninRefused}}, "");
        row("run skipped", {open, {LogOpened, {}, 3}}, "boot-order@1");
        row("run falls", {open, again, {SigninRefused}}, "boot-order@2 boot-order@2");
        row("opened twice", {open, open}, "boot-order@1");
        row("not opened", {open, {SigninRefused, {}, 2}}, "boot-order@1");
        row("clock back before the opening", {open, {ClockBack, {}, 2, -5}, again}, "");

        auto swapped = LogMaker(3).make(50);
        std::swap(swapped[20], swapped[21]);
        QTest::newRow("swapped") << swapped << QByteArray("*sequence-broken@20");
        auto removed = LogMaker(3).make(50);
        removed.erase(removed.begin() + 30);
        QTest::newRow("removed") << removed << QByteArray("*sequence-broken@30");
        auto spaced = LogMaker(3).make(50);
        spaced[10].publicBytes.insert(1, ' ');
        QTest::newRow("not canonical") << spaced << QByteArray("entry-not-canonical@10");
        auto unknown = LogMaker(3).make(50);
        unknown[0].publicBytes.replace("log.opened", "log.closed");
        QTest::newRow("unknown event") << unknown << QByteArray("*event-unknown@0");
        auto foreign = LogMaker(3).make(50);
        foreign[7].publicBytes.replace("desk-1", "desk-2");
        QTest::newRow("other workstation") << foreign << QByteArray("workstation-differs@7");
        auto uncommitted = LogMaker(3).make(50);
        uncommitted[9].privateBytes = uncommitted[8].privateBytes;
        QTest::newRow("private part of another") << uncommitted << QByteArray("commitment-differs@9");
    }
    void namesTheKindAndThePlace()
    {
        QFETCH(std::vector<EncodedEntry>, entries);
        QFETCH(QByteArray, faults);
        const QByteArray found = kinds(check(entries));
        if (faults.startsWith('*'))
            QVERIFY2(found.contains(faults.sliced(1)), found.constData());
        else
            QCOMPARE(found, faults);
    }

    void refusesASessionThatGoesOnAfterItsEnd()
    {
        LogMaker maker(11);
        std::vector<EncodedEntry> entries = maker.make(5); // signed in by now
        AuditRecord ended{.event = AuditEvent::SessionEnded}, viewed{.event = AuditEvent::ResultsViewed};
        entries.push_back(maker.encode(ended, maker.now(), maker.boot()));
        QCOMPARE(kinds(check(entries)), QByteArray());
        entries.push_back(maker.encode(viewed, maker.now(), maker.boot()));
        QCOMPARE(kinds(check(entries)), QByteArray("session-order@6"));
        entries.pop_back();
        LogMaker other = maker;
        entries.push_back(other.encode({.event = AuditEvent::LogOpened}, maker.now(), maker.boot() + 1));
        QCOMPARE(kinds(check(entries)), QByteArray("sequence-broken@6 session-order@6"));
    }

    void comparesEveryWitnessedRoot()
    {
        const auto entries = LogMaker(2).make(700);
        const EntryExaminer examiner;
        const auto with = [&](std::uint64_t size, bool good) {
            MerkleTree tree;
            for (std::uint64_t i = 0; i < std::min<std::uint64_t>(size, 700); ++i)
                tree.add(entries[i].leaf);
            LedgerFaults faults;
            LedgerCheck checking(faults);
            checking.expect({.size = size, .root = good ? tree.root() : Hash{}, .place = u"w"_s});
            std::vector<EntryFacts> facts;
            for (const EncodedEntry& entry : entries)
                facts.push_back(examiner.examine(entry.publicBytes));
            for (std::size_t at = 0; at < facts.size(); at += tileWidth) {
                const auto part = std::span(facts).subspan(at, std::min<std::size_t>(tileWidth, facts.size() - at));
                std::vector<Hash> leaves;
                for (const EntryFacts& one : part)
                    leaves.push_back(one.leaf);
                checking.addTile(part, part.size() == tileWidth ? tileRoot(leaves) : Hash{});
            }
            checking.finish();
            return kinds(faults.list());
        };
        for (const std::uint64_t size : {0, 1, 255, 256, 257, 300, 512, 699, 700}) {
            QCOMPARE(with(size, true), QByteArray());
            QCOMPARE(with(size, false), QByteArray("witness-differs"));
        }
        QCOMPARE(with(701, true), QByteArray("log-shorter"));
    }
};

QTEST_GUILESS_MAIN(LedgerCheckTest)
#include "LedgerCheckTest.moc"
