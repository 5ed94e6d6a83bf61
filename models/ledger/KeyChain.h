// Who signed the log when: a workstation's key is replaced by an entry "key.replaced" that carries an announcement of the key before it.
#pragma once

#include "ledger/Checkpoint.h"

#include <QByteArray>

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// What an announcement says: a note of the head before its entry, with two extension lines, "old-key <verifier key>" and
/// "new-key <verifier key>", signed with the old key. It stands whole in the entry's public part, so that anyone who knows the old key
/// follows to the new one.
struct KeyAnnouncement {
    Checkpoint before;
    VerifierKey oldKey, newKey;
};

/// BadInput where the next key is of another origin, or the same.
[[nodiscard]] std::expected<QByteArray, CryptoFault> announceKey(const CheckpointSigner& current, std::uint64_t size, const Hash& root,
                                                                 const VerifierKey& next);
/// Strict form, and the old key's signature. Whether the old key is the right one, the chain says.
[[nodiscard]] std::expected<KeyAnnouncement, CheckpointProblem> readAnnouncement(QByteArrayView note);

/// The keys of one log, in order. Value type.
class KeyChain {
public:
    static constexpr std::size_t longest = 1000;

    /// The announcement in the entry at its own `before.size`. False where its old key is not the one in force there, a key comes back,
    /// or the chain is too long: then nothing is changed.
    [[nodiscard]] bool add(const KeyAnnouncement& announced);

    /// No key was replaced: the chain knows none.
    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }
    [[nodiscard]] std::size_t replacements() const { return m_keys.empty() ? 0 : m_keys.size() - 1; }
    /// The keys a head of this size may be signed with: one; two where the head's last entry is the announcement itself. None where empty.
    [[nodiscard]] std::span<const VerifierKey> inForce(std::uint64_t size) const;
    /// Every key there was, oldest first.
    [[nodiscard]] std::span<const VerifierKey> keys() const { return m_keys; }

private:
    std::vector<VerifierKey> m_keys;
    std::vector<std::uint64_t> m_from; ///< The announcing entry of key i+1.
};

} // namespace casebound
