// AES-256-GCM (SP 800-38D) over short messages held in memory.
#pragma once

#include "crypto/CryptoFault.h"
#include "crypto/SecureBytes.h"

#include <QByteArray>

#include <expected>

namespace casebound {

inline constexpr qsizetype gcmNonceSize = 12;
inline constexpr qsizetype gcmTagSize = 16;

/// Ciphertext followed by the 16-byte tag. The caller never uses a nonce twice under one key.
[[nodiscard]] std::expected<QByteArray, CryptoFault> gcmSeal(const SecureBytes& key, QByteArrayView nonce, QByteArrayView associated,
                                                             QByteArrayView plain);
/// BadSignature where key, nonce, associated bytes or ciphertext are not the ones sealed.
[[nodiscard]] std::expected<QByteArray, CryptoFault> gcmOpen(const SecureBytes& key, QByteArrayView nonce, QByteArrayView associated,
                                                             QByteArrayView sealed);

} // namespace casebound
