// Certificates made while a test runs: authorities, servers, people.
#pragma once

#include "net/TlsPolicy.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace casebound::test {

struct Issued {
    std::shared_ptr<X509> certificate;
    std::shared_ptr<EVP_PKEY> key;
    [[nodiscard]] QByteArray certificatePem() const;
    [[nodiscard]] QByteArray keyPem() const;
    [[nodiscard]] QByteArray spkiSha256() const;
    [[nodiscard]] ClientIdentity identity() const { return {.certificate = certificate, .key = key, .chain = {}}; }
};

/// What a certificate says. P-256 keys, SHA-256.
struct Wish {
    QByteArray name = "localhost";
    QByteArray alternative = "DNS:localhost,IP:127.0.0.1"; ///< Empty: none.
    QByteArray usage = "serverAuth";                       ///< Or clientAuth.
    std::chrono::seconds from = -std::chrono::hours(1);    ///< From now.
    std::chrono::seconds until = std::chrono::hours(24);
    bool authority = false;
    QByteArray keyKind = "P-256"; ///< Or another curve, or "RSA-1024".
};

class TestPki {
public:
    explicit TestPki(const QByteArray& name = "Made-up test authority");
    [[nodiscard]] Issued issue(const Wish& wish) const;
    [[nodiscard]] QByteArray caPem() const { return m_root.certificatePem(); }
    /// A revocation list that names these certificates.
    [[nodiscard]] QByteArray crlPem(const std::vector<Issued>& revoked, std::chrono::seconds next = std::chrono::hours(23)) const;

private:
    Issued m_root;
};

} // namespace casebound::test
