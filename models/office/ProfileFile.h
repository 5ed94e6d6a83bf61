// The office profile as a file: JSON (resources/office/profile.schema.json) and, beside it, the administrator's detached CMS signature
// over exactly its bytes ("<file>.p7s", DER).
#pragma once

#include "crypto/Certificate.h"
#include "domain/OfficeProfile.h"
#include "office/ProfileFault.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

inline constexpr qsizetype largestProfile = 4 << 20;
inline constexpr int profileSchemaVersion = 1;

/// Stable: the same profile gives the same bytes; members sorted, indented by four, UTF-8, a line end at the end.
/// Times are cut to whole seconds. Fingerprints and the banner's hash are computed, not taken from the value.
[[nodiscard]] QByteArray writeProfile(const OfficeProfile& profile);

/// Every member must be known, of its type and within its bounds; keys strong; at least one reviewer and a recovery certificate.
/// Dates and serial are not judged here. `sha256` of the result is that of the bytes.
enum class ProfileStage {
    Whole, ///< As it is signed.
    Draft, ///< On the administrator's desk: people, reviewers and the vendor may still be missing.
};
[[nodiscard]] std::expected<OfficeProfile, ProfileProblem> parseProfile(QByteArrayView json, ProfileStage stage = ProfileStage::Whole);

/// The newest profile that was in force here.
struct ProfileSeen {
    std::uint64_t serial = 0;
    QByteArray sha256;
    std::optional<Instant> at = {}; ///< The latest moment at which it was.
    friend bool operator==(const ProfileSeen&, const ProfileSeen&) = default;
};

/// What a workstation knows of its own accord.
struct ProfileTrust {
    std::vector<Certificate> administrators; ///< Certificates whose signature counts.
    Instant now{};
    std::optional<ProfileSeen> seen{};
};

/// The whole check, in this order: size, signature, schema and content, validity, serial.
[[nodiscard]] std::expected<OfficeProfile, ProfileProblem> readSignedProfile(QByteArrayView json, QByteArrayView signature,
                                                                             const ProfileTrust& trust);
/// Only who signed, and that it is whole: for a profile that is about to be compared or renewed.
[[nodiscard]] std::expected<void, ProfileProblem> checkProfileSignature(QByteArrayView json, QByteArrayView signature,
                                                                        const std::vector<Certificate>& administrators, Instant now);

} // namespace casebound
