// Whether a person's certificate may be relied on now: chain to the office's authorities, dates, revocation, use, strength (RFC 5280).
#pragma once

#include "crypto/Certificate.h"

#include <QByteArray>

#include <expected>
#include <span>

namespace casebound {

/// The first that applies, in this order.
enum class CertificateProblem {
    WeakKey,   ///< Not P-256, or an authority on the way below 112 bits of security (SP 800-57 Part 1).
    Untrusted, ///< No chain to an authority of the office that holds, or one that is itself out of date.
    WrongUse,  ///< Not issued for TLS clients (extended key usage), or an authority's own.
    NotYetValid,
    Expired,
    Revoked,
    BadRevocationList,   ///< Not a list, or not signed by the authority.
    NoRevocationList,    ///< The profile has lists, and none of this certificate's authority.
    StaleRevocationList, ///< Its next issue is overdue, it names no next issue, or it is from the future.
};

/// A pure function of its arguments. `anchors` are the profile's authorities (an intermediate one is an anchor too), `intermediates`
/// what came with the credential. `crlPem` is the profile's revocation lists, concatenated; empty: the profile has none and revocation
/// is not checked. With lists a certificate passes only if a list of its issuer, in force at `at`, does not name it; the same holds for
/// every authority on the way that came with the credential, and one of the profile's own is refused where a list names it.
[[nodiscard]] std::expected<void, CertificateProblem> checkCertificate(const Certificate& certificate,
                                                                       std::span<const Certificate> intermediates,
                                                                       std::span<const Certificate> anchors, QByteArrayView crlPem,
                                                                       Instant at);

} // namespace casebound
