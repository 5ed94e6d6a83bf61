#include "crypto/PrivateKey.h"

#include "crypto/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace casebound {
namespace {

bool isP256(const EVP_PKEY* key)
{
    char group[64] = {};
    return key && EVP_PKEY_is_a(key, "EC") && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           qstrcmp(group, "prime256v1") == 0;
}

SecureBytes contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? SecureBytes::copyOf(QByteArrayView(data, size)) : SecureBytes();
}

} // namespace

PrivateKey::PrivateKey(evp_pkey_st* key) : m_key(key, &EVP_PKEY_free) {}

PrivateKey PrivateKey::adopt(evp_pkey_st* key)
{
    return PrivateKey(key);
}

PrivateKey PrivateKey::adopt(evp_pkey_st* key, std::shared_ptr<const void> keep)
{
    PrivateKey made(nullptr);
    made.m_key = std::shared_ptr<evp_pkey_st>(key, [keep = std::move(keep)](evp_pkey_st* one) { EVP_PKEY_free(one); });
    return made;
}

std::expected<PrivateKey, CryptoFault> PrivateKey::generateP256()
{
    const SecureBytes heapStarted(1); // the key's numbers go to the secure heap
    EVP_PKEY* key = EVP_EC_gen("P-256");
    if (!key)
        return std::unexpected(CryptoFault::Internal);
    return PrivateKey(key);
}

std::expected<PrivateKey, CryptoFault> PrivateKey::fromPkcs8(const SecureBytes& der)
{
    const unsigned char* at = der.data();
    const ErrorQueue errors;
    if (der.isEmpty() || der.size() > 4096)
        return std::unexpected(CryptoFault::BadInput);
    EVP_PKEY* key = d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size()));
    PrivateKey made(key);
    if (!isP256(key) || at != der.data() + der.size())
        return std::unexpected(CryptoFault::BadInput);
    return made;
}

SecureBytes PrivateKey::toPkcs8() const
{
    const BioPtr bio(BIO_new(BIO_s_secmem()));
    if (!bio || i2d_PKCS8PrivateKey_bio(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return contents(bio.get());
}

SecureBytes PrivateKey::toPem() const
{
    const BioPtr bio(BIO_new(BIO_s_secmem()));
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return contents(bio.get());
}

QByteArray PrivateKey::publicKeyDer() const
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

std::expected<QByteArray, CryptoFault> PrivateKey::sign(QByteArrayView bytes) const
{
    const ErrorQueue errors;
    const MdContextPtr context(EVP_MD_CTX_new());
    std::size_t size = 256;
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!context || EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, m_key.get(), nullptr) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<std::size_t>(bytes.size())) != 1)
        return std::unexpected(CryptoFault::Internal);
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

bool verifyP256(QByteArrayView publicKeyDer, QByteArrayView bytes, QByteArrayView signature)
{
    const ErrorQueue errors;
    const auto* at = reinterpret_cast<const unsigned char*>(publicKeyDer.data());
    if (publicKeyDer.isEmpty() || publicKeyDer.size() > 1024 || signature.isEmpty() || signature.size() > 256)
        return false;
    const PkeyPtr key(d2i_PUBKEY(nullptr, &at, static_cast<long>(publicKeyDer.size())));
    const MdContextPtr context(EVP_MD_CTX_new());
    return isP256(key.get()) && context &&
           EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                            static_cast<std::size_t>(signature.size()), reinterpret_cast<const unsigned char*>(bytes.data()),
                            static_cast<std::size_t>(bytes.size())) == 1;
}

} // namespace casebound
