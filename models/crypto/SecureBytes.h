// Key material: in OpenSSL's locked heap, erased when it goes.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace casebound {

/// Move-only bytes in OPENSSL_secure_malloc memory (guarded, mlocked where the system allows it, never in a core dump), cleansed when
/// freed. Where the secure heap is full the bytes lie in ordinary memory and are still cleansed. Any thread, one at a time.
class SecureBytes {
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size); ///< Zeroed.
    ~SecureBytes();
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;

    [[nodiscard]] static SecureBytes copyOf(QByteArrayView bytes);
    /// UTF-8 of the text, for passphrases; lone surrogates become U+FFFD. The text itself is the caller's to forget.
    [[nodiscard]] static SecureBytes fromText(QStringView text);
    /// Copies, then cleanses the source where it is not shared, and empties it.
    [[nodiscard]] static SecureBytes takeFrom(QByteArray& bytes);
    /// From the private random generator; empty where it failed, which the caller must treat as a fault.
    [[nodiscard]] static SecureBytes random(std::size_t size);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::uint8_t* data() { return m_data; }
    [[nodiscard]] const std::uint8_t* data() const { return m_data; }
    [[nodiscard]] std::span<const std::uint8_t> span() const { return {m_data, m_size}; }
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_data, static_cast<qsizetype>(m_size)); }
    [[nodiscard]] SecureBytes clone() const { return copyOf(view()); }
    /// Constant time for equal sizes.
    [[nodiscard]] bool equals(const SecureBytes& other) const;
    void clear();

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// A secret that several hold: copies are references to one block, erased with the last of them. Made of bytes it takes a copy of its own;
/// the bytes it was made of are the caller's to forget.
class SharedSecret {
public:
    SharedSecret() = default;
    SharedSecret(const QByteArray& bytes) : m_bytes(std::make_shared<const SecureBytes>(SecureBytes::copyOf(bytes))) {}
    explicit SharedSecret(const SecureBytes& bytes) : m_bytes(std::make_shared<const SecureBytes>(bytes.clone())) {}
    [[nodiscard]] QByteArrayView view() const { return m_bytes ? m_bytes->view() : QByteArrayView(); }
    [[nodiscard]] std::size_t size() const { return m_bytes ? m_bytes->size() : 0; }
    void clear() { m_bytes.reset(); }

private:
    std::shared_ptr<const SecureBytes> m_bytes;
};

/// Public random bytes (salts, nonces, serial numbers). Empty where the generator failed.
[[nodiscard]] QByteArray randomBytes(std::size_t size);

/// Overwrites the array's bytes where it is not shared, and empties it.
void cleanse(QByteArray& bytes);

/// Overwrites a typed secret where it lies and empties `text`. Copies share their characters: whoever else holds this text holds zeros
/// afterwards. Literals, which the program's file holds anyway, stay.
void wipe(QString& text);

} // namespace casebound
