// A clean plate seen straight on.
#pragma once

#include "practice_vendor/Scene.h"

#include <QImage>
#include <QRectF>

#include <vector>

namespace casebound::practice {

inline constexpr int plateWidth = 640;
inline constexpr int plateHeight = 320;

struct PlateFace {
    QImage image;               ///< plateWidth × plateHeight, premultiplied, rounded corners.
    std::vector<QRectF> glyphs; ///< Where each character stands.
};

/// Any thread; needs a QGuiApplication (fonts).
[[nodiscard]] PlateFace plateFace(const Scene& scene);

} // namespace casebound::practice
