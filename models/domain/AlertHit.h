// A hit: the vendor read a plate of the alert list. A lead like any read, and unverified until somebody looked (R6, R8).
#pragma once

#include "domain/AlertEntry.h"
#include "domain/Case.h"

namespace casebound {

/// As it comes from the vendor; whether the entry is ours, and the plate the entry's, nobody has asked yet.
struct AlertHit {
    QString hitId; ///< 1–128 characters; once per hit, however often it is sent.
    QString alertId;
    Read read;
    Instant receivedAt{}; ///< Here, when its last byte came.
};

/// A hit as it is kept in the case database until somebody judged it.
struct StoredHit {
    QString hitId;
    AlertId alert;
    UserId owner;
    Read read;
    Instant receivedAt{};
    std::optional<Instant> shownAt; ///< First shown to its owner.
    Verdict verdict = Verdict::Unverified;
    std::int64_t order = 0; ///< In which it came, from 1; never used twice.
};

/// The read as one more row of a set, as the parser would have put it there. What a set has and a read has not (candidates) stays away.
void pack(ReadSet& set, const Read& read);

/// Whether the machine's text, normalised here, is the entry's plate (vendor contract: some vendors fold O and 0 together).
[[nodiscard]] bool isExact(const Read& read, const Plate& plate);

} // namespace casebound
