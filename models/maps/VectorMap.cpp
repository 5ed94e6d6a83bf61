#include "maps/VectorMap.h"

#include <algorithm>
#include <limits>

namespace casebound {

void VectorMap::finish()
{
    for (MapShape& shape : shapes) {
        constexpr double far = std::numeric_limits<double>::max();
        double left = far, top = far, right = -far, bottom = -far;
        for (const auto& path : shape.paths) {
            for (const QPointF& point : path) {
                left = std::min(left, point.x());
                right = std::max(right, point.x());
                top = std::min(top, point.y());
                bottom = std::max(bottom, point.y());
            }
        }
        shape.bounds = left <= right ? QRectF(QPointF(left, top), QPointF(right, bottom)) : QRectF();
    }
    std::ranges::stable_sort(shapes, {}, &MapShape::feature);
    std::ranges::stable_sort(labels, [](const MapLabel& left, const MapLabel& right) {
        return left.kind != right.kind ? left.kind < right.kind : left.size > right.size;
    });
}

} // namespace casebound
