// What a review looks at in a reason that the gate let pass, or that comes from elsewhere.
#pragma once

#include <QString>

namespace casebound {

/// All that is listed in it, not only what would refuse it.
struct ReasonWording {
    bool tooGeneral = false;
    QString protectedWord, profilingWord; ///< The listed word; empty: none. Profiling words also where the reason says more.
};
[[nodiscard]] ReasonWording readWording(QStringView reason);

} // namespace casebound
