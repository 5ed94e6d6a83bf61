// Dates of HTTP fields (RFC 9110, 5.6.7).
#pragma once

#include "domain/Clock.h"

#include <QByteArrayView>

#include <optional>

namespace casebound {

/// IMF-fixdate ("Sun, 06 Nov 1994 08:49:37 GMT") and the two obsolete forms a recipient must still accept.
/// Two-digit years are read as RFC 9110 says: never more than 50 years after `now`.
[[nodiscard]] std::optional<Instant> parseHttpDate(QByteArrayView text, Instant now);

/// A Retry-After field: whole seconds, or an HTTP date. Nothing where it is neither.
[[nodiscard]] std::optional<Instant> parseRetryAfter(QByteArrayView field, Instant now);

} // namespace casebound
