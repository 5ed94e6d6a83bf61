// The layer of sensitive places as a file: GeoJSON (RFC 7946). What an office was given is imported once, on the administrator's desk; what
// comes out, with the date of the data and where it is from, is the file the signed profile pins by its SHA-256.
#pragma once

#include "domain/SensitivePlaces.h"

#include <QByteArray>

#include <expected>

namespace casebound {

inline constexpr qsizetype largestPlacesImport = 16 << 20; ///< Bytes of a file to import.
inline constexpr qsizetype largestPlacesFile = 16 << 20;   ///< Bytes of the canonical one.
inline constexpr int placesFileVersion = 1;
inline constexpr int mostSimplifiedMetres = 50;

enum class PlacesProblem {
    TooLarge,      ///< Bytes.
    NotJson,       ///< `detail`: the byte where it stops being JSON.
    TooDeep,       ///< Over 16 levels.
    NotCollection, ///< No FeatureCollection with features.
    OtherCrs,      ///< A coordinate system other than WGS 84 in degrees (CRS84).
    NoFeatures,
    TooManyFeatures, ///< Over SensitivePlaces::most.
    TooManyVertices, ///< Over 500,000 in all, or 10,000 in one ring.
    NotFeature,
    Geometry,    ///< None, or of a kind that is no place: `detail` names it. Points and polygons are.
    Coordinates, ///< Ill-typed, or none.
    OutOfRange,  ///< Beyond ±180° or ±90°.
    RingOpen,    ///< A ring's last position is not its first.
    RingShort,   ///< Fewer than four positions.
    TooWide,     ///< Over 100 km across: no place, but a region.
    Name,        ///< Not a text, over 200 characters, or with characters that cannot be read.
    NoCategory,
    UnknownCategory, ///< `detail` names it.
    NotOurs,         ///< Not a file that writePlaces() made.
    Newer,           ///< Made by a later version.
};

struct PlacesFault {
    PlacesProblem problem = PlacesProblem::NotJson;
    int feature = 0; ///< From 1; 0: the file itself.
    QString detail{};
};

/// What may stand for where the data is from: one line of 1 to 200 characters.
[[nodiscard]] bool isPlacesSource(const QString& text);

/// GeoJSON as others make it. Each feature has a `category` of domain/PlaceCategory.h and may have a `name`; other members are left out.
/// Outlines are simplified within `source.simplifiedMetres` (0 to mostSimplifiedMetres), positions rounded to 0.000001°. Pure and bounded;
/// a file with a fault is refused whole.
[[nodiscard]] std::expected<SensitivePlaces, PlacesFault> importPlaces(QByteArrayView geojson, SensitivePlaces::Source source);

/// Stable: the same places give the same bytes, and reading them gives the same places. GeoJSON that any map program opens.
[[nodiscard]] QByteArray writePlaces(const SensitivePlaces& places);
/// What writePlaces() wrote.
[[nodiscard]] std::expected<SensitivePlaces, PlacesFault> parsePlaces(QByteArrayView json);

} // namespace casebound
