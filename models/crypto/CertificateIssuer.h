// Issues the certificates of training mode and of an office that has no authority of its own (RFC 5280 profile, P-256, SHA-256).
#pragma once

#include "crypto/Certificate.h"
#include "crypto/PrivateKey.h"

#include <QStringList>

#include <expected>

namespace casebound {

/// Whole seconds count; both ends inclusive.
struct Validity {
    Instant notBefore{}, notAfter{};
};

/// Common names hold 1–64 characters (RFC 5280 ub-common-name); BadInput otherwise, and for a validity that ends before it begins.
class CertificateIssuer {
public:
    /// A self-signed authority: CA:TRUE, pathlen 0, keyCertSign and cRLSign.
    [[nodiscard]] static std::expected<CertificateIssuer, CryptoFault> createAuthority(const QString& commonName, Validity validity);
    [[nodiscard]] static CertificateIssuer withAuthority(PrivateKey key, Certificate certificate);

    /// EKU serverAuth; the names go into subjectAltName. BadInput for a name with anything but letters, digits, hyphen and dot.
    [[nodiscard]] std::expected<Certificate, CryptoFault> issueServer(const PrivateKey& key, const QString& commonName,
                                                                      const QStringList& dnsNames, const QStringList& ipAddresses,
                                                                      Validity validity) const;
    /// CN = user id; EKU clientAuth and emailProtection (CMS); digitalSignature and keyAgreement (envelopes).
    [[nodiscard]] std::expected<Certificate, CryptoFault> issueClient(const PrivateKey& key, const QString& userId,
                                                                      Validity validity) const;

    [[nodiscard]] const Certificate& authority() const { return m_certificate; }
    [[nodiscard]] const PrivateKey& authorityKey() const { return m_key; }

private:
    CertificateIssuer(PrivateKey key, Certificate certificate) : m_key(std::move(key)), m_certificate(std::move(certificate)) {}
    PrivateKey m_key;
    Certificate m_certificate;
};

} // namespace casebound
