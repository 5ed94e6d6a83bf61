#include "crypto/KeyCredential.h"

#include "crypto/Cms.h"
#include "crypto/OpenSsl.h"
#include "crypto/WipedStack.h"

#include <cstring>

namespace casebound {
namespace {

constexpr int rounds = 100'000;

/// OpenSSL wants a C string.
SecureBytes terminated(const SecureBytes& passphrase)
{
    SecureBytes text(passphrase.size() + 1);
    if (!passphrase.isEmpty())
        std::memcpy(text.data(), passphrase.data(), passphrase.size());
    return text;
}

using Opened = std::expected<std::unique_ptr<KeyCredential>, CredentialFault>;

Opened openFile(QByteArrayView bytes, const SecureBytes& passphrase);

} // namespace

std::expected<std::unique_ptr<KeyCredential>, CredentialFault> KeyCredential::fromPkcs12(QByteArrayView bytes,
                                                                                         const SecureBytes& passphrase)
{
    Opened opened = std::unexpected(CredentialFault::Unusable);
    const SecureBytes heapStarted(1); // the key's numbers go to the secure heap
    runOnWipedStack([&] { opened = openFile(bytes, passphrase); });
    return opened;
}

namespace {

Opened openFile(QByteArrayView bytes, const SecureBytes& passphrase)
{
    const ErrorQueue errors;
    if (bytes.isEmpty() || bytes.size() > (1 << 20) || passphrase.view().contains('\0'))
        return std::unexpected(bytes.isEmpty() || bytes.size() > (1 << 20) ? CredentialFault::Unusable : CredentialFault::WrongPin);
    const SecureBytes text = terminated(passphrase);
    const char* pin = reinterpret_cast<const char*>(text.data());
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const Pkcs12Ptr file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
    if (!file)
        return std::unexpected(CredentialFault::Unusable);
    if (!PKCS12_mac_present(file.get()))
        return std::unexpected(CredentialFault::Unusable); // nothing would tell a wrong passphrase from a damaged file
    if (PKCS12_verify_mac(file.get(), pin, static_cast<int>(passphrase.size())) != 1 &&
        !(passphrase.isEmpty() && PKCS12_verify_mac(file.get(), nullptr, 0) == 1))
        return std::unexpected(CredentialFault::WrongPin);
    EVP_PKEY* rawKey = nullptr;
    X509* rawCertificate = nullptr;
    STACK_OF(X509)* rawChain = nullptr;
    const int parsed = PKCS12_parse(file.get(), pin, &rawKey, &rawCertificate, &rawChain);
    PkeyPtr key(rawKey);
    X509Ptr certificate(rawCertificate);
    const X509StackPtr others(rawChain);
    if (parsed != 1 || !key || !certificate)
        return std::unexpected(CredentialFault::Unusable);
    std::vector<Certificate> chain;
    for (int i = 0; others && i < sk_X509_num(others.get()); ++i) {
        X509* one = sk_X509_value(others.get(), i);
        X509_up_ref(one);
        chain.push_back(Certificate::adopt(one));
    }
    return KeyCredential::fromParts(PrivateKey::adopt(key.release()), Certificate::adopt(certificate.release()), std::move(chain));
}

} // namespace

std::expected<std::unique_ptr<KeyCredential>, CredentialFault> KeyCredential::fromParts(PrivateKey key, Certificate certificate,
                                                                                        std::vector<Certificate> chain)
{
    const ErrorQueue errors;
    char group[64] = {};
    if (X509_check_private_key(certificate.handle(), key.handle()) != 1 || !EVP_PKEY_is_a(key.handle(), "EC") ||
        EVP_PKEY_get_group_name(key.handle(), group, sizeof group, nullptr) != 1 || qstrcmp(group, "prime256v1") != 0)
        return std::unexpected(CredentialFault::Unusable);
    return std::unique_ptr<KeyCredential>(new KeyCredential(std::move(key), std::move(certificate), std::move(chain)));
}

QByteArray KeyCredential::certificateDer() const
{
    return m_certificate.der();
}

QByteArray KeyCredential::certificateSha256() const
{
    return m_certificate.sha256();
}

std::expected<QByteArray, CredentialFault> KeyCredential::sign(const QByteArray& bytes)
{
    auto signature = signDetached(bytes, m_key, m_certificate);
    if (!signature)
        return std::unexpected(CredentialFault::Unusable);
    return std::move(*signature);
}

std::expected<QByteArray, CredentialFault> KeyCredential::unwrap(const QByteArray& cms)
{
    const auto secret = unwrapSecret(cms, m_key, m_certificate);
    if (!secret)
        return std::unexpected(CredentialFault::Unusable);
    return secret->view().toByteArray();
}

std::expected<QByteArray, CryptoFault> writePkcs12(const PrivateKey& key, const Certificate& certificate,
                                                   std::span<const Certificate> chain, const QString& friendlyName,
                                                   const SecureBytes& passphrase)
{
    const ErrorQueue errors;
    if (passphrase.view().contains('\0'))
        return std::unexpected(CryptoFault::BadInput);
    const SecureBytes text = terminated(passphrase);
    const char* pin = reinterpret_cast<const char*>(text.data());
    const X509StackPtr others(sk_X509_new_null());
    for (const Certificate& one : chain) {
        if (!others || X509_add_cert(others.get(), one.handle(), X509_ADD_FLAG_UP_REF) != 1)
            return std::unexpected(CryptoFault::Internal);
    }
    const Pkcs12Ptr file(PKCS12_create(pin, friendlyName.toUtf8().constData(), key.handle(), certificate.handle(), others.get(),
                                       NID_aes_256_cbc, NID_aes_256_cbc, rounds, -1, 0));
    if (!file)
        return std::unexpected(CryptoFault::BadInput);
    QByteArray salt = randomBytes(16);
    if (salt.size() != 16 ||
        PKCS12_set_pbmac1_pbkdf2(file.get(), pin, static_cast<int>(passphrase.size()), reinterpret_cast<unsigned char*>(salt.data()), 16,
                                 rounds, EVP_sha256(), "SHA256") != 1)
        return std::unexpected(CryptoFault::Internal);
    unsigned char* der = nullptr;
    const int size = i2d_PKCS12(file.get(), &der);
    if (size <= 0)
        return std::unexpected(CryptoFault::Internal);
    QByteArray bytes(reinterpret_cast<const char*>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace casebound
