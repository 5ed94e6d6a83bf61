#include "ledger/UseRegister.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace casebound;

class UseRegisterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackEveryRecordInOrder_data()
    {
        QTest::addColumn<std::size_t>("room");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << std::size_t(4) << 0;
        QTest::newRow("in memory") << std::size_t(1000) << 1000;
        QTest::newRow("one more than fits") << std::size_t(1000) << 1001;
        QTest::newRow("runs of one block") << std::size_t(256) << 2560;
        QTest::newRow("many small runs") << std::size_t(7) << 5000;
        QTest::newRow("runs of several blocks") << std::size_t(3000) << 20'000;
    }
    void givesBackEveryRecordInOrder()
    {
        QFETCH(std::size_t, room);
        QFETCH(int, count);
        QRandomGenerator random(3);
        UseRegister uses(room);
        std::vector<UseRegister::Record> expected;
        for (int i = 0; i < count; ++i) {
            // Few fingerprints, so that many come again in another run.
            const std::uint64_t fingerprint = random.bounded(2) == 0 ? random.bounded(quint64(50)) : random.generate64();
            const auto use = static_cast<UseRegister::Use>(random.bounded(3));
            uses.add(fingerprint, use, static_cast<std::uint64_t>(i));
            expected.push_back(
                {.fingerprint = fingerprint, .placeAndUse = static_cast<std::uint64_t>(i) << 2 | static_cast<std::uint64_t>(use)});
        }
        QCOMPARE(uses.runs() > 0, static_cast<std::size_t>(count) > room);
        std::ranges::sort(expected);
        std::vector<UseRegister::Record> given;
        QVERIFY(uses.drain([&](const UseRegister::Record& record) { given.push_back(record); }));
        QVERIFY(given == expected);
        if (!given.empty())
            QCOMPARE(given.front().position(), expected.front().placeAndUse / 4);
        given.clear();
        QVERIFY(uses.drain([&](const UseRegister::Record& record) { given.push_back(record); }));
        QVERIFY(given.empty());
    }

    void staysInMemoryWhereNoFileCanBeMade()
    {
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/proc");
        UseRegister uses(10);
        for (std::uint64_t i = 0; i < 1000; ++i)
            uses.add(1000 - i, UseRegister::Use::Intent, i);
        qputenv("TMPDIR", before);
        QCOMPARE(uses.runs(), std::size_t(0));
        std::uint64_t seen = 0;
        QVERIFY(uses.drain([&](const UseRegister::Record& record) { QCOMPARE(record.fingerprint, ++seen); }));
        QCOMPARE(seen, std::uint64_t(1000));
    }
};

QTEST_GUILESS_MAIN(UseRegisterTest)
#include "UseRegisterTest.moc"
