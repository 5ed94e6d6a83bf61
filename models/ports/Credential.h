// A person's private key and certificate, wherever they live (PKCS#12 file, card). The key never leaves the implementation.
#pragma once

#include <QByteArray>

#include <expected>

namespace casebound {

enum class CredentialFault {
    WrongPin,        ///< Of a file, or of a card that says nothing of its counter.
    WrongPinFewLeft, ///< PKCS#11 tells no number: CKF_USER_PIN_COUNT_LOW, at least one wrong PIN since the last right one.
    WrongPinLastTry, ///< The next wrong PIN locks the card (CKF_USER_PIN_FINAL_TRY).
    Locked,          ///< The card accepts no PIN any more.
    Removed,         ///< The card was pulled out since it was opened, or the reader is gone.
    NoDriver,        ///< The card driver of the office profile cannot be loaded.
    NoCard,
    NoCertificate,       ///< The card holds none, or not the one asked for.
    SeveralCertificates, ///< Someone has to choose.
    Unusable,            ///< Not a P-256 key, not this certificate's key, not allowed to do what is asked, or ill-formed.
};

/// Implementations are used from one thread at a time and erase key material when destroyed.
class Credential {
public:
    virtual ~Credential() = default;
    [[nodiscard]] virtual QByteArray certificateDer() const = 0;
    [[nodiscard]] virtual QByteArray certificateSha256() const = 0; ///< 32 bytes.
    /// Detached CMS signature (DER) over the bytes, SHA-256.
    [[nodiscard]] virtual std::expected<QByteArray, CredentialFault> sign(const QByteArray& bytes) = 0;
    /// False once a card was pulled out: a session whose credential is gone locks. Cheap enough to ask every few seconds.
    [[nodiscard]] virtual bool isPresent() const { return true; }
    /// Opens CMS EnvelopedData/AuthEnvelopedData made for this certificate. The result is the caller's to erase.
    [[nodiscard]] virtual std::expected<QByteArray, CredentialFault> unwrap(const QByteArray& cms) = 0;
};

} // namespace casebound
