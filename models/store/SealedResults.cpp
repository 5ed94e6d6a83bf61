#include "store/SealedResults.h"

#include "crypto/Aead.h"
#include "crypto/Cms.h"
#include "crypto/Digest.h"

#include <QtEndian>

namespace casebound {
namespace {

constexpr QByteArrayView magic("CBSEAL1\n");
constexpr qsizetype segmentAt = 8, recordAt = 40, headerSize = 44;

QByteArray nonce()
{
    return QByteArray(gcmNonceSize, '\0');
}

SecureBytes recordKey(const SecureBytes& chain)
{
    return deriveKey(chain, "casebound seal", {});
}

SecureBytes nextChain(const SecureBytes& chain)
{
    return deriveKey(chain, "casebound ratchet", {});
}

} // namespace

void ResultSealer::endSegment()
{
    m_chain.clear();
}

std::expected<QByteArray, CryptoFault> ResultSealer::begin(Instant now)
{
    SecureBytes chain = SecureBytes::random(32);
    if (chain.isEmpty())
        return std::unexpected(CryptoFault::Internal);
    auto cms = wrapSecret(chain.view(), m_reviewers);
    if (!cms)
        return cms;
    m_chain = std::move(chain);
    m_segmentId = toBytes(sha256(*cms));
    m_next = 0;
    m_begunAt = now;
    return cms;
}

std::expected<ResultSealer::Sealed, CryptoFault> ResultSealer::seal(QByteArrayView results, Instant now)
{
    Sealed sealed;
    if (m_chain.isEmpty() || m_next == recordsPerSegment || now - m_begunAt >= segmentLife || now < m_begunAt) {
        auto cms = begin(now);
        if (!cms)
            return std::unexpected(cms.error());
        sealed.newSegment = std::move(*cms);
    }
    sealed.segmentId = m_segmentId;
    QByteArray header(headerSize, '\0');
    std::ranges::copy(magic, header.begin());
    std::ranges::copy(m_segmentId, header.begin() + segmentAt);
    qToBigEndian<quint32>(m_next, header.data() + recordAt);
    const SecureBytes key = recordKey(m_chain);
    auto body = gcmSeal(key, nonce(), header, results);
    SecureBytes next = nextChain(m_chain);
    if (!body || next.isEmpty()) {
        endSegment();
        return std::unexpected(CryptoFault::Internal);
    }
    m_chain = std::move(next);
    ++m_next;
    sealed.blob = header + *body;
    sealed.sha256 = toBytes(sha256(sealed.blob));
    return sealed;
}

std::optional<QByteArray> segmentOfBlob(QByteArrayView blob)
{
    if (blob.size() < headerSize + gcmTagSize || !blob.startsWith(magic))
        return std::nullopt;
    return blob.sliced(segmentAt, 32).toByteArray();
}

std::expected<QByteArray, CryptoFault> openSealed(QByteArrayView blob, const QByteArray& segmentCms, Credential& reviewer)
{
    const auto segment = segmentOfBlob(blob);
    const quint32 record = segment ? qFromBigEndian<quint32>(blob.data() + recordAt) : 0;
    if (!segment || record >= ResultSealer::recordsPerSegment)
        return std::unexpected(CryptoFault::BadInput);
    if (toBytes(sha256(segmentCms)) != *segment)
        return std::unexpected(CryptoFault::BadSignature);
    auto secret = reviewer.unwrap(segmentCms);
    if (!secret)
        return std::unexpected(CryptoFault::NotForThisKey);
    SecureBytes chain = SecureBytes::takeFrom(*secret);
    for (quint32 i = 0; i < record; ++i)
        chain = nextChain(chain);
    return gcmOpen(recordKey(chain), nonce(), blob.first(headerSize), blob.sliced(headerSize));
}

} // namespace casebound
