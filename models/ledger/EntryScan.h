// Reads an entry's bytes where they lie, without allocating: the checks' own reading of the format. It shares no code with the writer
// and the parser of AuditEntry, and must always agree with them (a test feeds both the same altered entries).
#pragma once

#include "crypto/Digest.h"
#include "domain/Clock.h"
#include "ledger/AuditEvent.h"

#include <QByteArrayView>

#include <cstdint>
#include <expected>
#include <optional>

namespace casebound {

enum class ScanProblem : std::uint8_t {
    NotCanonical, ///< Not JSON, or not the one spelling RFC 8785 allows.
    TooLarge,
    UnknownMember,
    MissingMember,
    BadMember, ///< Of the wrong type, form or range.
    UnknownEvent,
};

/// What the rules need of a public part. The views point into the bytes scanned; text is as written, escapes included, which is enough
/// to compare: equal text has one canonical spelling.
struct ScannedEntry {
    std::uint64_t sequence = 0, boot = 0;
    Instant at{};
    AuditEvent event = AuditEvent::LogOpened;
    QByteArrayView eventName, queryId, session, workstation, outcome, reasonCode, announcement;
    std::optional<Hash> sealed;
    Hash commitment{};
};

/// What the store's columns repeat of a private part; views as above.
struct ScannedPrivate {
    QByteArrayView userId, onBehalfOf, plate, caseNumber;
    std::optional<Hash> results;
};

[[nodiscard]] std::expected<ScannedEntry, ScanProblem> scanPublicPart(QByteArrayView bytes);
[[nodiscard]] std::expected<ScannedPrivate, ScanProblem> scanPrivatePart(QByteArrayView bytes);
/// Whether text as spelled in canonical JSON says the same as plain UTF-8.
[[nodiscard]] bool saysTheSame(QByteArrayView spelled, QByteArrayView plain);
/// What text as spelled in canonical JSON says, as UTF-8.
[[nodiscard]] QByteArray plainText(QByteArrayView spelled);

} // namespace casebound
