// The kinds of sensitive places (R11; PIA p. 8): rows of resources/reference/sensitive_places.json, with how far each was checked.
#pragma once

#include "domain/Reference.h"

namespace casebound {

struct PlaceCategory {
    QString id;                ///< "school": in files and profiles.
    QString label;             ///< English, as the reference has it.
    bool inPolicy2011 = false; ///< ICE Policy 10029.2, the one PIA-039 names.
    bool inPolicy2021 = false; ///< DHS guidelines of 27 October 2021, rescinded since.
    SourceMark verification;
};

/// Compiled in; any thread.
[[nodiscard]] std::span<const PlaceCategory> placeCategories();
[[nodiscard]] const PlaceCategory* placeCategory(QStringView id);

} // namespace casebound
