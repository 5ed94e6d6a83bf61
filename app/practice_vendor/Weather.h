// What lies between a plate and its picture: lens, motion, light, sensor. All on Format_RGB32, in place or by value.
#pragma once

#include "practice_vendor/Scramble.h"

#include <QImage>
#include <QPointF>

namespace casebound::practice {

/// As if the picture had `factor` times fewer pixels each way (≥ 1).
[[nodiscard]] QImage lowResolution(const QImage& image, double factor);
/// Smeared along a direction by `length` pixels.
[[nodiscard]] QImage motionBlur(const QImage& image, double length, double degrees);
/// Sensor noise; `mono` for infrared.
void addNoise(QImage& image, Rng& rng, double sigma, bool mono);
/// A bright bloom.
void addGlare(QImage& image, QPointF at, double radius, int strength);
/// Light that falls off across the picture, `from` and `to` as factors of brightness.
void shade(QImage& image, double from, double to, bool vertical);
/// Grey, with contrast around the middle.
[[nodiscard]] QImage grey(const QImage& image, double contrast, int lift);

} // namespace casebound::practice
