#include "domain/PlaceCategory.h"

#include "domain/ReferenceFile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace casebound {

std::span<const PlaceCategory> placeCategories()
{
    static const std::vector<PlaceCategory> categories = [] {
        std::vector<PlaceCategory> rows;
        for (const QJsonValue& value : requiredArray(referenceFile("sensitive_places.json"_L1), "categories"_L1)) {
            const QJsonObject row = value.toObject();
            rows.push_back({.id = requiredText(row, "id"_L1),
                            .label = requiredText(row, "label"_L1),
                            .inPolicy2011 = row["in_10029_2_2011"_L1].toBool(),
                            .inPolicy2021 = row["in_protected_areas_2021"_L1].toBool(),
                            .verification = sourceMark(row)});
        }
        return rows;
    }();
    return categories;
}

const PlaceCategory* placeCategory(QStringView id)
{
    const auto rows = placeCategories();
    const auto found = std::ranges::find_if(rows, [&](const PlaceCategory& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace casebound
