#include "store/StoreFixture.h"

#include "store/CaseDatabase.h"
#include "store/Database.h"
#include "store/KeptReadTable.h"
#include "store/Statement.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

CaseRecord caseOf(const QString& number, Instant at)
{
    CaseRecord record;
    record.number = CaseNumber(number);
    record.title = u"Harbour vans"_s;
    record.matter = Matter::Administrative;
    record.offence = OffenceId(u"o1"_s);
    record.reasonCode = ReasonCode(u"priority_1"_s);
    record.openedBy = UserId(u"agent.one"_s);
    record.openedAt = at;
    return record;
}

KeptRead keptOf(const QString& id, Instant at)
{
    KeptRead kept;
    kept.read.readId = id;
    kept.read.plate = u"PRACPLT7"_s;
    kept.read.jurisdiction = u"US-TX"_s;
    kept.read.capturedAt = at;
    kept.read.plateConfidence = 0.25;
    kept.read.location = Read::Location{31.5, -97.25, std::nullopt, u"1 Fictional Quay"_s};
    kept.read.camera = CameraKind::Mobile;
    kept.read.make = u"Fjord"_s;
    kept.read.exact = true;
    kept.read.images = {{ImageKind::Plate, u"/v1/images/a"_s, ImageType::Png, QByteArray(32, 'i')},
                        {ImageKind::Vehicle, u"/v1/images/b"_s, ImageType::Jpeg, QByteArray()}};
    kept.query = QueryId::create();
    kept.verification = {.verdict = Verdict::DifferentPlate,
                         .typedPlate = u"PRACPLT1"_s,
                         .typedJurisdiction = u"US-OK"_s,
                         .note = u"\ufeffseven is one"_s,
                         .by = UserId(u"agent.one"_s),
                         .at = at + 1s,
                         .imageSha256 = QByteArray(32, 'i')};
    kept.relevance = u"contrary sighting"_s;
    kept.contrary = true;
    kept.keptBy = UserId(u"agent.one"_s);
    kept.keptAt = at + 2us;
    kept.images = {{ImageKind::Plate, QByteArray("\x89PNG picture bytes", 18)}};
    return kept;
}

} // namespace

class CaseTablesTest : public QObject {
    Q_OBJECT
    const Instant m_when{1'795'186'245s + 7us};

private Q_SLOTS:
    void keepsCasesOverReopening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
            CaseTable cases(*database);
            QVERIFY(cases.insert(caseOf(u"PM-1"_s, m_when)).has_value());
            QVERIFY(cases.insert(caseOf(u"PM-2"_s, m_when + 1h)).has_value());
            QVERIFY(cases.insert(caseOf(u"PM-3"_s, m_when + 2h)).has_value());
            QCOMPARE(cases.insert(caseOf(u"PM-1"_s, m_when)).error(), StoreFault::Duplicate);
            QVERIFY(cases.setState(CaseNumber(u"PM-3"_s), CaseState::Closed, m_when + 3h).has_value());
            QCOMPARE(cases.setState(CaseNumber(u"PM-9"_s), CaseState::Closed, m_when).error(), StoreFault::NotFound);
        }
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        CaseTable cases(*database);
        const auto all = cases.all();
        QCOMPARE(all.size(), 3u);
        QCOMPARE(all[0].number.text(), u"PM-2"_s);
        QCOMPARE(all[1].number.text(), u"PM-1"_s);
        QCOMPARE(all[2].number.text(), u"PM-3"_s);
        QCOMPARE(all[2].closedAt, m_when + 3h);
        const CaseRecord found = cases.find(CaseNumber(u"PM-1"_s)).value();
        QCOMPARE(found.title, u"Harbour vans"_s);
        QCOMPARE(found.matter, Matter::Administrative);
        QCOMPARE(found.openedAt, m_when);
        QVERIFY(!found.closedAt);
        QVERIFY(!cases.find(CaseNumber(u"PM-9"_s)));
    }

    void keepsReadsWithPictures()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        CaseTable cases(*database);
        KeptReadTable reads(*database);
        const CaseNumber number(u"PM-1"_s);
        QVERIFY(cases.insert(caseOf(u"PM-1"_s, m_when)).has_value());
        const KeptRead kept = keptOf(u"r1"_s, m_when);
        QVERIFY(reads.insert(number, kept).has_value());
        QVERIFY(reads.insert(number, keptOf(u"r2"_s, m_when + 1s)).has_value());
        QCOMPARE(reads.insert(number, kept).error(), StoreFault::Duplicate);
        QCOMPARE(reads.insert(CaseNumber(u"PM-9"_s), kept).error(), StoreFault::NotFound);
        QVERIFY(reads.holds(number, u"r1"_s));
        QVERIFY(!reads.holds(number, u"r3"_s));
        const auto list = reads.forCase(number);
        QCOMPARE(list.size(), 2u);
        QCOMPARE(list[0].read.readId, u"r2"_s);
        const KeptRead& back = list[1];
        QCOMPARE(back.query, kept.query);
        QCOMPARE(back.read.plateConfidence, 0.25);
        QCOMPARE(back.read.location->longitude, -97.25);
        QVERIFY(!back.read.location->accuracyM);
        QCOMPARE(back.read.location->address, u"1 Fictional Quay"_s);
        QCOMPARE(back.read.camera, CameraKind::Mobile);
        QVERIFY(!back.read.receivedAt);
        QCOMPARE(back.read.images.size(), 2u);
        QCOMPARE(back.read.images[0].sha256, QByteArray(32, 'i'));
        QCOMPARE(back.read.images[1].path, u"/v1/images/b"_s);
        QCOMPARE(back.verification.verdict, Verdict::DifferentPlate);
        QCOMPARE(back.verification.at, kept.verification.at);
        QCOMPARE(back.verification.note, kept.verification.note);
        QCOMPARE(back.keptAt, kept.keptAt);
        QVERIFY(back.contrary);
        QCOMPARE(back.images, kept.images);
    }

    void readsComeInPagesWithoutTheirPicturesUnlessAsked()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        const CaseNumber number(u"PM-1"_s);
        QVERIFY(CaseTable(*database).insert(caseOf(u"PM-1"_s, m_when)).has_value());
        KeptReadTable reads(*database);
        QCOMPARE(reads.rows(number).value().size(), 0u);
        for (const int n : {3, 1, 2})
            QVERIFY(reads.insert(number, keptOf(u"r%1"_s.arg(n), m_when + std::chrono::seconds(n))).has_value());
        const auto rows = reads.rows(number).value();
        QCOMPARE(rows.size(), 3u);
        const auto plain = reads.read(number, rows, false).value();
        QCOMPARE(plain.size(), 3u);
        QCOMPARE(plain[0].read.readId, u"r3"_s);
        QCOMPARE(plain[2].read.readId, u"r1"_s);
        QVERIFY(!plain[0].images.empty() && plain[0].images[0].second.isEmpty());
        QCOMPARE(plain[0].images[0].first, keptOf(u"r"_s, m_when).images[0].first);
        QCOMPARE(reads.read(number, rows, true, 1).value().size(), 1u); // the first alone is more than that
        QCOMPARE(reads.read(CaseNumber(u"PM-2"_s), rows, false).error(), StoreFault::NotFound);
    }

    void readsOfAnotherCaseOrPlaceDoNotPass()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        CaseTable cases(*database);
        KeptReadTable reads(*database);
        for (const auto& name : {u"PM-1"_s, u"PM-2"_s}) {
            QVERIFY(cases.insert(caseOf(name, m_when)).has_value());
            QVERIFY(reads.insert(CaseNumber(name), keptOf(u"r1"_s, m_when)).has_value());
            QVERIFY(reads.insert(CaseNumber(name), keptOf(u"r2"_s, m_when)).has_value());
        }
        const auto deed = [&](const char* sql) { return Statement(*database, sql).run().has_value(); };
        QVERIFY(deed("UPDATE sealed_read SET sealed = (SELECT sealed FROM sealed_read WHERE id = 2) WHERE id = 1"));
        QCOMPARE(reads.rows(CaseNumber(u"PM-1"_s)).error(), StoreFault::Damaged);
        QVERIFY(deed("UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key WHERE case_number = 'PM-1')"));
        QCOMPARE(reads.rows(CaseNumber(u"PM-2"_s)).error(), StoreFault::Locked);
    }

    void disposedReadsAreGoneWithTheirSecret()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s), keys = path + u".keys"_s;
        auto database = openCaseDatabase(path, keyOf('k')).value();
        CaseTable cases(*database);
        KeptReadTable reads(*database);
        for (const auto& name : {u"PM-1"_s, u"PM-2"_s}) {
            QVERIFY(cases.insert(caseOf(name, m_when)).has_value());
            QVERIFY(reads.insert(CaseNumber(name), keptOf(u"r1"_s, m_when)).has_value());
        }
        QCOMPARE(filesIn(keys).size(), 2);
        QVERIFY(QFileInfo(keys).permissions() ==
                (QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser));
        const auto before = filesIn(keys);
        QVERIFY(reads.dispose(CaseNumber(u"PM-1"_s), m_when + 1h).has_value());
        QCOMPARE(reads.dispose(CaseNumber(u"PM-9"_s), m_when).error(), StoreFault::NotFound);
        QCOMPARE(cases.find(CaseNumber(u"PM-1"_s))->state, CaseState::Disposed);
        QVERIFY(reads.forCase(CaseNumber(u"PM-1"_s)).empty());
        QCOMPARE(reads.forCase(CaseNumber(u"PM-2"_s)).size(), 1u);
        const auto after = filesIn(keys);
        QCOMPARE(after.size(), 1);
        QVERIFY(before.contains(after.firstKey()));
    }

    // Killed between the transaction and the secret's end.
    void nextOpeningDestroysWhatAKillLeft()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s), keys = path + u".keys"_s;
        {
            auto database = openCaseDatabase(path, keyOf('k')).value();
            QVERIFY(CaseTable(*database).insert(caseOf(u"PM-1"_s, m_when)).has_value());
            QVERIFY(KeptReadTable(*database).insert(CaseNumber(u"PM-1"_s), keptOf(u"r1"_s, m_when)).has_value());
            QVERIFY(Statement(*database, "INSERT INTO case_key_ended SELECT secret FROM case_key").run().has_value());
            QVERIFY(Statement(*database, "DELETE FROM case_key").run().has_value());
            QCOMPARE(filesIn(keys).size(), 1);
        }
        QVERIFY(openCaseDatabase(path, keyOf('k')).has_value());
        QVERIFY(filesIn(keys).isEmpty());
    }

    void readsOfAnEarlierVersionAreSealed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema().first(3)).value();
            QVERIFY(CaseTable(*database).insert(caseOf(u"PM-1"_s, m_when)).has_value());
            for (const char* sql :
                 {"INSERT INTO kept_read (id, case_number, read_id, query_id, plate, captured_at, camera, exact, verdict, verdict_at,"
                  " contrary, kept_at) VALUES (7, 'PM-1', 'r1', '01993f00-0000-7000-8000-000000000001', 'TST1', 5, 1, 1, 2, 6, 1, 8)",
                  "INSERT INTO kept_image VALUES (7, 0, 0, '/v1/images/a', 1, x'00')",
                  "INSERT INTO kept_picture (kept, place, kind, bytes) VALUES (7, 0, 0, x'0102')"})
                QVERIFY(Statement(*database, sql).run().has_value());
        }
        auto database = openCaseDatabase(path, keyOf('k')).value();
        const auto list = KeptReadTable(*database).forCase(CaseNumber(u"PM-1"_s));
        QCOMPARE(list.size(), 1u);
        QCOMPARE(list[0].read.plate, u"TST1"_s);
        QCOMPARE(list[0].verification.verdict, Verdict::DifferentPlate);
        QCOMPARE(list[0].images.front().second, QByteArray("\1\2"));
        QCOMPARE(list[0].read.images.front().type, ImageType::Png);
        Statement left(*database, "SELECT (SELECT count(*) FROM kept_read) + (SELECT count(*) FROM kept_picture)");
        QVERIFY(left.step().value());
        QCOMPARE(left.integer(0), 0);
    }

    void refusesWhatIsNotOurs()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        QVERIFY(Database::open(path, keyOf('k'), Database::caseSchema()).has_value());
        const auto before = filesIn(folder.path());
        QCOMPARE(Database::open(path, keyOf('x'), Database::caseSchema()).error(), StoreFault::Locked);
        QCOMPARE(Database::open(path, SecureBytes(), Database::caseSchema()).error(), StoreFault::Locked);
        QCOMPARE(Database::open(path, keyOf('k'), {}).error(), StoreFault::Newer); // of a newer program
        QVERIFY(filesIn(folder.path()) == before);
        overwrite(path, before[u"cases.db"_s].first(4096 * 2 + 100));
        QCOMPARE(Database::open(path, keyOf('k'), Database::caseSchema()).error(), StoreFault::Damaged);
        overwrite(path, {});
        QCOMPARE(Database::open(path, keyOf('k'), Database::caseSchema()).error(), StoreFault::Damaged);
        overwrite(path, QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0'));
        QCOMPARE(Database::open(path, keyOf('k'), Database::caseSchema()).error(), StoreFault::NotEncrypted);
        QFile::remove(path);
        overwrite(path + u"-wal"_s, "left over");
        QCOMPARE(Database::open(path, keyOf('k'), Database::caseSchema()).error(), StoreFault::Damaged);
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(CaseTablesTest)
#include "CaseTablesTest.moc"
