#include "net/ReadJson.h"

#include "domain/Plate.h"
#include "domain/Reference.h"
#include "domain/Text.h"

#include <QHashFunctions>

#include <algorithm>

namespace casebound {

namespace {

constexpr std::size_t mostPerRead = std::numeric_limits<std::uint16_t>::max();

/// Mixes values into a 64-bit state; only equality is asked of it. Two lanes by turns, because a multiplication waits for the one
/// before it: some forty values of every read go through here.
class Mixer {
public:
    explicit Mixer(std::uint64_t seed) : m_odd(seed), m_even(~seed) {}
    void add(std::uint64_t value)
    {
        const std::uint64_t state = (m_odd ^ value) * 0x9E3779B97F4A7C15ULL;
        m_odd = m_even;
        m_even = state ^ (state >> 29);
    }
    [[nodiscard]] std::uint64_t result() const
    {
        const std::uint64_t state = (m_odd ^ std::rotl(m_even, 31)) * 0x9E3779B97F4A7C15ULL;
        return state ^ (state >> 29);
    }

private:
    std::uint64_t m_odd, m_even;
};

[[nodiscard]] std::uint64_t bits(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

[[nodiscard]] std::uint64_t bits(float value)
{
    return std::bit_cast<std::uint32_t>(value);
}

/// 64 hexadecimal digits: a hundred thousand reads carry thirteen million of them.
[[nodiscard]] bool readSha256(std::string_view hex, std::array<std::uint8_t, 32>& out)
{
    if (hex.size() != 64)
        return false;
    // Eight digits at a time, seven bits and a flag in every byte.
    constexpr std::uint64_t ones = 0x0101010101010101, high = ones * 0x80;
    std::uint64_t bad = 0;
    for (std::size_t i = 0; i < out.size(); i += 4) {
        std::uint64_t text = 0;
        std::memcpy(&text, hex.data() + 2 * i, sizeof text);
        bad |= text & high;
        text &= ~high;
        const std::uint64_t folded = text | ones * 0x20; // 'A' to 'a'; moves no byte into the digits that was not there
        const auto from = [](std::uint64_t bytes, std::uint8_t least) { return bytes + ones * (0x80U - least); }; // flag: >= least
        const std::uint64_t digit = from(text, '0') & ~from(text, '9' + 1) & high;
        const std::uint64_t letter = from(folded, 'a') & ~from(folded, 'f' + 1) & high;
        bad |= (digit | letter) ^ high;
        const std::uint64_t nibbles = (text & ones * 0x0F) + (letter >> 7) * 9;
        std::uint64_t pairs = (nibbles << 4 | nibbles >> 8) & 0x00FF00FF00FF00FF;
        pairs = (pairs | pairs >> 8) & 0x0000FFFF0000FFFF;
        const auto bytes = static_cast<std::uint32_t>(pairs | pairs >> 16);
        std::memcpy(out.data() + i, &bytes, sizeof bytes);
    }
    return bad == 0;
}

[[nodiscard]] std::int64_t micros(Instant at)
{
    return at.time_since_epoch().count();
}

} // namespace

ReadJson::ReadJson(JsonReader& reader, const ReadRules& rules, SeenReads& seen, Instant now)
    : m_reader(reader),
      m_rules(rules),
      m_seen(seen),
      m_earliest(micros(rules.from)),
      m_end(micros(rules.to)),
      m_latest(micros(now + std::chrono::minutes(5))),
      m_texts(m_set, rules.seed),
      m_plates(m_set, rules.seed),
      m_jurisdictions(m_set, rules.seed)
{
}

bool ReadJson::reads()
{
    return m_reader.array("reads", 2, [this](std::size_t index) {
        m_written = index + 1;
        if (m_written > m_rules.limit)
            return m_reader.fail(VendorFault::Inconsistent, "more reads than the limit");
        return read();
    });
}

bool ReadJson::one(int level)
{
    m_level = level;
    return read();
}

bool ReadJson::read()
{
    static constexpr JsonNames names("read_id", "plate", "plate_confidence", "jurisdiction", "jurisdiction_confidence", "candidates",
                                     "captured_at", "received_at", "location", "camera", "vehicle", "images");
    constexpr std::uint32_t required = 1U << 0 | 1U << 1 | 1U << 6 | 1U << 9 | 1U << 11;

    m_draft = {};
    m_images.clear();
    m_candidates.clear();
    Members members;
    const bool ok = m_reader.object(names, m_level, members, [this](std::size_t index) {
        const std::string_view name = names[index];
        switch (index) {
        case 0: return readId(name);
        case 1: return m_reader.text(name, m_draft.plate) && (!m_draft.plate.empty() || m_reader.malformed(name));
        case 2: return confidence(name, m_draft.plateConfidence);
        case 3: return m_reader.text(name, m_draft.jurisdiction);
        case 4: return confidence(name, m_draft.jurisdictionConfidence);
        case 5: return candidates();
        case 6: return m_reader.time(name, m_draft.capturedAt);
        case 7: return m_reader.time(name, m_draft.receivedAt);
        case 8: return location() || m_reader.within(name);
        case 9: return camera() || m_reader.within(name);
        case 10: return vehicle() || m_reader.within(name);
        case 11: return images();
        default: return false;
        }
    });
    return ok && m_reader.require(names, required, members.present) && commit();
}

bool ReadJson::readId(std::string_view name)
{
    const std::string_view& id = m_draft.readId;
    if (!m_reader.identifier(name, m_draft.readId))
        return false;
    m_key = {.first = m_texts.hash(id), .second = qHashBits(id.data(), id.size(), m_rules.otherSeed)};
    m_seen.prefetch(m_key); // asked for when the rest of the read is parsed
    return true;
}

bool ReadJson::confidence(std::string_view name, float& out)
{
    double wide = 0;
    if (!m_reader.number(name, 0, 1, wide))
        return false;
    out = static_cast<float>(wide);
    return true;
}

bool ReadJson::location()
{
    static constexpr JsonNames names("lat", "lon", "accuracy_m", "address");
    Members members;
    m_draft.hasLocation = true;
    return m_reader.object(names, m_level + 1, members, [this](std::size_t index) {
        switch (index) {
        case 0: return m_reader.number(names[0], -90, 90, m_draft.latitude);
        case 1: return m_reader.number(names[1], -180, 180, m_draft.longitude);
        case 2: {
            double metres = 0;
            if (!m_reader.number(names[2], 0, 50'000'000, metres))
                return false;
            m_draft.accuracyM = static_cast<float>(metres);
            return true;
        }
        case 3: return m_reader.text(names[3], m_draft.address);
        default: return false;
        }
    }) && m_reader.require(names, 0b11, members.present);
}

bool ReadJson::camera()
{
    static constexpr JsonNames names("camera_id", "kind", "contributor");
    Members members;
    return m_reader.object(names, m_level + 1, members, [this](std::size_t index) {
        switch (index) {
        case 0: return m_reader.identifier(names[0], m_draft.cameraId);
        case 1: {
            std::string_view kind;
            if (!m_reader.text(names[1], kind))
                return false;
            m_draft.camera = kind == "fixed" ? CameraKind::Fixed : kind == "mobile" ? CameraKind::Mobile : CameraKind::Unknown;
            return true;
        }
        case 2: return m_reader.text(names[2], m_draft.contributor);
        default: return false;
        }
    }) && m_reader.require(names, 0b1, members.present);
}

bool ReadJson::vehicle()
{
    static constexpr JsonNames names("make", "model", "color", "body");
    Members members;
    return m_reader.object(names, m_level + 1, members, [this](std::size_t index) {
        const std::array<std::string_view*, 4> fields{&m_draft.make, &m_draft.model, &m_draft.color, &m_draft.body};
        return m_reader.text(names[index], *fields[index]);
    });
}

bool ReadJson::candidates()
{
    static constexpr JsonNames names("plate", "confidence");
    return m_reader.array("candidates", m_level + 1, [this](std::size_t index) {
        if (index == mostPerRead)
            return m_reader.malformed("too many");
        Candidate& candidate = m_candidates.emplace_back();
        Members members;
        return m_reader.object(names, m_level + 2, members, [&](std::size_t member) {
            return member == 0 ? m_reader.text(names[0], candidate.plate) : confidence(names[1], candidate.confidence);
        }) && m_reader.require(names, 0b11, members.present);
    });
}

bool ReadJson::images()
{
    return m_reader.array("images", m_level + 1,
                          [this](std::size_t index) { return index == mostPerRead ? m_reader.malformed("too many") : image(); });
}

bool ReadJson::image()
{
    static constexpr JsonNames names("kind", "url", "media_type", "bytes", "sha256");
    Image& image = m_images.emplace_back();
    Members members;
    return m_reader.object(names, m_level + 2, members, [&](std::size_t index) {
        std::string_view text;
        if (index != 3 && !m_reader.text(names[index], text))
            return false;
        switch (index) {
        case 0:
            image.row.kind = text == "plate" ? ImageKind::Plate : text == "vehicle" ? ImageKind::Vehicle : ImageKind::Other;
            return true;
        case 1:
            image.path = m_rules.origin.imagePath(text);
            return !image.path.empty() || m_reader.fail(VendorFault::WrongOrigin, names[1]);
        case 2:
            image.row.type = text == "image/jpeg" ? ImageType::Jpeg : text == "image/png" ? ImageType::Png : ImageType::Other;
            return true;
        case 3: {
            std::int64_t size = 0;
            if (!m_reader.count(names[3], 0, std::numeric_limits<std::uint32_t>::max(), size))
                return false;
            image.row.bytes = static_cast<std::uint32_t>(size);
            return true;
        }
        case 4: image.row.hasSha256 = true; return readSha256(text, image.row.sha256) || m_reader.malformed(names[4]);
        default: return false;
        }
    }) && m_reader.require(names, 0b111, members.present);
}

void ReadJson::judgePlate(TextInterner::Entry& entry, std::string_view plate) const
{
    entry.judged = true;
    entry.normalised = foldVendorPlate(plate);
    const auto end = std::ranges::find(entry.normalised, '\0');
    const std::string_view text(entry.normalised.data(), static_cast<std::size_t>(end - entry.normalised.begin()));
    entry.holds = !text.empty() && text == m_rules.plate;
}

bool ReadJson::commit()
{
    const Draft& d = m_draft;
    if (d.capturedAt < m_earliest || d.capturedAt > m_end)
        return m_reader.fail(VendorFault::Inconsistent, "captured_at outside the period asked for");
    if (d.capturedAt > m_latest)
        return m_reader.fail(VendorFault::Inconsistent, "captured_at in the future");

    ReadRow row{};
    Mixer content(m_rules.seed);
    // The reads of a query are mostly of one vehicle: the text is usually the one this member had in the read before.
    const auto intern = [&](Field field, TextInterner& texts, std::string_view text) -> TextInterner::Entry& {
        Last& last = m_last[static_cast<std::size_t>(field)];
        if (!last.entry || last.text != text)
            last = {.text = text, .entry = &texts.intern(text)};
        content.add(last.entry->hash);
        return *last.entry;
    };
    TextInterner::Entry& plate = intern(Field::Plate, m_plates, d.plate);
    if (!plate.judged)
        judgePlate(plate, d.plate);
    row.plate = plate.span;
    row.normalised = plate.normalised;
    row.exact = plate.holds;
    if (!d.jurisdiction.empty()) {
        TextInterner::Entry& place = intern(Field::Jurisdiction, m_jurisdictions, d.jurisdiction);
        if (!place.judged) {
            const auto key = textFromUtf8(d.jurisdiction);
            place.judged = true;
            place.holds = Reference::builtIn().jurisdiction(JurisdictionKey(key)) != nullptr;
        }
        row.jurisdiction = place.span;
        row.knownJurisdiction = place.holds;
    }
    row.address = intern(Field::Address, m_texts, d.address).span;
    row.cameraId = intern(Field::Camera, m_texts, d.cameraId).span;
    row.contributor = intern(Field::Contributor, m_texts, d.contributor).span;
    row.make = intern(Field::Make, m_texts, d.make).span;
    row.model = intern(Field::Model, m_texts, d.model).span;
    row.color = intern(Field::Color, m_texts, d.color).span;
    row.body = intern(Field::Body, m_texts, d.body).span;
    row.capturedAt = d.capturedAt;
    row.receivedAt = d.receivedAt;
    row.latitude = d.latitude;
    row.longitude = d.longitude;
    row.accuracyM = d.accuracyM;
    row.plateConfidence = d.plateConfidence;
    row.jurisdictionConfidence = d.jurisdictionConfidence;
    row.camera = d.camera;
    row.hasLocation = d.hasLocation;
    for (const std::uint64_t value : {static_cast<std::uint64_t>(d.capturedAt), static_cast<std::uint64_t>(d.receivedAt), bits(d.latitude),
                                      bits(d.longitude), bits(d.accuracyM), bits(d.plateConfidence), bits(d.jurisdictionConfidence),
                                      static_cast<std::uint64_t>(d.camera) * 2 + d.hasLocation, m_images.size()})
        content.add(value);
    for (const Image& image : m_images) {
        const ImageRow& r = image.row;
        content.add(m_texts.hash(image.path));
        for (const std::uint64_t part : std::bit_cast<std::array<std::uint64_t, 4>>(r.sha256))
            content.add(part);
        content.add(std::uint64_t{r.bytes} << 32 | static_cast<std::uint64_t>(r.kind) << 16 | static_cast<std::uint64_t>(r.type) << 8 |
                    r.hasSha256);
    }
    for (Candidate& candidate : m_candidates) {
        const TextInterner::Entry& entry = m_plates.intern(candidate.plate);
        candidate.span = entry.span;
        content.add(entry.hash);
        content.add(bits(candidate.confidence));
    }

    switch (m_seen.meet(m_key, content.result())) {
    case SeenReads::Meeting::New: break;
    case SeenReads::Meeting::Identical: ++m_duplicates; return true;
    case SeenReads::Meeting::Differing: return m_reader.fail(VendorFault::Inconsistent, "read_id repeated with other content");
    }

    row.readId = m_set.addText(d.readId);
    row.firstImage = static_cast<std::uint32_t>(m_set.imageTotal());
    row.imageCount = static_cast<std::uint16_t>(m_images.size());
    for (Image& image : m_images) {
        image.row.path = m_set.addText(image.path);
        m_set.addImage(image.row);
    }
    row.firstCandidate = static_cast<std::uint32_t>(m_set.candidateTotal());
    row.candidateCount = static_cast<std::uint16_t>(m_candidates.size());
    for (const Candidate& candidate : m_candidates)
        m_set.addCandidate({.plate = candidate.span, .confidence = candidate.confidence});
    m_set.addRow(row);
    return true;
}

} // namespace casebound
