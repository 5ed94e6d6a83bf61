// Alert entries and hits of the vendor contract (version 1, "Alerts"), from and to JSON. Pure; bounded by the size of what they are given.
#pragma once

#include "net/VendorOrigin.h"
#include "ports/AlertClient.h"

#include <optional>
#include <string>

namespace casebound {

/// The body of PUT.
[[nodiscard]] QByteArray alertBody(const AlertEntry& entry);

/// The answer to PUT.
[[nodiscard]] std::expected<VendorAlert, VendorFailure> parseAlert(std::string body);

struct AlertPage {
    std::vector<VendorAlert> alerts;
    std::optional<std::string> next;
};
[[nodiscard]] std::expected<AlertPage, VendorFailure> parseAlertPage(std::string body);

/// The data of one `hit` event. `read.exact` is not judged: the entry's plate is not known here.
[[nodiscard]] std::expected<AlertHit, VendorFailure> parseHit(std::string data, const VendorOrigin& origin, Instant now);

struct HitPage {
    std::vector<AlertHit> hits; ///< Oldest first.
    std::optional<std::string> next;
};
/// `limit` is how many were asked for; more are an error.
[[nodiscard]] std::expected<HitPage, VendorFailure> parseHitPage(std::string body, const VendorOrigin& origin, Instant now,
                                                                 std::size_t limit);

} // namespace casebound
