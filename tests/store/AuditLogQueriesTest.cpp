// What is asked of a log by its indexes, and what a log that is shut answers and remembers.
#include "store/StoreFixture.h"

#include "ledger/MerkleTree.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

std::vector<std::uint64_t> sequencesOf(const std::optional<std::vector<StoredEntry>>& entries)
{
    std::vector<std::uint64_t> list;
    for (const StoredEntry& entry : entries.value())
        list.push_back(entry.sequence);
    return list;
}

AuditRecord ofAnotherCase(const QString& id)
{
    AuditRecord record = intended(id);
    record.caseNumber = u"PM-2026-0002"_s;
    record.plate = u"PRACPLT8"_s;
    return record;
}

} // namespace

class AuditLogQueriesTest : public QObject {
    Q_OBJECT

    using List = std::vector<std::uint64_t>;

private Q_SLOTS:
    void findsTheEntriesOfACaseAQueryAndAPlate()
    {
        LogFixture fixture;
        auto log = fixture.open().value(); // entry 0
        for (const AuditRecord& record : {intended(u"q1"_s), ofAnotherCase(u"q2"_s), plain(AuditEvent::QueryAnswered, u"q1"_s),
                                          plain(AuditEvent::QueryFailed, u"q2"_s), intended(u"q3"_s)})
            QVERIFY(log->append(record));
        // An outcome that names no case belongs to the case of its query; nothing of another case does.
        QCOMPARE(log->caseEntries(CaseNumber(u"PM-2026-4711"_s)), std::optional(List{1, 3, 5}));
        QCOMPARE(log->caseEntries(CaseNumber(u"PM-2026-0002"_s)), std::optional(List{2, 4}));
        QCOMPARE(log->caseEntries(CaseNumber(u"PM-2026-9999"_s)), std::optional(List{}));
        QCOMPARE(sequencesOf(log->entriesOfQuery(u"q2"_s)), (List{2, 4}));
        QCOMPARE(sequencesOf(log->entriesOfQuery(u"q9"_s)), List{});
        QCOMPARE(sequencesOf(log->entriesOfPlate(u"PRACPLT7"_s)), (List{1, 5}));
        QCOMPARE(sequencesOf(log->entriesOfPlate(u"PRACPLT"_s)), List{}); // a part of one is another plate
        const auto leaves = log->leafHashes(1, 2);
        QCOMPARE(leaves.size(), 2U);
        QCOMPARE(leaves[1], leafHash(log->entries(2, 1).front().publicBytes));
    }
    void findsExceptionsAndReviewsAlone()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QVERIFY(log->append(plain(AuditEvent::ExceptionAsked, u"x1"_s)));
        QVERIFY(log->append(intended(u"q1"_s)));
        QVERIFY(log->append(plain(AuditEvent::ReviewItem, u"r1"_s)));
        QVERIFY(log->append(plain(AuditEvent::ExceptionGranted, u"x1"_s)));
        QCOMPARE(sequencesOf(log->exceptionEntries()), (List{1, 4}));
        QCOMPARE(sequencesOf(log->reviewEntries()), List{3});
    }
    void answersTheSameOnceItHasForgottenItsPages()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        for (int n = 0; n < 50; ++n)
            QVERIFY(log->append(intended(QString::number(n))));
        const LogHead head = log->head();
        log->forgetPages();
        QCOMPARE(log->entries(0, 100).size(), 51U);
        QVERIFY(log->append(plain(AuditEvent::QueryAnswered, u"7"_s)));
        QCOMPARE(log->head().size, head.size + 1);
    }

    // --- shut

    void aShutLogAnswersNothing()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QVERIFY(log->append(intended(u"q1"_s)));
        const LogHead head = log->head();
        log->shut();
        log->shut(); // no harm
        QVERIFY(log->isShut() && !log->isWritable());
        QCOMPARE(log->append(intended(u"q2"_s)).error(), LogFault::Locked);
        QVERIFY(log->entries(0, 9).empty() && log->leafHashes(0, 9).empty());
        QVERIFY(!log->exceptionEntries() && !log->reviewEntries() && !log->entriesOfPlate(u"PRACPLT7"_s));
        QVERIFY(!log->entriesOfQuery(u"q1"_s) && !log->caseEntries(CaseNumber(u"PM-2026-4711"_s)));
        QVERIFY(!log->sealed(QByteArray(32, 's')) && !log->writeWitness() && log->headNote().isEmpty());
        log->forgetPages();
        QCOMPARE(log->head().size, head.size); // it knows what it was
        QCOMPARE(log->origin(), QByteArray("casebound/practice/desk-1"));
    }
    void whatHappensWhileItIsShutIsOwedToWhoeverOpensIt()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QVERIFY(log->appendOrOwe(intended(u"q1"_s)));
        QCOMPARE(log->head().size, 2U); // open: at once
        QVERIFY(log->takeOwed().empty());
        log->shut();
        AuditRecord record = plain(AuditEvent::ResultsDiscarded, u"q1"_s);
        QVERIFY(log->appendOrOwe(record));
        record.note = u"after eight hours"_s;
        QVERIFY(log->appendOrOwe(record));

        log->takeOver(fixture.open().value());
        QVERIFY(!log->isShut() && log->isWritable());
        const auto owed = log->takeOwed();
        QCOMPARE(owed.size(), 2U);
        QVERIFY(log->takeOwed().empty());
        QCOMPARE(owed[0].event, AuditEvent::ResultsDiscarded);
        QVERIFY2(owed[0].note.startsWith(u"happened at 20"_s), qPrintable(owed[0].note));
        QVERIFY2(owed[1].note.startsWith(u"after eight hours\nhappened at 20"_s), qPrintable(owed[1].note));
        QVERIFY(log->append(owed[0]));
    }
};

QTEST_GUILESS_MAIN(AuditLogQueriesTest)
#include "AuditLogQueriesTest.moc"
