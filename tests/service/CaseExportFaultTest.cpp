// Exports that come to nothing leave nothing: stopped at every step, on a full disk, without rights, with pictures that were exchanged.
#include "service/ExportVerdict.h"

#include <QRandomGenerator>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// No file may grow past this many bytes while it lives: as on a full disk.
class NoFileOver {
public:
    explicit NoFileOver(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = RLIM_INFINITY};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
            qFatal("The limit on file sizes could not be set.");
    }
    ~NoFileOver()
    {
        const rlimit all{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &all);
    }
};

dev_t deviceOf(const QString& path)
{
    struct stat about{};
    return ::stat(QFile::encodeName(path).constData(), &about) == 0 ? about.st_dev : dev_t{0};
}

} // namespace

class CaseExportFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // At the first sign of progress, at the second, …: until one is past its last.
    void cancelledAtAnyStepItLeavesNothing_data() { exportKinds(); }
    void cancelledAtAnyStepItLeavesNothing()
    {
        QFETCH(BundleKind, kind);
        ExportDesk desk(4);
        int step = 0, cancelled = 0;
        for (bool whole = false; !whole; ++step) {
            int seen = 0;
            const auto connection = QObject::connect(desk.service.get(), &CaseExport::progressed, desk.service.get(), [&] {
                if (seen++ == step)
                    desk.service->cancel();
            });
            const auto written = desk.run(desk.request(kind));
            QObject::disconnect(connection);
            whole = seen <= step;
            if (written) {
                QVERIFY2(whole, QByteArray::number(step).constData());
                break;
            }
            ++cancelled;
            QCOMPARE(written.error(), CaseExportProblem::Cancelled);
            QVERIFY2(desk.left().isEmpty(), QByteArray::number(step).constData());
            QCOMPARE(desk.lastEntry()["event"_L1].toString(), u"export.failed"_s);
            QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"cancelled"_s);
        }
        QVERIFY2(cancelled > 12, QByteArray::number(cancelled).constData());
        QVERIFY(verified(desk, desk.out.filePath(u"x"_s)).verdict() == VerifyVerdict::InOrder);
    }

    void cancelledBeforeItsFirstTurnItLeavesNothing()
    {
        ExportDesk desk(2);
        QSignalSpy finished(desk.service.get(), &CaseExport::finished);
        QVERIFY(desk.service->start(desk.request(BundleKind::Folder)));
        desk.service->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(desk.left().isEmpty());
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"cancelled"_s);
    }

    // The session locks: the entry stands before suspend() returns, for the log is closed then.
    void suspendedAtAnyStepItEndsAtOnceWithItsEntry()
    {
        for (int step = 0; step < 40; ++step) {
            ExportDesk desk(3);
            int seen = 0;
            bool stopped = false;
            QSignalSpy finished(desk.service.get(), &CaseExport::finished);
            QObject::connect(desk.service.get(), &CaseExport::progressed, desk.service.get(), [&] {
                if (seen++ == step)
                    QMetaObject::invokeMethod(
                        desk.service.get(),
                        [&] {
                            stopped = desk.service->isRunning();
                            desk.service->suspend();
                        },
                        Qt::QueuedConnection);
            });
            QVERIFY(desk.service->start(desk.request(BundleKind::Folder)));
            QTRY_COMPARE(finished.size(), 1);
            const QString last = desk.lastEntry()["event"_L1].toString();
            const bool written = last == u"export.written"_s;
            QVERIFY(written || (stopped && last == u"export.failed"_s));
            QTRY_COMPARE(desk.left().isEmpty(), !written); // the worker tidies when it comes to it
            if (seen <= step)
                return;
        }
    }

    void goneWithItsSessionItLeavesNothing()
    {
        ExportDesk desk(8);
        QSignalSpy progressed(desk.service.get(), &CaseExport::progressed);
        QVERIFY(desk.service->start(desk.request(BundleKind::Folder)));
        QTRY_VERIFY(progressed.size() > 4);
        desk.service.reset();
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"cancelled"_s);
        QTRY_VERIFY(desk.left().isEmpty());
    }

    void fullDiskIsToldAndLeavesNothing_data() { exportKinds(); }
    void fullDiskIsToldAndLeavesNothing()
    {
        QFETCH(BundleKind, kind);
        ExportDesk desk(2);
        // Larger than the log may become here, which goes on: another disk is full, not its own.
        KeptRead large = test::read(50, u"large"_s).kept;
        QByteArray noise(6 << 20, Qt::Uninitialized);
        QRandomGenerator(3).generate(noise.begin(), noise.end());
        large.read.images = {
            {.kind = ImageKind::Plate, .path = u"/v1/images/l"_s, .type = ImageType::Png, .sha256 = toBytes(sha256(noise))}};
        large.images = {{ImageKind::Plate, noise}};
        QVERIFY(desk.desk.kept->insert(CaseNumber(CaseText), large));
        {
            const NoFileOver most(5 << 20);
            const auto written = desk.run(desk.request(kind));
            QVERIFY(!written);
            QCOMPARE(written.error(), CaseExportProblem::DiskFull);
        }
        QVERIFY(desk.left().isEmpty());
        QCOMPARE(desk.lastEntry()["event"_L1].toString(), u"export.failed"_s);
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"disk_full"_s);
    }

    void folderWithoutRightsIsTold()
    {
        ExportDesk desk(1);
        const QByteArray folder = QFile::encodeName(desk.out.path());
        QCOMPARE(::chmod(folder.constData(), 0500), 0);
        const auto written = desk.run(desk.request(BundleKind::Zip));
        QCOMPARE(::chmod(folder.constData(), 0700), 0);
        if (::geteuid() == 0)
            QSKIP("the superuser writes everywhere");
        QVERIFY(!written);
        QCOMPARE(written.error(), CaseExportProblem::CannotWrite);
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"cannot_write"_s);
        QVERIFY(desk.left().isEmpty());
    }

    // Written beside the target, so that the name is given in one step and nothing plain lies elsewhere.
    void targetOnAnotherFileSystemIsWrittenThereAlone_data() { exportKinds(); }
    void targetOnAnotherFileSystemIsWrittenThereAlone()
    {
        QFETCH(BundleKind, kind);
        ExportDesk desk(2);
        QTemporaryDir other(u"/dev/shm/casebound-test-XXXXXX"_s);
        if (!other.isValid() || deviceOf(other.path()) == deviceOf(desk.desk.folder.path()))
            QSKIP("there is no other file system here");
        CaseExportRequest request = desk.request(kind);
        request.target = other.filePath(u"x"_s);
        QVERIFY(desk.run(request));
        QVERIFY(verified(desk, request.target).verdict() == VerifyVerdict::InOrder);
        QVERIFY(desk.left().isEmpty());
    }

    void whatTheOutsideCheckRefusesDoesNotGetItsName()
    {
        ExportDesk desk(2);
        desk.service->setCheck([](const QString&) { return u"fault found"_s; });
        QCOMPARE(desk.run(desk.request(BundleKind::Folder)).error(), CaseExportProblem::CheckFailed);
        QVERIFY(desk.left().isEmpty());
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"check_failed"_s);
    }

    void pictureThatWasExchangedStopsIt()
    {
        ExportDesk desk(1);
        KeptRead other = test::read(9, u"x"_s).kept;
        other.images.front().second += "altered";
        QVERIFY(desk.desk.kept->insert(CaseNumber(CaseText), other));
        QCOMPARE(desk.run(desk.request(BundleKind::Zip)).error(), CaseExportProblem::PictureDiffers);
        QVERIFY(desk.left().isEmpty());
    }

    void credentialThatIsGoneSignsNothing()
    {
        ExportDesk desk(1);
        desk.service =
            std::make_unique<CaseExport>(CaseExport::Parts{.log = *desk.desk.log,
                                                           .cases = *desk.desk.cases,
                                                           .kept = *desk.desk.kept,
                                                           .profile = desk.desk.profile,
                                                           .clock = desk.desk.clock,
                                                           .actor = {.user = UserId(u"u-agent"_s), .role = Role::Agent},
                                                           .sign = [](const QByteArray&) -> std::expected<QByteArray, CredentialFault> {
                                                               return std::unexpected(CredentialFault::Removed);
                                                           }});
        QCOMPARE(desk.run(desk.request(BundleKind::Zip)).error(), CaseExportProblem::CannotSign);
        QVERIFY(desk.left().isEmpty());
    }

    void nothingIsWrittenWhereTheIntentionCannotBeLogged()
    {
        ExportDesk desk(1);
        QSignalSpy failed(desk.service.get(), &CaseExport::logFailed);
        {
            const ServiceDesk::FullDisk full;
            QCOMPARE(desk.run(desk.request(BundleKind::Zip)).error(), CaseExportProblem::LogFault);
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY(desk.left().isEmpty());
    }
};

QTEST_MAIN(CaseExportFaultTest)
#include "CaseExportFaultTest.moc"
