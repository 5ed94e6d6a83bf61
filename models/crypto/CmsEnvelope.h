// Opens an envelope of wrapSecret() with an agreement made elsewhere: cards agree on a secret (SP 800-56A), and know no KDF.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"
#include "crypto/SecureBytes.h"

#include <QByteArray>

#include <expected>
#include <functional>

namespace casebound {

/// From the sender's ephemeral public key (uncompressed point, 65 bytes, 04 first) to the shared x coordinate (32 bytes).
using KeyAgreement = std::function<std::expected<SecureBytes, CryptoFault>(QByteArrayView point)>;

/// AuthEnvelopedData exactly as wrapSecret() makes it: ephemeral originator, X9.63 KDF with SHA-256, AES-256 key wrap, AES-256-GCM.
/// BadInput for anything else; at most 2 MiB. NotForThisKey where the certificate is not among the recipients; the agreement is not
/// asked then. BadSignature where the agreed key or the content does not fit.
[[nodiscard]] std::expected<SecureBytes, CryptoFault> openEnvelope(QByteArrayView cms, const Certificate& recipient,
                                                                   const KeyAgreement& agree);

} // namespace casebound
