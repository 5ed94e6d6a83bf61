// The close-up of a plate, as a camera at the roadside gets it.
#pragma once

#include "practice_vendor/PlateArt.h"
#include "practice_vendor/Scene.h"

#include <QImage>

namespace casebound::practice {

/// The plate with its owner's dirt, screws, frame and tow ball: what reading it is up against whatever the camera.
[[nodiscard]] PlateFace wornPlate(const Scene& scene);

/// 560 × 340, Format_RGB32; infrared grey at night. Any thread; needs a QGuiApplication.
[[nodiscard]] QImage plateShot(const Scene& scene);

} // namespace casebound::practice
