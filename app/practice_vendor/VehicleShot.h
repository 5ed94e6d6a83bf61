// The wider picture: the vehicle from behind, in its street.
#pragma once

#include "practice_vendor/Scene.h"

#include <QImage>

namespace casebound::practice {

/// 880 × 620, Format_RGB32. Any thread; needs a QGuiApplication.
[[nodiscard]] QImage vehicleShot(const Scene& scene);

} // namespace casebound::practice
