#include "domain/Case.h"

#include "domain/Text.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace casebound {

namespace {

constexpr qsizetype ShortestNumber = 3;
constexpr qsizetype LongestNumber = 64;

// What people type to get past a field that insists on a case (published query logs are full of them).
constexpr std::array Placeholders = {
    "none"_L1,      "na"_L1,      "nil"_L1,         "null"_L1,       "no"_L1,        "nocase"_L1,        "nonumber"_L1, "nocasenumber"_L1,
    "unknown"_L1,   "unk"_L1,     "tbd"_L1,         "tba"_L1,        "pending"_L1,   "test"_L1,          "testing"_L1,  "testcase"_L1,
    "asdf"_L1,      "qwerty"_L1,  "case"_L1,        "casenumber"_L1, "caseno"_L1,    "number"_L1,        "temp"_L1,     "dummy"_L1,
    "sample"_L1,    "example"_L1, "placeholder"_L1, "blank"_L1,      "empty"_L1,     "investigation"_L1, "inv"_L1,      "misc"_L1,
    "various"_L1,   "other"_L1,   "ninguno"_L1,     "ninguna"_L1,    "sinnumero"_L1, "sincaso"_L1,       "prueba"_L1,   "desconocido"_L1,
    "pendiente"_L1,
};

/// "N / A" → "na": letters and digits only, without accents, in lower case.
QString skeleton(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber()) {
            out.append(c.toLower());
        }
    }
    return out;
}

/// "0000", "xxx", "12345", "abcd", "987654": one character again and again, or counting up or down.
bool isRun(const QString& text)
{
    for (const int step : {0, 1, -1}) {
        bool run = text.size() >= ShortestNumber;
        for (qsizetype n = 1; run && n < text.size(); ++n) {
            const int difference = text[n].unicode() - text[n - 1].unicode();
            run = difference == step || (step == 1 && text[n - 1] == u'9' && text[n] == u'0');
        }
        if (run) {
            return true;
        }
    }
    return false;
}

std::optional<double> present(float value)
{
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

Instant instant(std::int64_t microseconds)
{
    return Instant(std::chrono::microseconds(microseconds));
}

} // namespace

std::expected<CaseNumber, CaseNumberProblem> parseCaseNumber(QStringView typed)
{
    const QString text = typed.trimmed().toString();
    if (text.isEmpty()) {
        return std::unexpected(CaseNumberProblem::Empty);
    }
    if (hasHiddenCharacter(text)) {
        return std::unexpected(CaseNumberProblem::ControlCharacter);
    }
    const QString bare = skeleton(text);
    if (bare.isEmpty() || std::ranges::contains(Placeholders, bare)) {
        return std::unexpected(CaseNumberProblem::Placeholder);
    }
    if (text.size() < ShortestNumber) {
        return std::unexpected(CaseNumberProblem::TooShort);
    }
    if (text.size() > LongestNumber) {
        return std::unexpected(CaseNumberProblem::TooLong);
    }
    if (isRun(bare)) {
        return std::unexpected(CaseNumberProblem::Placeholder);
    }
    return CaseNumber(text);
}

Read unpack(const ReadSet& set, std::size_t index)
{
    const ReadRow& row = set.row(index);
    Read read{
        .readId = set.string(row.readId),
        .plate = set.string(row.plate),
        .jurisdiction = set.string(row.jurisdiction),
        .capturedAt = instant(row.capturedAt),
        .receivedAt = row.receivedAt == INT64_MIN ? std::nullopt : std::optional(instant(row.receivedAt)),
        .plateConfidence = present(row.plateConfidence),
        .location = std::nullopt,
        .cameraId = set.string(row.cameraId),
        .contributor = set.string(row.contributor),
        .camera = row.camera,
        .make = set.string(row.make),
        .model = set.string(row.model),
        .color = set.string(row.color),
        .body = set.string(row.body),
        .exact = row.exact,
        .images = {},
    };
    if (row.hasLocation) {
        read.location = Read::Location{
            .latitude = row.latitude, .longitude = row.longitude, .accuracyM = present(row.accuracyM), .address = set.string(row.address)};
    }
    for (std::size_t n = 0; n < row.imageCount; ++n) {
        const ImageRow& image = set.image(row, n);
        QByteArray digest;
        if (image.hasSha256) {
            digest = QByteArray(QByteArrayView(image.sha256));
        }
        read.images.push_back({.kind = image.kind, .path = set.string(image.path), .type = image.type, .sha256 = digest});
    }
    return read;
}

} // namespace casebound
