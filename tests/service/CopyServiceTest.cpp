#include "service/CopyService.h"

#include "service/ServiceDesk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class CopyServiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceDesk> m_desk;
    QueryRun* m_run = nullptr;

    CopyService service(std::optional<Role> role = Role::Agent) const
    {
        return CopyService(*m_desk->log, {.user = UserId(u"u-agent"_s), .role = role});
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ServiceDesk>();
        m_run = m_desk->search();
        QVERIFY(m_run);
        m_desk->lastCall().page(m_desk->page({{.plate = PlateText}, {.plate = PlateText}}), 2);
        m_desk->lastCall().answer(2);
    }

    void theEntryIsThereBeforeTheDeed()
    {
        CopyService copies = service();
        int done = 0;
        const auto deed = [&] {
            // Looked at from within: the entry is already durable.
            const QJsonObject entry = m_desk->entries(u"reads.copied"_s).back();
            QCOMPARE(entry["outcome"_L1].toString(), u"table_copied:2"_s);
            QCOMPARE(entry["query_id"_L1].toString(), m_run->terms().id.text());
            const QJsonObject hidden = entry["private"_L1].toObject();
            QCOMPARE(hidden["read_ids"_L1].toArray().size(), 2);
            QCOMPARE(hidden["plate"_L1].toString(), PlateText);
            QCOMPARE(hidden["case_number"_L1].toString(), CaseText);
            QVERIFY(hidden["note"_L1].toString().startsWith(u"SHA-256 "_s));
            ++done;
        };
        QVERIFY(copies.copy({.way = CopyWay::TableCopied, .terms = &m_run->terms(), .readIds = {u"read-1"_s, u"read-2"_s}, .bytes = "x"},
                            deed));
        QCOMPARE(done, 1);
        QVERIFY(copies.copy({.way = CopyWay::MapPrinted, .caseNumber = CaseNumber(CaseText), .readIds = {u"read-1"_s}}, [] {}));
        const QJsonObject last = m_desk->entries(u"reads.copied"_s).back();
        QCOMPARE(last["outcome"_L1].toString(), u"map_printed:1"_s);
        QVERIFY(!last.contains("query_id"_L1));
        QCOMPARE(last["private"_L1].toObject()["case_number"_L1].toString(), CaseText);
    }

    void aHundredThousandReadsFitIntoOneEntry()
    {
        QStringList ids;
        for (int n = 0; n < 100'000; ++n)
            ids += QString(120, u'x') + QString::number(n);
        CopyService copies = service();
        bool filled = false;
        QVERIFY(copies.copy({.terms = &m_run->terms(), .readIds = ids}, [&] { filled = true; }));
        QVERIFY(filled);
        const QJsonObject entry = m_desk->entries(u"reads.copied"_s).back();
        QCOMPARE(entry["outcome"_L1].toString(), u"table_copied:100000"_s);
        QCOMPARE(entry["private"_L1].toObject()["read_ids"_L1].toArray().size(), 500);
    }

    void nothingIsCopiedThatIsNotLogged()
    {
        CopyService copies = service();
        QSignalSpy failed(&copies, &CopyService::logFailed);
        bool filled = false;
        const auto before = m_desk->entries().size();
        {
            const ServiceDesk::FullDisk full;
            const auto done = copies.copy({.terms = &m_run->terms(), .readIds = {u"read-1"_s}}, [&] { filled = true; });
            QVERIFY(!done);
            QVERIFY(std::holds_alternative<LogFault>(done.error().why));
        }
        QVERIFY(!filled);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_desk->entries().size(), before);
    }

    void aCellIsNeverAFormula_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"Harbor Rd 12"_s << "Harbor Rd 12"_ba;
        QTest::newRow("equals") << u"=HYPERLINK(1)"_s << "'=HYPERLINK(1)"_ba;
        QTest::newRow("plus") << u"+1"_s << "'+1"_ba;
        QTest::newRow("minus") << u"-2+3"_s << "'-2+3"_ba;
        QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
        QTest::newRow("quotes") << u"the \"quay\", east"_s << "\"the \"\"quay\"\", east\""_ba;
        QTest::newRow("turned round") << u"a\u202eb"_s << "a[U+202E]b"_ba;
    }
    void aCellIsNeverAFormula()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(CopyService::csv({u"Place"_s, u"Note"_s}, {{cell, u"n"_s}}), "Place,Note\r\n" + written + ",n\r\n");
    }
};

QTEST_GUILESS_MAIN(CopyServiceTest)
#include "CopyServiceTest.moc"
