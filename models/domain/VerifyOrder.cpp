#include "domain/VerifyOrder.h"

#include <algorithm>
#include <numeric>

namespace casebound {

std::vector<std::size_t> leastVerifiedFirst(std::span<const VerifyPlace> places)
{
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const VerifyPlace& left = places[a];
        const VerifyPlace& right = places[b];
        return left.step != right.step ? left.step < right.step : left.lookedAt > right.lookedAt;
    });
    return order;
}

} // namespace casebound
