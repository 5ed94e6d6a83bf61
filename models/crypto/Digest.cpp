#include "crypto/Digest.h"

#include "crypto/SecureBytes.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>

#include <cstring>
#include <utility>

namespace casebound {
namespace {

// Fetched once: an implicit fetch per digest costs more than hashing an entry.
const EVP_MD* sha256Method()
{
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> method(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    return method.get();
}

const EVP_MD* sha512Method()
{
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> method(EVP_MD_fetch(nullptr, "SHA512", nullptr), &EVP_MD_free);
    return method.get();
}

void require(bool done)
{
    if (!done)
        qFatal("SHA-2 is not available from OpenSSL"); // nothing in this program may go on without it
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

} // namespace

Hash sha256(QByteArrayView bytes)
{
    thread_local Sha256 digest;
    digest.add(bytes);
    return digest.finish();
}

QByteArray toBytes(const Hash& hash)
{
    return view(hash).toByteArray();
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    require(m_context && EVP_DigestInit_ex2(m_context, sha256Method(), nullptr) == 1);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context, bytes.data(), static_cast<std::size_t>(bytes.size())) == 1);
}

Sha512::Sha512() : m_context(EVP_MD_CTX_new())
{
    require(m_context && EVP_DigestInit_ex2(m_context, sha512Method(), nullptr) == 1);
}

Sha512::~Sha512()
{
    EVP_MD_CTX_free(m_context);
}

void Sha512::add(QByteArrayView bytes)
{
    require(EVP_DigestUpdate(m_context, bytes.data(), static_cast<std::size_t>(bytes.size())) == 1);
}

QByteArray Sha512::finish()
{
    QByteArray digest(64, Qt::Uninitialized);
    require(EVP_DigestFinal_ex(m_context, reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1 &&
            EVP_DigestInit_ex2(m_context, sha512Method(), nullptr) == 1);
    return digest;
}

Hash Sha256::finish()
{
    Hash hash{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(m_context, hash.data(), &size) == 1 && size == hash.size());
    require(EVP_DigestInit_ex2(m_context, nullptr, nullptr) == 1);
    return hash;
}

Hash hmacSha256(QByteArrayView key, QByteArrayView bytes)
{
    Hash hash{};
    std::size_t size = 0;
    const unsigned char none = 0; // an empty key is a key; OpenSSL takes a null pointer for "the last one"
    require(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.isEmpty() ? &none : bytesOf(key),
                      static_cast<std::size_t>(key.size()), bytesOf(bytes), static_cast<std::size_t>(bytes.size()), hash.data(),
                      hash.size(), &size) != nullptr);
    return hash;
}

KeyedSha256::KeyedSha256(QByteArrayView key, QByteArray prefix) : m_context(nullptr), m_prefix(std::move(prefix))
{
    static const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> method(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    const unsigned char none = 0;
    m_context = method ? EVP_MAC_CTX_new(method.get()) : nullptr;
    require(m_context && EVP_MAC_init(m_context, key.isEmpty() ? &none : bytesOf(key), static_cast<std::size_t>(key.size()), params) == 1);
}

KeyedSha256::~KeyedSha256()
{
    EVP_MAC_CTX_free(m_context);
}

KeyedSha256::KeyedSha256(KeyedSha256&& other) noexcept
    : m_context(std::exchange(other.m_context, nullptr)),
      m_prefix(std::move(other.m_prefix))
{
}

Hash KeyedSha256::of(QByteArrayView rest)
{
    Hash hash{};
    std::size_t size = 0;
    // Without a key: the one before, from the beginning.
    require(EVP_MAC_init(m_context, nullptr, 0, nullptr) == 1 &&
            EVP_MAC_update(m_context, bytesOf(m_prefix), static_cast<std::size_t>(m_prefix.size())) == 1 &&
            EVP_MAC_update(m_context, bytesOf(rest), static_cast<std::size_t>(rest.size())) == 1 &&
            EVP_MAC_final(m_context, hash.data(), &size, hash.size()) == 1 && size == hash.size());
    return hash;
}

SecureBytes deriveKey(const SecureBytes& key, QByteArrayView label, QByteArrayView context, std::size_t size)
{
    static const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> method(EVP_KDF_fetch(nullptr, "KBKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> kdf(method ? EVP_KDF_CTX_new(method.get()) : nullptr,
                                                                        &EVP_KDF_CTX_free);
    if (!kdf || key.isEmpty())
        return {};
    char mode[] = "COUNTER", mac[] = "HMAC", digest[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_MODE, mode, 0),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_MAC, mac, 0),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<std::uint8_t*>(key.data()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char*>(label.data()), static_cast<std::size_t>(label.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char*>(context.data()), static_cast<std::size_t>(context.size())),
        OSSL_PARAM_construct_end()};
    SecureBytes derived(size);
    if (EVP_KDF_derive(kdf.get(), derived.data(), size, params) != 1)
        return {};
    return derived;
}

} // namespace casebound
