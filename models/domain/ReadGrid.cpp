#include "domain/ReadGrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casebound {

namespace {

constexpr double steps = 1U << ReadGrid::finest;

std::uint64_t spread(std::uint64_t bits)
{
    bits = (bits | bits << 16) & 0x0000'FFFF'0000'FFFFULL;
    bits = (bits | bits << 8) & 0x00FF'00FF'00FF'00FFULL;
    bits = (bits | bits << 4) & 0x0F0F'0F0F'0F0F'0F0FULL;
    bits = (bits | bits << 2) & 0x3333'3333'3333'3333ULL;
    return (bits | bits << 1) & 0x5555'5555'5555'5555ULL;
}

std::uint64_t gather(std::uint64_t bits)
{
    bits &= 0x5555'5555'5555'5555ULL;
    bits = (bits | bits >> 1) & 0x3333'3333'3333'3333ULL;
    bits = (bits | bits >> 2) & 0x0F0F'0F0F'0F0F'0F0FULL;
    bits = (bits | bits >> 4) & 0x00FF'00FF'00FF'00FFULL;
    bits = (bits | bits >> 8) & 0x0000'FFFF'0000'FFFFULL;
    return (bits | bits >> 16) & 0xFFFF'FFFFULL;
}

std::uint64_t morton(std::uint64_t x, std::uint64_t y)
{
    return spread(x) | spread(y) << 1;
}

std::uint64_t step(double unit)
{
    return static_cast<std::uint64_t>(std::clamp(unit * steps, 0.0, steps - 1));
}

struct Point {
    std::uint64_t code;
    std::uint32_t read;
};

/// Least significant digit first, 14 bits at a time: four walks over the points whatever their number.
void sortByCode(std::vector<Point>& points)
{
    constexpr std::size_t digits = 1U << 14;
    if (points.size() < digits) {
        std::ranges::stable_sort(points, {}, &Point::code);
        return;
    }
    std::vector<Point> other(points.size());
    std::vector<std::uint32_t> at(digits);
    for (unsigned shift = 0; shift < 2 * ReadGrid::finest; shift += 14) {
        std::ranges::fill(at, 0);
        for (const Point& point : points)
            ++at[point.code >> shift & (digits - 1)];
        std::exclusive_scan(at.begin(), at.end(), at.begin(), 0U);
        for (const Point& point : points)
            other[at[point.code >> shift & (digits - 1)]++] = point;
        points.swap(other);
    }
}

} // namespace

ReadGrid ReadGrid::of(std::span<const MapRead> reads)
{
    ReadGrid grid;
    std::vector<Point> points;
    points.reserve(reads.size());
    for (std::size_t n = 0; n < reads.size(); ++n) {
        const MapRead& read = reads[n];
        if (!read.shown) {
            ++grid.m_notShown;
            continue;
        }
        // What is not a number has no place, whatever was said.
        if (!read.hasLocation || !std::isfinite(read.latitude) || !std::isfinite(read.longitude))
            continue;
        const WorldPoint at = MapProjection::toWorld({.latitude = read.latitude, .longitude = read.longitude});
        points.push_back({.code = morton(step(at.x), step(at.y)), .read = static_cast<std::uint32_t>(n)});
    }
    sortByCode(points);
    const std::size_t count = points.size();
    grid.m_withoutPlace = reads.size() - count - grid.m_notShown;
    grid.m_placeOf.assign(reads.size(), nowhere);
    grid.m_codes.resize(count);
    grid.m_ids.resize(count);
    grid.m_captured.resize(count);
    grid.m_kinds.resize(count);
    for (std::uint32_t place = 0; place < count; ++place) {
        const MapRead& read = reads[points[place].read];
        grid.m_codes[place] = points[place].code;
        grid.m_ids[place] = points[place].read;
        grid.m_placeOf[points[place].read] = place;
        grid.m_captured[place] = read.capturedAt;
        grid.m_kinds[place] = static_cast<std::uint8_t>(static_cast<unsigned>(read.verdict) | (read.near ? 4U : 0U));
    }
    grid.sum();
    return grid;
}

void ReadGrid::sum()
{
    const std::size_t count = m_codes.size();
    m_sums.reserve(count / block + 1);
    m_newest.assign(count / block + 1, INT64_MIN);
    Sum sum;
    for (std::size_t n = 0; n < count; ++n) {
        if (n % block == 0)
            m_sums.push_back(sum);
        sum.x += gather(m_codes[n]);
        sum.y += gather(m_codes[n] >> 1);
        m_newest[n / block] = std::max(m_newest[n / block], m_captured[n]);
    }
    if (count % block == 0)
        m_sums.push_back(sum);
}

ReadGrid::Sum ReadGrid::sumBefore(std::uint32_t place) const
{
    Sum sum = m_sums[place / block];
    for (std::uint32_t n = place / block * block; n < place; ++n) {
        sum.x += gather(m_codes[n]);
        sum.y += gather(m_codes[n] >> 1);
    }
    return sum;
}

void ReadGrid::tally(Kinds& kinds, std::uint8_t kind)
{
    if (const unsigned verdict = kind & 3U; verdict > 0)
        ++kinds[verdict - 1];
    kinds[3] += static_cast<unsigned>(kind) >> 2;
}

void ReadGrid::sumVerdicts() const
{
    if (!m_stale)
        return;
    const std::size_t total = m_kinds.size();
    m_kindSums.clear();
    m_kindSums.reserve(total / block + 1);
    Kinds running{};
    for (std::size_t n = 0; n < total; ++n) {
        if (n % block == 0)
            m_kindSums.push_back(running);
        tally(running, m_kinds[n]);
    }
    if (total % block == 0)
        m_kindSums.push_back(running);
    m_stale = false;
}

ReadGrid::Kinds ReadGrid::kindsBefore(std::uint32_t place) const
{
    Kinds kinds = m_kindSums[place / block];
    for (std::uint32_t n = place / block * block; n < place; ++n)
        tally(kinds, m_kinds[n]);
    return kinds;
}

void ReadGrid::setVerdict(std::uint32_t read, Verdict verdict)
{
    if (!has(read))
        return;
    std::uint8_t& kind = m_kinds[m_placeOf[read]];
    const auto changed = static_cast<std::uint8_t>((kind & 4U) | static_cast<unsigned>(verdict));
    m_stale = m_stale || changed != kind;
    kind = changed;
}

WorldPoint ReadGrid::pointAt(std::uint32_t place) const
{
    const std::uint64_t code = m_codes[place];
    return {.x = (static_cast<double>(gather(code)) + 0.5) / steps, .y = (static_cast<double>(gather(code >> 1)) + 0.5) / steps};
}

std::uint32_t ReadGrid::lowerBound(std::uint64_t code, std::uint32_t from) const
{
    return static_cast<std::uint32_t>(std::lower_bound(m_codes.begin() + from, m_codes.end(), code) - m_codes.begin());
}

std::int64_t ReadGrid::newestOf(std::uint32_t first, std::uint32_t last) const
{
    std::int64_t newest = INT64_MIN;
    while (first < last) {
        if (first % block == 0 && first + block <= last) {
            newest = std::max(newest, m_newest[first / block]);
            first += block;
        } else {
            newest = std::max(newest, m_captured[first]);
            ++first;
        }
    }
    return newest;
}

ReadGrid::Box ReadGrid::bounds() const
{
    if (m_ids.empty())
        return {};
    Box box{.left = 1, .top = 1, .right = 0, .bottom = 0};
    double eastmost = 0, westmost = 1; // the same turned by half a world
    for (std::uint32_t place = 0; place < m_ids.size(); ++place) {
        const WorldPoint at = pointAt(place);
        box = {.left = std::min(box.left, at.x),
               .top = std::min(box.top, at.y),
               .right = std::max(box.right, at.x),
               .bottom = std::max(box.bottom, at.y)};
        const double turned = at.x < 0.5 ? at.x + 1 : at.x;
        westmost = std::min(westmost, turned - 0.5);
        eastmost = std::max(eastmost, turned - 0.5);
    }
    if (eastmost - westmost < box.right - box.left) {
        box.left = westmost + 0.5;
        box.right = eastmost + 0.5;
    }
    return box;
}

std::vector<ReadCluster> ReadGrid::clusters(const Box& box, int level, double apart) const
{
    std::vector<ReadCluster> found;
    if (m_ids.empty())
        return found;
    sumVerdicts();
    level = std::clamp(level, 0, finest);
    const auto across = static_cast<std::int64_t>(1) << level;
    const auto square = [&](double unit) { return static_cast<std::int64_t>(std::floor(unit * static_cast<double>(across))); };
    const int shift = 2 * (finest - level);
    // A world narrower than the box would show its squares twice.
    const std::int64_t firstColumn = square(box.left), lastColumn = std::min(square(box.right), firstColumn + across - 1);
    const std::int64_t firstRow = std::max<std::int64_t>(0, square(box.top)), lastRow = std::min(across - 1, square(box.bottom));
    const auto add = [&](std::uint32_t first, std::uint32_t last, std::int64_t turn) {
        const std::uint32_t count = last - first;
        ReadCluster cluster{.count = count, .runs = {{.first = first, .last = last}}};
        const Sum before = sumBefore(first), after = sumBefore(last);
        const auto mean = [count](std::uint64_t from, std::uint64_t to) { return (static_cast<double>(to - from) / count + 0.5) / steps; };
        cluster.middle = {.x = mean(before.x, after.x) + static_cast<double>(turn), .y = mean(before.y, after.y)};
        const Kinds kinds = kindsBefore(last), earlier = kindsBefore(first);
        const auto of = [&](std::size_t kind) { return kinds[kind] - earlier[kind]; };
        cluster.verdicts = {count - of(0) - of(1) - of(2), of(0), of(1), of(2)};
        cluster.near = of(3);
        cluster.newest = newestOf(first, last);
        found.push_back(std::move(cluster));
    };
    const auto turnOf = [across](std::int64_t column) { return column >= 0 ? column / across : (column + 1) / across - 1; };
    if (static_cast<double>(lastColumn - firstColumn + 1) * static_cast<double>(lastRow - firstRow + 1) >
        static_cast<double>(m_ids.size())) {
        // More squares than reads: from one square that holds any to the next.
        for (std::uint32_t first = 0; first < m_codes.size();) {
            const std::uint64_t code = m_codes[first] >> shift;
            const std::uint32_t last = lowerBound((code + 1) << shift, first);
            const auto x = static_cast<std::int64_t>(gather(code)), y = static_cast<std::int64_t>(gather(code >> 1));
            const std::int64_t turn = turnOf(firstColumn) + (x + turnOf(firstColumn) * across < firstColumn ? 1 : 0);
            if (y >= firstRow && y <= lastRow && x + turn * across <= lastColumn)
                add(first, last, turn);
            first = last;
        }
    } else {
        for (std::int64_t row = firstRow; row <= lastRow; ++row) {
            for (std::int64_t column = firstColumn; column <= lastColumn; ++column) {
                const std::int64_t turn = turnOf(column);
                const std::uint64_t code = morton(static_cast<std::uint64_t>(column - turn * across), static_cast<std::uint64_t>(row));
                const std::uint32_t first = lowerBound(code << shift, 0);
                if (first < m_codes.size() && m_codes[first] >> shift == code)
                    add(first, lowerBound((code + 1) << shift, first), turn);
            }
        }
    }
    // The largest takes in what would lie over it; a few hundred squares at most.
    std::ranges::stable_sort(found, std::ranges::greater(), &ReadCluster::count);
    std::vector<ReadCluster> marks;
    for (ReadCluster& cluster : found) {
        const auto over = std::ranges::find_if(marks, [&](const ReadCluster& mark) {
            return std::hypot(mark.middle.x - cluster.middle.x, mark.middle.y - cluster.middle.y) < apart;
        });
        if (over == marks.end()) {
            marks.push_back(std::move(cluster));
            continue;
        }
        const double whole = over->count + cluster.count, share = cluster.count / whole;
        over->middle = {.x = over->middle.x + (cluster.middle.x - over->middle.x) * share,
                        .y = over->middle.y + (cluster.middle.y - over->middle.y) * share};
        over->count += cluster.count;
        for (std::size_t verdict = 0; verdict < over->verdicts.size(); ++verdict)
            over->verdicts[verdict] += cluster.verdicts[verdict];
        over->near += cluster.near;
        over->newest = std::max(over->newest, cluster.newest);
        over->runs.insert(over->runs.end(), cluster.runs.begin(), cluster.runs.end());
    }
    return marks;
}

std::vector<std::uint32_t> ReadGrid::members(const ReadCluster& cluster, std::size_t most) const
{
    std::vector<std::uint32_t> places;
    places.reserve(cluster.count);
    for (const ReadCluster::Run& run : cluster.runs)
        for (std::uint32_t place = run.first; place < run.last; ++place)
            places.push_back(place);
    const auto newer = [this](std::uint32_t left, std::uint32_t right) {
        return m_captured[left] != m_captured[right] ? m_captured[left] > m_captured[right] : m_ids[left] < m_ids[right];
    };
    const std::size_t count = std::min(most, places.size());
    std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count), places.end(), newer);
    places.resize(count);
    for (std::uint32_t& place : places)
        place = m_ids[place];
    return places;
}

bool ReadGrid::contains(const ReadCluster& cluster, std::uint32_t read) const
{
    if (!has(read))
        return false;
    const std::uint32_t place = m_placeOf[read];
    return std::ranges::any_of(cluster.runs, [place](const ReadCluster::Run& run) { return place >= run.first && place < run.last; });
}

ReadGrid::Box ReadGrid::extent(const ReadCluster& cluster) const
{
    Box box{.left = 2, .top = 2, .right = -1, .bottom = -1};
    for (const ReadCluster::Run& run : cluster.runs) {
        for (std::uint32_t place = run.first; place < run.last; ++place) {
            const WorldPoint at = pointAt(place);
            const double x = MapProjection::nearest(at.x, cluster.middle.x);
            box = {.left = std::min(box.left, x),
                   .top = std::min(box.top, at.y),
                   .right = std::max(box.right, x),
                   .bottom = std::max(box.bottom, at.y)};
        }
    }
    return box;
}

std::vector<std::uint32_t> ReadGrid::around(std::uint32_t read, double reach, std::size_t most) const
{
    if (!has(read))
        return {};
    const WorldPoint middle = at(read);
    const int level = std::clamp(static_cast<int>(std::floor(-std::log2(std::max(reach, 1 / steps)))), 0, finest);
    const Box box{.left = middle.x - reach, .top = middle.y - reach, .right = middle.x + reach, .bottom = middle.y + reach};
    ReadCluster all{.middle = middle};
    for (const ReadCluster& part : clusters(box, level, 0)) {
        for (const ReadCluster::Run& run : part.runs) {
            for (std::uint32_t place = run.first; place < run.last; ++place) {
                const WorldPoint point = pointAt(place);
                if (std::abs(MapProjection::nearest(point.x, middle.x) - middle.x) <= reach && std::abs(point.y - middle.y) <= reach) {
                    all.runs.push_back({.first = place, .last = place + 1});
                    ++all.count;
                }
            }
        }
    }
    return members(all, most);
}

std::size_t ReadGrid::bytesHeld() const
{
    return m_codes.capacity() * sizeof(std::uint64_t) + (m_ids.capacity() + m_placeOf.capacity()) * sizeof(std::uint32_t) +
           (m_captured.capacity() + m_newest.capacity()) * sizeof(std::int64_t) + m_kinds.capacity() + m_sums.capacity() * sizeof(Sum) +
           m_kindSums.capacity() * sizeof(Kinds);
}

} // namespace casebound
