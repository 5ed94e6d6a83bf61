// Colours, spacing and type, in one place. Colours never stand alone: every state also has words and an icon.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;
class QLabel;
class QWidget;

namespace casebound {

/// What a piece of text or a mark means. Neutral is ordinary text.
enum class Tone { Neutral, Quiet, Good, Caution, Bad, Info };

enum class Appearance { FollowSystem, Light, Dark, HighContrast };

namespace space {
inline constexpr int half = 4;    ///< Between a field and the message that belongs to it.
inline constexpr int unit = 8;    ///< Between related controls.
inline constexpr int gap = 16;    ///< Between groups; page margin.
inline constexpr int wide = 24;   ///< Around a dialog, between sections.
inline constexpr int target = 24; ///< Least height and width of anything that can be clicked (WCAG 2.2, 2.5.8).
} // namespace space

class Theme {
public:
    /// Dynamic property of a field: true draws the frame of a refused one (FieldMessage sets it).
    static constexpr const char* refusedProperty = "casebound.refused";

    /// Fusion with our metrics and palette. Call once before the first window, and again when the person chooses another appearance.
    static void apply(QApplication& application, Appearance appearance = Appearance::FollowSystem);
    [[nodiscard]] static Appearance appearance();
    /// The appearance the person chose last (service/Settings), else the system's.
    [[nodiscard]] static Appearance savedAppearance();

    /// Text colour of a tone on the palette's Window, Base or AlternateBase: at least 4.5 : 1 on each, 7 : 1 in high contrast.
    [[nodiscard]] static QColor text(Tone tone, const QPalette& palette);
    /// A soft background for a band or chip of this tone; text(tone) stays readable on it.
    [[nodiscard]] static QColor wash(Tone tone, const QPalette& palette);
    /// Hairlines that only divide.
    [[nodiscard]] static QColor line(const QPalette& palette);
    /// Frames of controls: at least 3 : 1 against what is around them.
    [[nodiscard]] static QColor frame(const QPalette& palette);
    /// The ring round whatever has the keyboard.
    [[nodiscard]] static QColor focus(const QPalette& palette);
    [[nodiscard]] static QColor hover(const QPalette& palette);
    [[nodiscard]] static bool isDark(const QPalette& palette);

    /// An icon of resources/icons drawn in the tone's colour, crisp at every scale. Names without ".svg": "check", "warning", "error", …
    [[nodiscard]] static QIcon icon(const QString& name, Tone tone, const QPalette& palette);
    [[nodiscard]] static QIcon icon(const QString& name, const QColor& colour);
    [[nodiscard]] static QString iconName(Tone tone);

    /// Larger and heavier cuts of the platform's font.
    [[nodiscard]] static QFont title(const QFont& base);
    [[nodiscard]] static QFont heading(const QFont& base);
    [[nodiscard]] static QFont strong(const QFont& base);
    /// Plates: fixed pitch, so that characters stand under each other.
    [[nodiscard]] static QFont plate(const QFont& base);

    /// Gives a label a tone and keeps it when the palette changes.
    static void setTone(QLabel* label, Tone tone);
};

} // namespace casebound
