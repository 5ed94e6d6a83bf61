#include "crypto/CmsStream.h"

#include "crypto/OpenSsl.h"

#include <openssl/ec.h>

#include <algorithm>

namespace casebound {
namespace {

struct MethodFree {
    void operator()(BIO_METHOD* method) const noexcept { BIO_meth_free(method); }
};

int writeOut(BIO* bio, const char* bytes, int size)
{
    const auto* out = static_cast<const CmsStream::Out*>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    return size <= 0 || (*out)(QByteArrayView(bytes, size)) ? size : -1;
}

long control(BIO*, int command, long, void*)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int created(BIO* bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

BIO_METHOD* outMethod()
{
    static const std::unique_ptr<BIO_METHOD, MethodFree> method = [] {
        std::unique_ptr<BIO_METHOD, MethodFree> made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "casebound out"));
        if (made) {
            BIO_meth_set_write(made.get(), writeOut);
            BIO_meth_set_ctrl(made.get(), control);
            BIO_meth_set_create(made.get(), created);
        }
        return made;
    }();
    return method.get();
}

} // namespace

struct CmsStream::Private {
    Out out;
    CmsPtr cms;
    BioPtr sink;
    BIO* chain = nullptr; ///< The streaming filters before the sink.
    bool ended = false;

    ~Private()
    {
        // Up to the sink alone, which has its own owner.
        while (chain && chain != sink.get()) {
            BIO* next = BIO_pop(chain);
            BIO_free(chain);
            chain = next;
        }
    }
};

bool canReceive(const Certificate& certificate)
{
    char group[64] = {};
    const EVP_PKEY* key = X509_get0_pubkey(certificate.handle());
    if (!key || !EVP_PKEY_is_a(key, "EC") || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1 ||
        qstrcmp(group, "prime256v1") != 0)
        return false;
    const std::uint32_t usage = X509_get_key_usage(certificate.handle()); // all bits where the extension is absent
    return (usage & X509v3_KU_KEY_AGREEMENT) != 0;
}

CmsStream::CmsStream(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
CmsStream::~CmsStream() = default;

std::expected<std::unique_ptr<CmsStream>, CryptoFault> CmsStream::create(std::span<const Certificate> recipients, Out out)
{
    const ErrorQueue errors;
    if (recipients.empty() || !std::ranges::all_of(recipients, canReceive))
        return std::unexpected(CryptoFault::BadInput);
    auto parts = std::make_unique<Private>();
    parts->out = std::move(out);
    parts->cms.reset(CMS_AuthEnvelopedData_create_ex(EVP_aes_256_gcm(), nullptr, nullptr));
    if (!parts->cms || CMS_set_detached(parts->cms.get(), 0) != 1)
        return std::unexpected(CryptoFault::Internal);
    for (const Certificate& recipient : recipients) {
        CMS_RecipientInfo* info = CMS_add1_recipient_cert(parts->cms.get(), recipient.handle(), CMS_KEY_PARAM);
        EVP_PKEY_CTX* context = info ? CMS_RecipientInfo_get0_pkey_ctx(info) : nullptr;
        // The digest alone: OpenSSL sets the KDF (X9.63) itself and refuses a context where it is already set.
        if (!context || EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) <= 0)
            return std::unexpected(CryptoFault::Internal);
    }
    parts->sink.reset(outMethod() ? BIO_new(outMethod()) : nullptr);
    if (!parts->sink)
        return std::unexpected(CryptoFault::Internal);
    BIO_set_data(parts->sink.get(), &parts->out);
    parts->chain = BIO_new_CMS(parts->sink.get(), parts->cms.get());
    if (!parts->chain)
        return std::unexpected(CryptoFault::Internal);
    return std::unique_ptr<CmsStream>(new CmsStream(std::move(parts)));
}

std::expected<void, CryptoFault> openCms(QByteArrayView der, const PrivateKey& key, const CmsStream::Out& out)
{
    const ErrorQueue errors;
    constexpr qsizetype most = 2'000'000'000;
    if (der.isEmpty() || der.size() > most)
        return std::unexpected(CryptoFault::BadInput);
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = at + der.size();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    if (!cms || at != end || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData)
        return std::unexpected(CryptoFault::BadInput);
    if (CMS_decrypt_set1_pkey_and_peer(cms.get(), key.handle(), nullptr, nullptr) != 1)
        return std::unexpected(CryptoFault::NotForThisKey);
    const BioPtr sink(outMethod() ? BIO_new(outMethod()) : nullptr);
    if (!sink)
        return std::unexpected(CryptoFault::Internal);
    BIO_set_data(sink.get(), const_cast<CmsStream::Out*>(&out));
    if (CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, sink.get(), CMS_BINARY) != 1)
        return std::unexpected(CryptoFault::BadSignature);
    return {};
}

bool CmsStream::write(QByteArrayView plain)
{
    constexpr qsizetype most = 64 * 1024; // a piece of the indefinite-length string each
    while (!plain.isEmpty()) {
        const int size = static_cast<int>(std::min(plain.size(), most));
        if (d->ended || BIO_write(d->chain, plain.data(), size) != size) {
            d->ended = true;
            return false;
        }
        plain = plain.sliced(size);
    }
    return !d->ended;
}

bool CmsStream::finish()
{
    const ErrorQueue errors;
    if (std::exchange(d->ended, true))
        return false;
    return BIO_flush(d->chain) == 1;
}

} // namespace casebound
