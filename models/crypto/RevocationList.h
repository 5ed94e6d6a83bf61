// A small authority's revocation list (RFC 5280, section 5), for an office with its own.
#pragma once

#include "crypto/CertificateIssuer.h"

#include <span>

namespace casebound {

/// PEM, version 2, ECDSA with SHA-256. `validity.notAfter` is the next issue: from then on everybody is refused until there is a newer
/// list. `number` grows from list to list.
[[nodiscard]] std::expected<QByteArray, CryptoFault>
issueRevocationList(const CertificateIssuer& issuer, std::span<const Certificate> revoked, Validity validity, std::uint64_t number);

} // namespace casebound
