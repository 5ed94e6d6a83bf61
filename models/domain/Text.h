// What a line of text may hold at all.
#pragma once

#include <QStringView>

namespace casebound {

/// Control, format (zero-width, directional) and line-separating characters and broken surrogates: invisible, so what is read on the
/// screen is not what is stored. Plain line breaks and tabs count as control characters too.
[[nodiscard]] bool hasHiddenCharacter(QStringView text);

/// U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069.
[[nodiscard]] bool isDirectional(char32_t c);

} // namespace casebound
