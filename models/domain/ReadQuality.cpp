#include "domain/ReadQuality.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace casebound {

namespace {

using Tally = std::map<QString, QualityRate>;

void add(QualityRate& rate, ReadOutcome outcome)
{
    rate.compared += outcome == ReadOutcome::Unreadable ? 0 : 1;
    rate.misread += outcome == ReadOutcome::Misread ? 1 : 0;
    rate.unreadable += outcome == ReadOutcome::Unreadable ? 1 : 0;
}

std::vector<QualityRow> rowsOf(const Tally& tally)
{
    std::vector<QualityRow> rows;
    for (const auto& [key, rate] : tally)
        rows.push_back({.key = key, .rate = rate});
    std::ranges::stable_sort(rows, std::ranges::greater(), [](const QualityRow& row) { return row.rate.compared; });
    return rows;
}

} // namespace

std::pair<ReadOutcome, std::vector<CharacterPair>> outcomeOf(const Comparison& againstMachine)
{
    std::vector<CharacterPair> pairs;
    for (const AlignedPair& column : againstMachine.columns) {
        if (!column.same)
            pairs.push_back({.shown = column.typed, .read = column.machine});
    }
    return {againstMachine.differences == 0 ? ReadOutcome::Right : ReadOutcome::Misread, std::move(pairs)};
}

Interval wilson95(std::int64_t hits, std::int64_t of)
{
    if (of <= 0)
        return {};
    constexpr double z = 1.959'963'984'540'054; // the 97.5th percentile of the normal distribution
    const auto n = static_cast<double>(of), p = static_cast<double>(std::clamp<std::int64_t>(hits, 0, of)) / n;
    const double scale = 1 + z * z / n, middle = (p + z * z / (2 * n)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    // At the ends the formula gives exactly 0 and 1, but for rounding.
    return {.low = hits <= 0 ? 0 : std::max(0.0, middle - half), .high = hits >= of ? 1 : std::min(1.0, middle + half)};
}

ReadQuality qualityOf(std::span<const QualitySample> samples)
{
    QHash<QByteArray, std::size_t> last;
    for (std::size_t n = 0; n < samples.size(); ++n)
        last.insert(samples[n].read, n);

    ReadQuality quality;
    Tally cameras, contributors, jurisdictions;
    std::map<CharacterPair, std::int64_t> pairs;
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const QualitySample& sample = samples[n];
        if (last.value(sample.read) != n)
            continue;
        add(quality.whole, sample.outcome);
        add(cameras[sample.camera], sample.outcome);
        add(contributors[sample.contributor], sample.outcome);
        add(jurisdictions[sample.jurisdiction], sample.outcome);
        if (sample.jurisdictionRight)
            add(quality.jurisdictions, *sample.jurisdictionRight ? ReadOutcome::Right : ReadOutcome::Misread);
        if (sample.outcome != ReadOutcome::Misread)
            continue;
        for (const CharacterPair& pair : std::set(sample.confusions.begin(), sample.confusions.end()))
            ++pairs[pair];
    }
    quality.byCamera = rowsOf(cameras);
    quality.byContributor = rowsOf(contributors);
    quality.byJurisdiction = rowsOf(jurisdictions);
    for (const auto& [pair, count] : pairs)
        quality.byPair.push_back({.pair = pair, .rate = {.compared = quality.whole.compared, .misread = count}});
    std::ranges::stable_sort(quality.byPair, std::ranges::greater(), [](const PairRow& row) { return row.rate.misread; });
    return quality;
}

ClaimStanding standingOf(const QualityRate& rate, const std::optional<double>& claimed)
{
    if (!claimed || !(*claimed >= 0 && *claimed <= 1))
        return ClaimStanding::NoClaim;
    if (!rate.isEnough())
        return ClaimStanding::TooFew;
    const Interval found = rate.interval();
    const double misread = 1 - *claimed;
    if (misread < found.low)
        return ClaimStanding::Worse;
    return misread > found.high ? ClaimStanding::Better : ClaimStanding::Within;
}

} // namespace casebound
