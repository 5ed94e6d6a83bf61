#include "store/StoreFixture.h"

#include "store/Database.h"
#include "store/DraftTable.h"
#include "store/ReviewTable.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

class ReviewTableTest : public QObject {
    Q_OBJECT

    const Instant m_when{1'795'186'245s + 7us};

    static ReviewItem item(std::uint64_t sequence, ReviewCause cause)
    {
        ReviewItem one{.sequence = sequence, .causes = {}, .owner = UserId(u"agent.one"_s)};
        one.causes.add(cause);
        return one;
    }

private Q_SLOTS:
    void keepsItemsAndPauseOverReopening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
            ReviewTable table(*database);
            QVERIFY(!table.holds(u"r1"_s));
            QVERIFY(table.putItems(u"r1"_s, 40, {item(9, ReviewCause::Sample), item(3, ReviewCause::OffHours)}));
            QVERIFY(table.addItem(u"r1"_s, item(3, ReviewCause::Repeat))); // one more cause
            QVERIFY(table.addItem(u"r1"_s, item(5, ReviewCause::Chosen)));
            QVERIFY(table.setPause(u"r1"_s, {.place = 5, .at = m_when}));
        }
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        ReviewTable table(*database);
        QVERIFY(table.holds(u"r1"_s));
        const auto items = table.items(u"r1"_s);
        QCOMPARE(items.size(), 3U);
        QCOMPARE(items[0].sequence, 3U); // by entry
        QVERIFY(items[0].causes.has(ReviewCause::OffHours) && items[0].causes.has(ReviewCause::Repeat));
        QVERIFY(!items[0].causes.has(ReviewCause::Sample));
        QCOMPARE(items[1].sequence, 5U);
        QCOMPARE(items[2].owner, UserId(u"agent.one"_s));
        QCOMPARE(table.pauseOf(u"r1"_s).place, std::optional(std::uint64_t{5}));
        QCOMPARE(table.pauseOf(u"r1"_s).at, std::optional(m_when));
        QVERIFY(table.setPause(u"r1"_s, {}));
        QVERIFY(!table.pauseOf(u"r1"_s).place && !table.pauseOf(u"r1"_s).at);
    }
    void aSampleDrawnAgainTakesThePlaceOfTheFirst()
    {
        QTemporaryDir folder;
        auto database = Database::open(folder.filePath(u"cases.db"_s), keyOf('k'), Database::caseSchema()).value();
        ReviewTable table(*database);
        QVERIFY(table.putItems(u"r1"_s, 40, {item(9, ReviewCause::Sample), item(3, ReviewCause::Sample)}));
        QVERIFY(table.putItems(u"r2"_s, 41, {item(9, ReviewCause::Exception)}));
        QVERIFY(table.putItems(u"r1"_s, 40, {item(4, ReviewCause::Sample)}));
        QCOMPARE(table.items(u"r1"_s).size(), 1U);
        QCOMPARE(table.items(u"r1"_s).front().sequence, 4U);
        QCOMPARE(table.items(u"r2"_s).size(), 1U); // of another review
        QVERIFY(table.items(u"r3"_s).empty() && !table.pauseOf(u"r3"_s).at);
    }

    // --- drafts

    void aPersonHasOneFormAndNobodySeesAnothers()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.db"_s);
        const UserId one(u"agent.one"_s), two(u"agent.two"_s);
        {
            auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
            DraftTable table(*database);
            QVERIFY(!table.find(one));
            QVERIFY(table.put(one, "first", m_when));
            QVERIFY(table.put(one, QByteArray("second\0form", 11), m_when + 1s));
            QVERIFY(table.put(two, "of two", m_when + 2s));
        }
        auto database = Database::open(path, keyOf('k'), Database::caseSchema()).value();
        DraftTable table(*database);
        QCOMPARE(table.find(one), std::optional(QByteArray("second\0form", 11)));
        QVERIFY(table.remove(one) && table.remove(one)); // nothing there is no fault
        QVERIFY(!table.find(one));
        QCOMPARE(table.find(two), std::optional(QByteArray("of two")));
        QVERIFY(table.removeBefore(m_when + 2s));
        QVERIFY(table.find(two)); // not before that moment
        QVERIFY(table.removeBefore(m_when + 3s));
        QVERIFY(!table.find(two));
    }
};

QTEST_GUILESS_MAIN(ReviewTableTest)
#include "ReviewTableTest.moc"
