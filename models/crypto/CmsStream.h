// An envelope around bytes that come in pieces: what is too large to be held in memory is encrypted while it is written (RFC 5083, 5084).
#pragma once

#include "crypto/Certificate.h"
#include "crypto/CryptoFault.h"
#include "crypto/PrivateKey.h"

#include <QByteArrayView>

#include <expected>
#include <functional>
#include <memory>
#include <span>

namespace casebound {

/// AuthEnvelopedData as wrapSecret() makes it, but in indefinite lengths: `openssl cms -decrypt -inform DER` opens it. Memory does not grow
/// with the content. Destroyed unfinished, what was written is no envelope: nobody can open a part of it.
class CmsStream {
public:
    /// Takes what is ready; false ends it all.
    using Out = std::function<bool(QByteArrayView)>;

    /// BadInput for no recipient, or one whose key is not P-256.
    [[nodiscard]] static std::expected<std::unique_ptr<CmsStream>, CryptoFault> create(std::span<const Certificate> recipients, Out out);
    ~CmsStream();
    CmsStream(const CmsStream&) = delete;
    CmsStream& operator=(const CmsStream&) = delete;

    [[nodiscard]] bool write(QByteArrayView plain);
    /// The rest, and the authentication tag.
    [[nodiscard]] bool finish();

private:
    struct Private;
    explicit CmsStream(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

/// Opens an envelope of any size up to 2 GB (OpenSSL holds it as one object) with a recipient's key. NotForThisKey, BadSignature where it
/// was altered: what `out` was given until then must not be used. BadInput where it is no envelope.
[[nodiscard]] std::expected<void, CryptoFault> openCms(QByteArrayView der, const PrivateKey& key, const CmsStream::Out& out);

/// The certificate can be encrypted to: a P-256 key, and a key usage (where it has one) that allows agreement.
[[nodiscard]] bool canReceive(const Certificate& certificate);

} // namespace casebound
