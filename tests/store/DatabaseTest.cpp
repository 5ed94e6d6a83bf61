// Files that are none of ours, or not any more, and tables whose database is shut for a while.
#include "store/StoreFixture.h"

#include "store/AlertTable.h"
#include "store/CaseDatabase.h"
#include "store/CaseKeys.h"
#include "store/Database.h"
#include "store/DraftTable.h"
#include "store/HitTable.h"
#include "store/KeptReadTable.h"
#include "store/QualityTable.h"
#include "store/ReviewTable.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

class DatabaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const Instant m_when{1'795'186'245s};
    const CaseNumber m_case{u"PM-1"_s};

    QString path(const QString& name) const { return m_folder.filePath(name); }
    static auto openAt(const QString& file, char key = 'k') { return Database::open(file, keyOf(key), Database::caseSchema()); }
    CaseRecord record() const
    {
        CaseRecord one;
        one.number = m_case;
        one.openedAt = m_when;
        return one;
    }

private Q_SLOTS:
    void refusesWhatIsNotItsFile()
    {
        overwrite(path(u"plain.db"_s), QByteArray("SQLite format 3\0", 16) + QByteArray(4'080, '\0'));
        QCOMPARE(openAt(path(u"plain.db"_s)).error(), StoreFault::NotEncrypted);
        overwrite(path(u"empty.db"_s), {});
        QCOMPARE(openAt(path(u"empty.db"_s)).error(), StoreFault::Damaged);
        overwrite(path(u"gone.db-wal"_s), "pages of a file that is not there");
        QCOMPARE(openAt(path(u"gone.db"_s)).error(), StoreFault::Damaged);
        QVERIFY(!QFile::exists(path(u"gone.db"_s)));
        QVERIFY(!openAt(path(u"no/such/folder.db"_s)));
        overwrite(path(u"noise.db"_s), QByteArray(8'192, 'n'));
        QCOMPARE(openAt(path(u"noise.db"_s)).error(), StoreFault::Locked); // as a wrong key looks
    }
    void opensWithItsOwnKeyAlone()
    {
        QVERIFY(openAt(path(u"own.db"_s)));
        const auto before = filesIn(m_folder.path());
        QCOMPARE(openAt(path(u"own.db"_s), 'x').error(), StoreFault::Locked);
        QCOMPARE(openCaseDatabase(path(u"own.db"_s), keyOf('x')).error(), StoreFault::Locked);
        QCOMPARE(filesIn(m_folder.path()), before); // not a byte was touched
        QVERIFY(openAt(path(u"own.db"_s)));
    }
    void refusesAFileOfANewerProgram()
    {
        QVERIFY(openAt(path(u"newer.db"_s)));
        const auto older = Database::caseSchema().first(1);
        QCOMPARE(Database::open(path(u"newer.db"_s), keyOf('k'), older).error(), StoreFault::Newer);
        QVERIFY(openAt(path(u"newer.db"_s)));
    }
    void bringsAnOlderFileToTheNewestSchemaOrLeavesItAsItWas()
    {
        QVERIFY(Database::open(path(u"old.db"_s), keyOf('k'), Database::caseSchema().first(1)));
        std::vector<const char*> broken(Database::caseSchema().begin(), Database::caseSchema().begin() + 1);
        broken.push_back("CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER)"); // fails in its middle
        QVERIFY(!Database::open(path(u"old.db"_s), keyOf('k'), broken));
        broken.back() = "CREATE TABLE half (id INTEGER)"; // nothing of it stayed
        QVERIFY(Database::open(path(u"old.db"_s), keyOf('k'), broken));
    }

    // --- shut

    void everyTableRefusesWhileTheDatabaseIsShut()
    {
        auto database = openCaseDatabase(path(u"shut.db"_s), keyOf('k')).value();
        CaseTable cases(*database);
        KeptReadTable kept(*database);
        QVERIFY(cases.insert(record()));
        KeptRead read;
        read.read.readId = u"r1"_s;
        QVERIFY(kept.insert(m_case, read));
        database->shut();
        database->forgetPages();

        QCOMPARE(cases.insert(record()).error(), StoreFault::Locked);
        QCOMPARE(cases.setState(m_case, CaseState::Closed, m_when).error(), StoreFault::Locked);
        QVERIFY(!cases.find(m_case) && cases.all().empty());
        QCOMPARE(kept.insert(m_case, read).error(), StoreFault::Locked);
        QCOMPARE(kept.rows(m_case).error(), StoreFault::Locked);
        const std::int64_t row = 1;
        QCOMPARE(kept.read(m_case, std::span(&row, 1), true).error(), StoreFault::Locked);
        QCOMPARE(kept.dispose(m_case, m_when).error(), StoreFault::Locked);
        QVERIFY(kept.forCase(m_case).empty() && !kept.holds(m_case, u"r1"_s));
        CaseKeys keys(*database);
        QCOMPARE(keys.key(m_case).error(), StoreFault::Locked);
        QCOMPARE(keys.keyOrNew(m_case).error(), StoreFault::Locked);
        QCOMPARE(keys.end(m_case).error(), StoreFault::Locked);
        QCOMPARE(keys.destroyEnded().error(), StoreFault::Locked);

        const UserId person(u"agent.one"_s);
        DraftTable drafts(*database);
        QCOMPARE(drafts.put(person, "form", m_when).error(), StoreFault::Locked);
        QCOMPARE(drafts.remove(person).error(), StoreFault::Locked);
        QCOMPARE(drafts.removeBefore(m_when).error(), StoreFault::Locked);
        QVERIFY(!drafts.find(person));
        ReviewTable reviews(*database);
        QCOMPARE(reviews.putItems(u"r"_s, 1, {}).error(), StoreFault::Locked);
        QCOMPARE(reviews.addItem(u"r"_s, {.sequence = 1, .causes = {}, .owner = person}).error(), StoreFault::Locked);
        QCOMPARE(reviews.setPause(u"r"_s, {}).error(), StoreFault::Locked);
        QVERIFY(reviews.items(u"r"_s).empty() && !reviews.holds(u"r"_s) && !reviews.pauseOf(u"r"_s).place);
        QualityTable quality(*database);
        QCOMPARE(quality.put({.read = QByteArray(32, 'r'), .day = QDate(2026, 11, 20)}).error(), StoreFault::Locked);
        QCOMPARE(quality.between(QDate(2026, 11, 20), QDate(2026, 11, 20)).error(), StoreFault::Locked);
        AlertTable alerts(*database);
        const AlertEntry entry{.id = AlertId::create(m_when), .owner = person, .plate = Plate::fromTyped(u"PRACPLT7").value()};
        QCOMPARE(alerts.insert(entry).error(), StoreFault::Locked);
        QCOMPARE(alerts.update(entry).error(), StoreFault::Locked);
        QCOMPARE(alerts.erase(entry.id).error(), StoreFault::Locked);
        QCOMPARE(alerts.setLatestSeen(m_when).error(), StoreFault::Locked);
        QVERIFY(!alerts.find(entry.id) && alerts.all().empty());
        HitTable hits(*database);
        StoredHit hit;
        hit.hitId = u"h1"_s;
        hit.alert = entry.id;
        hit.owner = person;
        QCOMPARE(hits.insert(hit).error(), StoreFault::Locked);
        QCOMPARE(hits.insertStray(person, u"h2"_s, m_when).error(), StoreFault::Locked);
        QCOMPARE(hits.setShown(person, u"h1"_s, m_when).error(), StoreFault::Locked);
        QCOMPARE(hits.setVerdict(person, u"h1"_s, Verdict::Confirmed).error(), StoreFault::Locked);
        QCOMPARE(hits.dropReads(entry.id, false).error(), StoreFault::Locked);
        QCOMPARE(hits.handOver(entry.id, entry.id, person).error(), StoreFault::Locked);
        QVERIFY(hits.ofOwner(person).empty() && hits.counts().isEmpty() && hits.count(entry.id).hits == 0);
        QVERIFY(!hits.holds(person, u"h1"_s) && hits.unjudgedReads(entry.id).isEmpty() && hits.resumeAfter(person, 3).isEmpty());
    }
    void tablesGoOnWithTheDatabaseThatWasOpenedAnew()
    {
        auto database = openAt(path(u"again.db"_s)).value();
        CaseTable cases(*database);
        QVERIFY(cases.insert(record()));
        database->shut();
        QVERIFY(!cases.find(m_case));
        database->takeOver(openAt(path(u"again.db"_s)).value());
        QVERIFY(cases.find(m_case));
        database->forgetPages();
        QVERIFY(cases.find(m_case)); // read again
        QCOMPARE(cases.insert(record()).error(), StoreFault::Duplicate);
    }
    void oneProgramAtATime()
    {
        const auto first = openAt(path(u"one.db"_s));
        QVERIFY(first);
        QCOMPARE(openAt(path(u"one.db"_s)).error(), StoreFault::Locked);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
