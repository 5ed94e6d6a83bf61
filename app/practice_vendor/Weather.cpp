#include "practice_vendor/Weather.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace casebound::practice {
namespace {

int clampByte(int value)
{
    return std::clamp(value, 0, 255);
}

} // namespace

QImage lowResolution(const QImage& image, double factor)
{
    if (factor <= 1.01)
        return image;
    const QSize small(std::max(8, static_cast<int>(image.width() / factor)), std::max(8, static_cast<int>(image.height() / factor)));
    return image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

QImage motionBlur(const QImage& image, double length, double degrees)
{
    const int steps = static_cast<int>(std::ceil(length));
    if (steps < 2)
        return image;
    QImage out = image;
    QPainter painter(&out);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double angle = degrees * std::numbers::pi / 180;
    for (int i = 1; i < steps; ++i) {
        // Each layer weighs as much as all before it together share: the mean of all.
        painter.setOpacity(1.0 / (i + 1));
        const double shift = length * (static_cast<double>(i) / steps - 0.5);
        painter.drawImage(QPointF(shift * std::cos(angle), shift * std::sin(angle)), image);
    }
    return out;
}

void addNoise(QImage& image, Rng& rng, double sigma, bool mono)
{
    // The sum of four bytes is close enough to a normal distribution, and one draw serves two values.
    constexpr double deviation = 147.8; // of that sum
    const int scale = static_cast<int>(sigma / deviation * 65'536);
    const auto sample = [scale](std::uint64_t bits) {
        const int sum = static_cast<int>((bits & 255) + ((bits >> 8) & 255) + ((bits >> 16) & 255) + ((bits >> 24) & 255)) - 510;
        return (sum * scale) / 65'536;
    };
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const std::uint64_t bits = rng.next();
            const int light = sample(bits);
            const int tint = mono ? 0 : sample(bits >> 32) / 2;
            const QRgb c = line[x];
            line[x] = qRgb(clampByte(qRed(c) + light + tint), clampByte(qGreen(c) + light), clampByte(qBlue(c) + light - tint));
        }
    }
}

void addGlare(QImage& image, QPointF at, double radius, int strength)
{
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    QRadialGradient bloom(at, radius);
    bloom.setColorAt(0, QColor(strength, strength, strength));
    bloom.setColorAt(0.35, QColor(strength * 2 / 3, strength * 2 / 3, strength * 2 / 3));
    bloom.setColorAt(1, Qt::black);
    painter.fillRect(image.rect(), bloom);
}

void shade(QImage& image, double from, double to, bool vertical)
{
    const int length = vertical ? image.height() : image.width();
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int factor = static_cast<int>(256 * (from + (to - from) * (vertical ? y : x) / length));
            const QRgb c = line[x];
            line[x] = qRgb(clampByte(qRed(c) * factor / 256), clampByte(qGreen(c) * factor / 256), clampByte(qBlue(c) * factor / 256));
        }
    }
}

QImage grey(const QImage& image, double contrast, int lift)
{
    QImage out = image.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const int g = clampByte(static_cast<int>((qGray(line[x]) - 128) * contrast) + 128 + lift);
            line[x] = qRgb(g, g, g);
        }
    }
    return out;
}

} // namespace casebound::practice
