// A read near a sensitive place, in words: the same in every table and at Verify (R11; PIA p. 3, 8, 15).
#pragma once

#include "domain/PlaceNotice.h"

#include <QCoreApplication>

namespace casebound {

/// Pure functions; translated through the context "PlaceText".
class PlaceText {
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    /// "School or college": short, for a row. An id outside the reference data is shown as it is.
    [[nodiscard]] static QString category(const QString& id);
    /// "Compass Rose School (school or college), 40 m"; inside it says so.
    [[nodiscard]] static QString place(const NearPlace& near);
    /// For a table's note: the nearest place, how many more, and what the person noted. Empty where there is neither.
    [[nodiscard]] static QString withNote(const std::vector<NearPlace>& near, const QString& note);
    /// The whole notice: every place, the policy's words, and how old and how incomplete the data is. Empty without a place.
    [[nodiscard]] static QString notice(const std::vector<NearPlace>& near, const SensitivePlacesLayer& layer);
};

} // namespace casebound
