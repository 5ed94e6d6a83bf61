// A P-256 private key and what is done with it.
#pragma once

#include "crypto/CryptoFault.h"
#include "crypto/SecureBytes.h"

#include <QByteArray>

#include <expected>
#include <memory>

struct evp_pkey_st;

namespace casebound {

/// Shared, immutable: copies are references to one key, erased with the last of them. Any thread.
class PrivateKey {
public:
    [[nodiscard]] static std::expected<PrivateKey, CryptoFault> generateP256();
    /// PKCS#8 DER, unencrypted, as toPkcs8() writes it. P-256 only.
    [[nodiscard]] static std::expected<PrivateKey, CryptoFault> fromPkcs8(const SecureBytes& der);
    /// Takes over one reference of an OpenSSL key.
    [[nodiscard]] static PrivateKey adopt(evp_pkey_st* key);
    /// The same for a key that lives in something else: a card's library context is kept as long as the key.
    [[nodiscard]] static PrivateKey adopt(evp_pkey_st* key, std::shared_ptr<const void> keep);

    [[nodiscard]] SecureBytes toPkcs8() const;
    [[nodiscard]] SecureBytes toPem() const;
    /// SubjectPublicKeyInfo, DER.
    [[nodiscard]] QByteArray publicKeyDer() const;
    /// ECDSA over SHA-256 of the bytes, DER signature.
    [[nodiscard]] std::expected<QByteArray, CryptoFault> sign(QByteArrayView bytes) const;
    /// For net and OpenSSL calls; lives as long as this object.
    [[nodiscard]] evp_pkey_st* handle() const { return m_key.get(); }

private:
    explicit PrivateKey(evp_pkey_st* key);
    std::shared_ptr<evp_pkey_st> m_key;
};

/// ECDSA P-256 over SHA-256, DER signature, public key as SubjectPublicKeyInfo DER. False for every other kind of key.
[[nodiscard]] bool verifyP256(QByteArrayView publicKeyDer, QByteArrayView bytes, QByteArrayView signature);

} // namespace casebound
