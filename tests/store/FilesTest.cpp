// Files and folders of the store where the disk, or somebody else, does not play along. Other programs' rights are tried as whoever runs
// this.
#include "store/StoreFixture.h"

#include "store/Files.h"

#include <QTest>

#include <sys/stat.h>

using namespace casebound;
using namespace casebound::test;

class FilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void whatIsNotThereIsAFault()
    {
        QCOMPARE(syncFile(path(u"none"_s)).error(), StoreFault::WriteFailed);
        QCOMPARE(syncFolder(path(u"none"_s)).error(), StoreFault::WriteFailed);
        QCOMPARE(renameDurably(path(u"none"_s), path(u"other"_s)).error(), StoreFault::WriteFailed);
        QCOMPARE(writeDurably(path(u"no/folder/file"_s), "bytes").error(), StoreFault::WriteFailed);
        QCOMPARE(lockFile(path(u"no/folder/lock"_s)).error(), StoreFault::WriteFailed);
        QVERIFY(!removeFile(path(u"none"_s)));
    }
    void writesWholeOrNothing()
    {
        QVERIFY(writeDurably(path(u"file"_s), "first"));
        QVERIFY(writeDurably(path(u"file"_s), "second"));
        QFile file(path(u"file"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("second"));
        QVERIFY(!QFile::exists(path(u"file.part"_s)));
        // Where a link stands in its way, it goes to nobody's file.
        overwrite(path(u"elsewhere"_s), "theirs");
        QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"linked.part"_s)));
        QVERIFY(!writeDurably(path(u"linked"_s), "ours"));
        QCOMPARE(filesIn(m_folder.path())[u"elsewhere"_s], QByteArray("theirs"));
    }
    void takesNoFolderOthersCanWriteTo()
    {
        QVERIFY(preparePrivateFolder(path(u"deep/er/own"_s)));
        struct stat about{};
        QCOMPARE(::stat(QFile::encodeName(path(u"deep/er/own"_s)).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777, 0700U);
        QVERIFY(preparePrivateFolder(path(u"deep/er/own"_s))); // it is there
        QCOMPARE(::chmod(QFile::encodeName(path(u"deep/er/own"_s)).constData(), 0770), 0);
        QCOMPARE(preparePrivateFolder(path(u"deep/er/own"_s)).error(), StoreFault::WriteFailed);
        overwrite(path(u"afile"_s), "no folder");
        QCOMPARE(preparePrivateFolder(path(u"afile"_s)).error(), StoreFault::WriteFailed);
    }
    void oneHolderOfALock()
    {
        auto first = lockFile(path(u"lock"_s));
        QVERIFY(first && *first);
        const auto second = lockFile(path(u"lock"_s));
        QVERIFY(second && !*second); // no fault: somebody has it
        first->reset();
        QVERIFY(lockFile(path(u"lock"_s)).value().has_value());
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
