// SHA-256 (FIPS 180-4), HMAC (FIPS 198-1) and the counter KDF (SP 800-108r1) of the project.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <memory>

struct evp_mac_ctx_st;
struct evp_md_ctx_st;

namespace casebound {

class SecureBytes;

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash sha256(QByteArrayView bytes);
[[nodiscard]] QByteArray toBytes(const Hash& hash);
[[nodiscard]] inline QByteArrayView view(const Hash& hash)
{
    return QByteArrayView(hash.data(), 32);
}

/// SHA-256 of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(QByteArrayView bytes);
    /// Ends the message; the object then begins a new one.
    [[nodiscard]] Hash finish();

private:
    evp_md_ctx_st* m_context;
};

/// SHA-512 of bytes that come in pieces (bag manifests, RFC 8493).
class Sha512 {
public:
    Sha512();
    ~Sha512();
    Sha512(const Sha512&) = delete;
    Sha512& operator=(const Sha512&) = delete;
    void add(QByteArrayView bytes);
    /// 64 bytes. Ends the message; the object then begins a new one.
    [[nodiscard]] QByteArray finish();

private:
    evp_md_ctx_st* m_context;
};

[[nodiscard]] Hash hmacSha256(QByteArrayView key, QByteArrayView bytes);

/// HMAC-SHA-256 of many messages under one key, all of which begin alike: the key is scheduled once.
class KeyedSha256 {
public:
    KeyedSha256(QByteArrayView key, QByteArray prefix);
    ~KeyedSha256();
    KeyedSha256(KeyedSha256&& other) noexcept;
    KeyedSha256& operator=(KeyedSha256&&) = delete;
    /// hmacSha256(key, prefix + rest)
    [[nodiscard]] Hash of(QByteArrayView rest);

private:
    evp_mac_ctx_st* m_context;
    QByteArray m_prefix;
};

/// SP 800-108r1 counter mode, HMAC-SHA-256: 32-bit counter, label, 00, context, 32-bit length. Empty where OpenSSL refused.
[[nodiscard]] SecureBytes deriveKey(const SecureBytes& key, QByteArrayView label, QByteArrayView context, std::size_t size = 32);

} // namespace casebound
