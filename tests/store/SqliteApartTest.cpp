#include "store/StoreFixture.h"

#include "store/Database.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <sqlite3.h> // the plain one

using namespace casebound;
using namespace casebound::test;

class SqliteApartTest : public QObject {
    Q_OBJECT

    static QByteArray start(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray();
    }

private Q_SLOTS:
    void allThreeWorkInOneProgramAndOursIsEncrypted()
    {
        LogFixture fixture;
        auto log = fixture.open().value();
        QVERIFY(log->append(intended(u"q1"_s)).has_value());

        const QString qtFile = fixture.outer.filePath(u"qt.db"_s);
        {
            QSqlDatabase qt = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"apart"_s);
            qt.setDatabaseName(qtFile);
            QVERIFY(qt.open());
            QSqlQuery query(qt);
            QVERIFY(query.exec(u"CREATE TABLE t (a)"_s));
            QVERIFY(query.exec(u"SELECT sqlite_version()"_s) && query.next());
            QCOMPARE(query.value(0).toString(), QString::fromLatin1(sqlite3_libversion()));
            QVERIFY(!query.exec(u"PRAGMA cipher_version"_s) || !query.next());
        }
        QSqlDatabase::removeDatabase(u"apart"_s);

        const QString plainFile = fixture.outer.filePath(u"plain.db"_s);
        sqlite3* plain = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(plainFile).constData(), &plain), SQLITE_OK);
        QCOMPARE(sqlite3_exec(plain, "CREATE TABLE t (a)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(plain);

        const QString cases = fixture.outer.filePath(u"cases.db"_s);
        QVERIFY(Database::open(cases, keyOf('k'), Database::caseSchema()).has_value());
        QVERIFY(log->append(plainRecord()).has_value());
        log.reset();

        const QByteArray header("SQLite format 3\0", 16);
        QCOMPARE(start(qtFile), header);
        QCOMPARE(start(plainFile), header);
        QVERIFY(start(cases) != header && start(cases).size() == 16);
        QVERIFY(start(fixture.file(u"audit.db"_s)) != header);
        QCOMPARE(Database::open(plainFile, keyOf('k'), {}).error(), StoreFault::NotEncrypted);
    }

private:
    static AuditRecord plainRecord() { return casebound::test::plain(AuditEvent::QueryAnswered, u"q1"_s); }
};

QTEST_GUILESS_MAIN(SqliteApartTest)
#include "SqliteApartTest.moc"
