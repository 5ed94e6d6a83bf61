// What a person noted of the vehicle beside what the machine says of it.
#pragma once

#include <QString>
#include <QStringList>

namespace casebound {

/// Those of `reported` (make, model, colour, body; empty ones skipped) of which the note holds no word. Whole words, without regard to case
/// or accents: "grey" is not found in "greyhound". It says what was not mentioned, never that it is wrong: words for colours are many.
[[nodiscard]] QStringList vehicleNotMentioned(const QStringList& reported, const QString& note);
/// A note is bounded like every text a person types here.
inline constexpr qsizetype maxVehicleNote = 120;

} // namespace casebound
