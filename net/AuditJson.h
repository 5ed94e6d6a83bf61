// The vendor's record of queries and its users (vendor contract, version 1, "Audit"), from JSON. Pure; bounded by the size of what they are
// given, and by the longest page.
#pragma once

#include "domain/Vendor.h"
#include "domain/VendorAudit.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace casebound {

/// No vendor's page has so many; one that does is not read on.
inline constexpr std::size_t longestOversightPage = 10'000;
/// Code points of a reason, and of a name.
inline constexpr std::size_t longestReason = 4'096, longestName = 256;

struct AuditPage {
    std::vector<VendorAuditEntry> entries;
    std::optional<std::string> next;
};
/// No id twice on it, but an identical repeat, which is dropped; nothing received outside from … to, nor asked for backwards.
[[nodiscard]] std::expected<AuditPage, VendorFailure> parseAuditPage(std::string body, Instant from, Instant to);

struct UserPage {
    std::vector<VendorUser> users;
    std::optional<std::string> next;
};
[[nodiscard]] std::expected<UserPage, VendorFailure> parseUserPage(std::string body);

} // namespace casebound
