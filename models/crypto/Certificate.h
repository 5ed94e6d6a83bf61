// An X.509 certificate (RFC 5280), parsed once.
#pragma once

#include "crypto/CryptoFault.h"
#include "domain/Clock.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

struct x509_st;

namespace casebound {

/// Shared, immutable value; any thread.
class Certificate {
public:
    /// Exactly one certificate, at most 64 KiB.
    [[nodiscard]] static std::expected<Certificate, CryptoFault> fromDer(QByteArrayView der);
    /// Every certificate of a PEM bundle, at most 1 MiB; BadInput where it holds none or anything ill-formed.
    [[nodiscard]] static std::expected<std::vector<Certificate>, CryptoFault> listFromPem(QByteArrayView pem);
    /// Takes over one reference of an OpenSSL certificate.
    [[nodiscard]] static Certificate adopt(x509_st* certificate);

    [[nodiscard]] QByteArray der() const;
    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] QByteArray sha256() const;       ///< Of the DER, 32 bytes.
    [[nodiscard]] QByteArray publicKeyDer() const; ///< SubjectPublicKeyInfo.
    [[nodiscard]] QString commonName() const;      ///< First CN of the subject; empty where there is none.
    [[nodiscard]] Instant notBefore() const;
    [[nodiscard]] Instant notAfter() const;
    /// For net and OpenSSL calls; lives as long as this object.
    [[nodiscard]] x509_st* handle() const { return m_certificate.get(); }

private:
    explicit Certificate(x509_st* certificate);
    std::shared_ptr<x509_st> m_certificate;
};

} // namespace casebound
