// Plate numbers: what a person may type, and how a vendor's text is folded before it is compared.
#pragma once

#include <QString>

#include <array>
#include <compare>
#include <expected>
#include <string_view>

namespace casebound {

/// Why a typed plate was refused. Words for each are ui's business.
enum class PlateProblem {
    Empty,
    Wildcard,         ///< * ? % _ # and the like: exact plates only (R3; PIA p. 2).
    TooLong,          ///< More than 8 characters after normalisation.
    ControlCharacter, ///< Control or format characters, NUL included.
    BidiMark,         ///< Right-to-left or other directional marks.
    FullWidth,        ///< Full-width or otherwise compatible look-alike forms: the keyboard is in the wrong mode.
    ForeignLetter,    ///< Letters outside A–Z (Cyrillic, accents, …).
    Symbol,           ///< Emoji and symbols that are not separators.
};

/// A normalised plate: ^[A-Z0-9]{1,8}$ (resources/reference/plates.json, "normalisation"). Immutable value.
class Plate {
public:
    /// What a person typed. Strict: only A–Z, a–z, 0–9 and the separators space, hyphen, dot; everything else is refused, never folded.
    [[nodiscard]] static std::expected<Plate, PlateProblem> fromTyped(QStringView typed);

    /// What a vendor sent (UTF-8 decoded). Compatibility forms folded, upper case, accents, separators and symbols dropped; no letter is
    /// ever exchanged for a digit. Fails where nothing or more than 8 characters, or a letter outside A–Z, is left, and at control and
    /// directional characters and marks of an unread character ("AB?123"): such a read is a near match.
    [[nodiscard]] static std::expected<Plate, PlateProblem> fromVendor(QStringView sent);

    [[nodiscard]] const QString& text() const { return m_text; }
    friend bool operator==(const Plate&, const Plate&) = default;
    friend auto operator<=>(const Plate&, const Plate&) = default;

private:
    explicit Plate(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// Plate::fromVendor for many reads at once: the normalised text, NUL-padded, or all NUL where it fails. Allocates only for text beyond
/// letters, digits and separators. Ill-formed UTF-8 fails or is dropped as a symbol, like U+FFFD.
[[nodiscard]] std::array<char, 8> foldVendorPlate(std::string_view utf8);

/// True where the text spells one of plates.json's not_a_plate words (NONE, UNKNOWN, …): a warning, never a refusal.
[[nodiscard]] bool spellsNoPlate(const Plate& plate);

} // namespace casebound
