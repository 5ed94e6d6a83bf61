// Everything a drawing depends on, by value: drawings are made on worker threads.
#pragma once

#include "practice_vendor/TownData.h"

#include <QColor>
#include <QString>

#include <cstdint>

namespace casebound::practice {

struct Scene {
    QString layout; ///< What the plate really says, with its gaps.
    PlateDesign design;
    QString body; ///< As Make::body.
    QColor paint;
    bool night = false;
    std::uint64_t vehicleSeed = 0; ///< Dirt, screws and frame: the same on every picture of a vehicle.
    std::uint64_t viewSeed = 0;    ///< The camera's view: angle, light, blur.
};

} // namespace casebound::practice
