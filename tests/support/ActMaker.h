// A quarter of an office's log as the indicators see it: ordinary work from a fixed seed, misuse planted in it, and innocent neighbours of
// that misuse that must not be flagged.
#pragma once

#include "domain/Indicators.h"

#include <QHash>

#include <map>

namespace casebound {

struct Plant {
    Indicator indicator = Indicator::RepeatPlate;
    QString variant;
    bool misuse = true; ///< False: an innocent neighbour.
    std::vector<std::uint64_t> entries{};
};

struct MadeQuarter {
    std::vector<LoggedAct> acts; ///< In the log's order; sequence is the place.
    std::vector<Plant> plants;
    IndicatorFacts facts;
    std::size_t ordinary = 0; ///< Entries that belong to no plant.
};

/// About `entries` ordinary entries of some 60 people, and every plant.
[[nodiscard]] MadeQuarter makeQuarter(std::size_t entries, quint32 seed);

/// What came of a scan.
struct IndicatorScore {
    int planted = 0, found = 0;
    int innocent = 0, innocentFlagged = 0;
    std::size_t falseFlags = 0; ///< Ordinary entries flagged.
};
[[nodiscard]] std::map<Indicator, IndicatorScore> scoreOf(const MadeQuarter& quarter, const std::vector<IndicatorHit>& hits);
/// Ordinary entries flagged by anything.
[[nodiscard]] std::size_t flaggedOrdinary(const MadeQuarter& quarter, const std::vector<IndicatorHit>& hits);

} // namespace casebound
