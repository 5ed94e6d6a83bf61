#include "service/PictureCheck.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageReader>

namespace casebound {

namespace {

QByteArray formatByContent(const QByteArray& bytes)
{
    if (bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3)))
        return QByteArrayLiteral("jpeg");
    if (bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n", 8)))
        return QByteArrayLiteral("png");
    return {};
}

QImage decode(const QByteArray& bytes)
{
    const QByteArray format = formatByContent(bytes);
    if (format.isEmpty() || bytes.size() > maxImageBytes)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > maxImagePixels)
        return {};
    QImage image;
    // read() gives a half-filled picture and false for cut-off bytes: half a picture is no basis for a judgement.
    if (!reader.read(&image) || image.size() != size)
        return {};
    return image;
}

} // namespace

CheckedPicture checkPicture(const QByteArray& bytes, const std::optional<QByteArray>& expectedSha256)
{
    CheckedPicture checked;
    checked.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (expectedSha256 && *expectedSha256 != checked.sha256) {
        checked.state = PictureState::HashDiffers;
        return checked;
    }
    checked.image = decode(bytes);
    if (checked.image.isNull())
        checked.state = PictureState::Undecodable;
    else
        checked.state = expectedSha256 ? PictureState::Good : PictureState::HashMissing;
    return checked;
}

} // namespace casebound
