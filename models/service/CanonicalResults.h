// The bytes of a query's results as they are sealed for reviewers or digested: RFC 8785 JSON, integers only.
#pragma once

#include "domain/Query.h"
#include "domain/ReadSet.h"

#include <QByteArray>

namespace casebound {

/// {"complete":…,"query_id":…,"reads":[…],"total":…,"v":1}. Degrees are 10⁻⁷ units, confidences 10⁻⁶, metres 10⁻², times
/// RFC 3339; absent members are left out. The same reads in the same order give the same bytes. Needs no lock: pure.
[[nodiscard]] QByteArray canonicalResults(const QueryTerms& terms, const ReadSet& reads, std::int64_t total, bool complete);

} // namespace casebound
