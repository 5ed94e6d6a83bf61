// Where the reads are: an index that answers "how many stand here" at every zoom for the price of a few binary searches.
//
// Points lie sorted along a Morton curve, so that every square of the map is one run of them; sums along the curve give a run's count,
// middle and verdicts without a look at its points. A map of a million reads costs what an empty one costs.
#pragma once

#include "domain/MapProjection.h"
#include "domain/Verification.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace casebound {

/// A read as the map knows it.
struct MapRead {
    double latitude = 0, longitude = 0; ///< Meaningful only with hasLocation.
    std::int64_t capturedAt = 0;        ///< Microseconds since 1970, UTC.
    Verdict verdict = Verdict::Unverified;
    bool hasLocation = false;
    bool near = false; ///< A near match: the machine read something else than was asked for.
    bool shown = true; ///< Otherwise it keeps its number and is drawn nowhere: the filter leaves it out.
};

/// Reads that are drawn as one mark.
struct ReadCluster {
    struct Run {
        std::uint32_t first = 0, last = 0; ///< Places along the curve, `last` excluded.
    };
    std::uint32_t count = 0;
    WorldPoint middle{};                     ///< Of all of them; x may lie beyond [0, 1) beside the antimeridian.
    std::array<std::uint32_t, 4> verdicts{}; ///< By Verdict.
    std::uint32_t near = 0;
    std::int64_t newest = INT64_MIN; ///< Capture time of the newest.
    std::vector<Run> runs{};         ///< For ReadGrid::members().
};

/// Immutable but for verdicts. A read is named by its place in the span it was made from. Not synchronised.
class ReadGrid {
public:
    /// Levels of the finest grid: a square is a seventh of a metre wide at the equator.
    static constexpr int finest = 28;

    ReadGrid() = default;
    /// Reads without a place are counted and left out. At most 2^32 - 1 reads. O(n), some 0.1 s for a million.
    [[nodiscard]] static ReadGrid of(std::span<const MapRead> reads);

    [[nodiscard]] std::size_t placed() const { return m_ids.size(); }
    [[nodiscard]] std::size_t withoutPlace() const { return m_withoutPlace; }
    [[nodiscard]] std::size_t notShown() const { return m_notShown; }
    [[nodiscard]] bool has(std::uint32_t read) const { return read < m_placeOf.size() && m_placeOf[read] != nowhere; }
    [[nodiscard]] WorldPoint at(std::uint32_t read) const { return pointAt(m_placeOf[read]); }
    [[nodiscard]] std::int64_t capturedAt(std::uint32_t read) const { return m_captured[m_placeOf[read]]; }
    void setVerdict(std::uint32_t read, Verdict verdict); ///< The sums are made anew at the next question.

    /// The smallest rectangle that holds every placed read, the short way round where they lie on both sides of the antimeridian:
    /// `right` may exceed 1. Empty (all 0) without reads.
    struct Box {
        double left = 0, top = 0, right = 0, bottom = 0;
    };
    [[nodiscard]] Box bounds() const;

    /// Clusters whose squares of level `level` (2^level across the world) touch the box; marks whose middles are nearer than `apart`
    /// (world units) become one. The box may reach beyond [0, 1) in x by up to a turn; middles are given in its turn.
    [[nodiscard]] std::vector<ReadCluster> clusters(const Box& box, int level, double apart) const;
    /// The cluster's reads, newest first, at most `most` of them.
    [[nodiscard]] std::vector<std::uint32_t> members(const ReadCluster& cluster, std::size_t most) const;
    /// Whether the read is one of the cluster's.
    [[nodiscard]] bool contains(const ReadCluster& cluster, std::uint32_t read) const;
    /// The box of a cluster's members: no larger than a pixel means that no zoom will part them.
    [[nodiscard]] Box extent(const ReadCluster& cluster) const;
    /// Every read within `reach` (world units, a square) of this one, newest first, itself among them.
    [[nodiscard]] std::vector<std::uint32_t> around(std::uint32_t read, double reach, std::size_t most) const;
    [[nodiscard]] std::size_t bytesHeld() const;

private:
    static constexpr std::uint32_t nowhere = UINT32_MAX;
    static constexpr std::uint32_t block = 64; ///< Points for which sums and the newest are kept: a sum a point would be half the index.
    struct Sum {
        std::uint64_t x = 0, y = 0; ///< Of steps of the finest level.
    };
    using Kinds = std::array<std::uint32_t, 4>; ///< Confirmed, different, unreadable, near.

    [[nodiscard]] WorldPoint pointAt(std::uint32_t place) const;
    [[nodiscard]] std::uint32_t lowerBound(std::uint64_t code, std::uint32_t from) const;
    [[nodiscard]] std::int64_t newestOf(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] Sum sumBefore(std::uint32_t place) const;
    [[nodiscard]] Kinds kindsBefore(std::uint32_t place) const;
    static void tally(Kinds& kinds, std::uint8_t kind);
    void sum();
    void sumVerdicts() const;

    std::vector<std::uint64_t> m_codes;    ///< Sorted; 2 · finest bits.
    std::vector<std::uint32_t> m_ids;      ///< Place along the curve -> read.
    std::vector<std::uint32_t> m_placeOf;  ///< Read -> place, or nowhere.
    std::vector<std::int64_t> m_captured;  ///< By place.
    std::vector<std::int64_t> m_newest;    ///< Of each block of places.
    std::vector<std::uint8_t> m_kinds;     ///< By place: verdict, and 4 for a near match.
    std::vector<Sum> m_sums;               ///< Before each block, and before the end.
    mutable std::vector<Kinds> m_kindSums; ///< The same.
    mutable bool m_stale = true;
    std::size_t m_withoutPlace = 0, m_notShown = 0;
};

} // namespace casebound
