// What the program does to itself before anything else, and that it holds against another process of the same person.
#include "crypto/ProcessHygiene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdlib>
#include <linux/capability.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

enum Attached { Yes = 10, No = 11, Unknown = 12 };

/// Root may look into everything; the question is about everybody else.
bool dropRights()
{
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, 2> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

/// A process that protects itself or not, and its parent, who may look into it as far as the system lets parents.
Attached attach(bool isProtected)
{
    const pid_t observer = ::fork();
    if (observer == 0) {
        if (!dropRights())
            ::_exit(Unknown);
        std::array<int, 2> ready{};
        if (::pipe(ready.data()) != 0)
            ::_exit(Unknown);
        const pid_t watched = ::fork();
        if (watched == 0) {
            if (isProtected)
                protectProcess();
            (void)!::write(ready[1], "x", 1);
            for (;;)
                ::pause();
        }
        char byte = 0;
        (void)!::read(ready[0], &byte, 1);
        const bool attached = ::ptrace(PTRACE_SEIZE, watched, nullptr, nullptr) == 0;
        ::kill(watched, SIGKILL);
        ::waitpid(watched, nullptr, 0);
        ::_exit(attached ? Yes : No);
    }
    int status = 0;
    ::waitpid(observer, &status, 0);
    return WIFEXITED(status) ? static_cast<Attached>(WEXITSTATUS(status)) : Unknown;
}

} // namespace

class ProcessHygieneTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Before protectProcess() was called here: what is protected cannot be looked at by its own debugger either.
    void anotherProcessOfThePersonCannotLookIn()
    {
        if (attach(false) != Yes)
            QSKIP("This system lets nobody attach to anything.");
        QCOMPARE(attach(true), No);
    }

    void leavesNoCoreAndNoFilesForOthers()
    {
        protectProcess();
        QVERIFY(isProcessProtected());
        rlimit core{};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &core), 0);
        QCOMPARE(core.rlim_max, rlim_t(0)); // and it cannot be raised again
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(::mkdir(QFile::encodeName(folder.filePath(u"folder"_s)).constData(), 0777) == 0);
        for (const QString& name : {u"file"_s, u"folder"_s}) {
            struct stat info{};
            QCOMPARE(::stat(QFile::encodeName(folder.filePath(name)).constData(), &info), 0);
            QCOMPARE(info.st_mode & 077, mode_t(0));
        }
    }

    void isNoticedWhereItDoesNotHold()
    {
        protectProcess();
        ::umask(022);
        QVERIFY(!isProcessProtected());
        protectProcess();
        QVERIFY(isProcessProtected());
    }

    // Each of these would have a library write secrets into a file, load code, or believe other authorities.
    void environmentDecidesNothing()
    {
        const std::array names{"SSLKEYLOGFILE", "OPENSSL_CONF",   "OPENSSL_MODULES", "OPENSSL_ENGINES",        "SSL_CERT_FILE",
                               "SSL_CERT_DIR",  "CURL_CA_BUNDLE", "OPENSSL_TRACE",   "PKCS11_PROVIDER_MODULE", "PKCS11_PROVIDER_DEBUG"};
        for (const char* name : names)
            ::setenv(name, "/made/up", 1);
        protectProcess();
        for (const char* name : names)
            QVERIFY2(!std::getenv(name), name);
    }
};

QTEST_GUILESS_MAIN(ProcessHygieneTest)
#include "ProcessHygieneTest.moc"
