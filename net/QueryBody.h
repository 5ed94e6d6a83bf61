// What POST /v1/queries sends (vendor contract, version 1).
#pragma once

#include "domain/Query.h"

#include <QByteArray>

namespace casebound {

/// Compact UTF-8 JSON; optional members that are empty are null. The same terms and limit give the same bytes, as a repeat of the
/// query needs. Pure; any thread.
[[nodiscard]] QByteArray queryBody(const QueryTerms& terms, int limit);

} // namespace casebound
