// One frame of the map while it is moved, beside the same map without reads.
#pragma once

#include "domain/ReadGrid.h"

#include <QJsonArray>
#include <QString>

#include <vector>

/// Fixed cameras of a made-up town, each with many reads, and mobile ones between them. The same each time.
[[nodiscard]] std::vector<casebound::MapRead> madeReads(std::size_t count);
/// A row for each number of reads. `renderer` is said in it. Needs an application object.
[[nodiscard]] QJsonArray measureFrames(const QString& renderer);
