// The keys of one workstation of an office (audit-log: "Keys"): random, and on disk only as one CMS envelope to every person of the
// roster and to the recovery certificate.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"
#include "domain/OfficeProfile.h"
#include "ports/Credential.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace casebound {

enum class KeysFault {
    Missing,     ///< No file.
    NotForYou,   ///< The envelope has no part for this credential, or cannot be opened with it.
    Damaged,     ///< It opened, and holds no keys.
    NotWritable, ///< The file cannot be written; the old one stands.
    Crypto,      ///< A recipient cannot be wrapped to, or OpenSSL failed.
};

/// Move-only. The envelope's content is text, so that a recovery key and `openssl cms -decrypt -inform DER` are enough to get at a log:
///   casebound-keys 1
///   generation 3
///   audit <64 hexadecimal digits>          database key of the log
///   cases <64 hexadecimal digits>          database key of the case file
///   actor <64 hexadecimal digits>          the office's key for pseudonyms
///   workstation <hexadecimal PKCS#8>       signs the heads of the log
///   lineage <public key> <signature>       of each generation after the first, oldest first: hexadecimal DER, signed by the one before
///   former-audit <64 hexadecimal digits>   of earlier generations, newest first: for logs kept aside
///   holder <SHA-256 of a certificate>      everyone these keys were ever given to
class OfficeKeys {
public:
    /// A first generation. The actor key is the office's: the same on all of its workstations.
    [[nodiscard]] static std::expected<OfficeKeys, KeysFault> generate(SecureBytes actor);
    /// The next generation, of which the holders of this one know nothing: other keys but the actor key, no holders yet. (Somebody who left
    /// can still tell whose pseudonym is whose, which the roster they worked with told them as well.)
    [[nodiscard]] std::expected<OfficeKeys, KeysFault> successor() const;

    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    [[nodiscard]] const SecureBytes& audit() const { return m_audit; }
    [[nodiscard]] const SecureBytes& cases() const { return m_cases; }
    [[nodiscard]] const SecureBytes& actor() const { return m_actor; }
    [[nodiscard]] const SecureBytes& workstationPkcs8() const { return m_workstation; }
    [[nodiscard]] std::expected<PrivateKey, KeysFault> workstation() const;
    [[nodiscard]] const std::vector<SecureBytes>& formerAudit() const { return m_former; }
    /// SHA-256 of certificates, 32 bytes each.
    [[nodiscard]] const std::vector<QByteArray>& holders() const { return m_holders; }

    /// The workstation's key is this one (SubjectPublicKeyInfo, DER), or descends from it: each generation's was signed by the one before.
    /// So an envelope that somebody else made, whatever generation it claims to be, is told from the office's own.
    [[nodiscard]] bool descendFrom(const QByteArray& publicKeyDer) const;

    /// Some of them were never given these keys: wrap anew.
    [[nodiscard]] bool lacks(std::span<const Certificate> people) const;
    /// Somebody holds these keys who is none of them: change the keys.
    [[nodiscard]] bool heldByOthersThan(std::span<const Certificate> people) const;

    /// The envelope to these people, who become holders. The bytes are no secret.
    [[nodiscard]] std::expected<QByteArray, KeysFault> wrap(std::span<const Certificate> people);
    [[nodiscard]] static std::expected<OfficeKeys, KeysFault> unwrap(const QByteArray& envelope, Credential& credential);

    /// wrap(), and the file replaced as a whole: at every instant the old envelope or the new one stands there.
    [[nodiscard]] std::expected<void, KeysFault> save(const QString& path, std::span<const Certificate> people);
    [[nodiscard]] static std::expected<OfficeKeys, KeysFault> open(const QString& path, Credential& credential);

private:
    OfficeKeys() = default;
    [[nodiscard]] SecureBytes text() const;
    [[nodiscard]] static std::expected<OfficeKeys, KeysFault> parse(const SecureBytes& text);

    std::uint64_t m_generation = 1;
    SecureBytes m_audit, m_cases, m_actor, m_workstation;
    std::vector<SecureBytes> m_former;
    std::vector<QByteArray> m_holders;
    struct Link {
        QByteArray publicKeyDer, signature;
    };
    std::vector<Link> m_lineage;
};

/// Everyone the keys belong to: the roster and the recovery certificate. Crypto where one of them is no certificate.
[[nodiscard]] std::expected<std::vector<Certificate>, KeysFault> keyHolders(const OfficeProfile& profile);

} // namespace casebound
