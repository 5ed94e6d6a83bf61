// A person's key and certificate on a smart card (PKCS#11, PIV): the key never leaves the card.
#pragma once

#include "crypto/CardModule.h"
#include "crypto/OpenSslCredential.h"
#include "crypto/SecureBytes.h"

#include <expected>
#include <memory>

namespace casebound {

/// Signs, agrees and proves itself in TLS through OpenSSL's pkcs11-provider, in a library context of its own: nothing but this key is
/// ever computed by the card, and the program's context holds no other provider for it. The PIN is used while open() runs and forgotten;
/// the card stays logged in until the object goes.
///
/// The key must be P-256 and be allowed both to sign and to agree on keys (CKA_SIGN, CKA_DERIVE), because one certificate of the roster
/// serves for both. Keys that ask for the PIN before every signature (CKA_ALWAYS_AUTHENTICATE) are Unusable.
class CardCredential final : public OpenSslCredential {
public:
    /// `uri`: CardCertificate::uri() of the one chosen; empty where there is but one. NoCertificate: the card holds none, or not that
    /// one. SeveralCertificates: someone has to choose. The rest as CardModule::login().
    [[nodiscard]] static std::expected<std::unique_ptr<CardCredential>, CredentialFault> open(const std::shared_ptr<CardModule>& module,
                                                                                              const QString& uri, const SecureBytes& pin);
    ~CardCredential() override;

    [[nodiscard]] QByteArray certificateDer() const override { return m_certificate.der(); }
    [[nodiscard]] QByteArray certificateSha256() const override { return m_certificate.sha256(); }
    [[nodiscard]] std::expected<QByteArray, CredentialFault> sign(const QByteArray& bytes) override;
    [[nodiscard]] std::expected<QByteArray, CredentialFault> unwrap(const QByteArray& cms) override;
    [[nodiscard]] bool isPresent() const override { return m_login->isPresent(); }

    /// Looked up anew after the PIN was asked for again (the old handle is dead then): ask for each connection.
    [[nodiscard]] const PrivateKey& key() const override;
    [[nodiscard]] const Certificate& certificate() const override { return m_certificate; }
    [[nodiscard]] const std::vector<Certificate>& chain() const override { return m_chain; }

private:
    struct Context;
    CardCredential(std::unique_ptr<CardLogin> login, std::shared_ptr<Context> context, PrivateKey key, const CardCertificate& chosen);
    [[nodiscard]] CredentialFault fault() const;

    // Destroyed the other way round: key, context, login.
    std::unique_ptr<CardLogin> m_login;
    std::shared_ptr<Context> m_context;
    mutable PrivateKey m_key;
    mutable unsigned m_turn;
    QString m_uri;
    Certificate m_certificate;
    std::vector<Certificate> m_chain;
};

} // namespace casebound
