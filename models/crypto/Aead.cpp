#include "crypto/Aead.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace casebound {
namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const EVP_CIPHER* aes256Gcm()
{
    static const std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> cipher(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr),
                                                                                &EVP_CIPHER_free);
    return cipher.get();
}

const unsigned char* in(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}
unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool acceptable(const SecureBytes& key, QByteArrayView nonce, QByteArrayView associated, QByteArrayView message)
{
    constexpr qsizetype most = std::numeric_limits<int>::max() - gcmTagSize;
    return key.size() == 32 && nonce.size() == gcmNonceSize && message.size() <= most && associated.size() <= most;
}

bool addAssociated(EVP_CIPHER_CTX* context, QByteArrayView associated)
{
    int size = 0;
    return associated.isEmpty() || EVP_CipherUpdate(context, nullptr, &size, in(associated), static_cast<int>(associated.size())) == 1;
}

} // namespace

std::expected<QByteArray, CryptoFault> gcmSeal(const SecureBytes& key, QByteArrayView nonce, QByteArrayView associated,
                                               QByteArrayView plain)
{
    if (!acceptable(key, nonce, associated, plain))
        return std::unexpected(CryptoFault::BadInput);
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(plain.size() + gcmTagSize, Qt::Uninitialized);
    int size = 0, rest = 0;
    if (!context || EVP_EncryptInit_ex2(context.get(), aes256Gcm(), key.data(), in(nonce), nullptr) != 1 ||
        !addAssociated(context.get(), associated) ||
        EVP_EncryptUpdate(context.get(), out(sealed), &size, in(plain), static_cast<int>(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), out(sealed) + size, &rest) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, gcmTagSize, out(sealed) + plain.size()) != 1)
        return std::unexpected(CryptoFault::Internal);
    return sealed;
}

std::expected<QByteArray, CryptoFault> gcmOpen(const SecureBytes& key, QByteArrayView nonce, QByteArrayView associated,
                                               QByteArrayView sealed)
{
    if (!acceptable(key, nonce, associated, sealed) || sealed.size() < gcmTagSize)
        return std::unexpected(CryptoFault::BadInput);
    const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const QByteArrayView body = sealed.chopped(gcmTagSize);
    QByteArray tag = sealed.last(gcmTagSize).toByteArray();
    QByteArray plain(body.size(), Qt::Uninitialized);
    int size = 0, rest = 0;
    if (!context || EVP_DecryptInit_ex2(context.get(), aes256Gcm(), key.data(), in(nonce), nullptr) != 1 ||
        !addAssociated(context.get(), associated) ||
        EVP_DecryptUpdate(context.get(), out(plain), &size, in(body), static_cast<int>(body.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, gcmTagSize, tag.data()) != 1)
        return std::unexpected(CryptoFault::Internal);
    if (EVP_DecryptFinal_ex(context.get(), out(plain) + size, &rest) != 1) {
        cleanse(plain);
        return std::unexpected(CryptoFault::BadSignature);
    }
    return plain;
}

} // namespace casebound
