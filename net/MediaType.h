// Content-Type fields, as far as the vendor contract needs them.
#pragma once

#include <QByteArrayView>

namespace casebound {

/// application/json with no parameter but charset=utf-8.
[[nodiscard]] bool isJson(QByteArrayView contentType);
/// application/problem+json (RFC 9457), same parameters.
[[nodiscard]] bool isProblemJson(QByteArrayView contentType);
/// image/…, whatever follows.
[[nodiscard]] bool isImage(QByteArrayView contentType);

} // namespace casebound
