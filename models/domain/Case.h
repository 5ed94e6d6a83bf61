// A case of the office: nothing is searched without an open one (R3; PIA p. 12, 13).
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/ReadSet.h"
#include "domain/Verification.h"

#include <QString>

#include <expected>
#include <optional>

namespace casebound {

enum class CaseState { Open, Closed, Disposed };

struct CaseRecord {
    CaseNumber number;
    QString title; ///< Optional working title.
    Matter matter = Matter::Criminal;
    OffenceId offence;     ///< Criminal: default offence of the search form; may be empty.
    ReasonCode reasonCode; ///< Default reason or priority.
    CaseState state = CaseState::Open;
    UserId openedBy;
    Instant openedAt{};
    std::optional<Instant> closedAt;
};

enum class CaseNumberProblem { Empty, Placeholder, TooShort, TooLong, ControlCharacter };

/// Trimmed; 3–64 characters; no control or directional characters; not a placeholder ("none", "n/a", "test", "12345", "xxx", …).
[[nodiscard]] std::expected<CaseNumber, CaseNumberProblem> parseCaseNumber(QStringView typed);

/// A read with its text unpacked: what is kept for a case, shown, and exported.
struct Read {
    QString readId, plate, jurisdiction;
    Instant capturedAt{};
    std::optional<Instant> receivedAt;
    std::optional<double> plateConfidence;
    struct Location {
        double latitude = 0, longitude = 0;
        std::optional<double> accuracyM;
        QString address;
    };
    std::optional<Location> location;
    QString cameraId, contributor;
    CameraKind camera = CameraKind::Unknown;
    QString make, model, color, body;
    bool exact = false;
    struct Image {
        ImageKind kind = ImageKind::Other;
        QString path;
        ImageType type = ImageType::Other;
        QByteArray sha256;
    };
    std::vector<Image> images;
};
[[nodiscard]] Read unpack(const ReadSet& set, std::size_t index);

/// A read kept for a case (R7). Contrary: kept although not confirmed, and marked so everywhere.
struct KeptRead {
    Read read;
    QueryId query;
    Verification verification;
    QString relevance;
    bool contrary = false;
    UserId keptBy;
    Instant keptAt{};
    std::vector<std::pair<ImageKind, QByteArray>> images; ///< Original bytes, where they were fetched.
};

} // namespace casebound
