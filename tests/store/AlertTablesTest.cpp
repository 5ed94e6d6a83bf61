#include "store/StoreFixture.h"

#include "store/AlertTable.h"
#include "store/Database.h"
#include "store/HitTable.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

AlertEntry entryOf(Instant now)
{
    AlertEntry entry{.id = AlertId::create(now), .owner = UserId(u"agent.one"_s), .plate = Plate::fromTyped(u"PRACPLT7").value()};
    entry.jurisdiction = JurisdictionKey(u"US-TX"_s);
    entry.caseNumber = CaseNumber(u"PM-1"_s);
    entry.matter = Matter::Administrative;
    entry.reasonCode = ReasonCode(u"priority_1"_s);
    entry.purpose = PurposeId(u"locate_person"_s);
    entry.reasonText = u"Fictional harbour theft, grey van"_s;
    entry.addedAt = now;
    entry.validatedAt = now + 1us;
    entry.expiresAt = now + 24h * 90;
    return entry;
}

StoredHit hitOf(const AlertEntry& entry, const QString& id, Instant now)
{
    StoredHit hit;
    hit.hitId = id;
    hit.alert = entry.id;
    hit.owner = entry.owner;
    hit.receivedAt = now;
    hit.read.readId = u"read-"_s + id;
    hit.read.plate = u"PRACPLT7"_s;
    hit.read.jurisdiction = u"US-TX"_s;
    hit.read.capturedAt = now - 3s;
    hit.read.receivedAt = now - 1s;
    hit.read.plateConfidence = 0.25;
    hit.read.location = Read::Location{31.5, -97.25, std::nullopt, u"1 Fictional Quay"_s};
    hit.read.cameraId = u"cam-1"_s;
    hit.read.camera = CameraKind::Mobile;
    hit.read.make = u"Fjord"_s;
    hit.read.exact = true;
    hit.read.images = {{ImageKind::Plate, u"/v1/images/a"_s, ImageType::Png, QByteArray(32, 'i')},
                       {ImageKind::Vehicle, u"/v1/images/b"_s, ImageType::Jpeg, QByteArray()}};
    return hit;
}

} // namespace

class AlertTablesTest : public QObject {
    Q_OBJECT
    const Instant m_when{1'795'186'245s + 7us};

private Q_SLOTS:
    void keepsEntriesOverReopening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        AlertEntry entry = entryOf(m_when);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
            AlertTable table(*database);
            QVERIFY(table.insert(entry).has_value());
            QCOMPARE(table.insert(entry).error(), StoreFault::Duplicate);
            QVERIFY(table.insert(entryOf(m_when + 1s)).has_value());
            entry.state = AlertState::Suspended;
            entry.suspension = Suspension::NoVerdict;
            entry.note = u"fourteen days"_s;
            entry.confirmed = entry.atVendor = true;
            entry.validatedAt += 1h;
            QVERIFY(table.update(entry).has_value());
            QCOMPARE(table.update(entryOf(m_when)).error(), StoreFault::NotFound);
        }
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        AlertTable table(*database);
        QCOMPARE(table.all().size(), 2u);
        const AlertEntry back = table.find(entry.id).value();
        QCOMPARE(back.id, entry.id);
        QCOMPARE(back.owner, entry.owner);
        QCOMPARE(back.plate, entry.plate);
        QCOMPARE(back.caseNumber, entry.caseNumber);
        QCOMPARE(back.matter, Matter::Administrative);
        QCOMPARE(back.purpose, entry.purpose);
        QCOMPARE(back.reasonText, entry.reasonText);
        QCOMPARE(back.addedAt, entry.addedAt);
        QCOMPARE(back.validatedAt, entry.validatedAt);
        QCOMPARE(back.expiresAt, entry.expiresAt);
        QCOMPARE(back.state, AlertState::Suspended);
        QCOMPARE(back.suspension, Suspension::NoVerdict);
        QCOMPARE(back.note, entry.note);
        QVERIFY(back.confirmed && back.atVendor);
        QVERIFY(table.erase(entry.id).has_value());
        QCOMPARE(table.erase(entry.id).error(), StoreFault::NotFound);
        QVERIFY(!table.find(entry.id));
    }

    void opensTheDatabaseOfAnEarlierProgram()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        QVERIFY(Database::open(path, keyOf('k'), Database::caseSchema().first(1)).has_value());
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        QVERIFY(AlertTable(*database).insert(entryOf(m_when)).has_value());
    }

    void remembersTheLatestMoment()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        AlertTable table(*database);
        QCOMPARE(table.latestSeen(), Instant{});
        QVERIFY(table.setLatestSeen(m_when).has_value());
        QVERIFY(table.setLatestSeen(m_when - 24h).has_value());
        QCOMPARE(table.latestSeen(), m_when);
    }

    void keepsEachHitOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        const AlertEntry entry = entryOf(m_when);
        const StoredHit hit = hitOf(entry, u"hit-2"_s, m_when);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
            HitTable hits(*database);
            QCOMPARE(hits.resumeAfter(entry.owner, 0), QString());
            QCOMPARE(hits.insert(hit).value(), 1);
            QCOMPARE(hits.insert(hitOf(entry, u"hit-1"_s, m_when + 1s)).value(), 2);
            QCOMPARE(hits.insert(hit).error(), StoreFault::Duplicate);
            QCOMPARE(hits.resumeAfter(entry.owner, 0), u"hit-1"_s); // a refused repeat moves nothing
            QCOMPARE(hits.resumeAfter(entry.owner, 1), u"hit-2"_s);
            QCOMPARE(hits.resumeAfter(entry.owner, 2), QString());
            StoredHit other = hit;
            other.owner = UserId(u"agent.two"_s); // the vendor's ids are unique for one list
            QCOMPARE(hits.insert(other).value(), 3);
        }
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        HitTable hits(*database);
        QVERIFY(hits.holds(entry.owner, u"hit-1"_s));
        QVERIFY(!hits.holds(entry.owner, u"hit-3"_s));
        QCOMPARE(hits.resumeAfter(entry.owner, 0), u"hit-1"_s);
        const auto list = hits.ofOwner(entry.owner);
        QCOMPARE(list.size(), 2u);
        const StoredHit& back = list[0];
        QCOMPARE(back.hitId, hit.hitId);
        QCOMPARE(back.alert, hit.alert);
        QCOMPARE(back.receivedAt, hit.receivedAt);
        QVERIFY(!back.shownAt);
        QCOMPARE(back.read.readId, hit.read.readId);
        QCOMPARE(back.read.capturedAt, hit.read.capturedAt);
        QCOMPARE(back.read.receivedAt, hit.read.receivedAt);
        QCOMPARE(back.read.plateConfidence, 0.25);
        QCOMPARE(back.read.location->longitude, -97.25);
        QVERIFY(!back.read.location->accuracyM);
        QCOMPARE(back.read.camera, CameraKind::Mobile);
        QVERIFY(back.read.exact);
        QCOMPARE(back.read.images.size(), 2u);
        QCOMPARE(back.read.images[0].sha256, QByteArray(32, 'i'));
        QCOMPARE(back.read.images[1].path, u"/v1/images/b"_s);
    }

    void countsAndForgetsWhatIsDone()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        HitTable hits(*database);
        const AlertEntry entry = entryOf(m_when);
        QCOMPARE(hits.count(entry.id).hits, 0);
        for (int n = 1; n <= 3; ++n)
            QVERIFY(hits.insert(hitOf(entry, u"hit-"_s + QString::number(n), m_when + n * 1h)).has_value());
        QVERIFY(hits.setVerdict(entry.owner, u"hit-1"_s, Verdict::Confirmed).has_value());
        QCOMPARE(hits.setVerdict(entry.owner, u"hit-9"_s, Verdict::Confirmed).error(), StoreFault::NotFound);
        QVERIFY(hits.setShown(entry.owner, u"hit-1"_s, m_when + 5h).has_value());
        QVERIFY(hits.setShown(entry.owner, u"hit-1"_s, m_when + 6h).has_value());
        QCOMPARE(hits.ofOwner(entry.owner)[0].shownAt, m_when + 5h); // the first time counts
        const HitTable::Count count = hits.count(entry.id);
        QCOMPARE(count.hits, 3);
        QCOMPARE(count.unjudged, 2);
        QCOMPARE(count.confirmed, 1);
        QCOMPARE(count.oldestUnjudged, m_when + 2h);
        QVERIFY(hits.dropReads(entry.id, true).has_value());
        QCOMPARE(hits.ofOwner(entry.owner).size(), 2u);
        QVERIFY(hits.dropReads(entry.id, false).has_value());
        QVERIFY(hits.ofOwner(entry.owner).empty());
        QCOMPARE(hits.insert(hitOf(entry, u"hit-1"_s, m_when)).error(), StoreFault::Duplicate); // that it was, stays
        QCOMPARE(hits.count(entry.id).hits, 3);
    }

    void leavesNothingInPlain()
    {
        QTemporaryDir folder;
        {
            auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
            const AlertEntry entry = entryOf(m_when);
            QVERIFY(AlertTable(*database).insert(entry).has_value());
            QVERIFY(HitTable(*database).insert(hitOf(entry, u"hit-1"_s, m_when)).has_value());
            database->keepFilesOnClose(true);
        }
        const auto files = filesIn(folder.path());
        QVERIFY(!files.isEmpty());
        for (const QByteArray& bytes : files) {
            for (const char* word : {"PRACPLT7", "Fictional", "agent.one", "hit-1", "PM-1"})
                QVERIFY(!bytes.contains(word));
        }
    }

    void unpacksWhatItPacked()
    {
        ReadSet set;
        const Read read = hitOf(entryOf(m_when), u"hit-1"_s, m_when).read;
        pack(set, read);
        pack(set, Read{.readId = u"bare"_s, .plate = u"AB?123"_s});
        const Read back = unpack(set, 0), bare = unpack(set, 1);
        QCOMPARE(back.readId, read.readId);
        QCOMPARE(back.plate, read.plate);
        QCOMPARE(back.capturedAt, read.capturedAt);
        QCOMPARE(back.receivedAt, read.receivedAt);
        QCOMPARE(back.plateConfidence, read.plateConfidence);
        QCOMPARE(back.location->address, read.location->address);
        QCOMPARE(back.images.size(), 2u);
        QCOMPARE(back.images[0].sha256, read.images[0].sha256);
        QVERIFY(back.images[1].sha256.isEmpty());
        QVERIFY(back.exact);
        QVERIFY(set.row(0).knownJurisdiction);
        QCOMPARE(bare.readId, u"bare"_s);
        QVERIFY(!bare.location && !bare.receivedAt && !bare.plateConfidence && bare.images.empty());
        const Plate plate = Plate::fromTyped(u"PRACPLT7").value();
        QVERIFY(isExact(read, plate));
        QVERIFY(!isExact(bare, plate));
    }
    void handsOverWhatNobodyJudged()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        HitTable hits(*database);
        const AlertEntry from = entryOf(m_when);
        AlertEntry to = entryOf(m_when + 1s);
        to.owner = UserId(u"agent.two"_s);
        for (const QString& id : {u"h1"_s, u"h2"_s, u"h3"_s})
            QVERIFY(hits.insert(hitOf(from, id, m_when)));
        QCOMPARE(hits.insert(hitOf(from, u"h1"_s, m_when)).error(), StoreFault::Duplicate);
        QVERIFY(hits.insertStray(from.owner, u"h4"_s, m_when));
        QVERIFY(hits.setVerdict(from.owner, u"h2"_s, Verdict::Confirmed));
        QVERIFY(hits.setShown(from.owner, u"h1"_s, m_when + 5s));
        QCOMPARE(hits.setShown(from.owner, u"h9"_s, m_when).error(), StoreFault::NotFound);
        QCOMPARE(hits.unjudgedReads(from.id), (QStringList{u"read-h1"_s, u"read-h3"_s}));
        QCOMPARE(hits.counts()[from.id].hits, 3);
        QCOMPARE(hits.counts()[from.id].confirmed, 1);
        QCOMPARE(hits.count(from.id).unjudged, 2);

        QVERIFY(hits.handOver(from.id, to.id, to.owner));
        const auto theirs = hits.ofOwner(to.owner);
        QCOMPARE(theirs.size(), 2U);
        QCOMPARE(theirs[0].hitId, u"h1"_s);
        QCOMPARE(theirs[1].read.readId, u"read-h3"_s);
        QVERIFY(!theirs[0].shownAt && theirs[0].verdict == Verdict::Unverified);
        QVERIFY(hits.ofOwner(from.owner).empty()); // the reads went along; the ids stay, so that a replay is known
        QVERIFY(hits.holds(from.owner, u"h1"_s) && hits.holds(from.owner, u"h4"_s));
        QCOMPARE(hits.unjudgedReads(from.id), QStringList());
        QCOMPARE(hits.resumeAfter(to.owner, 0), QString()); // the vendor sent them to somebody else
        QCOMPARE(hits.resumeAfter(from.owner, 0), u"h4"_s);
        QCOMPARE(hits.resumeAfter(from.owner, 2), u"h2"_s);
    }
};

QTEST_GUILESS_MAIN(AlertTablesTest)
#include "AlertTablesTest.moc"
