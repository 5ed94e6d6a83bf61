// The signed head beside a live log, read apart from the code that writes it.
#pragma once

#include "crypto/SecureBytes.h"
#include "ledger/Checkpoint.h"

#include <QByteArray>

#include <optional>

namespace casebound {

/// audit.head: two slots of 4,096 bytes, each "CBHEAD1\n", counter (64 bit), key check (32 bytes), note length (32 bit), note, zeros, and
/// the SHA-256 of all before it; big-endian. The higher counter counts.
struct Sidecar {
    QByteArray note;
    Hash keyCheck{};
    bool oneSlotLost = false;
    std::optional<QByteArray> tornNote; ///< Of the lost slot, where it looks as a power cut between two of its sectors leaves it.

    /// Nothing where no slot is whole.
    [[nodiscard]] static std::optional<Sidecar> read(QByteArrayView file);
    [[nodiscard]] bool knows(const SecureBytes& key) const;
};

/// The three lines of a head that no key signed.
[[nodiscard]] std::optional<Checkpoint> readUnsignedHead(QByteArrayView note);

} // namespace casebound
