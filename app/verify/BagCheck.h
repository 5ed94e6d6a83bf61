// Checks an exported case file from outside: manifests, signature, pictures, proofs, numbers and marks are derived anew; nothing of the
// code that writes exports is used.
#pragma once

#include "BagReport.h"
#include "VerifyKeys.h"
#include "crypto/Certificate.h"

#include <optional>

namespace casebound {

struct BagOptions {
    VerifyKeys keys;                  ///< Of the log, from the office profile.
    std::vector<Certificate> anchors; ///< Authorities of the office's people.
    std::vector<Certificate> stampAnchors; ///< Authorities of time stamps.
    std::optional<PrivateKey> recipientKey;
    Instant now = SystemClock().now();
};

/// Memory: the names and digests of the files, and a few bytes a read; an envelope is opened into memory.
[[nodiscard]] BagReport checkBag(const QString& path, const BagOptions& options);

// --- for the fuzzer

struct ManifestLine {
    QByteArray sha512; ///< 64 bytes.
    QByteArray name;
};
/// Digest, two spaces (or a space and an asterisk), a name that stays inside.
[[nodiscard]] std::optional<ManifestLine> parseManifestLine(QByteArrayView line);
/// One record of RFC 4180 on one line, without its end; nothing where quotes do not close.
[[nodiscard]] std::optional<QByteArrayList> parseCsvLine(QByteArrayView line);

} // namespace casebound
