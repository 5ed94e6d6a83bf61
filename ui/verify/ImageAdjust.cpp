#include "ui/verify/ImageAdjust.h"

#include <QRgb>

#include <algorithm>
#include <array>

namespace casebound {

namespace {

/// More pixels than any screen shows are not worth the wait.
constexpr int mostSide = 2048;

std::array<int, 2> brightnessRange(const QImage& picture)
{
    std::array<qint64, 256> histogram{};
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++histogram[static_cast<std::size_t>(qGray(line[x]))];
    }
    const qint64 cut = static_cast<qint64>(picture.width()) * picture.height() / 50;
    std::size_t low = 0, high = 255;
    for (qint64 seen = histogram[0]; low < 254 && seen <= cut; seen += histogram[++low]) {
    }
    for (qint64 seen = histogram[255]; high > low + 1 && seen <= cut; seen += histogram[--high]) {
    }
    return {static_cast<int>(low), static_cast<int>(high)};
}

} // namespace

QImage adjustPicture(const QImage& picture, bool invert, bool contrast)
{
    if (picture.isNull() || (!invert && !contrast))
        return picture;
    QImage result = std::max(picture.width(), picture.height()) > mostSide
                        ? picture.scaled(mostSide, mostSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                        : picture;
    result = result.convertToFormat(QImage::Format_RGB32);
    if (contrast) {
        const auto [low, high] = brightnessRange(result);
        std::array<int, 256> table{};
        for (int i = 0; i < 256; ++i)
            table[static_cast<std::size_t>(i)] = std::clamp((i - low) * 255 / (high - low), 0, 255);
        for (int y = 0; y < result.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
            for (int x = 0; x < result.width(); ++x) {
                const auto at = [&](int value) { return table[static_cast<std::size_t>(value)]; };
                line[x] = qRgb(at(qRed(line[x])), at(qGreen(line[x])), at(qBlue(line[x])));
            }
        }
    }
    if (invert)
        result.invertPixels(QImage::InvertRgb);
    return result;
}

} // namespace casebound
