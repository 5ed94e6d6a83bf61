// Times as the vendor contract writes them: RFC 3339 in UTC with "Z", 0–9 fraction digits, no leap second.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace casebound {

/// "2026-11-20T15:04:05.123456789Z" as microseconds since 1970, truncated. Nothing where the text is anything else:
/// another offset, a second of 60, a day the calendar does not have, lower-case letters.
[[nodiscard]] std::optional<std::int64_t> parseRfc3339(std::string_view text);

} // namespace casebound
