#include "crypto/CertificateIssuer.h"

#include "crypto/OpenSsl.h"

#include <QRegularExpression>

namespace casebound {
namespace {

using ExtensionPtr = std::unique_ptr<X509_EXTENSION, OpenSslFree<X509_EXTENSION_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, OpenSslFree<GENERAL_NAMES_free>>;
using NamePtr = std::unique_ptr<GENERAL_NAME, OpenSslFree<GENERAL_NAME_free>>;

bool setTime(ASN1_TIME* field, Instant at)
{
    return ASN1_TIME_set(field, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count()) != nullptr;
}

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Everything but the extensions that differ by kind. 128 random bits of serial number (RFC 5280 4.1.2.2: positive, at most 20 bytes).
X509Ptr begin(const PrivateKey& key, const QString& commonName, Validity validity, const X509* issuer)
{
    if (commonName.isEmpty() || validity.notAfter < validity.notBefore)
        return {};
    X509Ptr made(X509_new());
    QByteArray serial = randomBytes(16);
    if (!made || serial.size() != 16)
        return {};
    serial[0] = static_cast<char>((serial[0] & 0x3f) | 0x40);
    const std::unique_ptr<BIGNUM, OpenSslFree<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.constData()), 16, nullptr));
    X509_NAME* subject = X509_get_subject_name(made.get());
    const QByteArray name = commonName.toUtf8();
    const bool good =
        number && X509_set_version(made.get(), X509_VERSION_3) == 1 &&
        BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(made.get())) &&
        setTime(X509_getm_notBefore(made.get()), validity.notBefore) && setTime(X509_getm_notAfter(made.get()), validity.notAfter) &&
        X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.constData()),
                                   static_cast<int>(name.size()), -1, 0) == 1 &&
        X509_set_issuer_name(made.get(), issuer ? X509_get_subject_name(issuer) : subject) == 1 &&
        X509_set_pubkey(made.get(), key.handle()) == 1;
    return good ? std::move(made) : X509Ptr();
}

std::expected<Certificate, CryptoFault> finish(X509Ptr made, const PrivateKey& signer)
{
    if (X509_sign(made.get(), signer.handle(), EVP_sha256()) <= 0)
        return std::unexpected(CryptoFault::Internal);
    // Read back, so that the object is one that came through the parser like any other.
    const Certificate written = Certificate::adopt(made.release());
    return Certificate::fromDer(written.der());
}

bool addAlternativeNames(X509* certificate, const QStringList& dnsNames, const QStringList& ipAddresses)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\\z"));
    const NamesPtr names(GENERAL_NAMES_new());
    for (const QString& dns : dnsNames) {
        NamePtr name(GENERAL_NAME_new());
        ASN1_IA5STRING* text = ASN1_IA5STRING_new();
        const QByteArray bytes = dns.toLatin1();
        if (!name || !text || !plain.match(dns).hasMatch() ||
            ASN1_STRING_set(text, bytes.constData(), static_cast<int>(bytes.size())) != 1) {
            ASN1_IA5STRING_free(text);
            return false;
        }
        GENERAL_NAME_set0_value(name.get(), GEN_DNS, text);
        if (sk_GENERAL_NAME_push(names.get(), name.get()) <= 0)
            return false;
        name.release();
    }
    for (const QString& ip : ipAddresses) {
        NamePtr name(GENERAL_NAME_new());
        ASN1_OCTET_STRING* address = a2i_IPADDRESS(ip.toLatin1().constData());
        if (!name || !address) {
            ASN1_OCTET_STRING_free(address);
            return false;
        }
        GENERAL_NAME_set0_value(name.get(), GEN_IPADD, address);
        if (sk_GENERAL_NAME_push(names.get(), name.get()) <= 0)
            return false;
        name.release();
    }
    return sk_GENERAL_NAME_num(names.get()) == 0 ||
           X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

} // namespace

std::expected<CertificateIssuer, CryptoFault> CertificateIssuer::createAuthority(const QString& commonName, Validity validity)
{
    const ErrorQueue errors;
    auto key = PrivateKey::generateP256();
    if (!key)
        return std::unexpected(key.error());
    X509Ptr made = begin(*key, commonName, validity, nullptr);
    if (!made)
        return std::unexpected(CryptoFault::BadInput);
    if (!addExtension(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(made.get(), made.get(), NID_subject_key_identifier, "hash") ||
        !addExtension(made.get(), made.get(), NID_authority_key_identifier, "keyid:always"))
        return std::unexpected(CryptoFault::Internal);
    auto certificate = finish(std::move(made), *key);
    if (!certificate)
        return std::unexpected(certificate.error());
    return CertificateIssuer(std::move(*key), std::move(*certificate));
}

CertificateIssuer CertificateIssuer::withAuthority(PrivateKey key, Certificate certificate)
{
    return {std::move(key), std::move(certificate)};
}

std::expected<Certificate, CryptoFault> CertificateIssuer::issueServer(const PrivateKey& key, const QString& commonName,
                                                                       const QStringList& dnsNames, const QStringList& ipAddresses,
                                                                       Validity validity) const
{
    const ErrorQueue errors;
    X509Ptr made = begin(key, commonName, validity, m_certificate.handle());
    if (!made || !addAlternativeNames(made.get(), dnsNames, ipAddresses))
        return std::unexpected(CryptoFault::BadInput);
    if (!addExtension(made.get(), m_certificate.handle(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(made.get(), m_certificate.handle(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(made.get(), m_certificate.handle(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(made.get(), m_certificate.handle(), NID_subject_key_identifier, "hash") ||
        !addExtension(made.get(), m_certificate.handle(), NID_authority_key_identifier, "keyid:always"))
        return std::unexpected(CryptoFault::Internal);
    return finish(std::move(made), m_key);
}

std::expected<Certificate, CryptoFault> CertificateIssuer::issueClient(const PrivateKey& key, const QString& userId,
                                                                       Validity validity) const
{
    const ErrorQueue errors;
    X509Ptr made = begin(key, userId, validity, m_certificate.handle());
    if (!made)
        return std::unexpected(CryptoFault::BadInput);
    if (!addExtension(made.get(), m_certificate.handle(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(made.get(), m_certificate.handle(), NID_key_usage, "critical,digitalSignature,keyAgreement") ||
        !addExtension(made.get(), m_certificate.handle(), NID_ext_key_usage, "clientAuth,emailProtection") ||
        !addExtension(made.get(), m_certificate.handle(), NID_subject_key_identifier, "hash") ||
        !addExtension(made.get(), m_certificate.handle(), NID_authority_key_identifier, "keyid:always"))
        return std::unexpected(CryptoFault::Internal);
    return finish(std::move(made), m_key);
}

} // namespace casebound
