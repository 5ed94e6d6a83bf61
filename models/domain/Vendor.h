// What a vendor can do, and how a call to it can fail (design: the vendor contract, version 1).
#pragma once

#include "domain/Clock.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace casebound {

/// GET /v1/capabilities, parsed once.
struct VendorCapabilities {
    QString vendor;
    QString api;    ///< "1.x"; another major version opens no session.
    Instant time{}; ///< The vendor's clock when it answered.
    bool queryAudit = false;
    QStringList auditFields;
    bool alertStream = false;
    bool userList = false;
    int maxLookbackDays = 0;
    int pageLimitMax = 0;
    int alertListMax = 0;
    QStringList imageFormats;
    std::optional<double> claimedPlateAccuracy;
};

/// What went wrong with one call. Words for each are ui's business; `detail` is the vendor's own, shown as such.
enum class VendorFault {
    Unreachable,       ///< No connection, name not found, connect timed out (10 s).
    TlsRefused,        ///< Certificate, host name, pin or protocol not acceptable. Nothing was sent.
    ClientCertificate, ///< The vendor refused ours.
    Unknown,           ///< Sent, and no answer: the outcome is not known.
    Rejected,          ///< 400/422: not acceptable to the vendor; never retried.
    NotPermitted,      ///< 403 with code not_permitted: this call only.
    SessionEnded,      ///< 401, or any other 403.
    Gone,              ///< 404/410 where the contract gives them no better meaning (image gone).
    Conflict,          ///< 409.
    Busy,              ///< 429/503 after four tries, or Retry-After over 60 s (see retryAt).
    VendorError,       ///< 5xx after four tries.
    Malformed,         ///< Not JSON, a required member missing or ill-typed, encoded, wrong content type.
    Inconsistent,      ///< Well-formed but contradictory: count differs, repeated cursor, differing duplicate, read outside the window.
    TooLarge,          ///< Over the cap (JSON 64 MiB, image 8 MiB).
    Truncated,         ///< Ended before its length.
    WrongOrigin,       ///< Redirect, or an address of another origin or path.
    TimedOut,          ///< Idle 30 s, or 120 s (images 60 s) in all.
    Cancelled,
};

/// Why we would not speak to a server.
enum class TlsRefusal : std::uint8_t {
    Expired,          ///< Its certificate, or an authority's of its chain.
    NotYetValid,      ///< The same.
    WrongHost,        ///< Its certificate is for another name.
    ForeignAuthority, ///< No chain to an authority of the profile.
    WrongUse,         ///< Not a server's certificate.
    Revoked,
    RevocationUnknown, ///< The profile's list is overdue, unreadable or of another authority.
    WeakKey,           ///< Key or signature below 112 bits of security (SP 800-57 Part 1), or of a kind not offered.
    OldProtocol,       ///< Below TLS 1.2.
    PinMismatch,
    NotMutual,     ///< It asked for no certificate of ours.
    Renegotiation, ///< It wanted to agree anew on an open connection.
    Other,
};

struct VendorFailure {
    VendorFault fault = VendorFault::Unreachable;
    int httpStatus = 0; ///< 0: none.
    QString detail{};   ///< With an httpStatus the vendor's own words (RFC 9457), else the member at fault; never log it in plain.
    std::optional<Instant> retryAt{};
    std::optional<TlsRefusal> tls{}; ///< With TlsRefused: what we held against the server.
};

} // namespace casebound
