#include "store/StoreFixture.h"

#include "store/Database.h"
#include "store/QualityTable.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

class QualityTableTest : public QObject {
    Q_OBJECT

    const QDate m_day{2026, 11, 20};
    QTemporaryDir m_folder;

    [[nodiscard]] std::unique_ptr<Database> open() const
    {
        auto opened = Database::open(m_folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')), Database::caseSchema());
        return opened ? *std::move(opened) : nullptr;
    }
    [[nodiscard]] QualitySample sample(char read, QDate day) const
    {
        return {.read = QByteArray(32, read),
                .day = day,
                .camera = u"PM-F-001"_s,
                .contributor = u"=Harbour \ufeffWatch"_s,
                .jurisdiction = u"US-TX"_s,
                .outcome = ReadOutcome::Misread,
                .confusions = {{u'8', u'B'}, {u'0', QChar()}, {QChar(), u'1'}},
                .jurisdictionRight = false};
    }

private Q_SLOTS:
    void keepsSamplesOverReopening()
    {
        QualitySample bare{.read = QByteArray(32, 'b'), .day = m_day.addDays(1)};
        {
            const auto database = open();
            QVERIFY(database);
            QualityTable table(*database);
            QVERIFY(table.put(bare) && table.put(sample('a', m_day)));
        }
        const auto database = open();
        QVERIFY(database);
        const auto kept = QualityTable(*database).between(m_day, m_day.addDays(1));
        QVERIFY(kept);
        QCOMPARE(kept->size(), 2U);
        QVERIFY((*kept)[0] == sample('a', m_day)); // by day
        QVERIFY((*kept)[1] == bare);
        QCOMPARE(QualityTable(*database).between(m_day, m_day)->size(), 1U);
        QCOMPARE(QualityTable(*database).between(m_day.addDays(2), m_day.addDays(9))->size(), 0U);

        QualityTable table(*database);
        bare.outcome = ReadOutcome::Right;
        bare.jurisdictionRight = true;
        QVERIFY(table.put(bare));
        const auto replaced = table.between(m_day.addDays(1), m_day.addDays(1));
        QVERIFY(replaced && replaced->size() == 1 && replaced->front() == bare);

        database->shut();
        QCOMPARE(table.between(m_day, m_day).error(), StoreFault::Locked);
        QCOMPARE(table.put(bare).error(), StoreFault::Locked);
    }
};

QTEST_APPLESS_MAIN(QualityTableTest)
#include "QualityTableTest.moc"
