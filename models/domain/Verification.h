// Blind transcription (R6; PIA p. 9, 16): what a person typed from the picture, compared character by character.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"

#include <QString>

#include <vector>

namespace casebound {

enum class Verdict { Unverified, Confirmed, DifferentPlate, Unreadable };

/// One column of an alignment. A null QChar marks a gap.
struct AlignedPair {
    QChar typed;
    QChar machine;
    bool same = false;
    bool confusable = false; ///< Differs, and the two are commonly mistaken for each other.
};

/// Typed against another text, globally aligned (Needleman–Wunsch; substitutions of confusable characters are cheapest).
struct Comparison {
    std::vector<AlignedPair> columns;
    int differences = 0;
};
/// Only the first MaxCompared UTF-16 units of each text are looked at; the differences of swapped arguments are as many.
inline constexpr qsizetype MaxCompared = 64;
[[nodiscard]] Comparison compareTexts(QStringView typed, QStringView machine);

/// What the picture allows. Anything but Good forbids Confirmed and DifferentPlate.
enum class PictureState { Good, Missing, Gone, HashMissing, HashDiffers, Undecodable };

/// A person's finished judgement of one read.
struct Verification {
    Verdict verdict = Verdict::Unverified;
    QString typedPlate;        ///< As normalised; empty for Unreadable.
    QString typedJurisdiction; ///< Key, or empty where the picture shows none.
    QString note;              ///< Needed for DifferentPlate and Unreadable.
    UserId by;
    Instant at{};
    QByteArray imageSha256; ///< Of the picture judged; empty where there was none.
};

} // namespace casebound
