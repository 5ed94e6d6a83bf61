// Roster against the vendor's users (R1; PIA p. 5): who stands on one side only, who is untrained, who left. Pure rules and values.
#pragma once

#include "domain/OfficeProfile.h"
#include "domain/VendorAudit.h"

#include <set>
#include <vector>

namespace casebound {

enum class RosterIssue {
    NotOnRoster,    ///< An account that is open, of somebody who is not on the roster: never was, or left.
    Revoked,        ///< An open account whose person's certificate is no longer good in this office.
    Untrained,      ///< An open account of somebody the roster has no training in force for.
    NotAtVendor,    ///< On the roster, and without an account.
    ClosedAtVendor, ///< On the roster, and the vendor closed the account.
    NameDiffers,
    TrainingDiffers, ///< The vendor's dates are not the roster's. A vendor that keeps none differs in nothing.
};

struct RosterFinding {
    RosterIssue issue = RosterIssue::NotOnRoster;
    QString userId;
    QString ours{}, theirs{}; ///< Names, dates or nothing, as the issue has it.
    friend bool operator==(const RosterFinding&, const RosterFinding&) = default;
};

struct RosterCounts {
    std::int64_t onRoster = 0, atVendor = 0; ///< People; accounts, closed ones included.
    std::int64_t agree = 0;                  ///< On both sides, and nothing to say about them.
    std::int64_t left = 0;                   ///< Closed accounts of people who are not on the roster: nothing to do.
    friend bool operator==(const RosterCounts&, const RosterCounts&) = default;
};

struct RosterComparison {
    QString office, vendor;
    std::uint64_t serial = 0; ///< Of the profile the roster stands in.
    UserId by{};
    Instant at{};
    std::uint64_t sequence = 0; ///< Of roster.compared.
    RosterCounts counts{};
    std::vector<RosterFinding> findings{}; ///< By issue, then by user id.
};

/// `today`: the day training must be in force on. `revoked`: user ids whose certificate is not good any more.
[[nodiscard]] RosterComparison compareRoster(const std::vector<RosterUser>& roster, const std::vector<VendorUser>& users, QDate today,
                                             const std::set<UserId>& revoked);

/// Fixed word of files and of the log.
[[nodiscard]] QString wordOf(RosterIssue issue);

} // namespace casebound
