// CMS (RFC 5652, 5083, 5753): small secrets to several certificates, and detached signatures.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"
#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"

#include <QByteArray>

#include <expected>
#include <span>
#include <vector>

namespace casebound {

/// AuthEnvelopedData, AES-256-GCM; each recipient by ephemeral ECDH P-256, X9.63 KDF with SHA-256 (OpenSSL's own default is SHA-1) and
/// AES-256 key wrap. DER. `openssl cms -decrypt -inform DER -recip cert.pem -inkey key.pem` opens it. At most 1 MiB; BadInput for none
/// or for a recipient whose key is not P-256.
[[nodiscard]] std::expected<QByteArray, CryptoFault> wrapSecret(QByteArrayView secret, std::span<const Certificate> recipients);

/// EnvelopedData or AuthEnvelopedData, DER, at most 2 MiB. NotForThisKey where the certificate is not among the recipients.
[[nodiscard]] std::expected<SecureBytes, CryptoFault> unwrapSecret(QByteArrayView cms, const PrivateKey& key,
                                                                   const Certificate& certificate);

/// SignedData, detached, SHA-256, signer certificate and signing time included. DER.
[[nodiscard]] std::expected<QByteArray, CryptoFault> signDetached(QByteArrayView bytes, const PrivateKey& key,
                                                                  const Certificate& certificate);

/// The signature was made by exactly this certificate's key. Its own validity is the caller's to judge.
[[nodiscard]] std::expected<void, CryptoFault> verifyDetached(QByteArrayView signature, QByteArrayView bytes, const Certificate& signer);

/// The signature holds and its certificate leads to an anchor at the given time. Returns the signer.
[[nodiscard]] std::expected<Certificate, CryptoFault> verifyDetachedUnder(QByteArrayView signature, QByteArrayView bytes,
                                                                          std::span<const Certificate> anchors, Instant at);

} // namespace casebound
