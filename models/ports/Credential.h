// A person's private key and certificate, wherever they live (PKCS#12 file, card). The key never leaves the implementation.
#pragma once

#include <QByteArray>

#include <expected>

namespace casebound {

enum class CredentialFault { WrongPin, Locked, Removed, Unusable };

/// Implementations are used from one thread at a time and erase key material when destroyed.
class Credential {
public:
    virtual ~Credential() = default;
    [[nodiscard]] virtual QByteArray certificateDer() const = 0;
    [[nodiscard]] virtual QByteArray certificateSha256() const = 0; ///< 32 bytes.
    /// Detached CMS signature (DER) over the bytes, SHA-256.
    [[nodiscard]] virtual std::expected<QByteArray, CredentialFault> sign(const QByteArray& bytes) = 0;
    /// Opens CMS EnvelopedData/AuthEnvelopedData made for this certificate. The result is the caller's to erase.
    [[nodiscard]] virtual std::expected<QByteArray, CredentialFault> unwrap(const QByteArray& cms) = 0;
};

} // namespace casebound
