#include "crypto/SecureBytes.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <QStringEncoder>

#include <cstring>
#include <utility>

namespace casebound {
namespace {

// Once per process; OpenSSL puts private keys there too. 1 MiB holds some thousand P-256 keys; RLIMIT_MEMLOCK is 8 MiB on Debian.
void startSecureHeap()
{
    [[maybe_unused]] static const int started = CRYPTO_secure_malloc_init(1u << 20, 32);
}

std::uint8_t* allocate(std::size_t size)
{
    startSecureHeap();
    void* memory = OPENSSL_secure_zalloc(size);
    if (!memory)
        memory = OPENSSL_zalloc(size);
    if (!memory)
        qFatal("out of memory for key material");
    return static_cast<std::uint8_t*>(memory);
}

} // namespace

SecureBytes::SecureBytes(std::size_t size) : m_data(size ? allocate(size) : nullptr), m_size(size) {}

SecureBytes::~SecureBytes()
{
    clear();
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0))
{
}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void SecureBytes::clear()
{
    if (m_data)
        OPENSSL_secure_clear_free(m_data, m_size); // also right for the ordinary heap: it looks where the block lies
    m_data = nullptr;
    m_size = 0;
}

SecureBytes SecureBytes::copyOf(QByteArrayView bytes)
{
    SecureBytes copy(static_cast<std::size_t>(bytes.size()));
    if (!copy.isEmpty())
        std::memcpy(copy.m_data, bytes.data(), copy.m_size);
    return copy;
}

SecureBytes SecureBytes::fromText(QStringView text)
{
    QStringEncoder encode(QStringEncoder::Utf8);
    SecureBytes wide(static_cast<std::size_t>(encode.requiredSpace(text.size())));
    if (wide.isEmpty())
        return {};
    const char* end = encode.appendToBuffer(reinterpret_cast<char*>(wide.m_data), text);
    return copyOf(QByteArrayView(reinterpret_cast<const char*>(wide.m_data), end - reinterpret_cast<const char*>(wide.m_data)));
}

SecureBytes SecureBytes::takeFrom(QByteArray& bytes)
{
    SecureBytes taken = copyOf(bytes);
    cleanse(bytes);
    return taken;
}

SecureBytes SecureBytes::random(std::size_t size)
{
    SecureBytes bytes(size);
    if (size == 0 || RAND_priv_bytes(bytes.m_data, static_cast<int>(size)) != 1)
        return {};
    return bytes;
}

bool SecureBytes::equals(const SecureBytes& other) const
{
    return m_size == other.m_size && (m_size == 0 || CRYPTO_memcmp(m_data, other.m_data, m_size) == 0);
}

QByteArray randomBytes(std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size)) != 1)
        return {};
    return bytes;
}

void cleanse(QByteArray& bytes)
{
    if (bytes.isDetached() && !bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString& text)
{
    // The string that a line edit or a signal handed over is one of several references: a copy made here would be wiped in vain.
    if (text.data_ptr().isMutable() && !text.isEmpty())
        OPENSSL_cleanse(const_cast<QChar*>(text.constData()), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace casebound
