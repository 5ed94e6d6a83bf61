#include "maps/OverviewFile.h"

#include "domain/MapProjection.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>

namespace casebound {

namespace {

constexpr qsizetype largestFile = 4 << 20;
constexpr std::uint64_t mostPoints = 2'000'000, mostItems = 200'000;

class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            const std::uint8_t low = byte();
            value |= static_cast<std::uint64_t>(low & 0x7FU) << shift;
            if (low < 0x80)
                return value;
        }
        m_failed = true;
        return 0;
    }
    /// A count of things of which each takes a byte at least, so that none can ask for more room than the file has.
    std::uint64_t count(std::uint64_t most)
    {
        const std::uint64_t value = varint();
        if (value > most || value > static_cast<std::uint64_t>(m_bytes.size() - m_at))
            m_failed = true;
        return m_failed ? 0 : value;
    }
    std::int64_t zigzag()
    {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    double number()
    {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8)
            bits |= static_cast<std::uint64_t>(byte()) << shift;
        const auto value = std::bit_cast<double>(bits);
        m_failed = m_failed || !std::isfinite(value) || std::abs(value) > 360;
        return m_failed ? 0 : value;
    }
    QByteArrayView take(std::uint64_t length)
    {
        if (m_failed || length > static_cast<std::uint64_t>(m_bytes.size() - m_at)) {
            m_failed = true;
            return {};
        }
        const QByteArrayView part = m_bytes.sliced(m_at, static_cast<qsizetype>(length));
        m_at += static_cast<qsizetype>(length);
        return part;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

struct Arc {
    std::vector<QPointF> points; ///< World units; x not folded, so that 180° E stays in the east.
    std::vector<bool> drawn;     ///< Whether the step to this point is a line: the cut at ±180° and the pole's edge are none.
    int kind = 0;                ///< Widest kind of feature that uses it, 1 the widest; 0: none.
    int uses = 0;                ///< By features of that kind.
    bool foreign = false;        ///< Of a country the other layer does not show in detail.
};

QPointF world(double longitude, double latitude)
{
    return {longitude / 360 + 0.5, MapProjection::toWorld({.latitude = latitude, .longitude = 0}).y};
}

double area(const std::vector<QPointF>& ring, QPointF& middle)
{
    double sum = 0, x = 0, y = 0;
    for (std::size_t n = 0; n < ring.size(); ++n) {
        const QPointF& from = ring[n];
        const QPointF& to = ring[(n + 1) % ring.size()];
        const double cross = from.x() * to.y() - to.x() * from.y();
        sum += cross;
        x += (from.x() + to.x()) * cross;
        y += (from.y() + to.y()) * cross;
    }
    if (sum != 0)
        middle = {x / (3 * sum), y / (3 * sum)};
    return std::abs(sum) / 2;
}

/// One layer of the file into the map.
class Layer {
public:
    Layer(Reader& reader, VectorMap& map, std::uint64_t& points) : m_reader(reader), m_map(map), m_points(points) {}

    [[nodiscard]] std::optional<OverviewFault> read()
    {
        if (const auto fault = readArcs())
            return fault;
        const std::uint64_t features = m_reader.count(mostItems);
        for (std::uint64_t n = 0; n < features && !m_reader.failed(); ++n)
            if (const auto fault = readFeature())
                return fault;
        if (m_reader.failed())
            return OverviewFault::Truncated;
        drawBorders();
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<OverviewFault> readArcs()
    {
        const double scaleX = m_reader.number(), scaleY = m_reader.number(), originX = m_reader.number(), originY = m_reader.number();
        const std::uint64_t arcs = m_reader.count(mostItems);
        for (std::uint64_t n = 0; n < arcs && !m_reader.failed(); ++n) {
            const std::uint64_t count = m_reader.count(mostPoints);
            if ((m_points += count) > mostPoints)
                return OverviewFault::TooLarge;
            Arc arc;
            arc.points.reserve(count);
            std::int64_t x = 0, y = 0;
            bool wasEdge = false;
            for (std::uint64_t point = 0; point < count && !m_reader.failed(); ++point) {
                x += m_reader.zigzag();
                y += m_reader.zigzag();
                if (std::abs(x) > 1'000'000'000 || std::abs(y) > 1'000'000'000)
                    return OverviewFault::Malformed;
                const double longitude = static_cast<double>(x) * scaleX + originX, latitude = static_cast<double>(y) * scaleY + originY;
                const bool edge = std::abs(longitude) > 179.99 || latitude < -MapProjection::furthestLatitude;
                arc.points.push_back(world(longitude, latitude));
                arc.drawn.push_back(point > 0 && !(edge && wasEdge));
                wasEdge = edge;
            }
            m_arcs.push_back(std::move(arc));
        }
        return m_reader.failed() ? std::optional(OverviewFault::Truncated) : std::nullopt;
    }

    [[nodiscard]] std::optional<OverviewFault> readFeature()
    {
        const int kind = m_reader.byte();
        const bool detailed = m_reader.byte() == 1;
        const QString name = QString::fromUtf8(m_reader.take(m_reader.count(200)));
        if (kind < 1 || kind > 3)
            return m_reader.failed() ? OverviewFault::Truncated : OverviewFault::Malformed;
        MapShape shape{.feature = MapFeature::Land, .paths = {}, .bounds = {}};
        double largest = 0;
        QPointF middle;
        const std::uint64_t polygons = m_reader.count(mostItems);
        for (std::uint64_t polygon = 0; polygon < polygons && !m_reader.failed(); ++polygon) {
            const std::uint64_t rings = m_reader.count(mostItems);
            for (std::uint64_t number = 0; number < rings && !m_reader.failed(); ++number) {
                std::vector<QPointF> ring;
                const std::uint64_t arcs = m_reader.count(mostItems);
                for (std::uint64_t n = 0; n < arcs && !m_reader.failed(); ++n)
                    if (!follow(m_reader.zigzag(), kind, detailed, ring))
                        return m_reader.failed() ? OverviewFault::Truncated : OverviewFault::Malformed;
                if ((m_points += ring.size()) > mostPoints)
                    return OverviewFault::TooLarge;
                QPointF at;
                if (const double size = number == 0 ? area(ring, at) : 0; size > largest) {
                    largest = size;
                    middle = at;
                }
                shape.paths.push_back(std::move(ring));
            }
        }
        const auto label = kind == 1 ? MapLabel::Kind::Country : kind == 2 ? MapLabel::Kind::State : MapLabel::Kind::County;
        if (!name.isEmpty() && largest > 0)
            m_map.labels.push_back({.kind = label, .text = name, .at = middle, .size = std::sqrt(largest)});
        // Counties fill no more than their state does, and states in detail stand for the country in coarse.
        if (kind < 3 && !detailed)
            m_map.shapes.push_back(std::move(shape));
        return std::nullopt;
    }

    [[nodiscard]] bool follow(std::int64_t reference, int kind, bool detailed, std::vector<QPointF>& ring)
    {
        const bool backwards = reference < 0;
        const auto index = static_cast<std::uint64_t>(backwards ? ~reference : reference);
        if (index >= m_arcs.size())
            return false;
        Arc& arc = m_arcs[index];
        if (arc.kind == 0 || kind < arc.kind) {
            arc.kind = kind;
            arc.uses = 0;
        }
        arc.uses += kind == arc.kind ? 1 : 0;
        arc.foreign = arc.foreign || (kind == 1 && !detailed);
        // The last point of an arc is the first of the next.
        const std::size_t skip = ring.empty() ? 0 : 1;
        if (backwards)
            ring.insert(ring.end(), arc.points.rbegin() + static_cast<std::ptrdiff_t>(std::min(skip, arc.points.size())),
                        arc.points.rend());
        else
            ring.insert(ring.end(), arc.points.begin() + static_cast<std::ptrdiff_t>(std::min(skip, arc.points.size())), arc.points.end());
        return ring.size() <= mostPoints;
    }

    void drawBorders()
    {
        for (const Arc& arc : m_arcs) {
            MapFeature feature = MapFeature::Coast;
            switch (arc.kind) {
            case 1: feature = arc.uses > 1 ? MapFeature::CountryBorder : MapFeature::Coast; break;
            case 2: feature = arc.uses > 1 ? MapFeature::StateBorder : MapFeature::Coast; break;
            case 3: feature = MapFeature::CountyBorder; break;
            default: continue;
            }
            // The coarse coast of a country that is also here in detail gives way to it.
            if (arc.kind == 1 && !arc.foreign)
                continue;
            MapShape line{.feature = feature, .paths = {}, .bounds = {}};
            std::vector<QPointF> path;
            for (std::size_t n = 0; n < arc.points.size(); ++n) {
                if (!arc.drawn[n]) {
                    if (path.size() > 1)
                        line.paths.push_back(path);
                    path.clear();
                }
                path.push_back(arc.points[n]);
            }
            if (path.size() > 1)
                line.paths.push_back(std::move(path));
            if (!line.paths.empty())
                m_map.shapes.push_back(std::move(line));
        }
    }

    Reader& m_reader;
    VectorMap& m_map;
    std::uint64_t& m_points;
    std::vector<Arc> m_arcs;
};

} // namespace

std::expected<VectorMap, OverviewFault> parseOverview(QByteArrayView bytes)
{
    constexpr char mark[] = "CBMAP1\0";
    if (bytes.size() > largestFile)
        return std::unexpected(OverviewFault::TooLarge);
    if (bytes.size() < qsizetype(sizeof mark) || std::memcmp(bytes.data(), mark, sizeof mark) != 0)
        return std::unexpected(OverviewFault::NotOurs);
    Reader reader(bytes.sliced(sizeof mark));
    VectorMap map;
    std::uint64_t points = 0;
    const std::uint64_t layers = reader.count(8);
    for (std::uint64_t n = 0; n < layers; ++n)
        if (const auto fault = Layer(reader, map, points).read())
            return std::unexpected(*fault);
    if (reader.failed())
        return std::unexpected(OverviewFault::Truncated);
    if (!reader.atEnd())
        return std::unexpected(OverviewFault::Malformed);
    map.finish();
    return map;
}

} // namespace casebound
