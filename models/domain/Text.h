// What a line of text may hold at all.
#pragma once

#include <QString>

namespace casebound {

/// QString::fromUtf8() takes a leading U+FEFF for a byte order mark and drops it, so that two identifiers become one and what is stored
/// is not what came. This keeps every character; ill-formed bytes become U+FFFD.
[[nodiscard]] QString textFromUtf8(QByteArrayView utf8);

/// Control, format (zero-width, directional) and line-separating characters and broken surrogates: invisible, so what is read on the
/// screen is not what is stored. Plain line breaks and tabs count as control characters too.
[[nodiscard]] bool hasHiddenCharacter(QStringView text);

/// The same for prose: line breaks, tabs, soft hyphens and zero-width joiners may stand in it (word processors leave them), other
/// control characters, directional marks and broken surrogates may not.
[[nodiscard]] bool hasForbiddenControl(QStringView text);

/// The text without the format characters that hasForbiddenControl lets through.
[[nodiscard]] QString withoutHiddenCharacters(QStringView text);

/// "  nuevo León " → "NUEVO LEON": for comparing names. Spaces simplified, accents and letter case gone.
[[nodiscard]] QString foldForLookup(QStringView text);

/// U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069.
[[nodiscard]] bool isDirectional(char32_t c);

} // namespace casebound
