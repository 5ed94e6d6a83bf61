// One entry of the log as bytes: the public part, which is the leaf, and the private part it commits to (RFC 8785 each).
// Binary values (salt, digests, pseudonym) are lower-case hexadecimal text; times are RFC 3339 in UTC with six fraction digits and Z.
#pragma once

#include "crypto/Digest.h"
#include "ledger/AuditRecord.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <optional>

namespace casebound {

inline constexpr qsizetype largestPublicPart = 65'535;
inline constexpr qsizetype largestPrivatePart = 16 << 20;

/// What the log itself adds to a record.
struct EntryContext {
    std::uint64_t sequence = 0;
    Instant at{};
    std::uint64_t boot = 0; ///< 1 for the first run, one more at each opening.
    QByteArray actor{};     ///< Pseudonym, 32 bytes; empty: the workstation alone.
    std::optional<Role> role{};
    QString session{}, workstation{};
    std::uint64_t profileSerial = 0;
    QByteArray profileSha256{}; ///< Empty: no profile.
    QString appVersion{};
    QByteArray salt{}; ///< 32 random bytes.
    QString userId{};
    QByteArray certificateSha256{};
    QByteArray sealedSha256{}; ///< Of the sealed blob; empty: nothing sealed.
};

struct EncodedEntry {
    QByteArray publicBytes, privateBytes;
    Hash leaf{}; ///< RFC 6962 leaf hash of the public bytes.
};

/// EntryTooLarge where a part is over its bound. Lone surrogates in text become U+FFFD: an entry is never lost to a stray character.
[[nodiscard]] std::expected<EncodedEntry, LogFault> encodeEntry(const EntryContext& context, const AuditRecord& record);

/// HMAC-SHA-256 of the user id (UTF-8) under the office's key.
[[nodiscard]] QByteArray actorPseudonym(QByteArrayView officeKey, const UserId& user);

// --- back from bytes, for checks

enum class EntryProblem { NotCanonical, TooLarge, UnknownMember, MissingMember, BadValue };

struct PublicPart {
    std::uint64_t sequence = 0;
    Instant at{};
    std::uint64_t boot = 0;
    AuditEvent event = AuditEvent::LogOpened;
    QByteArray actor;
    std::optional<Role> role;
    QString session, workstation;
    std::uint64_t profileSerial = 0;
    QByteArray profileSha256;
    QString appVersion, queryId;
    std::optional<Matter> matter;
    QString offence;
    std::optional<AuditLimit> limit;
    QString reasonCode, purpose, approvalId, outcome;
    std::optional<AuditCounts> counts;
    QString verdict, announcement;
    QByteArray sealedSha256, commitment;
};

struct PrivatePart {
    QByteArray salt;
    QString userId;
    QByteArray certificateSha256;
    QString onBehalfOf, plate, jurisdiction;
    std::optional<Instant> from, to;
    QString caseNumber, reasonText;
    QStringList readIds;
    QByteArray imageSha256;
    QString note;
    QByteArray resultsSha256;
};

/// Strict: canonical bytes, every required member, no other member than the format's, each of its type and form.
[[nodiscard]] std::expected<PublicPart, EntryProblem> parsePublicPart(QByteArrayView bytes);
[[nodiscard]] std::expected<PrivatePart, EntryProblem> parsePrivatePart(QByteArrayView bytes);

/// Exactly 2026-11-20T15:04:05.000001Z.
[[nodiscard]] std::optional<Instant> parseInstant(QStringView text);

} // namespace casebound
