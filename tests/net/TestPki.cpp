#include "TestPki.h"

#include <atomic>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace casebound::test {

namespace {

[[nodiscard]] QByteArray written(const auto& write)
{
    BIO* bio = BIO_new(BIO_s_mem());
    write(bio);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

void extend(X509* certificate, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!extension)
        qFatal("test certificate: extension %s", value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

[[nodiscard]] Issued make(const Wish& wish, const Issued* issuer)
{
    static std::atomic<long> serial{1000};
    EVP_PKEY* key = wish.keyKind.startsWith("RSA-") ? EVP_RSA_gen(wish.keyKind.sliced(4).toUInt()) : EVP_EC_gen(wish.keyKind.constData());
    Issued out{.certificate = {X509_new(), X509_free}, .key = {key, EVP_PKEY_free}};
    X509* x = out.certificate.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x), wish.from.count());
    X509_gmtime_adj(X509_getm_notAfter(x), wish.until.count());
    X509_NAME* name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wish.name.constData()), -1, -1, 0);
    X509* parent = issuer ? issuer->certificate.get() : x;
    X509_set_issuer_name(x, X509_get_subject_name(parent));
    X509_set_pubkey(x, out.key.get());
    extend(x, parent, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    extend(x, parent, NID_key_usage, wish.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    extend(x, parent, NID_subject_key_identifier, "hash");
    if (!wish.authority) {
        extend(x, parent, NID_authority_key_identifier, "keyid");
        extend(x, parent, NID_ext_key_usage, wish.usage);
        if (!wish.alternative.isEmpty())
            extend(x, parent, NID_subject_alt_name, wish.alternative);
    }
    X509_sign(x, issuer ? issuer->key.get() : out.key.get(), EVP_sha256());
    return out;
}

} // namespace

QByteArray Issued::certificatePem() const
{
    return written([&](BIO* bio) { PEM_write_bio_X509(bio, certificate.get()); });
}

QByteArray Issued::keyPem() const
{
    return written([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

QByteArray Issued::spkiSha256() const
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key.get(), &der);
    QByteArray digest(32, '\0');
    EVP_Digest(der, static_cast<std::size_t>(size), reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr);
    OPENSSL_free(der);
    return digest;
}

TestPki::TestPki(const QByteArray& name) : m_root(make({.name = name, .alternative = {}, .usage = {}, .authority = true}, nullptr)) {}

Issued TestPki::issue(const Wish& wish) const
{
    return make(wish, &m_root);
}

QByteArray TestPki::crlPem(const std::vector<Issued>& revoked, std::chrono::seconds next) const
{
    const std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)> list(X509_CRL_new(), X509_CRL_free);
    X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(m_root.certificate.get()));
    ASN1_TIME* at = X509_gmtime_adj(nullptr, -7200);
    X509_CRL_set1_lastUpdate(list.get(), at);
    for (const Issued& one : revoked) {
        X509_REVOKED* entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(one.certificate.get()));
        X509_REVOKED_set_revocationDate(entry, at);
        X509_CRL_add0_revoked(list.get(), entry);
    }
    X509_gmtime_adj(at, next.count());
    X509_CRL_set1_nextUpdate(list.get(), at);
    ASN1_TIME_free(at);
    X509_CRL_sort(list.get());
    X509_CRL_sign(list.get(), m_root.key.get(), EVP_sha256());
    return written([&](BIO* bio) { PEM_write_bio_X509_CRL(bio, list.get()); });
}

} // namespace casebound::test
