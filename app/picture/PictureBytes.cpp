#include "picture/PictureBytes.h"

#include "picture/JpegBytes.h"
#include "picture/PngBytes.h"

namespace casebound {

std::expected<CleanPicture, PictureFault> cleanPicture(QByteArrayView bytes)
{
    if (bytes.size() > maxImageBytes)
        return std::unexpected(PictureFault::TooManyBytes);
    if (bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3)))
        return cleanJpeg(bytes);
    if (bytes.startsWith(pngSignature))
        return cleanPng(bytes);
    return std::unexpected(PictureFault::OtherFormat);
}

std::expected<void, PictureFault> checkSides(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0 || width > maxImageSide || height > maxImageSide || std::int64_t{width} * height > maxImagePixels)
        return std::unexpected(PictureFault::TooManyPixels);
    return {};
}

} // namespace casebound
