#include "crypto/Cms.h"

#include "crypto/OpenSsl.h"

#include <openssl/ec.h>

namespace casebound {
namespace {

constexpr qsizetype largestSecret = 1 << 20;
constexpr qsizetype largestCms = 2 << 20;

BioPtr reader(QByteArrayView bytes)
{
    return BioPtr(BIO_new_mem_buf(bytes.isEmpty() ? "" : bytes.data(), static_cast<int>(bytes.size())));
}

QByteArray toDer(CMS_ContentInfo* cms)
{
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

CmsPtr parse(QByteArrayView der)
{
    if (der.isEmpty() || der.size() > largestCms)
        return {};
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = at + der.size();
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    return cms && at == end ? std::move(cms) : CmsPtr();
}

bool isP256(const Certificate& certificate)
{
    char group[64] = {};
    const EVP_PKEY* key = X509_get0_pubkey(certificate.handle());
    return key && EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           qstrcmp(group, "prime256v1") == 0;
}

bool addRecipient(CMS_ContentInfo* cms, const Certificate& certificate)
{
    CMS_RecipientInfo* recipient = CMS_add1_recipient_cert(cms, certificate.handle(), CMS_KEY_PARAM);
    EVP_PKEY_CTX* context = recipient ? CMS_RecipientInfo_get0_pkey_ctx(recipient) : nullptr;
    // The digest alone: OpenSSL sets the KDF (X9.63) itself and refuses a context where it is already set.
    return context && EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) > 0;
}

} // namespace

std::expected<QByteArray, CryptoFault> wrapSecret(QByteArrayView secret, std::span<const Certificate> recipients)
{
    const ErrorQueue errors;
    if (recipients.empty() || secret.size() > largestSecret)
        return std::unexpected(CryptoFault::BadInput);
    const CmsPtr cms(CMS_AuthEnvelopedData_create_ex(EVP_aes_256_gcm(), nullptr, nullptr));
    if (!cms || CMS_set_detached(cms.get(), 0) != 1) // the ciphertext goes inside
        return std::unexpected(CryptoFault::Internal);
    for (const Certificate& recipient : recipients) {
        if (!isP256(recipient))
            return std::unexpected(CryptoFault::BadInput);
        if (!addRecipient(cms.get(), recipient))
            return std::unexpected(CryptoFault::Internal);
    }
    const BioPtr plain = reader(secret);
    if (!plain || CMS_final(cms.get(), plain.get(), nullptr, CMS_BINARY) != 1)
        return std::unexpected(CryptoFault::Internal);
    QByteArray der = toDer(cms.get());
    if (der.isEmpty())
        return std::unexpected(CryptoFault::Internal);
    return der;
}

std::expected<SecureBytes, CryptoFault> unwrapSecret(QByteArrayView der, const PrivateKey& key, const Certificate& certificate)
{
    const ErrorQueue errors;
    const CmsPtr cms = parse(der);
    if (!cms)
        return std::unexpected(CryptoFault::BadInput);
    const int type = OBJ_obj2nid(CMS_get0_type(cms.get()));
    if (type != NID_pkcs7_enveloped && type != NID_id_smime_ct_authEnvelopedData)
        return std::unexpected(CryptoFault::BadInput);
    // Recipient first, content second: the two failures mean different things to a person.
    if (CMS_decrypt_set1_pkey_and_peer(cms.get(), key.handle(), certificate.handle(), nullptr) != 1)
        return std::unexpected(CryptoFault::NotForThisKey);
    const BioPtr plain(BIO_new(BIO_s_secmem()));
    if (!plain || CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, plain.get(), CMS_BINARY) != 1)
        return std::unexpected(CryptoFault::BadSignature);
    char* data = nullptr;
    const long size = BIO_get_mem_data(plain.get(), &data);
    return SecureBytes::copyOf(QByteArrayView(data, size > 0 ? size : 0));
}

std::expected<QByteArray, CryptoFault> signDetached(QByteArrayView bytes, const PrivateKey& key, const Certificate& certificate)
{
    const ErrorQueue errors;
    constexpr unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL;
    const CmsPtr cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    const BioPtr content = reader(bytes);
    if (!cms || !content || !CMS_add1_signer(cms.get(), certificate.handle(), key.handle(), EVP_sha256(), flags) ||
        CMS_final(cms.get(), content.get(), nullptr, flags) != 1)
        return std::unexpected(CryptoFault::Internal);
    QByteArray der = toDer(cms.get());
    if (der.isEmpty())
        return std::unexpected(CryptoFault::Internal);
    return der;
}

std::expected<void, CryptoFault> verifyDetached(QByteArrayView signature, QByteArrayView bytes, const Certificate& signer)
{
    const ErrorQueue errors;
    const CmsPtr cms = parse(signature);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return std::unexpected(CryptoFault::BadInput);
    const X509StackPtr certificates(sk_X509_new_null());
    if (!certificates || X509_add_cert(certificates.get(), signer.handle(), X509_ADD_FLAG_UP_REF) != 1)
        return std::unexpected(CryptoFault::Internal);
    const BioPtr content = reader(bytes);
    // NOINTERN: only the certificate the caller named may have signed, whatever the message carries.
    if (CMS_verify(cms.get(), certificates.get(), nullptr, content.get(), nullptr, CMS_BINARY | CMS_NOINTERN | CMS_NO_SIGNER_CERT_VERIFY) !=
        1)
        return std::unexpected(CryptoFault::BadSignature);
    return {};
}

std::expected<Certificate, CryptoFault> verifyDetachedUnder(QByteArrayView signature, QByteArrayView bytes,
                                                            std::span<const Certificate> anchors, Instant at)
{
    const ErrorQueue errors;
    const CmsPtr cms = parse(signature);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return std::unexpected(CryptoFault::BadInput);
    const X509StorePtr store(X509_STORE_new());
    if (!store)
        return std::unexpected(CryptoFault::Internal);
    for (const Certificate& anchor : anchors) {
        if (X509_STORE_add_cert(store.get(), anchor.handle()) != 1)
            return std::unexpected(CryptoFault::Internal);
    }
    X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(rules, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SMIME_SIGN);
    const BioPtr content = reader(bytes);
    if (CMS_verify(cms.get(), nullptr, store.get(), content.get(), nullptr, CMS_BINARY) != 1) {
        const unsigned long why = ERR_peek_last_error();
        const bool chain = ERR_GET_LIB(why) == ERR_LIB_CMS && ERR_GET_REASON(why) == CMS_R_CERTIFICATE_VERIFY_ERROR;
        return std::unexpected(chain ? CryptoFault::Untrusted : CryptoFault::BadSignature);
    }
    STACK_OF(X509)* signers = CMS_get0_signers(cms.get());
    const bool one = signers && sk_X509_num(signers) == 1;
    X509* signer = one ? sk_X509_value(signers, 0) : nullptr;
    if (signer)
        X509_up_ref(signer);
    sk_X509_free(signers);
    if (!signer)
        return std::unexpected(CryptoFault::BadInput);
    return Certificate::adopt(signer);
}

} // namespace casebound
