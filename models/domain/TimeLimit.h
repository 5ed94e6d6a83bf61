// How far back a query may look (R4; PIA p. 6 item 3, p. 13).
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"

#include <QDate>
#include <QString>

namespace casebound {

struct Offence; // domain/Reference.h

/// Where the number of years comes from.
enum class LimitBasis {
    Statute,        ///< Limitation of the chosen offence.
    Administrative, ///< Five years.
    HouseLimit,     ///< The offence has no limitation, or one measured by a victim's life: the profile's years.
    VendorLookback, ///< The vendor keeps less than the law would allow.
};

/// A computed limit. `earliest` is the first local day a query on `asOf` may ask for.
struct TimeLimit {
    int years = 0;
    LimitBasis basis = LimitBasis::Statute;
    QString source; ///< "18 USC 3282(a)" or "PIA p. 6 item 3; p. 13"; as the reference data names it.
    QDate earliest;
    QDate asOf;
    int vendorLookbackDays = 0;       ///< 0: the vendor's look-back did not shorten it.
    bool counselEditable = false;     ///< The source is marked not or partly verified, or the value is the house's.
    bool deathVariantIgnored = false; ///< A longer death variant exists; the shorter base counts (R4).

    friend bool operator==(const TimeLimit&, const TimeLimit&) = default;
};

struct LimitPolicy {
    int houseYears = 10;
    int administrativeYears = 5;
};

/// The limit for an offence (criminal) or for an administrative matter (offence may be null then).
/// Counted back by calendar years from `asOf`; from 29 February to a common year gives 1 March, the narrower day.
/// vendorLookbackDays 0 means the vendor named none; it shortens `earliest` where it is later, and `years` and `source` still name the law.
/// A criminal matter without an offence has a limit of no years: nothing before `asOf` may be asked for.
[[nodiscard]] TimeLimit computeLimit(Matter matter, const Offence* offence, const LimitPolicy& policy, int vendorLookbackDays, QDate asOf);

/// The same for a moment: `asOf` is its local day, and the vendor's days are UTC days exactly. `earliest` is then the first local day that
/// begins within them, so a query of that day is never refused by the vendor for the zone's offset.
[[nodiscard]] TimeLimit computeLimit(Matter matter, const Offence* offence, const LimitPolicy& policy, int vendorLookbackDays, Instant now,
                                     const QTimeZone& zone);

/// The narrowest window a form starts with: 90 days up to and including `asOf`, never before the limit.
[[nodiscard]] QDate narrowestFrom(const TimeLimit& limit);

} // namespace casebound
