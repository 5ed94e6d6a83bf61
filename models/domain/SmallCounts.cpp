#include "domain/SmallCounts.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace casebound {

namespace {

/// `rest` is what the withheld counts sum to: `small` ones of 1 … least−1, and `larger` ones of least … bound each, for whoever reads the
/// table and knows this rule.
bool isOpen(std::int64_t rest, std::int64_t small, std::int64_t larger, std::int64_t bound, std::int64_t least)
{
    if (small + larger < 2)
        return false;
    const std::int64_t fewest = (small - 1) + larger * least;
    // Unbounded where nothing else is shown: the one sum they must reach then bounds them.
    const std::int64_t most = (small - 1) * (least - 1) + (bound < 0 ? (larger > 0 ? rest : 0) : larger * bound);
    const auto reaches = [&](std::int64_t one) { return rest - one >= fewest && rest - one <= most; };
    return reaches(1) && reaches(least - 1);
}

} // namespace

std::optional<ShownTable> withholdSmall(const std::vector<CountCell>& cells, std::int64_t least)
{
    ShownTable table;
    for (const CountCell& cell : cells) {
        table.total += cell.count;
        table.cells.push_back({.key = cell.key, .count = cell.count});
    }
    if (table.total > 0 && table.total < least)
        return std::nullopt;

    std::int64_t small = 0, larger = 0, rest = 0;
    std::vector<ShownCell*> shown;
    for (ShownCell& cell : table.cells) {
        if (*cell.count > 0 && *cell.count < least) {
            rest += *cell.count;
            ++small;
            cell.count.reset();
        } else if (*cell.count > 0) {
            shown.push_back(&cell);
        }
    }
    if (small == 0)
        return table;
    std::ranges::stable_sort(shown, {}, [](const ShownCell* cell) { return *cell->count; });
    for (auto next = shown.begin();; ++next) {
        const std::int64_t bound = next == shown.end() ? -1 : *(*next)->count;
        if (isOpen(rest, small, larger, bound, least))
            return table;
        if (next == shown.end())
            return std::nullopt;
        rest += *(*next)->count;
        ++larger;
        (*next)->count.reset();
    }
}

} // namespace casebound
