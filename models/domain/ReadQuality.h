// How often the machine misreads (R13; PIA p. 16), from what people typed blind: with the size of the sample and an interval, never alone.
//
// What is counted are reads that a query returned and somebody looked at. A vendor's claim is about plates that pass a camera: the two stand
// beside each other, and neither is taken from the other (ocr_accuracy.json, "doubts").
#pragma once

#include "domain/Verification.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// Fewer than this, and nothing is said: the interval of one misread in 30 reaches from under 1 to 17 %.
inline constexpr std::int64_t smallestQualitySample = 30;

enum class ReadOutcome : std::uint8_t { Right, Misread, Unreadable };

/// One difference: what the picture shows, and what the machine read there. A null QChar: nothing.
struct CharacterPair {
    QChar shown, read;
    friend auto operator<=>(const CharacterPair&, const CharacterPair&) = default;
};

/// What is kept of one judged read: no plate, only where the machine differed from the picture.
struct QualitySample {
    QByteArray read; ///< SHA-256 of the vendor's read id: a read that comes again counts once.
    QDate day;       ///< On which it was judged, UTC.
    QString camera, contributor;
    QString jurisdiction; ///< Key as the picture shows it; where nobody could say, as the machine did. Empty: neither.
    ReadOutcome outcome = ReadOutcome::Unreadable;
    std::vector<CharacterPair> confusions{};   ///< Of a misread.
    std::optional<bool> jurisdictionRight{}; ///< Where both said one.
    friend bool operator==(const QualitySample&, const QualitySample&) = default;
};

/// Right or misread, and what differed: typed against the machine's text, as Verify compares them.
[[nodiscard]] std::pair<ReadOutcome, std::vector<CharacterPair>> outcomeOf(const Comparison& againstMachine);

struct Interval {
    double low = 0, high = 1;
};
/// The score interval for a share of `hits` in `of`, at 95 % (E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", Journal of the American Statistical Association 22, 1927, 209–212; without continuity correction). [0, 1] of nothing.
[[nodiscard]] Interval wilson95(std::int64_t hits, std::int64_t of);

struct QualityRate {
    std::int64_t compared = 0;   ///< Typed, and so right or misread.
    std::int64_t misread = 0;    ///< Of those compared.
    std::int64_t unreadable = 0; ///< Counted apart: no misreads of the machine.
    [[nodiscard]] bool isEnough() const { return compared >= smallestQualitySample; }
    [[nodiscard]] double share() const { return compared > 0 ? static_cast<double>(misread) / static_cast<double>(compared) : 0; }
    [[nodiscard]] Interval interval() const { return wilson95(misread, compared); }
    friend bool operator==(const QualityRate&, const QualityRate&) = default;
};

struct QualityRow {
    QString key; ///< Camera, contributor or key of a jurisdiction; empty: not given.
    QualityRate rate;
};
/// Of a pair `rate.misread` is in how many compared reads it occurred.
struct PairRow {
    CharacterPair pair;
    QualityRate rate;
};

/// How the vendor's claim stands beside what was found here.
enum class ClaimStanding {
    NoClaim,
    TooFew,
    Within, ///< The claim lies in the interval.
    Worse,  ///< More was misread here than claimed, beyond chance.
    Better,
};

struct ReadQuality {
    QualityRate whole;
    QualityRate jurisdictions; ///< Of reads where picture and machine both gave one: `misread` are those that differ.
    std::vector<QualityRow> byCamera, byContributor, byJurisdiction; ///< Most compared first, then by key.
    std::vector<PairRow> byPair;                                     ///< Most frequent first.
};

/// Pure. Samples of the same read count once, the last one.
[[nodiscard]] ReadQuality qualityOf(std::span<const QualitySample> samples);
/// `claimed`: the share of plates the vendor says are read right, 0 to 1.
[[nodiscard]] ClaimStanding standingOf(const QualityRate& rate, const std::optional<double>& claimed);

} // namespace casebound
