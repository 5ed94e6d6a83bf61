// What the office profile says of reviews: sample, working hours, thresholds. The defaults are audit_rules.json's, which no source gives:
// a supervisor, with counsel, may have them changed.
#pragma once

#include "domain/AuditRules.h"
#include "domain/Ids.h"

#include <QByteArray>

#include <vector>

namespace casebound {

/// Local time of the workstation. A user's own row counts before the office's.
struct Shift {
    UserId user{};           ///< Empty: everybody without a row of their own.
    int days = 0x1f;         ///< Bit 0 is Monday.
    int fromMinute = 6 * 60; ///< Of the day; inclusive.
    int toMinute = 20 * 60;  ///< Exclusive.
    friend bool operator==(const Shift&, const Shift&) = default;
};

/// A plate that somebody declared as their own, their household's, or a colleague's or relative's. The plate itself is nowhere: only
/// SHA-256(salt ‖ plate), under the salt of the policy (R10; declared conflicts as salted hashes).
struct DeclaredPlate {
    enum class Kind { Own, Household, Relation } kind = Kind::Own;
    UserId user;
    QByteArray mark; ///< 32 bytes.
    friend bool operator==(const DeclaredPlate&, const DeclaredPlate&) = default;
};

struct ReviewPolicy {
    /// One review covers at most so many days, and is overdue once more have passed since the end of the last signed one.
    int periodDays = 92;

    // The sample: a percentage of the period's queries, at least and at most so many.
    int samplePercent = 5;
    int sampleLeast = 25;
    int sampleMost = 200;
    /// Indicators whose entries are judged in any case, beyond what R10 names.
    std::vector<Indicator> judgedToo{};

    std::vector<Shift> shifts{Shift{}};

    int repeatCount = 5, repeatDays = 30;
    int manyUsers = 4, manyCases = 3, manyDays = 30;
    int casePlates = 25;
    int spikeScore = 3; ///< Robust z-score of a day's count.
    int exceptionCount = 3, exceptionDays = 90;
    int isolatedHours = 8;
    int behalfLeast = 100;   ///< Queries of a user before the share of "on behalf of" says anything.
    int refusedMinutes = 30; ///< A query sent so soon after a refused one of the same case or plate.
    int staleAlertDays = 365;

    int approvalDays = 7; ///< How long a granted exception may be used.

    QByteArray conflictSalt{}; ///< Empty: nobody declared anything.
    std::vector<DeclaredPlate> declared{};
    std::vector<QByteArray> watched{}; ///< Marks of the supervisor's list: officials, journalists, and the like.

    friend bool operator==(const ReviewPolicy&, const ReviewPolicy&) = default;
};

} // namespace casebound
