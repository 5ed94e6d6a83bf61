#include "PageCheck.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

namespace casebound {
namespace {

/// SQLite locks bytes at 1 GiB and never writes the page they lie on.
constexpr std::uint32_t lockPage = 0x40000000 / 4096 + 1;
constexpr qsizetype pageSize = 4096, saltSize = 16, macSize = 64, reserved = 80; // 16 of IV, 64 of MAC

struct MacFree {
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

} // namespace

PageCheck checkPages(const QString& path, const SecureBytes& key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() % pageSize != 0)
        return {.verdict = PageVerdict::Unreadable};
    QByteArray pages = file.read(64 * pageSize);
    if (pages.size() < pageSize)
        return {.verdict = PageVerdict::Unreadable};
    unsigned char salt[saltSize];
    for (qsizetype i = 0; i < saltSize; ++i)
        salt[i] = static_cast<unsigned char>(static_cast<unsigned char>(pages[i]) ^ 0x3a);
    SecureBytes macKey(32);
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> method(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
    char digest[] = "SHA512";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
    const std::unique_ptr<EVP_MAC_CTX, MacFree> mac(EVP_MAC_CTX_new(method.get()));
    if (!mac ||
        PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(key.data()), static_cast<int>(key.size()), salt, saltSize, 1000, EVP_sha512(), 32,
                          macKey.data()) != 1 ||
        EVP_MAC_init(mac.get(), macKey.data(), macKey.size(), parameters) != 1)
        return {.verdict = PageVerdict::Unreadable};
    std::uint32_t number = 0;
    for (; !pages.isEmpty(); pages = file.read(64 * pageSize)) {
        for (qsizetype at = 0; at < pages.size(); at += pageSize) {
            ++number;
            if (pages.size() - at < pageSize)
                return {.verdict = PageVerdict::Bad, .page = number};
            if (number == lockPage)
                continue;
            const auto* page = reinterpret_cast<const unsigned char*>(pages.constData() + at);
            const qsizetype skipped = number == 1 ? saltSize : 0;
            const unsigned char little[4] = {static_cast<unsigned char>(number), static_cast<unsigned char>(number >> 8),
                                             static_cast<unsigned char>(number >> 16), static_cast<unsigned char>(number >> 24)};
            unsigned char found[macSize];
            std::size_t size = 0;
            if (EVP_MAC_init(mac.get(), nullptr, 0, nullptr) != 1 ||
                EVP_MAC_update(mac.get(), page + skipped, static_cast<std::size_t>(pageSize - macSize - skipped)) != 1 ||
                EVP_MAC_update(mac.get(), little, sizeof little) != 1 || EVP_MAC_final(mac.get(), found, &size, sizeof found) != 1)
                return {.verdict = PageVerdict::Unreadable};
            if (QByteArrayView(found, macSize) != QByteArrayView(page + pageSize - macSize, macSize))
                return {.verdict = PageVerdict::Bad, .page = number};
        }
    }
    static_assert(reserved == 16 + macSize);
    return {};
}

} // namespace casebound
