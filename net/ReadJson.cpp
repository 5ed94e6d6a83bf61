#include "net/ReadJson.h"

#include "domain/Plate.h"
#include "domain/Reference.h"

#include <QHashFunctions>

#include <algorithm>

namespace casebound {

namespace {

constexpr std::size_t mostPerRead = std::numeric_limits<std::uint16_t>::max();

/// Mixes a value into a running 64-bit state (an odd multiplier and a fold; only equality is asked of it).
[[nodiscard]] std::uint64_t mixed(std::uint64_t state, std::uint64_t value)
{
    state = (state ^ value) * 0x9E3779B97F4A7C15ULL;
    return state ^ (state >> 29);
}

[[nodiscard]] std::uint64_t bits(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

[[nodiscard]] std::uint64_t bits(float value)
{
    return std::bit_cast<std::uint32_t>(value);
}

/// The value of a hexadecimal digit, 0xFF for any other byte: a hundred thousand reads carry thirteen million digits.
constexpr std::array<std::uint8_t, 256> hexValues = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(0xFF);
    for (std::uint8_t i = 0; i < 10; ++i)
        table[static_cast<std::size_t>('0' + i)] = i;
    for (std::uint8_t i = 0; i < 6; ++i)
        table[static_cast<std::size_t>('a' + i)] = table[static_cast<std::size_t>('A' + i)] = static_cast<std::uint8_t>(10 + i);
    return table;
}();

[[nodiscard]] bool readSha256(std::string_view hex, std::array<std::uint8_t, 32>& out)
{
    if (hex.size() != 64)
        return false;
    unsigned bad = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const unsigned high = hexValues[static_cast<std::uint8_t>(hex[2 * i])], low = hexValues[static_cast<std::uint8_t>(hex[2 * i + 1])];
        bad |= high | low;
        out[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return (bad & 0x80) == 0;
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

bool ReadJson::reads(od::value value)
{
    return m_reader.array(value, "reads", 2, [this](od::value element, std::size_t index) {
        m_written = index + 1;
        if (m_written > m_rules.limit)
            return m_reader.fail(VendorFault::Inconsistent, "more reads than the limit");
        return read(element);
    });
}

bool ReadJson::read(od::value value)
{
    static constexpr std::array<std::string_view, 12> names{
        "read_id",  "plate",  "plate_confidence", "jurisdiction", "jurisdiction_confidence", "candidates", "captured_at", "received_at",
        "location", "camera", "vehicle",          "images"};
    constexpr std::uint32_t required = 1U << 0 | 1U << 1 | 1U << 6 | 1U << 9 | 1U << 11;

    m_draft = {};
    m_images.clear();
    m_candidates.clear();
    Members members;
    const bool ok = m_reader.object(value, names, 3, members, [this](std::size_t index, od::value member) {
        const std::string_view name = names[index];
        switch (index) {
        case 0: return m_reader.identifier(member, name, m_draft.readId);
        case 1: return m_reader.text(member, name, m_draft.plate) && (!m_draft.plate.empty() || m_reader.malformed(name));
        case 2: return confidence(member, name, m_draft.plateConfidence);
        case 3: return m_reader.text(member, name, m_draft.jurisdiction);
        case 4: return confidence(member, name, m_draft.jurisdictionConfidence);
        case 5: return candidates(member);
        case 6: return m_reader.time(member, name, m_draft.capturedAt);
        case 7: return m_reader.time(member, name, m_draft.receivedAt);
        case 8: return location(member) || m_reader.within(name);
        case 9: return camera(member) || m_reader.within(name);
        case 10: return vehicle(member) || m_reader.within(name);
        case 11: return images(member);
        default: return false;
        }
    });
    return ok && m_reader.require(names, required, members.present) && commit();
}

bool ReadJson::confidence(od::value value, std::string_view name, float& out)
{
    double wide = 0;
    if (!m_reader.number(value, name, 0, 1, wide))
        return false;
    out = static_cast<float>(wide);
    return true;
}

bool ReadJson::location(od::value value)
{
    static constexpr std::array<std::string_view, 4> names{"lat", "lon", "accuracy_m", "address"};
    Members members;
    m_draft.hasLocation = true;
    return m_reader.object(value, names, 4, members, [this](std::size_t index, od::value member) {
        switch (index) {
        case 0: return m_reader.number(member, names[0], -90, 90, m_draft.latitude);
        case 1: return m_reader.number(member, names[1], -180, 180, m_draft.longitude);
        case 2: {
            double metres = 0;
            if (!m_reader.number(member, names[2], 0, 50'000'000, metres))
                return false;
            m_draft.accuracyM = static_cast<float>(metres);
            return true;
        }
        case 3: return m_reader.text(member, names[3], m_draft.address);
        default: return false;
        }
    }) && m_reader.require(names, 0b11, members.present);
}

bool ReadJson::camera(od::value value)
{
    static constexpr std::array<std::string_view, 3> names{"camera_id", "kind", "contributor"};
    Members members;
    return m_reader.object(value, names, 4, members, [this](std::size_t index, od::value member) {
        switch (index) {
        case 0: return m_reader.identifier(member, names[0], m_draft.cameraId);
        case 1: {
            std::string_view kind;
            if (!m_reader.text(member, names[1], kind))
                return false;
            m_draft.camera = kind == "fixed" ? CameraKind::Fixed : kind == "mobile" ? CameraKind::Mobile : CameraKind::Unknown;
            return true;
        }
        case 2: return m_reader.text(member, names[2], m_draft.contributor);
        default: return false;
        }
    }) && m_reader.require(names, 0b1, members.present);
}

bool ReadJson::vehicle(od::value value)
{
    static constexpr std::array<std::string_view, 4> names{"make", "model", "color", "body"};
    Members members;
    return m_reader.object(value, names, 4, members, [this](std::size_t index, od::value member) {
        const std::array<std::string_view*, 4> fields{&m_draft.make, &m_draft.model, &m_draft.color, &m_draft.body};
        return m_reader.text(member, names[index], *fields[index]);
    });
}

bool ReadJson::candidates(od::value value)
{
    static constexpr std::array<std::string_view, 2> names{"plate", "confidence"};
    return m_reader.array(value, "candidates", 4, [this](od::value element, std::size_t index) {
        if (index == mostPerRead)
            return m_reader.malformed("too many");
        Candidate& candidate = m_candidates.emplace_back();
        Members members;
        return m_reader.object(element, names, 5, members, [&](std::size_t member, od::value inner) {
            return member == 0 ? m_reader.text(inner, names[0], candidate.plate) : confidence(inner, names[1], candidate.confidence);
        }) && m_reader.require(names, 0b11, members.present);
    });
}

bool ReadJson::images(od::value value)
{
    return m_reader.array(value, "images", 4, [this](od::value element, std::size_t index) {
        return index == mostPerRead ? m_reader.malformed("too many") : image(element);
    });
}

bool ReadJson::image(od::value value)
{
    static constexpr std::array<std::string_view, 5> names{"kind", "url", "media_type", "bytes", "sha256"};
    Image& image = m_images.emplace_back();
    Members members;
    return m_reader.object(value, names, 5, members, [&](std::size_t index, od::value member) {
        std::string_view text;
        if (index != 3 && !m_reader.text(member, names[index], text))
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
            if (!m_reader.count(member, names[3], 0, std::numeric_limits<std::uint32_t>::max(), size))
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
    std::uint64_t content = m_rules.seed;
    // The reads of a query are mostly of one vehicle: the text is usually the one this member had in the read before.
    const auto intern = [&](Field field, TextInterner& texts, std::string_view text) -> TextInterner::Entry& {
        Last& last = m_last[static_cast<std::size_t>(field)];
        if (!last.entry || last.text != text)
            last = {.text = text, .entry = &texts.intern(text)};
        content = mixed(content, last.entry->hash);
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
            const auto key = QString::fromUtf8(d.jurisdiction.data(), static_cast<qsizetype>(d.jurisdiction.size()));
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
        content = mixed(content, value);
    for (const Image& image : m_images) {
        const ImageRow& r = image.row;
        content = mixed(content, m_texts.hash(image.path));
        for (const std::uint64_t part : std::bit_cast<std::array<std::uint64_t, 4>>(r.sha256))
            content = mixed(content, part);
        content = mixed(content, std::uint64_t{r.bytes} << 32 | static_cast<std::uint64_t>(r.kind) << 16 |
                                     static_cast<std::uint64_t>(r.type) << 8 | r.hasSha256);
    }
    for (Candidate& candidate : m_candidates) {
        const TextInterner::Entry& entry = m_plates.intern(candidate.plate);
        candidate.span = entry.span;
        content = mixed(mixed(content, entry.hash), bits(candidate.confidence));
    }

    const ReadKey key{.first = m_texts.hash(d.readId), .second = qHashBits(d.readId.data(), d.readId.size(), m_rules.otherSeed)};
    switch (m_seen.meet(key, content)) {
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
