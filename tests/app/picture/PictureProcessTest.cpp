#include "app/PictureProcess.h"
#include "picture/Sandbox.h"
#include "support/Paths.h"

#include <QBuffer>
#include <QImageWriter>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QString helper = test::builtProgram(u"casebound-picture"_s);
const QString broken = test::builtForTests(u"broken_picture"_s);

QImage scene()
{
    QImage image(64, 32, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 4, y * 8, 90));
    return image;
}

QByteArray written(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return QImageWriter(&buffer, format).write(image) ? bytes : QByteArray();
}

DecodedPicture wait(QFuture<DecodedPicture> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

class PictureProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsComeThrough()
    {
        PictureProcess process({.program = helper});
        const auto png = wait(process.decode(written(scene(), "png")));
        QVERIFY(png.has_value());
        QCOMPARE(*png, scene());
        const auto jpeg = wait(process.decode(written(scene(), "jpeg")));
        QVERIFY(jpeg.has_value());
        QCOMPARE(jpeg->size(), scene().size());
        QCOMPARE(jpeg->format(), QImage::Format_RGB32);
    }

    void transparencyComesThrough()
    {
        QImage image(8, 8, QImage::Format_ARGB32);
        image.fill(QColor(200, 100, 50, 128));
        PictureProcess process({.program = helper});
        const auto decoded = wait(process.decode(written(image, "png")));
        QVERIFY(decoded.has_value());
        QCOMPARE(*decoded, image.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    }

    void oneHelperServesManyPictures()
    {
        PictureProcess process({.program = helper});
        std::vector<QFuture<DecodedPicture>> futures;
        for (int n = 0; n < 50; ++n)
            futures.push_back(process.decode(n % 5 == 4 ? QByteArray("no picture") : written(scene(), "png")));
        for (int n = 0; n < 50; ++n) {
            const auto decoded = wait(futures[std::size_t(n)]);
            QCOMPARE(decoded.has_value(), n % 5 != 4);
        }
    }

    void whateverAHelperDoesTheNextPictureWorks_data()
    {
        QTest::addColumn<QByteArray>("deed");
        QTest::addColumn<PictureFault>("fault");
        QTest::newRow("crash") << QByteArray("c") << PictureFault::Crashed;
        QTest::newRow("end") << QByteArray("e") << PictureFault::Crashed;
        QTest::newRow("hang") << QByteArray("h") << PictureFault::TookTooLong;
        QTest::newRow("sides that do not fit") << QByteArray("l") << PictureFault::Crashed;
        QTest::newRow("nonsense") << QByteArray("n") << PictureFault::Crashed;
        QTest::newRow("ready again") << QByteArray("r") << PictureFault::Crashed;
        QTest::newRow("half an answer") << QByteArray("s") << PictureFault::TookTooLong;
        QTest::newRow("makes the shared memory smaller") << QByteArray("t") << PictureFault::OtherFormat;
    }
    void whateverAHelperDoesTheNextPictureWorks()
    {
        QFETCH(QByteArray, deed);
        QFETCH(PictureFault, fault);
        PictureProcess process({.program = broken, .limit = std::chrono::milliseconds(fault == PictureFault::TookTooLong ? 300 : 15'000)});
        const auto first = wait(process.decode(deed));
        QVERIFY(!first.has_value());
        QCOMPARE(first.error(), fault);
        const auto next = wait(process.decode("a picture"));
        QVERIFY(next.has_value());
        QCOMPARE(next->size(), QSize(1, 1));
    }

    void withoutAHelperThereIsNoPicture_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("not there") << u"/nowhere/casebound-picture"_s;
        QTest::newRow("another program") << u"/bin/false"_s;
        QTest::newRow("says nothing") << u"/bin/true"_s;
    }
    void withoutAHelperThereIsNoPicture()
    {
        QFETCH(QString, program);
        PictureProcess process({.program = program});
        QCOMPARE(wait(process.decode(written(scene(), "png"))).error(), PictureFault::NoHelper);
    }

    void whatWaitsIsAnsweredAtTheEnd()
    {
        QFuture<DecodedPicture> waiting;
        {
            PictureProcess process({.program = broken, .limit = std::chrono::hours(1)});
            const QFuture<DecodedPicture> stuck = process.decode("h");
            waiting = process.decode("a picture");
        }
        // Without waiting for the picture that hangs: whoever signs out is not kept.
        QVERIFY(waiting.isFinished());
        QVERIFY(waiting.resultCount() == 1);
    }

    void sandboxHolds_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char* deed : {"open", "socket", "fork", "exec", "code", "signal"})
            QTest::newRow(deed) << QString::fromLatin1(deed);
    }
    void sandboxHolds()
    {
        QFETCH(QString, deed);
        QProcess process;
        process.start(helper, {u"--try"_s, deed});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGSYS);
    }

    void sandboxLetsAHelperEndAndRefusesMemory()
    {
        QCOMPARE(QProcess::execute(helper, {u"--try"_s, u"nothing"_s}), 0);
        QCOMPARE(QProcess::execute(helper, {u"--try"_s, u"memory"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(PictureProcessTest)
#include "PictureProcessTest.moc"
