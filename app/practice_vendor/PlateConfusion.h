// How cameras misread, and what the practice vendor takes for the same plate.
#pragma once

#include "practice_vendor/Scramble.h"

#include <QString>

namespace casebound::practice {

/// The plate with every character replaced by its confusion group's first one: a read and its misreads share it.
[[nodiscard]] QString familyKey(QStringView plate);

/// What this vendor takes for the same number: O as 0 and I as 1. The contract lets a vendor do so; Casebound shows such reads as near
/// matches.
[[nodiscard]] QString vendorFold(QStringView plate);

/// One character replaced by another of its group. The plate unchanged where no character is in any group.
[[nodiscard]] QString misread(const QString& plate, Rng& rng);

/// As misread(), but letter stays letter and digit stays digit where the plate allows, so that a second real plate comes out.
[[nodiscard]] QString lookalike(const QString& plate, Rng& rng);

/// A layout's text without its marks ('|' a gap, '^' a stacked pair follows).
[[nodiscard]] QString withoutGaps(QString layout);

/// Puts the marks of a laid-out plate into another text of the same length; a text of another length stands without marks.
[[nodiscard]] QString withGapsOf(const QString& plate, const QString& like);

} // namespace casebound::practice
