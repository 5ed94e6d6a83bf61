// A person's key and certificate from a PKCS#12 file (RFC 7292).
#pragma once

#include "crypto/Certificate.h"
#include "crypto/OpenSslCredential.h"
#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"

#include <expected>
#include <memory>
#include <vector>

namespace casebound {

/// The key stays in this object (OpenSSL's secure heap) and is erased with it.
class KeyCredential final : public OpenSslCredential {
public:
    /// At most 1 MiB. WrongPin: the passphrase does not open it. Unusable: not PKCS#12, no key, no certificate, or the two do not belong
    /// together, or not P-256.
    [[nodiscard]] static std::expected<std::unique_ptr<KeyCredential>, CredentialFault> fromPkcs12(QByteArrayView bytes,
                                                                                                   const SecureBytes& passphrase);
    /// Unusable where the certificate is not the key's.
    [[nodiscard]] static std::expected<std::unique_ptr<KeyCredential>, CredentialFault> fromParts(PrivateKey key, Certificate certificate,
                                                                                                  std::vector<Certificate> chain = {});

    [[nodiscard]] QByteArray certificateDer() const override;
    [[nodiscard]] QByteArray certificateSha256() const override;
    [[nodiscard]] std::expected<QByteArray, CredentialFault> sign(const QByteArray& bytes) override;
    [[nodiscard]] std::expected<QByteArray, CredentialFault> unwrap(const QByteArray& cms) override;

    /// For TLS (SSL_CTX_use_PrivateKey, SSL_CTX_use_certificate); handles live as long as this object.
    [[nodiscard]] const PrivateKey& key() const override { return m_key; }
    [[nodiscard]] const Certificate& certificate() const override { return m_certificate; }
    [[nodiscard]] const std::vector<Certificate>& chain() const override { return m_chain; }

private:
    KeyCredential(PrivateKey key, Certificate certificate, std::vector<Certificate> chain)
        : m_key(std::move(key)),
          m_certificate(std::move(certificate)),
          m_chain(std::move(chain))
    {
    }
    PrivateKey m_key;
    Certificate m_certificate;
    std::vector<Certificate> m_chain;
};

/// AES-256-CBC with PBKDF2-HMAC-SHA-256 and PBMAC1 (RFC 9579), 100,000 rounds each: only FIPS 140-3 algorithms.
[[nodiscard]] std::expected<QByteArray, CryptoFault> writePkcs12(const PrivateKey& key, const Certificate& certificate,
                                                                 std::span<const Certificate> chain, const QString& friendlyName,
                                                                 const SecureBytes& passphrase);

} // namespace casebound
