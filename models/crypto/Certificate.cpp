#include "crypto/Certificate.h"

#include "crypto/Digest.h"
#include "crypto/OpenSsl.h"

#include <openssl/pem.h>

namespace casebound {
namespace {

Instant toInstant(const ASN1_TIME* time)
{
    int days = 0, seconds = 0;
    const std::unique_ptr<ASN1_TIME, OpenSslFree<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    if (!epoch || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1)
        return Instant{};
    return Instant(std::chrono::days(days) + std::chrono::seconds(seconds));
}

} // namespace

Certificate::Certificate(x509_st* certificate) : m_certificate(certificate, &X509_free) {}

Certificate Certificate::adopt(x509_st* certificate)
{
    return Certificate(certificate);
}

std::expected<Certificate, CryptoFault> Certificate::fromDer(QByteArrayView der)
{
    const ErrorQueue errors;
    if (der.isEmpty() || der.size() > 65536)
        return std::unexpected(CryptoFault::BadInput);
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = at + der.size();
    X509Ptr parsed(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!parsed || at != end)
        return std::unexpected(CryptoFault::BadInput);
    return Certificate(parsed.release());
}

std::expected<std::vector<Certificate>, CryptoFault> Certificate::listFromPem(QByteArrayView pem)
{
    const ErrorQueue errors;
    if (pem.isEmpty() || pem.size() > (1 << 20))
        return std::unexpected(CryptoFault::BadInput);
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<Certificate> list;
    while (X509* one = bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr)
        list.push_back(Certificate(one));
    // The end of the bundle is the one error that is none.
    const unsigned long last = ERR_peek_last_error();
    if (list.empty() || ERR_GET_LIB(last) != ERR_LIB_PEM || ERR_GET_REASON(last) != PEM_R_NO_START_LINE)
        return std::unexpected(CryptoFault::BadInput);
    return list;
}

QByteArray Certificate::der() const
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(m_certificate.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

QByteArray Certificate::pem() const
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), m_certificate.get()) != 1)
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray Certificate::sha256() const
{
    return toBytes(casebound::sha256(der()));
}

QByteArray Certificate::publicKeyDer() const
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(m_certificate.get()), &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

QString Certificate::commonName() const
{
    const X509_NAME* subject = X509_get_subject_name(m_certificate.get());
    const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (index < 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    if (size < 0)
        return {};
    const QString name = QString::fromUtf8(reinterpret_cast<const char*>(text), size);
    OPENSSL_free(text);
    return name;
}

Instant Certificate::notBefore() const
{
    return toInstant(X509_get0_notBefore(m_certificate.get()));
}

Instant Certificate::notAfter() const
{
    return toInstant(X509_get0_notAfter(m_certificate.get()));
}

} // namespace casebound
