// A banner's text as counsel hands it over: JSON with version, paragraphs and the points they make (covers).
#pragma once

#include "admin/AdminOffice.h"

namespace casebound {

[[nodiscard]] AdminResult<Banner> readBanner(QByteArrayView json);
/// The draft that every office begins with; its first paragraph says that counsel has not approved it.
[[nodiscard]] AdminResult<Banner> builtInBanner();

} // namespace casebound
