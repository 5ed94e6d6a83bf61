#include "VerifyKeys.h"

#include "LogFolder.h"
#include "crypto/Certificate.h"
#include "crypto/OpenSsl.h"

#include <openssl/pem.h>

namespace casebound {
namespace {

constexpr qsizetype longestKeyFile = 64 * 1024;

std::optional<QByteArray> publicKeyOf(QByteArrayView pem)
{
    if (const auto certificates = Certificate::listFromPem(pem); certificates && certificates->size() == 1)
        return certificates->front().publicKeyDer();
    const ErrorQueue errors;
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const PkeyPtr key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    unsigned char* der = nullptr;
    const int size = key ? i2d_PUBKEY(key.get(), &der) : 0;
    const QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

/// Never in a QByteArray for longer than the call: the copy is cleansed.
SecureBytes readSecret(const QString& path)
{
    auto bytes = readNamedFile(path, longestKeyFile);
    return bytes ? SecureBytes::takeFrom(*bytes) : SecureBytes();
}

} // namespace

bool VerifyKeys::addText(QByteArrayView text)
{
    auto key = VerifierKey::parse(text);
    if (!key)
        return false;
    m_named.push_back(std::move(*key));
    return true;
}

bool VerifyKeys::addFile(const QString& path)
{
    const auto bytes = readNamedFile(path, longestKeyFile);
    if (!bytes)
        return false;
    if (addText(bytes->trimmed()))
        return true;
    auto key = publicKeyOf(*bytes);
    return key && addPublicKey(std::move(*key));
}

bool VerifyKeys::addPublicKey(QByteArray der)
{
    // Any origin will do to see that it is a key the format allows.
    if (!VerifierKey::fromPublicKey("casebound", der))
        return false;
    m_nameless.push_back(std::move(der));
    return true;
}

bool VerifyKeys::has(const VerifierKey& key) const
{
    return std::ranges::find(m_named, key) != m_named.end() || std::ranges::find(m_nameless, key.publicKeyDer()) != m_nameless.end();
}

std::expected<VerifierKey, CheckpointProblem> VerifyKeys::signerOf(QByteArrayView note) const
{
    const auto read = readCheckpoint(note);
    if (!read)
        return std::unexpected(read.error());
    std::vector<VerifierKey> keys = m_named;
    for (const QByteArray& publicKey : m_nameless) {
        if (auto key = VerifierKey::fromPublicKey(read->origin, publicKey))
            keys.push_back(std::move(*key));
    }
    if (const auto held = verifyCheckpoint(note, keys); !held)
        return std::unexpected(held.error());
    for (VerifierKey& key : keys) {
        if (verifyCheckpoint(note, std::span(&key, 1)))
            return std::move(key);
    }
    return std::unexpected(CheckpointProblem::UnknownKey);
}

SecureBytes readDatabaseKey(const QString& path)
{
    SecureBytes bytes = readSecret(path);
    if (bytes.size() == 32)
        return bytes;
    if (bytes.size() == 65 && bytes.data()[64] == '\n')
        bytes = SecureBytes::copyOf(bytes.view().first(64));
    if (bytes.size() != 64)
        return {};
    SecureBytes key(32);
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint8_t c = bytes.data()[i];
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return {};
        key.data()[i / 2] = static_cast<std::uint8_t>(key.data()[i / 2] << 4 | digit);
    }
    return key;
}

std::optional<PrivateKey> readSigningKey(const QString& path)
{
    const SecureBytes bytes = readSecret(path);
    if (auto key = PrivateKey::fromPkcs8(bytes))
        return *key;
    const ErrorQueue errors;
    const BioPtr bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    if (!bio || bytes.isEmpty())
        return std::nullopt;
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    EVP_PKEY* read = PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr);
    if (!read)
        return std::nullopt;
    PrivateKey key = PrivateKey::adopt(read);
    // Back through the strict door: P-256 alone.
    auto strict = PrivateKey::fromPkcs8(key.toPkcs8());
    return strict ? std::optional(*strict) : std::nullopt;
}

} // namespace casebound
