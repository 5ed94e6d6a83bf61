// RFC 3161: what a time stamp authority is asked, and whether an answer is a stamp on these bytes.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"
#include "domain/Clock.h"

#include <QByteArray>

#include <expected>
#include <span>

namespace casebound {

inline constexpr qsizetype largestTimeStamp = 64 << 10; ///< Bytes of an answer; those of real authorities are under 8 KiB.

struct TimeStamp {
    Instant at{};          ///< What the authority says.
    Certificate authority; ///< Whose stamp it is.
};

/// A TimeStampReq, DER: SHA-512 of the bytes, a nonce of 128 bits, and the wish for the authority's certificate. It tells nothing of the
/// bytes but their hash.
[[nodiscard]] std::expected<QByteArray, CryptoFault> makeTimeStampQuery(QByteArrayView bytes);

/// A TimeStampResp, DER, as it lies in a .tsr file: granted, over SHA-512 (or SHA-256, SHA-384) of the bytes, by a certificate for time
/// stamping that leads to an anchor at the given moment, and, where it was asked for (`query` not empty), with that nonce. BadInput where
/// it is no such answer or a refusal, BadSignature where it is of other bytes or altered, Untrusted where nobody vouches for the authority.
/// `openssl ts -verify -data FILE -in FILE.tsr -CAfile PEM` says the same.
[[nodiscard]] std::expected<TimeStamp, CryptoFault>
checkTimeStamp(QByteArrayView response, QByteArrayView bytes, std::span<const Certificate> anchors, Instant at, QByteArrayView query = {});

} // namespace casebound
