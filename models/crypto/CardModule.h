// A smart-card driver: a PKCS#11 module (OASIS, version 2.40 calls), asked for what OpenSSL's provider cannot tell: tries left, cards
// without a certificate, a card that was pulled out.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/SecureBytes.h"
#include "ports/Credential.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

namespace casebound {

/// A certificate that lies on a card beside a private key's id. Readable without the PIN.
struct CardCertificate {
    unsigned long slot = 0;
    QString token;          ///< The card's label.
    QByteArray tokenSerial; ///< As the card states it; with the id it names the certificate across restarts.
    QByteArray id;          ///< CKA_ID.
    Certificate certificate;

    /// "pkcs11:serial=…;id=…" (RFC 7512): what CredentialChoice::path holds.
    [[nodiscard]] QString uri() const;
};

class CardLogin;

/// Stays loaded as long as the process: drivers do not survive being unloaded. Any thread, one at a time.
class CardModule final : public std::enable_shared_from_this<CardModule> {
public:
    /// NoDriver: not a file we can load, or not a PKCS#11 module. The path is absolute: nothing is searched.
    [[nodiscard]] static std::expected<std::shared_ptr<CardModule>, CredentialFault> load(const QString& path);
    ~CardModule();
    CardModule(const CardModule&) = delete;
    CardModule& operator=(const CardModule&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Every certificate of every card present. NoCard: none is inserted. Empty: cards without certificates.
    [[nodiscard]] std::expected<std::vector<CardCertificate>, CredentialFault> certificates() const;
    /// One PIN, given once; checked by the card even while another login of this process stands (a wrong one ends that too). WrongPin,
    /// WrongPinFewLeft, WrongPinLastTry, Locked as the card states its counter; Removed; Unusable.
    [[nodiscard]] std::expected<std::unique_ptr<CardLogin>, CredentialFault> login(unsigned long slot, const SecureBytes& pin);

private:
    friend class CardLogin;
    struct Driver;
    CardModule(QString path, std::unique_ptr<Driver> driver);
    [[nodiscard]] CredentialFault pinFault(unsigned long slot) const;

    QString m_path;
    std::unique_ptr<Driver> m_driver;
};

/// The person's session with the card; its end logs out.
class CardLogin {
public:
    ~CardLogin();
    CardLogin(const CardLogin&) = delete;
    CardLogin& operator=(const CardLogin&) = delete;
    /// False once the card was pulled out or the reader is gone; a card put back is another session.
    [[nodiscard]] bool isPresent() const;
    /// Grows when the PIN was asked for again meanwhile: handles of private keys from before are no longer good.
    [[nodiscard]] unsigned turn() const;

private:
    friend class CardModule;
    CardLogin(std::shared_ptr<CardModule> module, unsigned long slot, unsigned long session)
        : m_module(std::move(module)),
          m_slot(slot),
          m_session(session)
    {
    }
    std::shared_ptr<CardModule> m_module;
    unsigned long m_slot, m_session;
};

} // namespace casebound
