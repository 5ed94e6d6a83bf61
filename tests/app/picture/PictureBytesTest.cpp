#include "picture/PictureDecode.h"
#include "picture/PngBytes.h"
#include "support/Paths.h"

#include <QBuffer>
#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTest>
#include <QtEndian>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QByteArray kept(const QString& name)
{
    QFile file(test::sourceFile(u"tests/app/picture/corpus/"_s) + name + u".bin"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names(const QString& pattern)
{
    QStringList list;
    for (const QString& file : QDir(test::sourceFile(u"tests/app/picture/corpus"_s)).entryList({pattern + u"*.bin"_s}))
        list.append(file.chopped(4));
    return list;
}

QByteArray pngChunk(const QByteArray& name, const QByteArray& body)
{
    QByteArray chunk(4, '\0');
    qToBigEndian(quint32(body.size()), chunk.data());
    chunk += name + body;
    QByteArray crc(4, '\0');
    qToBigEndian(pngCrc(QByteArrayView(chunk).sliced(4)), crc.data());
    return chunk + crc;
}

} // namespace

class PictureBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareDecoding(); }

    void corpusIsLargeEnough() { QVERIFY(names(u"bad-"_s).size() >= 60); }

    void goodPictureIsDecoded_data() { rows(u"good-"_s); }
    void goodPictureIsDecoded()
    {
        QFETCH(QString, name);
        const auto decoded = decodePicture(kept(name));
        QVERIFY(decoded.has_value());
        QVERIFY(!decoded->isNull());
    }

    void badPictureIsNamed_data() { rows(u"bad-"_s); }
    void badPictureIsNamed()
    {
        QFETCH(QString, name);
        const auto decoded = decodePicture(kept(name));
        QVERIFY(!decoded.has_value());
        if (name.contains(u"huge"_s) || name.contains(u"bomb"_s) || name.contains(u"zero-"_s) || name.endsWith(u"wide"_s))
            QCOMPARE(decoded.error(), PictureFault::TooManyPixels);
        if (name.contains(u"scans"_s))
            QCOMPARE(decoded.error(), PictureFault::TooCostly);
        if (!name.contains(u"png"_s) && !name.contains(u"jpeg"_s))
            QCOMPARE(decoded.error(), PictureFault::OtherFormat);
    }

    void cleaningChangesNothingThatIsSeen_data() { rows(u"good-"_s); }
    void cleaningChangesNothingThatIsSeen()
    {
        QFETCH(QString, name);
        QByteArray bytes = kept(name);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, name.contains(u"png"_s) ? "png" : "jpeg");
        reader.setAutoDetectImageFormat(false);
        reader.setAutoTransform(false);
        QImage whole = reader.read();
        QVERIFY(!whole.isNull());
        whole.setColorSpace({}); // of the profile; nothing of it is applied to the pixels
        const auto decoded = decodePicture(bytes);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->convertToFormat(QImage::Format_ARGB32), whole.convertToFormat(QImage::Format_ARGB32));
    }

    void cleaningIsDoneOnce_data() { rows(u"good-"_s); }
    void cleaningIsDoneOnce()
    {
        QFETCH(QString, name);
        const auto clean = cleanPicture(kept(name));
        QVERIFY(clean.has_value());
        QCOMPARE(cleanPicture(clean->bytes), clean);
    }

    void whatDoesNotDrawNeverReachesTheDecoder()
    {
        for (const QString& name : names(u"good-"_s)) {
            const auto clean = cleanPicture(kept(name));
            QVERIFY(clean.has_value());
            for (const char* word : {"zTXt", "iCCP", "eXIf", "tEXt", "acTL", "fdAT", "gAMA", "Exif", "ICC_PROFILE", "script", "PK\x03\x04"})
                QVERIFY2(!clean->bytes.contains(word), qPrintable(name));
        }
    }

    void tooManyBytesAreNotLookedAt()
    {
        QByteArray bytes = kept(u"good-jpeg"_s);
        bytes.resize(maxImageBytes + 1, '\0');
        QCOMPARE(cleanPicture(bytes).error(), PictureFault::TooManyBytes);
        bytes.chop(1); // what comes after the end does not matter
        QVERIFY(cleanPicture(bytes).has_value());
    }

    void unknownChunkThatNeedNotBeDrawnIsLeftOut()
    {
        const QByteArray png = kept(u"good-png"_s);
        const QByteArray with = png.first(33) + pngChunk("abCd", "private") + png.sliced(33);
        QCOMPARE(cleanPicture(with), cleanPicture(png));
        QVERIFY(!cleanPicture(png.first(33) + pngChunk("ABCd", "private") + png.sliced(33)).has_value());
    }

    void stripsAreTheWholePicture()
    {
        const auto decoded = decodePicture(kept(u"good-png-palette"_s));
        QVERIFY(decoded.has_value());
        const QImage whole = decoded->convertToFormat(QImage::Format_ARGB32_Premultiplied);
        for (int from = 0; from < whole.height(); from += 5) {
            const QImage part = strip(*decoded, from, 5);
            QCOMPARE(part, whole.copy(0, from, whole.width(), std::min(5, whole.height() - from)));
        }
    }

private:
    static void rows(const QString& pattern)
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : names(pattern))
            QTest::newRow(qPrintable(name)) << name;
    }
};

QTEST_GUILESS_MAIN(PictureBytesTest)
#include "PictureBytesTest.moc"
