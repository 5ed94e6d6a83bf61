// Checks an exported case file from outside: manifests, signature, pictures, proofs, numbers and marks are derived anew; nothing of the
// code that writes exports is used.
#pragma once

#include "BagReport.h"
#include "VerifyKeys.h"
#include "crypto/Certificate.h"

#include <optional>

namespace casebound {

struct BagOptions {
    VerifyKeys keys;                       ///< Of the log, from the office profile.
    std::vector<Certificate> anchors;      ///< Authorities of the office's people.
    std::vector<Certificate> stampAnchors; ///< Authorities of time stamps.
    std::optional<PrivateKey> recipientKey;
    Instant now = SystemClock().now();
};

/// Memory: what libzip holds of the names, 150 bytes a file, then as much a read; an envelope is opened into memory.
[[nodiscard]] BagReport checkBag(const QString& path, const BagOptions& options);

// --- for the fuzzer

/// Views of the line it was in.
struct ManifestLine {
    QByteArrayView sha512; ///< 128 hexadecimal digits in lower case.
    QByteArrayView name;
};
/// Digest, two spaces (or a space and an asterisk), a name that stays inside.
[[nodiscard]] std::optional<ManifestLine> parseManifestLine(QByteArrayView line);
/// One record of RFC 4180 on one line, without its end; nothing where quotes do not close.
[[nodiscard]] std::optional<QByteArrayList> parseCsvLine(QByteArrayView line);

} // namespace casebound
