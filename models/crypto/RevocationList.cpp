#include "crypto/RevocationList.h"

#include "crypto/OpenSsl.h"

#include <openssl/pem.h>

namespace casebound {
namespace {

using CrlPtr = std::unique_ptr<X509_CRL, OpenSslFree<X509_CRL_free>>;
using RevokedPtr = std::unique_ptr<X509_REVOKED, OpenSslFree<X509_REVOKED_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, OpenSslFree<ASN1_TIME_free>>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, OpenSslFree<ASN1_INTEGER_free>>;

TimePtr toTime(Instant at)
{
    return TimePtr(ASN1_TIME_set(nullptr, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count()));
}

} // namespace

std::expected<QByteArray, CryptoFault> issueRevocationList(const CertificateIssuer& issuer, std::span<const Certificate> revoked,
                                                           Validity validity, std::uint64_t number)
{
    const ErrorQueue errors;
    const std::unexpected failed(CryptoFault::Internal);
    if (validity.notAfter <= validity.notBefore)
        return std::unexpected(CryptoFault::BadInput);
    const CrlPtr list(X509_CRL_new());
    const TimePtr from = toTime(validity.notBefore), until = toTime(validity.notAfter);
    const IntegerPtr count(ASN1_INTEGER_new());
    X509* authority = issuer.authority().handle();
    if (!list || !from || !until || !count || X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) != 1 ||
        X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority)) != 1 ||
        X509_CRL_set1_lastUpdate(list.get(), from.get()) != 1 || X509_CRL_set1_nextUpdate(list.get(), until.get()) != 1 ||
        ASN1_INTEGER_set_uint64(count.get(), number) != 1 || X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, count.get(), 0, 0) != 1)
        return failed;
    for (const Certificate& one : revoked) {
        RevokedPtr entry(X509_REVOKED_new());
        if (!entry || X509_REVOKED_set_serialNumber(entry.get(), X509_get_serialNumber(one.handle())) != 1 ||
            X509_REVOKED_set_revocationDate(entry.get(), from.get()) != 1 || X509_CRL_add0_revoked(list.get(), entry.get()) != 1)
            return failed;
        static_cast<void>(entry.release());
    }
    X509V3_CTX context;
    X509V3_set_ctx(&context, authority, nullptr, nullptr, list.get(), 0);
    const std::unique_ptr<X509_EXTENSION, OpenSslFree<X509_EXTENSION_free>> key(
        X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
    if (!key || X509_CRL_add_ext(list.get(), key.get(), -1) != 1 || X509_CRL_sort(list.get()) != 1 ||
        X509_CRL_sign(list.get(), issuer.authorityKey().handle(), EVP_sha256()) <= 0)
        return failed;
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509_CRL(bio.get(), list.get()) != 1)
        return failed;
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

} // namespace casebound
