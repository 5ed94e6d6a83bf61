#include "PageCheck.h"

#include "Journal.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>
#include <unordered_set>

namespace casebound {
namespace {

/// SQLite locks bytes at 1 GiB and never writes the page they lie on.
constexpr std::uint32_t lockPage = 0x40000000 / 4096 + 1;
constexpr qsizetype pageSize = 4096, saltSize = 16, macSize = 64, reserved = 80; // 16 of IV, 64 of MAC

struct MacFree {
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

/// Whether pages carry the MAC their key gives.
class PageMac {
public:
    PageMac(QByteArrayView fileSalt, const SecureBytes& key) : m_method(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free)
    {
        unsigned char salt[saltSize];
        for (qsizetype i = 0; i < saltSize; ++i)
            salt[i] = static_cast<unsigned char>(static_cast<unsigned char>(fileSalt[i]) ^ 0x3a);
        SecureBytes macKey(32);
        char digest[] = "SHA512";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
        m_mac.reset(EVP_MAC_CTX_new(m_method.get()));
        m_usable = m_mac &&
                   PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(key.data()), static_cast<int>(key.size()), salt, saltSize, 1000,
                                     EVP_sha512(), 32, macKey.data()) == 1 &&
                   EVP_MAC_init(m_mac.get(), macKey.data(), macKey.size(), parameters) == 1;
    }
    [[nodiscard]] bool isUsable() const { return m_usable; }

    [[nodiscard]] PageVerdict check(QByteArrayView bytes, std::uint32_t number)
    {
        static_assert(reserved == 16 + macSize);
        const auto* page = reinterpret_cast<const unsigned char*>(bytes.data());
        const qsizetype skipped = number == 1 ? saltSize : 0;
        const unsigned char little[4] = {static_cast<unsigned char>(number), static_cast<unsigned char>(number >> 8),
                                         static_cast<unsigned char>(number >> 16), static_cast<unsigned char>(number >> 24)};
        unsigned char found[macSize];
        std::size_t size = 0;
        if (EVP_MAC_init(m_mac.get(), nullptr, 0, nullptr) != 1 ||
            EVP_MAC_update(m_mac.get(), page + skipped, static_cast<std::size_t>(pageSize - macSize - skipped)) != 1 ||
            EVP_MAC_update(m_mac.get(), little, sizeof little) != 1 || EVP_MAC_final(m_mac.get(), found, &size, sizeof found) != 1)
            return PageVerdict::Unreadable;
        return QByteArrayView(found, macSize) == bytes.last(macSize) ? PageVerdict::Good : PageVerdict::Bad;
    }

private:
    std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> m_method;
    std::unique_ptr<EVP_MAC_CTX, MacFree> m_mac;
    bool m_usable = false;
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
    PageMac mac(QByteArrayView(pages).first(saltSize), key);
    if (!mac.isUsable())
        return {.verdict = PageVerdict::Unreadable};
    // A page that the journal has anew may be half written here: its transfer was broken off, and the next start repeats it.
    std::unordered_set<std::uint32_t> anew;
    PageCheck journal{};
    const bool read = walkJournal(path + QStringLiteral("-wal"), [&](std::uint32_t number, QByteArrayView page) {
        anew.insert(number);
        journal = {.verdict = mac.check(page, number), .page = number};
        return journal.verdict == PageVerdict::Good;
    });
    if (!read)
        return {.verdict = PageVerdict::Unreadable};
    if (journal.verdict != PageVerdict::Good)
        return journal;
    std::uint32_t number = 0;
    for (; !pages.isEmpty(); pages = file.read(64 * pageSize)) {
        for (qsizetype at = 0; at < pages.size(); at += pageSize) {
            ++number;
            if (pages.size() - at < pageSize)
                return {.verdict = PageVerdict::Bad, .page = number};
            if (number == lockPage || anew.contains(number))
                continue;
            if (const auto verdict = mac.check(QByteArrayView(pages).sliced(at, pageSize), number); verdict != PageVerdict::Good)
                return {.verdict = verdict, .page = number};
        }
    }
    return {};
}

} // namespace casebound
