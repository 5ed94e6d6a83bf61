#include "domain/PlacesFile.h"

#include "domain/PlaceFeatures.h"
#include "domain/Text.h"

#include <QJsonDocument>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16;
constexpr auto ours = "casebound-places"_L1;

std::unexpected<PlacesFault> fault(PlacesProblem problem, const QString& detail = {})
{
    return std::unexpected(PlacesFault{.problem = problem, .feature = 0, .detail = detail});
}

bool isTooDeep(QByteArrayView json)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype n = 0; n < json.size(); ++n) {
        const char c = json[n];
        if (inText && c == '\\')
            ++n;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '[' || c == '{') && ++depth > deepest)
            return true;
        else if (!inText && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

std::expected<QJsonObject, PlacesFault> collectionIn(QByteArrayView json, qsizetype largest)
{
    if (json.size() > largest)
        return fault(PlacesProblem::TooLarge);
    if (isTooDeep(json))
        return fault(PlacesProblem::TooDeep);
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &syntax);
    if (syntax.error != QJsonParseError::NoError)
        return fault(PlacesProblem::NotJson, QString::number(syntax.offset));
    const QJsonObject root = document.object();
    if (root["type"_L1] != "FeatureCollection"_L1 || !root["features"_L1].isArray())
        return fault(PlacesProblem::NotCollection);
    // RFC 7946 has no other than this one; older files name theirs, and metres taken for degrees would put every place elsewhere.
    if (root.contains("crs"_L1)) {
        const QString name = root["crs"_L1]["properties"_L1]["name"_L1].toString();
        if (name != "urn:ogc:def:crs:OGC:1.3:CRS84"_L1 && name != "urn:ogc:def:crs:OGC::CRS84"_L1)
            return fault(PlacesProblem::OtherCrs, hasHiddenCharacter(name) ? u"?"_s : name.left(64));
    }
    return root;
}

QByteArray degrees(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 6);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray positionOf(GeoPoint point)
{
    return '[' + degrees(point.longitude) + ',' + degrees(point.latitude) + ']';
}

template <class List, class Make>
QByteArray arrayOf(const List& list, Make make)
{
    QByteArray text = "[";
    for (const auto& one : list)
        text += (text.size() > 1 ? QByteArray(",") : QByteArray()) + make(one);
    return text + ']';
}

QByteArray ringOf(const PlaceRing& ring)
{
    PlaceRing closed = ring;
    closed.push_back(ring.front());
    return arrayOf(closed, positionOf);
}

QByteArray polygonOf(const PlacePolygon& polygon)
{
    return arrayOf(polygon, ringOf);
}

/// A feature is points or polygons: the reader makes no other.
QByteArray geometryOf(const SensitivePlace& place)
{
    if (place.points.size() == 1)
        return R"({"type":"Point","coordinates":)" + positionOf(place.points.front()) + '}';
    if (!place.points.empty())
        return R"({"type":"MultiPoint","coordinates":)" + arrayOf(place.points, positionOf) + '}';
    if (place.polygons.size() == 1)
        return R"({"type":"Polygon","coordinates":)" + polygonOf(place.polygons.front()) + '}';
    return R"({"type":"MultiPolygon","coordinates":)" + arrayOf(place.polygons, polygonOf) + '}';
}

QByteArray quoted(const QString& text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
}

} // namespace

std::expected<SensitivePlaces, PlacesFault> importPlaces(QByteArrayView geojson, SensitivePlaces::Source source)
{
    source.simplifiedMetres = std::clamp(source.simplifiedMetres, 0.0, double(mostSimplifiedMetres));
    const auto root = collectionIn(geojson, largestPlacesImport);
    if (!root)
        return std::unexpected(root.error());
    return placesOf((*root)["features"_L1].toArray(), source.simplifiedMetres).transform([&](std::vector<SensitivePlace>&& places) {
        return SensitivePlaces(std::move(places), std::move(source));
    });
}

QByteArray writePlaces(const SensitivePlaces& places)
{
    const SensitivePlaces::Source& source = places.source();
    QByteArray json = R"({"type":"FeatureCollection","schema":"casebound-places","schema_version":)" +
                      QByteArray::number(placesFileVersion) + ",\n\"date\":" + quoted(source.date.toString(Qt::ISODate)) +
                      ",\"source\":" + quoted(source.name) +
                      ",\"simplified_metres\":" + QByteArray::number(source.simplifiedMetres, 'g', 6) + ",\n\"features\":[";
    bool first = true;
    for (const SensitivePlace& place : places.places()) {
        json += QByteArray(first ? "\n" : ",\n") + R"({"type":"Feature","properties":{"name":)" + quoted(place.name) + R"(,"category":)" +
                quoted(place.category) + R"(},"geometry":)" + geometryOf(place) + '}';
        first = false;
    }
    return json + "\n]}\n";
}

std::expected<SensitivePlaces, PlacesFault> parsePlaces(QByteArrayView json)
{
    const auto root = collectionIn(json, largestPlacesFile);
    if (!root)
        return std::unexpected(root.error());
    if ((*root)["schema"_L1] != ours)
        return fault(PlacesProblem::NotOurs);
    if ((*root)["schema_version"_L1].toInt() > placesFileVersion)
        return fault(PlacesProblem::Newer);
    const QString day = (*root)["date"_L1].toString();
    SensitivePlaces::Source source{.date = QDate::fromString(day, u"yyyy-MM-dd"_s),
                                   .name = (*root)["source"_L1].toString(),
                                   .simplifiedMetres = (*root)["simplified_metres"_L1].toDouble(-1)};
    const bool told = source.date.isValid() && day.size() == 10 && isPlacesSource(source.name) && source.simplifiedMetres >= 0 &&
                      source.simplifiedMetres <= mostSimplifiedMetres;
    if (!told || (*root)["schema_version"_L1].toInt() != placesFileVersion)
        return fault(PlacesProblem::NotOurs);
    return placesOf((*root)["features"_L1].toArray(), 0).transform([&](std::vector<SensitivePlace>&& places) {
        return SensitivePlaces(std::move(places), std::move(source));
    });
}

bool isPlacesSource(const QString& text)
{
    return !text.trimmed().isEmpty() && text.size() <= 200 && !hasHiddenCharacter(text);
}

} // namespace casebound
