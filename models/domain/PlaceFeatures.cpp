#include "domain/PlaceFeatures.h"

#include "domain/LocalPlane.h"
#include "domain/PlaceCategory.h"
#include "domain/PlaceOutline.h"
#include "domain/Text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostVertices = 500'000, mostInRing = 10'000;
constexpr qsizetype longestName = 200;
constexpr double widest = 100'000; // metres

/// Of a foreign file, for a sentence on a terminal: nothing in it that cannot be seen.
QString quotable(const QString& text)
{
    return hasHiddenCharacter(text) ? u"?"_s : text.left(64);
}

/// One feature; what was found wrong first stays.
class FeatureReader {
public:
    FeatureReader(std::size_t& vertices, double metres) : m_vertices(vertices), m_metres(metres) {}

    std::optional<SensitivePlace> read(const QJsonValue& value)
    {
        const QJsonObject feature = value.toObject();
        if (!value.isObject() || feature["type"_L1] != "Feature"_L1)
            return refuse(PlacesProblem::NotFeature);
        SensitivePlace place;
        if (!properties(feature["properties"_L1], place) || !geometry(feature["geometry"_L1], place))
            return std::nullopt;
        return isTooWide(place) ? refuse(PlacesProblem::TooWide) : std::optional(std::move(place));
    }
    [[nodiscard]] const PlacesFault& fault() const { return *m_fault; }

private:
    std::nullopt_t refuse(PlacesProblem problem, const QString& detail = {})
    {
        if (!m_fault)
            m_fault = PlacesFault{.problem = problem, .feature = 0, .detail = detail};
        return std::nullopt;
    }

    bool properties(const QJsonValue& value, SensitivePlace& place)
    {
        const QJsonObject members = value.toObject();
        const QJsonValue name = members["name"_L1], category = members["category"_L1];
        place.name = name.toString();
        const bool named = name.isUndefined() || name.isNull() || name.isString();
        if (!named || place.name.size() > longestName || hasHiddenCharacter(place.name))
            refuse(PlacesProblem::Name);
        else if (!category.isString() || category.toString().isEmpty())
            refuse(PlacesProblem::NoCategory);
        else if (place.category = category.toString(); !placeCategory(place.category))
            refuse(PlacesProblem::UnknownCategory, quotable(place.category));
        return !m_fault;
    }

    bool geometry(const QJsonValue& value, SensitivePlace& place)
    {
        const QJsonObject members = value.toObject();
        const QString type = members["type"_L1].toString();
        const QJsonValue coordinates = members["coordinates"_L1];
        if (type == "Point"_L1)
            point(coordinates, place);
        else if (type == "MultiPoint"_L1)
            each(coordinates, [&](const QJsonValue& one) { point(one, place); });
        else if (type == "Polygon"_L1)
            polygon(coordinates, place);
        else if (type == "MultiPolygon"_L1)
            each(coordinates, [&](const QJsonValue& one) { polygon(one, place); });
        else
            refuse(PlacesProblem::Geometry, value.isObject() ? quotable(type) : QString());
        return !m_fault;
    }

    /// An array with something in it, until the first fault.
    template <class Read>
    void each(const QJsonValue& value, Read read)
    {
        const QJsonArray list = value.toArray();
        if (list.isEmpty())
            refuse(PlacesProblem::Coordinates);
        for (qsizetype n = 0; n < list.size() && !m_fault; ++n)
            read(list[n]);
    }

    std::optional<GeoPoint> position(const QJsonValue& value)
    {
        const QJsonArray numbers = value.toArray();
        if (numbers.size() < 2 || !std::ranges::all_of(numbers, [](const QJsonValue& one) { return one.isDouble(); }))
            return refuse(PlacesProblem::Coordinates);
        if (++m_vertices > mostVertices)
            return refuse(PlacesProblem::TooManyVertices);
        const double longitude = numbers[0].toDouble(), latitude = numbers[1].toDouble();
        if (!(std::abs(longitude) <= 180) || !(std::abs(latitude) <= 90))
            return refuse(PlacesProblem::OutOfRange);
        return GeoPoint{.latitude = rounded(latitude), .longitude = rounded(longitude)};
    }

    /// A tenth of a metre; -0 is written as 0.
    static double rounded(double degrees) { return std::round(degrees * 1e6) / 1e6 + 0.0; }

    void point(const QJsonValue& value, SensitivePlace& place)
    {
        if (const auto at = position(value))
            place.points.push_back(*at);
    }

    void polygon(const QJsonValue& value, SensitivePlace& place)
    {
        PlacePolygon rings;
        each(value, [&](const QJsonValue& one) { ring(one, rings); });
        place.polygons.push_back(std::move(rings));
    }

    void ring(const QJsonValue& value, PlacePolygon& rings)
    {
        PlaceRing vertices;
        each(value, [&](const QJsonValue& one) {
            if (const auto at = position(one))
                vertices.push_back(*at);
            if (vertices.size() > mostInRing + 1)
                refuse(PlacesProblem::TooManyVertices);
        });
        if (m_fault)
            return;
        const QJsonArray written = value.toArray();
        if (vertices.size() < 4)
            refuse(PlacesProblem::RingShort);
        else if (written.first() != written.last())
            refuse(PlacesProblem::RingOpen);
        vertices.pop_back();
        rings.push_back(simplified(vertices, m_metres));
    }

    static bool isTooWide(const SensitivePlace& place)
    {
        const SensitivePlaces::Box box = SensitivePlaces::boxOf(place);
        const LocalPlane plane({.latitude = (box.south + box.north) / 2, .longitude = box.west});
        const auto corner = plane.at(box.north, box.east);
        return corner.x > widest || 2 * corner.y > widest;
    }

    std::size_t& m_vertices;
    double m_metres;
    std::optional<PlacesFault> m_fault;
};

} // namespace

std::expected<std::vector<SensitivePlace>, PlacesFault> placesOf(const QJsonArray& features, double metres)
{
    const auto refuse = [](PlacesProblem problem) { return std::unexpected(PlacesFault{.problem = problem}); };
    if (features.isEmpty())
        return refuse(PlacesProblem::NoFeatures);
    if (features.size() > qsizetype(SensitivePlaces::most))
        return refuse(PlacesProblem::TooManyFeatures);
    std::vector<SensitivePlace> places;
    std::size_t vertices = 0;
    for (qsizetype n = 0; n < features.size(); ++n) {
        FeatureReader reader(vertices, metres);
        auto place = reader.read(features[n]);
        if (!place) {
            PlacesFault fault = reader.fault();
            fault.feature = static_cast<int>(n) + 1;
            return std::unexpected(std::move(fault));
        }
        places.push_back(*std::move(place));
    }
    return places;
}

} // namespace casebound
