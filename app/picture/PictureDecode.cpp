#include "picture/PictureDecode.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

namespace casebound {

namespace {

constexpr int readerLimitMb = 100; ///< 16 bits a channel, four channels, maxImagePixels: 96 MB.

thread_local bool complained = false;

void hear(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    // Cameras pad the end of their picture; nothing of what is seen is missing then.
    if (!message.contains(QLatin1StringView("extraneous bytes before marker 0xd9")))
        complained = true;
}

QByteArray written(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

void prepareDecoding()
{
    qInstallMessageHandler(hear);
    QImageReader::setAllocationLimit(readerLimitMb);
}

bool warmUpReaders()
{
    // Conversions look up tables, and the number of processors, at their first time.
    for (int format = QImage::Format_Mono; format < QImage::NImageFormats; ++format) {
        QImage any(8, 8, static_cast<QImage::Format>(format));
        any.fill(0U);
        if (strip(any, 0, 8).isNull())
            return false;
    }
    QImage image(24, 24, QImage::Format_RGB32);
    image.fill(0xFF40A060);
    for (const char* format : {"jpeg", "png"}) {
        const QByteArray bytes = written(image, format);
        const auto decoded = decodePicture(bytes);
        if (!decoded || strip(*decoded, 0, 8).isNull())
            return false;
        // And a bad one: complaints take ways of their own.
        QByteArray bad = bytes;
        const qsizetype from = bad.size() / 2;
        for (qsizetype at = from; at < from + 8 && at < bad.size() - 16; ++at)
            bad[at] = char(0x55);
        QBuffer buffer(&bad);
        QImageReader reader(&buffer, format);
        reader.setAutoDetectImageFormat(false);
        (void)reader.read();
    }
    return true;
}

std::expected<QImage, PictureFault> decodePicture(QByteArrayView bytes)
{
    const auto clean = cleanPicture(bytes);
    if (!clean)
        return std::unexpected(clean.error());
    QBuffer buffer;
    buffer.setData(clean->bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return std::unexpected(PictureFault::Damaged);
    QImageReader reader(&buffer, clean->format == PictureFormat::Jpeg ? "jpeg" : "png");
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    if (reader.size() != QSize(int(clean->width), int(clean->height)))
        return std::unexpected(PictureFault::Damaged);
    complained = false;
    QImage image;
    if (!reader.read(&image) || complained || image.size() != QSize(int(clean->width), int(clean->height)))
        return std::unexpected(PictureFault::Damaged);
    return image;
}

QImage strip(const QImage& picture, int from, int count)
{
    const QImage::Format format = picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    return picture.copy(0, from, picture.width(), std::min(count, picture.height() - from)).convertToFormat(format);
}

} // namespace casebound
