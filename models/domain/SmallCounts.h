// Counts so small that they point at people are not published (R19; fewer than 11, the cell size of the federal statistical agencies), nor
// can they be had by subtraction. What may be shown of a table depends on its counts alone, so two reports of the same month are the same.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace casebound {

inline constexpr std::int64_t leastShownCount = 11;

struct CountCell {
    QString key;
    std::int64_t count = 0;
};

struct ShownCell {
    QString key;
    std::optional<std::int64_t> count; ///< Nothing: withheld.
    friend bool operator==(const ShownCell&, const ShownCell&) = default;
};

struct ShownTable {
    std::int64_t total = 0;       ///< 0, or at least the least shown.
    std::vector<ShownCell> cells; ///< In the order given.
    friend bool operator==(const ShownTable&, const ShownTable&) = default;
};

/// Withholds each count from 1 to least−1, and beside them the smallest others that it takes so that, from the total and what is shown,
/// every withheld count could be anything from 1 to least−1. Nothing: the total is too small, or no such choice exists; then neither a
/// count nor the total may be shown, here or elsewhere. Zero is shown: nobody is behind it.
[[nodiscard]] std::optional<ShownTable> withholdSmall(const std::vector<CountCell>& cells, std::int64_t least = leastShownCount);

} // namespace casebound
