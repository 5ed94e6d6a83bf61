#include "office/PrivateFolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace casebound;
using namespace Qt::StringLiterals;

class PrivateFolderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString place(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    static int modeOf(const QString& path)
    {
        struct stat info{};
        return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
    }

private Q_SLOTS:
    void newFoldersAreOursAloneWhateverTheMask()
    {
        const mode_t mask = ::umask(0);
        const auto made = ensurePrivateFolder(place("a/b/c"));
        ::umask(mask);
        QVERIFY(made);
        for (const char* name : {"a", "a/b", "a/b/c"})
            QCOMPARE(modeOf(place(name)), 0700);
    }

    void readableFolderIsNarrowed()
    {
        QVERIFY(QDir().mkpath(place("wide")));
        QCOMPARE(::chmod(QFile::encodeName(place("wide")).constData(), 0755), 0);
        QVERIFY(ensurePrivateFolder(place("wide")));
        QCOMPARE(modeOf(place("wide")), 0700);
    }

    void folderOthersCanWriteAndLinksAreRefused()
    {
        QVERIFY(QDir().mkpath(place("open")));
        QCOMPARE(::chmod(QFile::encodeName(place("open")).constData(), 0777), 0);
        QCOMPARE(ensurePrivateFolder(place("open")).error(), FolderFault::NotPrivate);
        QVERIFY(QDir().mkpath(place("real")));
        QVERIFY(QFile::link(place("real"), place("link")));
        QCOMPARE(ensurePrivateFolder(place("link")).error(), FolderFault::NotPrivate);
        QVERIFY(writePrivateFile(place("file"), "x"));
        QCOMPARE(ensurePrivateFolder(place("file")).error(), FolderFault::NotPrivate);
    }

    void filesAreOursAloneAndNeverReplaced()
    {
        const mode_t mask = ::umask(0);
        const auto written = writePrivateFile(place("secret"), "abc");
        ::umask(mask);
        QVERIFY(written);
        QCOMPARE(modeOf(place("secret")), 0600);
        QVERIFY(!writePrivateFile(place("secret"), "def"));
        QCOMPARE(readPrivateFile(place("secret"), 3), QByteArray("abc"));
        QVERIFY(!readPrivateFile(place("secret"), 2));
        QVERIFY(QFile::link(place("secret"), place("secret-link")));
        QVERIFY(!readPrivateFile(place("secret-link"), 3));
        QVERIFY(!readPrivateFile(place("missing"), 3));
    }

    void secondProgramOfAFolderIsTurnedAway()
    {
        QVERIFY(ensurePrivateFolder(place("one")));
        {
            const auto first = FolderLock::take(place("one"));
            QVERIFY(first);
            const auto second = FolderLock::take(place("one"));
            QVERIFY(!second);
            QCOMPARE(second.error(), FolderFault::InUse);
        }
        QVERIFY(FolderLock::take(place("one")));
    }
};

QTEST_GUILESS_MAIN(PrivateFolderTest)
#include "PrivateFolderTest.moc"
