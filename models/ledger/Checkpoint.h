// The signed head of the log: a C2SP tlog-checkpoint in a C2SP signed note, ECDSA P-256 (signature type 0x02).
#pragma once

#include "crypto/Digest.h"
#include "crypto/PrivateKey.h"

#include <QByteArray>
#include <QStringView>

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// What a checkpoint says. The origin is the key name, too.
struct Checkpoint {
    QByteArray origin; ///< UTF-8, at most 255 bytes, no spaces, no "+": "casebound/<office>/<workstation>".
    std::uint64_t size = 0;
    Hash root{};
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Longest note accepted; ours has under 1 KiB, the rest is room for the signatures of others.
inline constexpr qsizetype longestCheckpoint = 16 * 1024;

enum class CheckpointProblem {
    Malformed,    ///< Not a note, not a checkpoint, or out of bounds.
    UnknownKey,   ///< No signature by any of the keys given.
    BadSignature, ///< A signature in a given key's name that does not hold.
    WrongOrigin,  ///< Signed by a key that belongs to another log.
};

/// "casebound/<office>/<workstation>"; empty where a part is empty, too long, or holds a space, control character, "+" or "/".
[[nodiscard]] std::optional<QByteArray> checkpointOrigin(QStringView office, QStringView workstation);

/// A note verifier key: origin+hash+base64(0x02 || SubjectPublicKeyInfo), the hash being the first 4 bytes of SHA-256(SPKI DER). Value
/// type.
class VerifierKey {
public:
    /// Strict: the hash is the key's, lower case; base64 in its one spelling. At most 1 KiB.
    [[nodiscard]] static std::optional<VerifierKey> parse(QByteArrayView text);
    /// Empty for an unacceptable origin and for a key that is not P-256.
    [[nodiscard]] static std::optional<VerifierKey> fromPublicKey(QByteArray origin, QByteArray publicKeyDer);

    [[nodiscard]] const QByteArray& origin() const { return m_origin; }
    [[nodiscard]] const QByteArray& publicKeyDer() const { return m_publicKey; }
    [[nodiscard]] QByteArray id() const; ///< 4 bytes.
    [[nodiscard]] QByteArray text() const;
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;

private:
    VerifierKey(QByteArray origin, QByteArray publicKey) : m_origin(std::move(origin)), m_publicKey(std::move(publicKey)) {}
    QByteArray m_origin, m_publicKey;
};

/// Signs the heads of one log. Shares the key; any thread.
class CheckpointSigner {
public:
    /// BadInput for an unacceptable origin.
    [[nodiscard]] static std::expected<CheckpointSigner, CryptoFault> create(QByteArray origin, PrivateKey key);
    /// The whole note, ready for the sidecar and for outsiders. Extension lines go under the root: not empty, no control characters.
    [[nodiscard]] std::expected<QByteArray, CryptoFault> sign(std::uint64_t size, const Hash& root,
                                                              std::span<const QByteArray> extensions = {}) const;
    [[nodiscard]] const VerifierKey& verifierKey() const { return m_verifier; }

private:
    CheckpointSigner(PrivateKey key, VerifierKey verifier) : m_key(std::move(key)), m_verifier(std::move(verifier)) {}
    PrivateKey m_key;
    VerifierKey m_verifier;
};

/// What a note says, before anyone asked who signed it. Lines after the root (extensions) are allowed and ignored.
[[nodiscard]] std::expected<Checkpoint, CheckpointProblem> readCheckpoint(QByteArrayView note);
/// The lines after the root of a note that readCheckpoint() takes; none where it does not.
[[nodiscard]] std::vector<QByteArray> checkpointExtensions(QByteArrayView note);
/// Signed by one of the keys, under that key's own origin. Signatures of unknown keys are ignored, as the note format asks.
[[nodiscard]] std::expected<Checkpoint, CheckpointProblem> verifyCheckpoint(QByteArrayView note, std::span<const VerifierKey> keys);

} // namespace casebound
