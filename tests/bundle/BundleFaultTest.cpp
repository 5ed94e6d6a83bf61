#include "bundle/BundleFixture.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace casebound;
using namespace casebound::test;

namespace {

/// No file may grow past this many bytes while it lives: as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = RLIM_INFINITY};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0)
            qFatal("The limit on file sizes could not be set.");
    }
    ~FullDisk()
    {
        const rlimit all{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &all);
    }
};

bool isEmpty(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty();
}

} // namespace

class BundleFaultTest : public QObject {
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("folder") << int(BundleKind::Folder);
        QTest::newRow("zip") << int(BundleKind::Zip);
        QTest::newRow("encrypted") << int(BundleKind::Encrypted);
    }

private Q_SLOTS:
    void stoppedAtAnyStepItLeavesNothing_data() { kinds(); }
    void stoppedAtAnyStepItLeavesNothing()
    {
        QFETCH(int, kind);
        BundleFixture fixture(4);
        QTemporaryDir to;
        const std::vector<Certificate> recipients =
            BundleKind(kind) == BundleKind::Encrypted ? std::vector{fixture.people.recipient} : std::vector<Certificate>();
        std::vector<BundleRead> plain, pictures;
        for (int n = 0; n < 4; ++n) {
            plain.push_back(fixture.read(n, false));
            pictures.push_back(fixture.read(n, true));
        }
        int steps = 0;
        for (bool ended = false; !ended; ++steps) {
            auto writer = BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind(kind),
                                               to.filePath(u"x"_s), recipients)
                              .value();
            QVERIFY(writer->start());
            bool fed = false;
            for (int n = 0; n < steps && !ended; ++n) {
                const BundleWants wants = writer->wants();
                BundleSink::Done done;
                switch (wants) {
                case BundleWants::Reads:
                case BundleWants::Pictures:
                    done = fed ? writer->endReads() : writer->addReads(wants == BundleWants::Reads ? plain : pictures);
                    fed = !fed;
                    break;
                case BundleWants::Entries:
                    done = fed ? writer->endEntries() : writer->addEntries(fixture.entries);
                    fed = !fed;
                    break;
                case BundleWants::Signature: done = writer->sign("signature"); break;
                case BundleWants::TimeStamp:
                case BundleWants::Check:
                case BundleWants::Done: ended = true; break;
                }
                QVERIFY(done);
            }
            writer.reset();
            QVERIFY2(isEmpty(to.path()), QByteArray::number(steps).constData());
        }
        QVERIFY(steps > 25);
    }

    void fullDiskIsToldAndLeavesNothing_data() { kinds(); }
    void fullDiskIsToldAndLeavesNothing()
    {
        QFETCH(int, kind);
        BundleFixture fixture(30);
        QTemporaryDir to;
        for (const rlim_t bytes : {1, 3'000, 20'000}) {
            const FullDisk full(bytes);
            const auto written = fixture.write(BundleKind(kind), to.filePath(u"x"_s));
            QVERIFY(!written);
            QCOMPARE(written.error(), BundleFault::DiskFull);
        }
        QVERIFY(isEmpty(to.path()));
        QVERIFY(fixture.write(BundleKind(kind), to.filePath(u"x"_s)));
    }

    void folderWithoutRightsIsTold_data() { kinds(); }
    void folderWithoutRightsIsTold()
    {
        QFETCH(int, kind);
        BundleFixture fixture(2);
        QTemporaryDir to;
        QCOMPARE(::chmod(QFile::encodeName(to.path()).constData(), 0500), 0);
        const auto written = fixture.write(BundleKind(kind), to.filePath(u"x"_s));
        QCOMPARE(::chmod(QFile::encodeName(to.path()).constData(), 0700), 0);
        QVERIFY(!written);
        QCOMPARE(written.error(), BundleFault::CannotWrite);
        QVERIFY(isEmpty(to.path()));
        QCOMPARE(fixture.write(BundleKind(kind), to.filePath(u"missing/x"_s)).error(), BundleFault::CannotWrite);
    }

    void whatIsThereIsNeverTouched_data() { kinds(); }
    void whatIsThereIsNeverTouched()
    {
        QFETCH(int, kind);
        BundleFixture fixture(2);
        const QString there = fixture.save(u"there"_s, "mine");
        QCOMPARE(fixture.write(BundleKind(kind), there).error(), BundleFault::TargetExists);
        QVERIFY(QFile::link(u"/nowhere"_s, fixture.folder.filePath(u"link"_s)));
        QCOMPARE(fixture.write(BundleKind(kind), fixture.folder.filePath(u"link"_s)).error(), BundleFault::TargetExists);
        // It appears while the export is written.
        const QString late = fixture.folder.filePath(u"late"_s);
        const std::vector<Certificate> recipients =
            BundleKind(kind) == BundleKind::Encrypted ? std::vector{fixture.people.recipient} : std::vector<Certificate>();
        auto writer =
            BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind(kind), late, recipients).value();
        QVERIFY(!fixture.save(u"late"_s, "mine").isEmpty());
        QCOMPARE(fixture.drive(*writer).error(), BundleFault::TargetExists);
        QCOMPARE(contents(late), QByteArray("mine"));
        QCOMPARE(contents(there), QByteArray("mine"));
    }

    void recipientMustBeAbleToOpenIt()
    {
        BundleFixture fixture(1);
        QCOMPARE(BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind::Encrypted,
                                      fixture.folder.filePath(u"x"_s), {})
                     .error(),
                 BundleFault::BadRecipient);
        // An authority's certificate signs and agrees on nothing.
        QCOMPARE(BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind::Encrypted,
                                      fixture.folder.filePath(u"x"_s), {fixture.people.authority.authority()})
                     .error(),
                 BundleFault::BadRecipient);
        QCOMPARE(BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind::Zip,
                                      fixture.folder.filePath(u"x"_s), {fixture.people.recipient})
                     .error(),
                 BundleFault::BadRecipient);
        QVERIFY(!QFile::exists(fixture.folder.filePath(u"x"_s)));
    }

    void leaveIsForOneExport()
    {
        BundleFixture fixture(1);
        QVERIFY(!BundleWriter::create(ExportProbe::leave(u"another"_s), fixture.cover, BundleKind::Folder, fixture.folder.filePath(u"x"_s),
                                      {}));
    }

    void alteredPictureStopsTheExport()
    {
        BundleFixture fixture(1);
        auto writer = BundleWriter::create(ExportProbe::leave(fixture.cover.exportId), fixture.cover, BundleKind::Folder,
                                           fixture.folder.filePath(u"x"_s), {})
                          .value();
        QVERIFY(writer->start());
        while (writer->wants() == BundleWants::Reads || writer->wants() == BundleWants::Entries)
            QVERIFY(writer->wants() == BundleWants::Reads ? writer->endReads() : writer->endEntries());
        BundleRead read = fixture.read(0, true);
        read.kept.images[0].second += 'x';
        QCOMPARE(writer->addReads({read}).error(), BundleFault::PictureDiffers);
    }
};

QTEST_MAIN(BundleFaultTest)
#include "BundleFaultTest.moc"
