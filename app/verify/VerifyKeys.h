// The keys an auditor brings: they come from the office profile, never from the log that is checked.
#pragma once

#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"
#include "ledger/Checkpoint.h"
#include "ledger/LedgerCheck.h"

#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

class VerifyKeys {
public:
    /// A verifier key as text: origin+hash+base64.
    [[nodiscard]] bool addText(QByteArrayView text);
    /// A file with a verifier key, or a PEM public key or certificate, which is then taken for the key of whatever log is named.
    [[nodiscard]] bool addFile(const QString& path);
    /// SubjectPublicKeyInfo, DER.
    [[nodiscard]] bool addPublicKey(QByteArray der);
    [[nodiscard]] bool isEmpty() const { return m_named.empty() && m_nameless.empty(); }

    /// Whether this is one of them, by the origin it names.
    [[nodiscard]] bool has(const VerifierKey& key) const;
    /// The one of them that signed this note. Without a chain of replaced keys, that is all there is to ask.
    [[nodiscard]] std::expected<VerifierKey, CheckpointProblem> signerOf(QByteArrayView note) const;

private:
    std::vector<VerifierKey> m_named;
    std::vector<QByteArray> m_nameless; // SubjectPublicKeyInfo
};

/// 32 bytes, raw or as 64 hexadecimal digits; empty where the file holds neither.
[[nodiscard]] SecureBytes readDatabaseKey(const QString& path);
/// PKCS#8, DER or PEM, unencrypted, P-256.
[[nodiscard]] std::optional<PrivateKey> readSigningKey(const QString& path);

} // namespace casebound
