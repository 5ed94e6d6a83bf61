// Passphrases from a person or from another program: never from the command line or the environment, which others can read.
#pragma once

#include "crypto/SecureBytes.h"

#include <QString>

#include <expected>
#include <optional>

namespace casebound {

class Passphrases {
public:
    /// Nothing: the terminal (/dev/tty, without echo). A descriptor: one line for each passphrase, in the order they are asked for.
    explicit Passphrases(std::optional<int> descriptor) : m_descriptor(descriptor) {}

    /// For a key that exists.
    [[nodiscard]] std::expected<SecureBytes, QString> ask(const QString& what);
    /// For a new key: at least 12 bytes; on a terminal typed twice.
    [[nodiscard]] std::expected<SecureBytes, QString> choose(const QString& what);

private:
    [[nodiscard]] std::expected<SecureBytes, QString> line(const QString& prompt);
    std::optional<int> m_descriptor;
};

} // namespace casebound
