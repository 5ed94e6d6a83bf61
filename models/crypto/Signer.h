// Whose signature it claims to be, before it is checked: "somebody else signed" and "altered afterwards" are two things to a person.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"

#include <QByteArray>

#include <expected>

namespace casebound {

/// What a detached CMS signature says of itself. Nothing here is proved: verifyDetached() does that.
struct SignatureClaim {
    bool bySigner = false;     ///< Its one signer is this certificate, by issuer and serial number or by key identifier.
    bool strongDigest = false; ///< SHA-256, SHA-384 or SHA-512.
};

/// BadInput: not CMS SignedData, over 1 MiB, not detached, or without exactly one signer.
[[nodiscard]] std::expected<SignatureClaim, CryptoFault> readSignatureClaim(QByteArrayView cms, const Certificate& signer);

/// Keys that this program relies on for years: EC P-256 or P-384, RSA of 3072 bits or more (NIST SP 800-57 Part 1, 128 bits of security).
[[nodiscard]] bool hasStrongKey(const Certificate& certificate);
/// P-256, the one kind that secrets can be wrapped to (Cms.h).
[[nodiscard]] bool hasP256Key(const Certificate& certificate);
/// The same for a bare SubjectPublicKeyInfo, DER.
[[nodiscard]] bool isP256PublicKey(QByteArrayView publicKeyDer);

} // namespace casebound
