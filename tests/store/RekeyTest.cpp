#include "store/Rekey.h"

#include "crypto/PrivateKey.h"
#include "store/Database.h"
#include "store/StoreFixture.h"

#include <QTest>

using namespace casebound;
using namespace casebound::test;

class RekeyTest : public QObject {
    Q_OBJECT

    static constexpr int entries = 600;

    static void fill(LogFixture& log)
    {
        const auto opened = log.open('k');
        if (!opened)
            qFatal("the log does not open");
        for (int n = 0; n < entries; ++n) {
            if (!(*opened)->append(plain(AuditEvent::SessionLocked)))
                qFatal("the log takes no entry");
        }
    }

private Q_SLOTS:
    void copyHoldsTheSameLogUnderTheNextKeyAlone()
    {
        LogFixture log;
        log.config.signingKey = *PrivateKey::generateP256();
        fill(log);
        const auto before = filesIn(log.config.folder);
        const QString copy = log.outer.filePath(u"next"_s);
        QVERIFY(QDir().mkdir(copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto copied = copyLogWithKey(log.config.folder, copy, keyOf('k'), keyOf('n'));
        QVERIFY2(copied, copied ? "" : qPrintable(QString::number(static_cast<int>(copied.error()))));
        QCOMPARE(filesIn(log.config.folder), before); // the old one is as it was
        QVERIFY(!QFile::exists(copy + u"/audit.db-wal"_s) && !QFile::exists(copy + u"/audit.db-journal"_s));

        AuditLog::Config next = log.config;
        next.folder = copy;
        QCOMPARE(AuditLog::open(next, keyOf('k'), log.clock).error(), LogFault::Locked);
        const auto opened = AuditLog::open(next, keyOf('n'), log.clock, &log.where);
        QVERIFY2(opened, qPrintable(log.where));
        const auto old = log.open('k');
        QVERIFY(old);
        QCOMPARE((*opened)->head().size, (*old)->head().size);
        for (const std::uint64_t at : {0U, 300U, 600U})
            QCOMPARE((*opened)->entries(at, 1).front().publicBytes, (*old)->entries(at, 1).front().publicBytes);
        QVERIFY((*opened)->append(plain(AuditEvent::SessionLocked)));
    }

    void wrongKeyLeavesNothingBehind()
    {
        LogFixture log;
        fill(log);
        const QString copy = log.outer.filePath(u"next"_s);
        QVERIFY(QDir().mkdir(copy));
        QCOMPARE(copyLogWithKey(log.config.folder, copy, keyOf('x'), keyOf('n')).error(), StoreFault::Locked);
        QCOMPARE(QDir(copy).entryList(QDir::Files), QStringList());
        QVERIFY(log.open('k'));
    }

    void refusesWhatCannotBeCopied()
    {
        QTemporaryDir folder;
        const QString from = folder.filePath(u"cases.db"_s), to = folder.filePath(u"copy.db"_s);
        const auto schema = Database::caseSchema();
        QVERIFY(Database::open(from, keyOf('c'), schema));
        QCOMPARE(copyWithKey(from, to, keyOf('c'), SecureBytes::copyOf("short"), schema).error(), StoreFault::WriteFailed);
        QCOMPARE(copyWithKey(from, folder.filePath(u"no/folder.db"_s), keyOf('c'), keyOf('d'), schema).error(), StoreFault::WriteFailed);
        QFile file(from);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        QVERIFY(!copyWithKey(from, to, keyOf('c'), keyOf('d'), schema));
        QVERIFY(!QFile::exists(to) && !QFile::exists(to + u"-journal"_s)); // nothing half-done stays
        QCOMPARE(copyLogWithKey(folder.filePath(u"nothing"_s), folder.path(), keyOf('c'), keyOf('d')).has_value(), false);
    }
    void caseFilesKeepTheirContent()
    {
        QTemporaryDir folder;
        const QString from = folder.filePath(u"cases.db"_s), to = folder.filePath(u"copy.db"_s);
        QVERIFY(Database::open(from, keyOf('c'), Database::caseSchema()));
        QVERIFY(copyWithKey(from, to, keyOf('c'), keyOf('d'), Database::caseSchema()));
        QVERIFY(Database::open(to, keyOf('d'), Database::caseSchema()));
        QCOMPARE(Database::open(to, keyOf('c'), Database::caseSchema()).error(), StoreFault::Locked);
        QVERIFY(Database::open(from, keyOf('c'), Database::caseSchema()));
        QVERIFY(!copyWithKey(from, to, keyOf('c'), keyOf('d'), Database::caseSchema())); // never over a file that is there
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("SQLite format 3"));
    }
};

QTEST_GUILESS_MAIN(RekeyTest)
#include "RekeyTest.moc"
