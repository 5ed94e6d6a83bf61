#include "crypto/CmsEnvelope.h"

#include "crypto/OpenSsl.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>

#include <array>
#include <optional>

namespace casebound {
namespace {

// Identifiers, as DER contents.
constexpr QByteArrayView authEnveloped("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17", 11); // 1.2.840.113549.1.9.16.1.23
constexpr QByteArrayView agreementSha256("\x2b\x81\x04\x01\x0b\x01", 6);                    // 1.3.132.1.11.1
constexpr QByteArrayView aes256Wrap("\x60\x86\x48\x01\x65\x03\x04\x01\x2d", 9);             // 2.16.840.1.101.3.4.1.45
constexpr QByteArrayView aes256Gcm("\x60\x86\x48\x01\x65\x03\x04\x01\x2e", 9);              // 2.16.840.1.101.3.4.1.46

enum Tag : unsigned char {
    Integer = 0x02,
    BitString = 0x03,
    OctetString = 0x04,
    Identifier = 0x06,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xA0,
    Context1 = 0xA1,
    PrimitiveContext0 = 0x80,
};

struct Element {
    unsigned char tag = 0;
    QByteArrayView whole, content;
};

/// Reads DER elements one after the other; definite lengths of at most four bytes, single-byte tags, never past the end.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] unsigned char peek() const { return m_rest.isEmpty() ? 0 : static_cast<unsigned char>(m_rest[0]); }

    std::optional<Element> any()
    {
        if (m_rest.size() < 2 || (m_rest[0] & 0x1F) == 0x1F)
            return std::nullopt;
        qsizetype head = 2;
        auto length = static_cast<qsizetype>(static_cast<unsigned char>(m_rest[1]));
        if (length >= 0x80) {
            const qsizetype bytes = length & 0x7F;
            if (bytes == 0 || bytes > 4 || m_rest.size() < 2 + bytes)
                return std::nullopt;
            length = 0;
            for (qsizetype i = 0; i < bytes; ++i)
                length = (length << 8) | static_cast<unsigned char>(m_rest[2 + i]);
            head += bytes;
        }
        if (length > m_rest.size() - head)
            return std::nullopt;
        const Element element{
            .tag = static_cast<unsigned char>(m_rest[0]), .whole = m_rest.first(head + length), .content = m_rest.sliced(head, length)};
        m_rest = m_rest.sliced(head + length);
        return element;
    }
    std::optional<Element> next(unsigned char tag)
    {
        const Reader before = *this;
        auto element = any();
        if (element && element->tag == tag)
            return element;
        *this = before;
        return std::nullopt;
    }

private:
    QByteArrayView m_rest;
};

/// An AlgorithmIdentifier with this identifier; what follows it are the parameters.
std::optional<Reader> algorithm(const std::optional<Element>& sequence, QByteArrayView identifier)
{
    if (!sequence)
        return std::nullopt;
    Reader inside(sequence->content);
    const auto name = inside.next(Identifier);
    if (!name || name->content != identifier)
        return std::nullopt;
    return inside;
}

struct Wrapped {
    QByteArrayView point, wrapAlgorithm, ukm, encryptedKey;
};

struct Content {
    QByteArrayView nonce, ciphertext, tag;
};

QByteArray issuerAndSerial(const Certificate& certificate)
{
    unsigned char *name = nullptr, *serial = nullptr;
    const int nameSize = i2d_X509_NAME(X509_get_issuer_name(certificate.handle()), &name);
    const int serialSize = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate.handle()), &serial);
    QByteArray both;
    if (nameSize > 0 && serialSize > 0)
        both = QByteArray(reinterpret_cast<const char*>(name), nameSize) + QByteArray(reinterpret_cast<const char*>(serial), serialSize);
    OPENSSL_free(name);
    OPENSSL_free(serial);
    return both;
}

/// One KeyAgreeRecipientInfo: nothing where it is for somebody else; BadInput where it is ours and not of the form we make.
std::expected<std::optional<Wrapped>, CryptoFault> readRecipient(QByteArrayView content, const QByteArray& identity)
{
    const std::unexpected bad(CryptoFault::BadInput);
    Reader info(content);
    const auto version = info.next(Integer), originator = info.next(Context0);
    if (!version || !originator)
        return bad;
    Wrapped wrapped;
    if (const auto ukm = info.next(Context1)) {
        const auto octets = Reader(ukm->content).next(OctetString);
        if (!octets)
            return bad;
        wrapped.ukm = octets->whole;
    }
    const auto agreement = info.next(Sequence), keys = info.next(Sequence);
    if (!agreement || !keys)
        return bad;
    for (Reader list(keys->content); !list.atEnd();) {
        const auto one = list.next(Sequence);
        if (!one)
            return bad;
        Reader inside(one->content);
        const auto who = inside.any(), key = inside.next(OctetString);
        if (!who || !key)
            return bad;
        if (who->tag == Sequence && who->content == QByteArrayView(identity))
            wrapped.encryptedKey = key->content;
    }
    if (wrapped.encryptedKey.isEmpty())
        return std::optional<Wrapped>();
    auto kdf = algorithm(agreement, agreementSha256);
    const auto wrap = kdf ? kdf->next(Sequence) : std::nullopt;
    const auto publicKey = Reader(originator->content).next(Context1);
    Reader parts(publicKey ? publicKey->content : QByteArrayView());
    const auto kind = parts.next(Sequence), bits = parts.next(BitString);
    if (!algorithm(wrap, aes256Wrap) || !kind || !bits || bits->content.size() != 66 || bits->content[0] != 0 || bits->content[1] != 4)
        return bad;
    wrapped.wrapAlgorithm = wrap->whole;
    wrapped.point = bits->content.sliced(1);
    return wrapped;
}

std::optional<Content> readContent(const std::optional<Element>& sequence, const std::optional<Element>& mac)
{
    if (!sequence || !mac || mac->content.size() != 16)
        return std::nullopt;
    Reader info(sequence->content);
    const auto type = info.next(Identifier), cipher = info.next(Sequence), bytes = info.next(PrimitiveContext0);
    auto parameters = algorithm(cipher, aes256Gcm);
    const auto values = parameters ? parameters->next(Sequence) : std::nullopt;
    const auto nonce = values ? Reader(values->content).next(OctetString) : std::nullopt;
    if (!type || !bytes || !nonce || nonce->content.size() != 12)
        return std::nullopt;
    return Content{.nonce = nonce->content, .ciphertext = bytes->content, .tag = mac->content};
}

QByteArray element(char tag, const QByteArray& content)
{
    return tag + QByteArray(1, static_cast<char>(content.size())) + content; // always under 128 bytes here
}

/// ECC-CMS-SharedInfo (RFC 5753, 7.2) for a 256-bit key.
QByteArray sharedInfo(const Wrapped& wrapped)
{
    QByteArray inside = wrapped.wrapAlgorithm.toByteArray();
    if (!wrapped.ukm.isEmpty())
        inside += element(static_cast<char>(Context0), wrapped.ukm.toByteArray());
    inside += element('\xA2', element(OctetString, QByteArray("\x00\x00\x01\x00", 4)));
    return element(Sequence, inside);
}

SecureBytes keyEncryptionKey(const SecureBytes& agreed, const QByteArray& info)
{
    const std::unique_ptr<EVP_KDF, OpenSslFree<EVP_KDF_free>> method(EVP_KDF_fetch(nullptr, "X963KDF", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, OpenSslFree<EVP_KDF_CTX_free>> kdf(method ? EVP_KDF_CTX_new(method.get()) : nullptr);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SECRET, const_cast<std::uint8_t*>(agreed.data()), agreed.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char*>(info.constData()), static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_end()};
    SecureBytes key(32);
    if (!kdf || EVP_KDF_derive(kdf.get(), key.data(), key.size(), parameters) != 1)
        return {};
    return key;
}

using CipherPtr = std::unique_ptr<EVP_CIPHER_CTX, OpenSslFree<EVP_CIPHER_CTX_free>>;
using MethodPtr = std::unique_ptr<EVP_CIPHER, OpenSslFree<EVP_CIPHER_free>>;

SecureBytes unwrapKey(const SecureBytes& wrapping, QByteArrayView wrapped)
{
    const MethodPtr method(EVP_CIPHER_fetch(nullptr, "AES-256-WRAP", nullptr));
    const CipherPtr cipher(EVP_CIPHER_CTX_new());
    SecureBytes key(static_cast<std::size_t>(wrapped.size()) + 16);
    int size = 0;
    if (!method || !cipher || wrapped.size() != 40)
        return {};
    EVP_CIPHER_CTX_set_flags(cipher.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    if (EVP_DecryptInit_ex2(cipher.get(), method.get(), wrapping.data(), nullptr, nullptr) != 1 ||
        EVP_DecryptUpdate(cipher.get(), key.data(), &size, reinterpret_cast<const unsigned char*>(wrapped.data()),
                          static_cast<int>(wrapped.size())) != 1 ||
        size != 32)
        return {};
    return SecureBytes::copyOf(key.view().first(32));
}

SecureBytes decrypt(const SecureBytes& key, const Content& content, bool& done)
{
    const MethodPtr method(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr));
    const CipherPtr cipher(EVP_CIPHER_CTX_new());
    SecureBytes plain(static_cast<std::size_t>(content.ciphertext.size()));
    unsigned char nothing = 0;
    int size = 0;
    QByteArray tag = content.tag.toByteArray();
    done = method && cipher &&
           EVP_DecryptInit_ex2(cipher.get(), method.get(), key.data(), reinterpret_cast<const unsigned char*>(content.nonce.data()),
                               nullptr) == 1 &&
           (content.ciphertext.isEmpty() ||
            EVP_DecryptUpdate(cipher.get(), plain.data(), &size, reinterpret_cast<const unsigned char*>(content.ciphertext.data()),
                              static_cast<int>(content.ciphertext.size())) == 1) &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tag.size()), tag.data()) == 1 &&
           EVP_DecryptFinal_ex(cipher.get(), &nothing, &size) == 1;
    return plain;
}

} // namespace

std::expected<SecureBytes, CryptoFault> openEnvelope(QByteArrayView cms, const Certificate& recipient, const KeyAgreement& agree)
{
    const ErrorQueue errors;
    const std::unexpected bad(CryptoFault::BadInput);
    if (cms.size() > (2 << 20))
        return bad;
    Reader outer(cms);
    const auto info = outer.next(Sequence);
    if (!info || !outer.atEnd())
        return bad;
    Reader message(info->content);
    const auto type = message.next(Identifier), explicitBody = message.next(Context0);
    const auto body = explicitBody ? Reader(explicitBody->content).next(Sequence) : std::nullopt;
    if (!type || type->content != authEnveloped || !body)
        return bad;
    Reader parts(body->content);
    const auto version = parts.next(Integer);
    static_cast<void>(parts.next(Context0)); // certificates of the sender: of no use here
    const auto recipients = parts.next(Set), contentInfo = parts.next(Sequence), mac = parts.next(OctetString);
    const auto content = readContent(contentInfo, mac); // attributes before the tag are refused with it: they would be authenticated too
    if (!version || !recipients || !content)
        return bad;

    const QByteArray identity = issuerAndSerial(recipient);
    std::optional<Wrapped> ours;
    for (Reader list(recipients->content); !list.atEnd() && !ours;) {
        const auto one = list.any();
        if (!one)
            return bad;
        if (one->tag != Context1)
            continue; // a recipient of another kind is not us
        const auto read = readRecipient(one->content, identity);
        if (!read)
            return std::unexpected(read.error());
        ours = *read;
    }
    if (!ours)
        return std::unexpected(CryptoFault::NotForThisKey);
    const auto agreed = agree(ours->point);
    if (!agreed)
        return std::unexpected(agreed.error());
    if (agreed->size() != 32)
        return std::unexpected(CryptoFault::Internal);
    const SecureBytes wrapping = keyEncryptionKey(*agreed, sharedInfo(*ours));
    const SecureBytes key = wrapping.isEmpty() ? SecureBytes() : unwrapKey(wrapping, ours->encryptedKey);
    if (key.isEmpty())
        return std::unexpected(CryptoFault::BadSignature);
    bool done = false;
    SecureBytes plain = decrypt(key, *content, done);
    if (!done)
        return std::unexpected(CryptoFault::BadSignature);
    return plain;
}

} // namespace casebound
