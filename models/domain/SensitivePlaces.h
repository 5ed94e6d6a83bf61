// The office's sensitive places (R11; PIA p. 3, 8, 15), and how far a read is from them.
//
// Distances are taken on the plane that touches the WGS 84 ellipsoid at the point asked for (domain/LocalPlane.h): true to centimetres over
// some hundred metres, to a few metres over the five kilometres a notice can reach.
#pragma once

#include "domain/MapProjection.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace casebound {

/// A ring without its closing repetition: three points at least. The first ring of a polygon is its outside, the others are holes.
using PlaceRing = std::vector<GeoPoint>;
using PlacePolygon = std::vector<PlaceRing>;

struct SensitivePlace {
    QString name;     ///< May be empty: the data has none.
    QString category; ///< Id of domain/PlaceCategory.h.
    std::vector<GeoPoint> points{};
    std::vector<PlacePolygon> polygons{};
};

/// A place and how far away it is.
struct NearPlace {
    const SensitivePlace* place = nullptr; ///< Of the SensitivePlaces asked.
    double metres = 0;                     ///< 0: inside.
};

/// Immutable; any thread. Places on both sides of the antimeridian are neighbours, whether they are cut there (RFC 7946, 3.1.9) or not.
class SensitivePlaces {
public:
    static constexpr std::size_t most = 50'000;
    static constexpr std::size_t mostNear = 16;
    static constexpr double farthestMetres = 5'000; ///< What a profile can ask for.

    /// Where the data came from: it is incomplete by nature, so its age is always said.
    struct Source {
        QDate date;                  ///< Of the data, not of its import.
        QString name;                ///< "County GIS office, layer of schools"
        double simplifiedMetres = 0; ///< Outlines may be off by this; 0: as they came.
    };

    SensitivePlaces() = default;
    /// At most `most` places; what is beyond them is left out.
    SensitivePlaces(std::vector<SensitivePlace> places, Source source);
    SensitivePlaces(SensitivePlaces&&) = default;
    SensitivePlaces& operator=(SensitivePlaces&&) = default;
    SensitivePlaces(const SensitivePlaces&) = delete; // NearPlace points into it
    SensitivePlaces& operator=(const SensitivePlaces&) = delete;
    ~SensitivePlaces() = default;

    [[nodiscard]] std::span<const SensitivePlace> places() const { return m_places; }
    [[nodiscard]] const Source& source() const { return m_source; }

    /// The places at most this far away, nearest first; of more than mostNear the nearest. `metres` is cut to [0, farthestMetres]; a place
    /// on no map (not a number, beyond a pole) is near nothing.
    [[nodiscard]] std::vector<NearPlace> near(GeoPoint at, double metres) const;

    /// What a place spans, degrees: `west` is in [-180, 180), `east` may lie beyond 180.
    struct Box {
        double south = 0, north = 0, west = 0, east = 0;
    };
    [[nodiscard]] static Box boxOf(const SensitivePlace& place);
    /// Metres between a point and a place; 0 inside.
    [[nodiscard]] static double distance(GeoPoint from, const SensitivePlace& place);

private:
    void index(std::uint32_t place);

    std::vector<SensitivePlace> m_places;
    Source m_source;
    struct Entry {
        std::uint32_t cell, place;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    std::vector<Entry> m_cells;        ///< Sorted; every cell a place's box touches.
    std::vector<std::uint32_t> m_wide; ///< Places that would be in too many: looked at every time.
};

} // namespace casebound
