// The reads of one query, packed: 100,000 of them stay below 40 MB, and appending costs one copy of the text.
#pragma once

#include "domain/Clock.h"
#include "domain/Plate.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casebound {

enum class CameraKind : std::uint8_t { Unknown, Fixed, Mobile };
enum class ImageKind : std::uint8_t { Plate, Vehicle, Other };
enum class ImageType : std::uint8_t { Jpeg, Png, Other };

/// Where a text begins in ReadSet's own; its length stands before it, once, and not in each of the many rows that share it.
struct TextSpan {
    std::uint32_t at = 0; ///< 0: absent.
    [[nodiscard]] bool isEmpty() const { return at == 0; }
};

struct ImageRow {
    TextSpan path; ///< Resolved, same origin, matches ^/v1/images/[A-Za-z0-9._~-]+$ (vendor-api "Images").
    std::array<std::uint8_t, 32> sha256{};
    std::uint32_t bytes = 0; ///< 0: not said.
    bool hasSha256 = false;  ///< Without it the image can be shown but the read not confirmed.
    ImageKind kind = ImageKind::Other;
    ImageType type = ImageType::Other;
};

struct CandidateRow {
    TextSpan plate;
    float confidence = 0;
};

/// One read, fixed size. Text is UTF-8 in the owning ReadSet. NaN marks an absent number.
struct ReadRow {
    TextSpan readId, plate, jurisdiction, address, cameraId, contributor, make, model, color, body;
    std::array<char, 8> normalised{}; ///< Normalised plate, NUL-padded; all NUL where it cannot be normalised.
    std::int64_t capturedAt = 0;      ///< Microseconds since 1970, UTC.
    std::int64_t receivedAt = INT64_MIN;
    double latitude = 0, longitude = 0; ///< WGS 84 degrees; meaningful only with hasLocation.
    float accuracyM, plateConfidence, jurisdictionConfidence;
    std::uint32_t firstImage = 0, firstCandidate = 0;
    std::uint16_t imageCount = 0, candidateCount = 0;
    CameraKind camera = CameraKind::Unknown;
    bool hasLocation = false;
    bool knownJurisdiction = false; ///< The key is one of plates.json; an unknown key is shown as text and treated as null.
    bool exact = false;             ///< Normalised plate equals the queried one; otherwise a near match.
};

/// Append-only container; value type, movable; not synchronised. At most 4 GiB of text.
class ReadSet {
public:
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] const ReadRow& row(std::size_t index) const { return m_rows[index]; }
    [[nodiscard]] std::string_view text(TextSpan span) const;
    [[nodiscard]] QString string(TextSpan span) const;
    [[nodiscard]] const ImageRow& image(const ReadRow& row, std::size_t n) const { return m_images[row.firstImage + n]; }
    [[nodiscard]] const CandidateRow& candidate(const ReadRow& row, std::size_t n) const { return m_candidates[row.firstCandidate + n]; }
    /// The first image of a kind, or null.
    [[nodiscard]] const ImageRow* image(const ReadRow& row, ImageKind kind) const;

    // --- for the parser
    TextSpan addText(std::string_view text);
    ReadRow& addRow(ReadRow row) { return m_rows.emplace_back(row); }
    void addImage(ImageRow image) { m_images.push_back(image); }
    void addCandidate(CandidateRow candidate) { m_candidates.push_back(candidate); }
    [[nodiscard]] std::size_t imageTotal() const { return m_images.size(); }
    [[nodiscard]] std::size_t candidateTotal() const { return m_candidates.size(); }
    void reserve(std::size_t rows, std::size_t textBytes);
    /// Makes room for `rows` in all that are like those here: pages appended later then neither move nor over-allocate.
    void reserveLikewise(std::size_t rows);
    /// Moves the other set's rows to the end of this one; spans are shifted.
    void append(ReadSet&& page);
    void clear();
    [[nodiscard]] std::size_t bytesHeld() const;

private:
    std::string m_text; ///< Its first byte belongs to no text; then each after its length, seven bits a byte, lowest first.
    std::vector<ReadRow> m_rows;
    std::vector<ImageRow> m_images;
    std::vector<CandidateRow> m_candidates;
};

} // namespace casebound
