#include "service/CanonicalResults.h"

#include "domain/Clock.h"

#include <cmath>

namespace casebound {

namespace {

/// Members must be written in ascending order of their names, as RFC 8785 asks.
class Writer {
public:
    explicit Writer(QByteArray& out) : m_out(out) {}

    void open(char bracket)
    {
        separate();
        m_out += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_out += bracket;
        m_first = false;
    }
    void name(std::string_view text)
    {
        string(text);
        m_out += ':';
        m_first = true;
    }
    void string(std::string_view text)
    {
        separate();
        m_out += '"';
        for (const char c : text)
            escape(c);
        m_out += '"';
    }
    void number(std::int64_t value)
    {
        separate();
        m_out += QByteArray::number(static_cast<qlonglong>(value));
    }
    void boolean(bool value)
    {
        separate();
        m_out += value ? "true" : "false";
    }
    void member(std::string_view key, std::string_view text)
    {
        if (text.empty())
            return;
        name(key);
        string(text);
    }
    void member(std::string_view key, std::int64_t value)
    {
        name(key);
        number(value);
    }

private:
    void separate()
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
    }
    void escape(char c)
    {
        static constexpr char hex[] = "0123456789abcdef";
        switch (c) {
        case '"': m_out += "\\\""; return;
        case '\\': m_out += "\\\\"; return;
        case '\b': m_out += "\\b"; return;
        case '\f': m_out += "\\f"; return;
        case '\n': m_out += "\\n"; return;
        case '\r': m_out += "\\r"; return;
        case '\t': m_out += "\\t"; return;
        }
        if (static_cast<unsigned char>(c) < 0x20) {
            m_out += "\\u00";
            m_out += hex[static_cast<unsigned char>(c) >> 4];
            m_out += hex[static_cast<unsigned char>(c) & 0xf];
            return;
        }
        m_out += c;
    }

    QByteArray& m_out;
    bool m_first = true;
};

std::int64_t scaled(double value, double scale)
{
    return static_cast<std::int64_t>(std::llround(value * scale));
}

std::string time(std::int64_t microseconds)
{
    return toRfc3339(Instant(std::chrono::microseconds(microseconds))).toStdString();
}

std::string hex(const std::array<std::uint8_t, 32>& digest)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size())).toHex().toStdString();
}

const char* kindName(CameraKind kind)
{
    switch (kind) {
    case CameraKind::Unknown: return "";
    case CameraKind::Fixed: return "fixed";
    case CameraKind::Mobile: return "mobile";
    }
    return "";
}

const char* kindName(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Plate: return "plate";
    case ImageKind::Vehicle: return "vehicle";
    case ImageKind::Other: return "other";
    }
    return "other";
}

void writeRead(Writer& out, const ReadSet& set, const ReadRow& row)
{
    out.open('{');
    out.member("address", set.text(row.address));
    out.member("camera_id", set.text(row.cameraId));
    out.member("camera_kind", kindName(row.camera));
    if (row.candidateCount > 0) {
        out.name("candidates");
        out.open('[');
        for (std::size_t n = 0; n < row.candidateCount; ++n) {
            const CandidateRow& candidate = set.candidate(row, n);
            out.open('{');
            if (std::isfinite(candidate.confidence))
                out.member("confidence_e6", scaled(double(candidate.confidence), 1e6));
            out.member("plate", set.text(candidate.plate));
            out.close('}');
        }
        out.close(']');
    }
    out.member("captured_at", time(row.capturedAt));
    out.member("contributor", set.text(row.contributor));
    out.name("exact");
    out.boolean(row.exact);
    if (row.imageCount > 0) {
        out.name("images");
        out.open('[');
        for (std::size_t n = 0; n < row.imageCount; ++n) {
            const ImageRow& image = set.image(row, n);
            out.open('{');
            out.member("kind", kindName(image.kind));
            out.member("path", set.text(image.path));
            if (image.hasSha256)
                out.member("sha256", hex(image.sha256));
            out.close('}');
        }
        out.close(']');
    }
    out.member("jurisdiction", set.text(row.jurisdiction));
    if (std::isfinite(row.jurisdictionConfidence))
        out.member("jurisdiction_confidence_e6", scaled(double(row.jurisdictionConfidence), 1e6));
    if (row.hasLocation) {
        if (std::isfinite(row.accuracyM))
            out.member("location_accuracy_cm", scaled(double(row.accuracyM), 1e2));
        out.member("location_lat_e7", scaled(row.latitude, 1e7));
        out.member("location_lon_e7", scaled(row.longitude, 1e7));
    }
    out.member("plate", set.text(row.plate));
    if (std::isfinite(row.plateConfidence))
        out.member("plate_confidence_e6", scaled(double(row.plateConfidence), 1e6));
    out.member("read_id", set.text(row.readId));
    if (row.receivedAt != INT64_MIN)
        out.member("received_at", time(row.receivedAt));
    out.member("vehicle_body", set.text(row.body));
    out.member("vehicle_color", set.text(row.color));
    out.member("vehicle_make", set.text(row.make));
    out.member("vehicle_model", set.text(row.model));
    out.close('}');
}

} // namespace

QByteArray canonicalResults(const QueryTerms& terms, const ReadSet& reads, std::int64_t total, bool complete)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(reads.size()) * 640 + 128);
    Writer out(bytes);
    out.open('{');
    out.name("complete");
    out.boolean(complete);
    out.member("query_id", terms.id.text().toStdString());
    out.name("reads");
    out.open('[');
    for (std::size_t n = 0; n < reads.size(); ++n)
        writeRead(out, reads, reads.row(n));
    out.close(']');
    out.member("total", total);
    out.member("v", 1);
    out.close('}');
    return bytes;
}

} // namespace casebound
