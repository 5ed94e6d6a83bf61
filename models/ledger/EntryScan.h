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
    NotCanonical,   ///< Not JSON, or not the one spelling RFC 8785 allows.
    TooLarge,
    UnknownMember,
    MissingMember,
    BadMember,      ///< Of the wrong type, form or range.
    UnknownEvent,
};

/// What the rules need of a public part. The views point into the bytes scanned; text is as written, escapes included, which is enough
/// to compare: equal text has one canonical spelling.
struct ScannedEntry {
    std::uint64_t sequence = 0, boot = 0;
    Instant at{};
    AuditEvent event = AuditEvent::LogOpened;
    QByteArrayView queryId, session, workstation, outcome;
    std::optional<Hash> sealed;
    Hash commitment{};
};

[[nodiscard]] std::expected<ScannedEntry, ScanProblem> scanPublicPart(QByteArrayView bytes);
/// Empty where the private part is in order.
[[nodiscard]] std::optional<ScanProblem> scanPrivatePart(QByteArrayView bytes);

} // namespace casebound
