// The exported log of another desk as the program opens it: checked as casebound-verify does, and refused with the reason.
#include "app/ExportedLog.h"
#include "app/verify/ExportFixture.h"
#include "ledger/EntryIndex.h"

using namespace casebound;
using namespace casebound::test;

class OtherLogTest : public QObject {
    Q_OBJECT

    ExportFixture m_log;
    std::vector<EncodedEntry> m_entries = LogMaker(7).make(600); // two bundles and a part

    KeyOfLog keys() const
    {
        return [key = m_log.signer.verifierKey()](const QByteArray& name) { return name == key.origin() ? key.text() : QByteArray(); };
    }
    std::optional<OtherLogProblem> problemOf(const QString& folder, QString* report = nullptr) const
    {
        const OtherLogResult opened = openExportedLog(folder, keys());
        if (!opened && report)
            *report = opened.error().report;
        return opened ? std::nullopt : std::optional(opened.error().problem);
    }

private Q_SLOTS:
    void givesTheEntriesThatStandInTheLog()
    {
        const auto opened = openExportedLog(m_log.exported(m_entries, true), keys());
        QVERIFY(opened);
        const OtherLog& log = **opened;
        QCOMPARE(log.origin(), QString::fromUtf8(origin));
        QCOMPARE(log.head().size, m_entries.size());
        MerkleTree tree;
        EntryIndex index(0);
        for (std::uint64_t next = 0; next < log.head().size; next += 100) {
            const auto leaves = log.leafHashes(next, 100);
            const auto rows = log.entries(next, 100);
            QCOMPARE(leaves.size(), rows.size());
            for (std::size_t n = 0; n < rows.size(); ++n) {
                tree.add(leaves[n]);
                QVERIFY(index.add(rows[n].publicBytes, rows[n].privateBytes, leaves[n]));
                QCOMPARE(rows[n].privateBytes, m_entries[next + n].privateBytes);
            }
        }
        QCOMPARE(tree.root(), log.head().root);
        QCOMPARE(log.entries(599, 5).size(), 1U);
        QVERIFY(log.entries(600, 5).empty() && log.leafHashes(600, 5).empty());
    }

    void refusesWhatWasAltered_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("a public part") << u"tile/entries/001"_s;
        QTest::newRow("a private part") << u"private/300.json"_s;
        QTest::newRow("a hash") << u"tile/0/001"_s;
        QTest::newRow("the head") << u"checkpoint"_s;
    }
    void refusesWhatWasAltered()
    {
        QFETCH(QString, file);
        const QString folder = m_log.exported(m_entries, true);
        QCOMPARE(problemOf(folder), std::nullopt);
        QRandomGenerator random(3);
        QByteArray bytes = contentsOf(folder + u'/' + file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        QVERIFY(replaceFile(folder + u'/' + file, bytes));
        QString report;
        const auto problem = problemOf(folder, &report);
        QCOMPARE(problem, OtherLogProblem::NotInOrder);
        if (file != u"checkpoint"_s)
            QVERIFY2(report.contains(u"fault found"_s), qPrintable(report));
    }

    void refusesWhatIsCutOff()
    {
        const QString folder = m_log.exported(m_entries, true);
        QVERIFY(QFile::remove(folder + u"/tile/entries/001"_s));
        QCOMPARE(problemOf(folder), OtherLogProblem::NotInOrder);
    }

    void refusesWhatAnybodyElseSigned()
    {
        const auto stranger = CheckpointSigner::create(origin, *PrivateKey::generateP256());
        QCOMPARE(problemOf(m_log.exported(m_entries, true, {}, &*stranger)), OtherLogProblem::NotInOrder);
        const auto unknown = CheckpointSigner::create("casebound/office/desk-9", *PrivateKey::generateP256());
        QCOMPARE(problemOf(m_log.exported(m_entries, true, {}, &*unknown)), OtherLogProblem::UnknownSigner);
    }

    void refusesWhatHasNoPrivateParts()
    {
        QCOMPARE(problemOf(m_log.exported(m_entries)), OtherLogProblem::NoPrivateParts);
        const QString folder = m_log.exported(m_entries, true);
        QVERIFY(QFile::remove(folder + u"/private/599.json"_s));
        QCOMPARE(problemOf(folder), OtherLogProblem::NoPrivateParts);
    }

    void refusesWhatIsNoLog()
    {
        QCOMPARE(problemOf(m_log.folder.filePath(u"nothing"_s)), OtherLogProblem::NoLog);
        QVERIFY(QDir().mkpath(m_log.folder.filePath(u"empty"_s)));
        QCOMPARE(problemOf(m_log.folder.filePath(u"empty"_s)), OtherLogProblem::NoLog);
    }

    void givesNoOtherEntriesThanThoseThatWereChecked()
    {
        const QString folder = m_log.exported(m_entries, true);
        const auto opened = openExportedLog(folder, keys());
        QVERIFY(opened);
        QVERIFY(replaceFile(folder + u"/private/5.json"_s, m_entries[6].privateBytes));
        EntryIndex index(5);
        const auto row = (*opened)->entries(5, 1);
        QCOMPARE(row.size(), 1U);
        QVERIFY(!index.add(row[0].publicBytes, row[0].privateBytes, (*opened)->leafHashes(5, 1).front())); // whoever reads it finds out
        QVERIFY(QFile::remove(folder + u"/private/5.json"_s));
        QVERIFY((*opened)->entries(5, 1).empty());
    }
};

QTEST_GUILESS_MAIN(OtherLogTest)
#include "OtherLogTest.moc"
