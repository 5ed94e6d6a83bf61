// Reads of the vendor contract, straight from JSON into a ReadSet. Internal to net (it needs simdjson).
#pragma once

#include "domain/Clock.h"
#include "domain/ReadSet.h"
#include "net/JsonReader.h"
#include "net/SeenReads.h"
#include "net/TextInterner.h"
#include "net/VendorOrigin.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace casebound {

/// What the reads of one query are held against.
struct ReadRules {
    std::string plate; ///< The queried plate, normalised.
    Instant from{}, to{};
    VendorOrigin origin;
    std::size_t limit = 0;                 ///< Reads a page may hold.
    std::uint64_t seed = 1, otherSeed = 2; ///< Keys of the hashes; chosen at random for every query.
};

/// Fills one ReadSet from one page. A read is judged whole before any of it reaches the set.
class ReadJson {
public:
    /// `seen` spans the pages of the query; `now` is when the page arrived. All references outlive the object.
    ReadJson(JsonReader& reader, const ReadRules& rules, SeenReads& seen, Instant now);
    ReadJson(const ReadJson&) = delete;
    ReadJson& operator=(const ReadJson&) = delete;

    void reserve(std::size_t reads) { m_set.reserve(reads, reads * 80); }
    /// The array `reads`, on the second level of the document.
    [[nodiscard]] bool reads();
    /// One read that stands elsewhere: an object on this level of the document.
    [[nodiscard]] bool one(int level);
    [[nodiscard]] ReadSet take() { return std::move(m_set); }
    [[nodiscard]] std::size_t written() const { return m_written; } ///< Elements of the array.
    [[nodiscard]] std::int64_t duplicates() const { return m_duplicates; }

private:
    static constexpr float none = std::numeric_limits<float>::quiet_NaN();
    struct Image {
        std::string_view path;
        ImageRow row;
    };
    struct Candidate {
        std::string_view plate;
        TextSpan span;
        float confidence = 0;
    };
    enum class Field { Plate, Jurisdiction, Address, Camera, Contributor, Make, Model, Color, Body };
    struct Last {
        std::string_view text;
        TextInterner::Entry* entry = nullptr;
    };
    /// One read as it stands in the bytes; the views end with the reader.
    struct Draft {
        std::string_view readId, plate, jurisdiction, address, cameraId, contributor, make, model, color, body;
        std::int64_t capturedAt = 0, receivedAt = INT64_MIN;
        double latitude = 0, longitude = 0;
        float accuracyM = none, plateConfidence = none, jurisdictionConfidence = none;
        CameraKind camera = CameraKind::Unknown;
        bool hasLocation = false;
    };

    [[nodiscard]] bool read();
    [[nodiscard]] bool readId(std::string_view name);
    [[nodiscard]] bool location();
    [[nodiscard]] bool camera();
    [[nodiscard]] bool vehicle();
    [[nodiscard]] bool images();
    [[nodiscard]] bool image();
    [[nodiscard]] bool candidates();
    [[nodiscard]] bool confidence(std::string_view name, float& out);
    [[nodiscard]] bool commit();
    void judgePlate(TextInterner::Entry& entry, std::string_view plate) const;

    JsonReader& m_reader;
    const ReadRules& m_rules;
    SeenReads& m_seen;
    std::int64_t m_earliest, m_end, m_latest; ///< The query's window, and now + 5 min.
    ReadSet m_set;
    TextInterner m_texts, m_plates, m_jurisdictions;
    std::array<Last, 9> m_last;
    Draft m_draft;
    ReadKey m_key; ///< Of m_draft.readId.
    std::vector<Image> m_images;
    std::vector<Candidate> m_candidates;
    std::size_t m_written = 0;
    std::int64_t m_duplicates = 0;
    int m_level = 3; ///< Of a read's own object.
};

} // namespace casebound
