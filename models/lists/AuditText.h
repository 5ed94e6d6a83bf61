// The words a table of log entries needs, so that the same event is called the same everywhere. Qt6::Core only.
#pragma once

#include "domain/AuditRules.h"
#include "service/ReviewService.h"

#include <QCoreApplication>

namespace casebound {

/// Pure functions; translated through the context "AuditText".
class AuditText {
    Q_DECLARE_TR_FUNCTIONS(AuditText)

public:
    /// "Query sent"; an event without words of its own is called by its name in the log.
    [[nodiscard]] static QString of(AuditEvent event);
    /// "In order"
    [[nodiscard]] static QString of(ItemVerdict verdict);
    /// "drawn by the log", "outside the shift"
    [[nodiscard]] static QString of(ReviewCause cause);
    /// "drawn by the log; outside the shift"
    [[nodiscard]] static QString of(ReviewCauses causes);
    /// "One plate searched again and again by one person"
    [[nodiscard]] static QString of(Indicator indicator);
    /// What a hit is about: "u-agent · TST4821 · outside the shift". A word of a reason, a day or an id stands as it is.
    [[nodiscard]] static QString about(const IndicatorHit& hit);
};

} // namespace casebound
