// Results only a reviewer can read: the workstation seals them and cannot open what it sealed a moment ago.
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"
#include "crypto/SecureBytes.h"
#include "domain/Clock.h"
#include "ports/Credential.h"

#include <QByteArray>

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

/// A blob is "CBSEAL1\n", segment id (32 bytes: SHA-256 of the segment's CMS), record number in the segment (32 bit, big-endian), then
/// AES-256-GCM ciphertext and tag; nonce of twelve zero bytes (each key seals once), everything before the ciphertext authenticated.
/// Keys (SP 800-108, counter mode, HMAC-SHA-256, context empty): chain 0 is what the CMS holds; record key i = KDF(chain i, "casebound
/// seal"), chain i+1 = KDF(chain i, "casebound ratchet"), after which chain i is erased.
class ResultSealer {
public:
    static constexpr std::uint32_t recordsPerSegment = 256;
    static constexpr std::chrono::hours segmentLife{24};

    explicit ResultSealer(std::vector<Certificate> reviewers) : m_reviewers(std::move(reviewers)) {}
    [[nodiscard]] bool isActive() const { return !m_reviewers.empty(); }

    struct Sealed {
        QByteArray blob, sha256;
        QByteArray segmentId;
        std::optional<QByteArray> newSegment; ///< The CMS to store with it, where this record began a segment.
    };
    /// A segment lives in memory alone, so each run begins its own; it ends after 256 records or 24 hours.
    [[nodiscard]] std::expected<Sealed, CryptoFault> seal(QByteArrayView results, Instant now);
    /// Forgets the segment: the next record begins another. For records that were sealed and then not stored.
    void endSegment();

private:
    [[nodiscard]] std::expected<QByteArray, CryptoFault> begin(Instant now);
    std::vector<Certificate> m_reviewers;
    SecureBytes m_chain;
    QByteArray m_segmentId;
    std::uint32_t m_next = 0;
    Instant m_begunAt{};
};

/// The segment a blob names; nothing where it is no blob.
[[nodiscard]] std::optional<QByteArray> segmentOfBlob(QByteArrayView blob);
/// With a reviewer's credential. NotForThisKey: not a reviewer of that segment. BadSignature: blob or segment was altered.
[[nodiscard]] std::expected<QByteArray, CryptoFault> openSealed(QByteArrayView blob, const QByteArray& segmentCms, Credential& reviewer);

} // namespace casebound
