// The vendor's answers other than reads, from bytes to values. Pure functions; any thread; bounded by the body's size.
#pragma once

#include "domain/Vendor.h"

#include <expected>
#include <string>

namespace casebound {

/// GET /v1/capabilities. Malformed where a required member is missing or ill-typed; Inconsistent where `api` is well-formed
/// but of another major version than 1.
[[nodiscard]] std::expected<VendorCapabilities, VendorFailure> parseCapabilities(std::string body);

/// RFC 9457. Every member is optional, and a problem that cannot be read is an empty one: the status already tells what to do.
struct VendorProblem {
    QString type, title, detail, code;
    int status = 0;
    /// What a person is shown: detail, else title; at most 1,024 characters.
    [[nodiscard]] QString words() const;
};
[[nodiscard]] VendorProblem parseProblem(std::string body);

} // namespace casebound
