#include "app/PracticeVendorProcess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace casebound;
using namespace Qt::StringLiterals;

/// Against stand-ins written as shell scripts: the real vendor has its own tests and the integration tests.
class PracticeVendorProcessTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    PracticeVendorProcess::Config configOf(const QByteArray& script, std::chrono::milliseconds limit = std::chrono::seconds(20))
    {
        const QString path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".sh"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0 ||
            !file.setPermissions(QFile::ReadOwner | QFile::ExeOwner))
            qFatal("The stand-in could not be written.");
        PracticeVendorProcess::Config config;
        config.program = path;
        config.startLimit = limit;
        return config;
    }

    static VendorResult<QUrl> wait(QFuture<VendorResult<QUrl>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("No answer.");
        return future.result();
    }

private Q_SLOTS:
    void readsTheAddressOnce()
    {
        PracticeVendorProcess vendor(configOf("echo warming up; echo listening https://127.0.0.1:4711; cat >/dev/null"));
        const auto first = wait(vendor.address());
        QVERIFY(first);
        QCOMPARE(*first, QUrl(u"https://127.0.0.1:4711"_s));
        QCOMPARE(*wait(vendor.address()), *first);
    }

    void saysWhenItDoesNotComeUp_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("ends") << QByteArray("exit 2");
        QTest::newRow("plain http") << QByteArray("echo listening http://127.0.0.1:4711; cat >/dev/null");
        QTest::newRow("no port") << QByteArray("echo listening https://127.0.0.1; cat >/dev/null");
        QTest::newRow("talks without end") << QByteArray("while echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; do :; done | tr -d '\\n'");
        QTest::newRow("says nothing") << QByteArray("cat >/dev/null");
    }
    void saysWhenItDoesNotComeUp()
    {
        QFETCH(QByteArray, script);
        QFile::remove(m_folder.filePath(u"saysWhenItDoesNotComeUp.sh"_s));
        PracticeVendorProcess vendor(configOf(script, std::chrono::milliseconds(1'500)));
        const auto answer = wait(vendor.address());
        QVERIFY(!answer);
        QCOMPARE(answer.error().fault, VendorFault::Unreachable);
    }

    void missingProgramIsSaid()
    {
        PracticeVendorProcess::Config config;
        config.program = m_folder.filePath(u"nowhere"_s);
        PracticeVendorProcess vendor(config);
        QVERIFY(!wait(vendor.address()));
    }

    void endsTheChildWithItself()
    {
        const QString mark = m_folder.filePath(u"pid"_s);
        {
            PracticeVendorProcess vendor(
                configOf("echo $$ >" + QFile::encodeName(mark) + "; echo listening https://127.0.0.1:4711; exec cat >/dev/null"));
            QVERIFY(wait(vendor.address()));
        }
        QFile file(mark);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int child = file.readAll().trimmed().toInt();
        QVERIFY(child > 1);
        QVERIFY(::kill(child, 0) != 0);
    }

    void startsAgainAfterTheChildDied()
    {
        const QString mark = m_folder.filePath(u"again"_s);
        PracticeVendorProcess vendor(configOf("if [ -e " + QFile::encodeName(mark) +
                                              " ]; then echo listening https://127.0.0.1:2; cat >/dev/null; else touch " +
                                              QFile::encodeName(mark) + "; exit 1; fi"));
        QVERIFY(!wait(vendor.address()));
        const auto second = wait(vendor.address());
        QVERIFY(second);
        QCOMPARE(second->port(), 2);
    }
};

QTEST_GUILESS_MAIN(PracticeVendorProcessTest)
#include "PracticeVendorProcessTest.moc"
