#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace casebound::bench {

struct Figure {
    QString name, unit;
    double value = 0;
    QString baselineName;
    double baseline = 0;
    std::optional<double> target;
};

/// Appending to, and opening, a log of so many entries. Empty where something failed, which is then said on stderr.
[[nodiscard]] std::vector<Figure> measureAppends(std::size_t entries);

} // namespace casebound::bench
